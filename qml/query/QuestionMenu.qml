// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// What can be asked: one's own questions first, then what is asked most, then everything.
Item {
    id: menu
    required property AskSession session
    readonly property Preferences preferences: session.preferences
    readonly property var kept: preferences.questions
    objectName: "questionMenu"

    PageHead {
        id: head
        width: parent.width
        title: qsTr("Ask the map")
        note: qsTr("Answered from the file alone, while you wait")
    }
    Flickable {
        anchors { top: head.bottom; bottom: parent.bottom }
        width: parent.width
        contentHeight: column.implicitHeight + 2 * Theme.pad
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            x: Theme.pad
            y: 12
            width: parent.width - 2 * Theme.pad
            spacing: 4
            ActionButton {
                objectName: "askSelect"
                width: parent.width
                iconName: "filter"
                primary: true
                text: qsTr("Put a question together")
                onClicked: menu.session.start({ id: "select", params: {} })
            }
            ThemeText {
                width: parent.width
                wrapMode: Text.Wrap
                text: qsTr("Units in a place drawn on the map, with conditions: “natural villages without a Party group within 2 km of an orchard”.")
                color: Theme.muted
                font.pixelSize: Theme.small
                bottomPadding: 8
            }
            ActionButton {
                objectName: "askJoin"
                width: parent.width
                iconName: "table"
                text: qsTr("Count the points of a table by unit")
                onClicked: menu.session.start({ id: "join", params: {} })
            }
            SectionTitle {
                width: parent.width
                visible: menu.kept.length > 0
                text: qsTr("My questions")
            }
            Repeater {
                model: menu.kept
                QuestionLine {
                    id: own
                    required property var modelData
                    required property int index
                    objectName: "kept_" + index
                    width: column.width
                    iconName: "history"
                    text: modelData.name
                    removable: true
                    onClicked: menu.session.startAndAsk(modelData.question)
                    onRemoved: menu.preferences.forgetQuestion(modelData.name)
                }
            }
            QuestionGroup {
                width: parent.width
                title: qsTr("Coverage")
                prefix: "ready_"
                questions: menu.session.offered.ready
                onPicked: question => menu.session.startAndAsk(question)
            }
            QuestionGroup {
                width: parent.width
                title: qsTr("Proposals")
                prefix: "propose_"
                questions: menu.session.offered.proposals
                onPicked: question => menu.session.startAndAsk(question)
            }
            QuestionGroup {
                width: parent.width
                title: qsTr("All questions")
                prefix: "ask_"
                questions: menu.session.offered.all
                onPicked: question => menu.session.start(question)
            }
        }
    }
}
