// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

Slider {
    id: control
    implicitHeight: Theme.elder ? 48 : 22
    implicitWidth: 120

    background: Rectangle {
        x: control.leftPadding
        y: control.topPadding + (control.availableHeight - height) / 2
        width: control.availableWidth
        height: 4
        radius: 2
        color: Theme.line
        Rectangle {
            width: control.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: control.leftPadding + control.visualPosition * (control.availableWidth - width)
        y: control.topPadding + (control.availableHeight - height) / 2
        width: Theme.elder ? 28 : 14
        height: width
        radius: width / 2
        color: Theme.panel
        border.width: 2
        border.color: Theme.accent
        FocusRing { control: control; visible: control.visualFocus; radius: width / 2 }
    }
}
