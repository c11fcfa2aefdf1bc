// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// A question with what is to be filled in, and under it the answer, line by line.
Item {
    id: view
    required property AskSession session
    readonly property QuestionForm form: session.form
    readonly property AnswerModel answer: session.answer
    readonly property string selected: session.mapSession.dossier.code
    objectName: "questionView"

    PageHead {
        id: head
        width: parent.width
        title: view.form.title
        note: view.form.selecting ? "" : qsTr("What is filled in can be changed and asked again")
        canGoBack: true
        onBack: view.session.back()
        AnswerExport {
            visible: view.answer.count > 0
            session: view.session
        }
    }
    ListView {
        id: list
        objectName: "answerList"
        anchors { top: head.bottom; bottom: parent.bottom }
        width: parent.width
        clip: true
        model: view.answer
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        /// The head stands in the margin above the first line and scrolls with the lines.
        topMargin: answerHead.height
        /// Whoever has not scrolled stays at the top, however long the answer above the lines becomes.
        property bool atTop: true
        onMovementEnded: atTop = atYBeginning
        onTopMarginChanged: if (atTop) toTop.restart()
        onCountChanged: if (atTop) toTop.restart()
        Timer {
            id: toTop
            interval: 0
            onTriggered: list.contentY = list.originY - list.topMargin
        }
        AnswerHead {
            id: answerHead
            parent: list.contentItem
            y: list.originY - height
            width: list.width
            session: view.session
        }
        delegate: AnswerLine {
            width: ListView.view.width
            chosen: code !== "" && code === view.selected
            current: ListView.isCurrentItem && list.activeFocus
            onClicked: view.session.show(index)
        }
        Keys.onReturnPressed: (currentItem as AnswerLine)?.clicked()
    }
}
