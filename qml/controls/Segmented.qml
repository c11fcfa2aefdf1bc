// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One of a few: [{ key, title }] side by side.
Rectangle {
    id: segmented
    required property var choices
    property string current
    signal chosen(string key)

    implicitWidth: row.implicitWidth + 6
    implicitHeight: Theme.target
    radius: Theme.radius
    color: Theme.sunken
    border.color: Theme.line

    Row {
        id: row
        x: 3
        y: 3
        height: parent.height - 6
        Repeater {
            model: segmented.choices
            Button {
                id: choice
                required property var modelData
                readonly property bool isCurrent: segmented.current === modelData.key
                objectName: "choice_" + modelData.key
                height: row.height
                text: modelData.title
                leftPadding: Theme.elder ? 16 : 13
                rightPadding: leftPadding
                topPadding: 0
                bottomPadding: 0
                Accessible.role: Accessible.RadioButton
                Accessible.checked: isCurrent
                onClicked: segmented.chosen(modelData.key)
                contentItem: ThemeText {
                    text: choice.text
                    color: choice.isCurrent ? Theme.accent : Theme.muted
                    font.weight: choice.isCurrent ? Font.Medium : Font.Normal
                    horizontalAlignment: Text.AlignHCenter
                }
                background: Rectangle {
                    radius: Theme.radius - 2
                    color: choice.isCurrent ? Theme.panel : choice.hovered ? Theme.hover : "transparent"
                    border.width: choice.isCurrent ? 1 : 0
                    border.color: Theme.line
                    FocusRing { control: choice; visible: choice.visualFocus }
                }
            }
        }
    }
}
