// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// Ask the map: the questions there are, or the one that is put with its answer.
Item {
    id: page
    required property AskSession session

    QuestionMenu {
        anchors.fill: parent
        visible: page.session.view === "list"
        session: page.session
    }
    QuestionView {
        anchors.fill: parent
        visible: page.session.view === "question"
        session: page.session
    }
}
