// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

TextField {
    id: field
    property string iconName: ""

    implicitHeight: Theme.target
    leftPadding: iconName === "" ? 10 : Theme.icon + 18
    rightPadding: 10
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    color: Theme.ink
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.body
    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.sunken
        border.color: field.activeFocus ? Theme.accent : Theme.line
        border.width: field.activeFocus ? 2 : 1
        Icon {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: field.iconName !== ""
            name: field.iconName
            tint: Theme.muted
        }
    }
}
