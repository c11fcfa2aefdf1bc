// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// A button of one icon; its label is the tip and what a screen reader says.
Button {
    id: button
    required property string iconName
    required property string label
    property bool tipShown: true

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    padding: 0
    opacity: enabled ? 1 : 0.35
    Accessible.name: label
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            tint: button.checked ? Theme.accent : Theme.ink
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.pressed : button.checked ? Theme.accentWash : button.hovered ? Theme.hover : "transparent"
        FocusRing { control: button; visible: button.visualFocus }
    }
    Tip { visible: button.tipShown && button.hovered && !button.down; text: button.label }
}
