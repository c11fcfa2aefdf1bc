// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// A button with words, and an icon before them when it has one.
Button {
    id: button
    property string iconName: ""
    property bool primary: false
    readonly property color words: primary ? Theme.accentInk : Theme.ink

    implicitHeight: Theme.target
    leftPadding: Theme.pad
    rightPadding: Theme.pad
    topPadding: 0
    bottomPadding: 0
    opacity: enabled ? 1 : 0.4
    font.family: Theme.family
    font.pixelSize: Theme.body

    contentItem: Row {
        spacing: 8
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: button.iconName !== ""
            name: button.iconName
            tint: button.words
        }
        ThemeText {
            height: parent.height
            text: button.text
            color: button.words
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.primary ? (button.down || button.hovered ? Qt.darker(Theme.accent, 1.12) : Theme.accent)
                              : button.down ? Theme.pressed : button.hovered ? Theme.hover : Theme.panel
        border.width: button.primary ? 0 : 1
        border.color: Theme.line
        FocusRing { control: button; visible: button.visualFocus }
    }
}
