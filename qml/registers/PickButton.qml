// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// Shows what is chosen and opens the list to choose from.
AbstractButton {
    id: button
    required property string label
    property bool clearable: false
    signal cleared

    implicitHeight: Theme.target
    Accessible.role: Accessible.ComboBox
    Accessible.name: label
    Accessible.description: text
    Item {
        anchors.fill: parent
        ThemeText {
            anchors { left: parent.left; leftMargin: 10; right: parent.right; rightMargin: Theme.target + Theme.icon }
            height: parent.height
            elide: Text.ElideRight
            text: button.text === "" ? qsTr("Choose…") : button.text
            color: button.text === "" ? Theme.muted : Theme.ink
        }
        IconButton {
            anchors { right: arrow.left; verticalCenter: parent.verticalCenter }
            visible: button.clearable
            iconName: "close"
            label: qsTr("Leave %1 empty").arg(button.label)
            onClicked: button.cleared()
        }
        Icon {
            id: arrow
            anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
            name: "down"
            tint: Theme.muted
            side: Theme.elder ? 24 : 16
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : Theme.sunken
        border.color: Theme.line
        FocusRing { control: button; visible: button.visualFocus }
    }
}
