// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.Ui

/// Questions under a heading.
Column {
    id: group
    required property string title
    /// Before the key in the names of the lines.
    required property string prefix
    required property var questions
    signal picked(var question)
    spacing: 4

    SectionTitle {
        width: parent.width
        text: group.title
    }
    Repeater {
        model: group.questions
        QuestionLine {
            required property var modelData
            objectName: group.prefix + modelData.key
            width: group.width
            iconName: "right"
            text: modelData.title
            onClicked: group.picked(modelData.question)
        }
    }
}
