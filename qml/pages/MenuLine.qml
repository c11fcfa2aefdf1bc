// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

AbstractButton {
    id: line
    property string iconName
    width: parent ? parent.width : implicitWidth
    implicitHeight: Theme.target
    Icon {
        id: sign
        x: 10
        anchors.verticalCenter: parent.verticalCenter
        name: line.iconName
        tint: Theme.muted
    }
    ThemeText {
        anchors { left: sign.right; leftMargin: 12; right: parent.right; rightMargin: 8 }
        height: parent.height
        elide: Text.ElideMiddle
        text: line.text
    }
    background: Rectangle {
        radius: Theme.radius
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : "transparent"
        FocusRing { control: line; visible: line.visualFocus }
    }
}
