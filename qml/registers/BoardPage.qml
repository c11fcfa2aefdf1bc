// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// The leader's board: the figures of the selected unit, the reports of the catalogue, and where its
/// rules do not hold. A card leads to its ranking, a report to its tables.
Item {
    id: page
    required property RegisterSession session
    readonly property bool deep: session.ranked || session.reading
    readonly property bool ofFigures: session.boardTab === "figures"
    objectName: "boardPage"

    PageHead {
        id: head
        width: parent.width
        visible: !page.deep
        title: page.session.board.unitName === "" || !page.ofFigures ? qsTr("Board") : qsTr("Board · %1").arg(page.session.board.unitName)
        note: !page.ofFigures ? ""
              : page.session.figures.earlierDay === "" ? qsTr("Choose a unit on the map to see its figures")
                                                       : qsTr("Compared with %1").arg(page.session.figures.earlierDay)
        ActionButton {
            objectName: "wholeCounty"
            visible: page.ofFigures && page.session.board.unit !== ""
            text: qsTr("Whole county")
            onClicked: page.session.board.unit = ""
        }
    }
    Flickable {
        id: strip
        visible: !page.deep
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        height: tabs.implicitHeight
        contentWidth: tabs.implicitWidth
        clip: true
        flickableDirection: Flickable.HorizontalFlick
        Segmented {
            id: tabs
            objectName: "boardTabs"
            choices: [{ key: "figures", title: qsTr("Figures") },
                      { key: "reports", title: qsTr("Reports") },
                      { key: "findings", title: page.session.findings.total > 0 ? qsTr("Findings %1").arg(page.session.findings.total) : qsTr("Findings") }]
            current: page.session.boardTab
            onChosen: key => page.session.boardTab = key
        }
    }
    Item {
        visible: !page.deep
        anchors { top: strip.bottom; topMargin: 10; bottom: parent.bottom }
        width: parent.width
        FiguresTab {
            anchors.fill: parent
            visible: page.ofFigures
            session: page.session
        }
        ReportList {
            anchors.fill: parent
            visible: page.session.boardTab === "reports"
            session: page.session
        }
        FindingList {
            anchors.fill: parent
            visible: page.session.boardTab === "findings"
            session: page.session
        }
    }
    RankingView {
        anchors.fill: parent
        visible: page.session.ranked
        session: page.session
    }
    ReportView {
        anchors.fill: parent
        visible: page.session.reading && !page.session.ranked
        session: page.session
    }
}
