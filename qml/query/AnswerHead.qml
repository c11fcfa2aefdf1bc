// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Above the lines of an answer: the question, what it comes to as a sentence, the sums, and the sums by unit.
Column {
    id: head
    required property AskSession session
    readonly property AnswerModel answer: session.answer
    readonly property var levels: answer.levels
    spacing: 10
    topPadding: 12
    bottomPadding: 8

    SelectFields {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: head.session.form.selecting
        session: head.session
    }
    QuestionFields {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: !head.session.form.selecting
        session: head.session
    }
    Row {
        x: Theme.pad
        spacing: 8
        ActionButton {
            objectName: "askButton"
            primary: true
            iconName: "search"
            text: qsTr("Ask")
            enabled: !head.answer.busy
            onClicked: head.session.ask()
        }
        ActionButton {
            objectName: "stopAsking"
            visible: head.answer.busy
            text: qsTr("Stop")
            onClicked: head.answer.cancel()
        }
        ThemeText {
            objectName: "askProgress"
            height: parent.height
            visible: head.answer.busy
            text: head.answer.percent < 0 ? head.answer.stage : qsTr("%1 %2 %").arg(head.answer.stage).arg(head.answer.percent)
            color: Theme.muted
        }
    }
    KeepQuestion {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        session: head.session
    }
    ThemeText {
        objectName: "answerError"
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: text !== ""
        wrapMode: Text.Wrap
        text: head.answer.error
        color: Theme.seal
    }
    Rule {
        width: parent.width
        visible: head.answer.answered
    }
    ThemeText {
        objectName: "answerSentence"
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: text !== ""
        wrapMode: Text.Wrap
        text: head.answer.sentence
        font.pixelSize: Theme.large
    }
    Flow {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: head.answer.answered
        spacing: 18
        Repeater {
            model: head.answer.sums
            Column {
                id: sum
                required property var modelData
                ThemeText {
                    text: sum.modelData.title
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
                ThemeText {
                    text: sum.modelData.value
                    font.weight: Font.Medium
                }
            }
        }
    }
    Column {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: head.session.points.active
        ThemeText {
            objectName: "movedText"
            width: parent.width
            wrapMode: Text.Wrap
            text: head.session.points.text
            color: head.session.points.moved ? Theme.accent : Theme.muted
        }
        LinkText {
            objectName: "putBack"
            visible: head.session.points.moved
            text: qsTr("Back to where they were proposed")
            onClicked: head.session.points.putBack()
        }
    }
    Repeater {
        model: head.answer.notes
        ThemeText {
            required property string modelData
            x: Theme.pad
            width: head.width - 2 * Theme.pad
            wrapMode: Text.Wrap
            text: modelData
            color: Theme.seal
            font.pixelSize: Theme.small
        }
    }
    AnswerSummary {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: head.levels.length > 0
        session: head.session
    }
    SectionTitle {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: head.answer.count > 0
        text: qsTr("Line by line: tap one to go there")
        figure: String(head.answer.count)
    }
    ThemeText {
        objectName: "answerEmpty"
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        visible: head.answer.answered && head.answer.count === 0
        text: qsTr("Nothing to list.")
        color: Theme.muted
    }
}
