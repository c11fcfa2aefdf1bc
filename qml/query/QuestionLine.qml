// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// A question to tap, as long as it is.
AbstractButton {
    id: line
    required property string iconName
    property bool removable: false
    signal removed

    implicitHeight: Math.max(Theme.target, words.implicitHeight + 14)
    Accessible.role: Accessible.Button
    Accessible.name: text
    Icon {
        id: mark
        x: 10
        anchors.verticalCenter: parent.verticalCenter
        name: line.iconName
        tint: Theme.muted
        side: Theme.elder ? 24 : 16
    }
    ThemeText {
        id: words
        anchors { left: mark.right; leftMargin: 10; right: removeButton.visible ? removeButton.left : parent.right
                  rightMargin: 8; verticalCenter: parent.verticalCenter }
        wrapMode: Text.Wrap
        text: line.text
    }
    IconButton {
        id: removeButton
        objectName: "removeQuestion"
        visible: line.removable
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        iconName: "trash"
        label: qsTr("Forget this question")
        onClicked: line.removed()
    }
    background: Rectangle {
        radius: Theme.radius
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : Theme.panel
        border.color: Theme.line
        FocusRing { control: line; visible: line.visualFocus }
    }
}
