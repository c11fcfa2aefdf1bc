// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.Ui

/// What was done to a record, newest at the top.
Column {
    id: part
    required property var steps
    spacing: 8
    SectionTitle {
        width: parent.width
        text: qsTr("What was done")
        figure: String(part.steps.length)
    }
    Repeater {
        model: part.steps.slice().reverse()
        Item {
            id: step
            required property var modelData
            readonly property var parts: [modelData.day, modelData.author, modelData.role]
            objectName: "step"
            width: part.width
            height: words.implicitHeight + 4
            Rectangle {
                x: 3
                y: 6
                width: 8
                height: 8
                radius: 4
                color: Theme.accent
            }
            Column {
                id: words
                x: 22
                width: parent.width - 22
                ThemeText {
                    width: parent.width
                    wrapMode: Text.Wrap
                    text: step.modelData.state === "" ? step.modelData.title : qsTr("%1 → %2").arg(step.modelData.title).arg(step.modelData.state)
                }
                ThemeText {
                    width: parent.width
                    visible: step.modelData.note !== ""
                    wrapMode: Text.Wrap
                    text: step.modelData.note
                }
                ThemeText {
                    width: parent.width
                    wrapMode: Text.Wrap
                    text: step.parts.filter(t => t !== "").join(" · ")
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
