// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// Words with a switch at their right end; the whole line can be hit.
Switch {
    id: control
    implicitHeight: Theme.row
    padding: 0
    font.family: Theme.family
    font.pixelSize: Theme.body

    indicator: Rectangle {
        width: Theme.elder ? 52 : 34
        height: Theme.elder ? 28 : 18
        x: control.width - width
        anchors.verticalCenter: parent.verticalCenter
        radius: height / 2
        color: control.checked ? Theme.accent : Theme.sunken
        border.color: control.checked ? Theme.accent : Theme.faint
        Rectangle {
            width: parent.height - 6
            height: width
            radius: width / 2
            y: 3
            x: control.checked ? parent.width - width - 3 : 3
            color: control.checked ? Theme.accentInk : Theme.faint
            Behavior on x { NumberAnimation { duration: Theme.quick } }
        }
        FocusRing { control: control; visible: control.visualFocus }
    }
    contentItem: ThemeText {
        text: control.text
        rightPadding: control.indicator.width + 8
        elide: Text.ElideRight
    }
}
