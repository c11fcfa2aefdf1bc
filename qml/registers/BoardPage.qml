// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// The leader's board: every figure of the selected unit as a card; a card leads to its ranking.
Item {
    id: page
    required property RegisterSession session
    readonly property var groups: session.board.groups
    objectName: "boardPage"

    PageHead {
        id: head
        width: parent.width
        visible: !page.session.ranked
        title: page.session.board.unitName === "" ? qsTr("Board") : qsTr("Board · %1").arg(page.session.board.unitName)
        note: page.session.figures.earlierDay === "" ? qsTr("Choose a unit on the map to see its figures")
                                                     : qsTr("Compared with %1").arg(page.session.figures.earlierDay)
        ActionButton {
            objectName: "wholeCounty"
            visible: page.session.board.unit !== ""
            text: qsTr("Whole county")
            onClicked: page.session.board.unit = ""
        }
    }
    Flow {
        id: tools
        visible: !page.session.ranked
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        ThemeField {
            objectName: "boardSearch"
            width: Math.min(220, parent.width)
            iconName: "search"
            placeholderText: qsTr("Find a figure")
            text: page.session.board.query
            onTextEdited: page.session.board.query = text
        }
        DropDown {
            objectName: "boardGroup"
            width: Math.min(implicitWidth, parent.width)
            label: qsTr("Group of figures")
            model: page.groups
            currentIndex: Math.max(0, page.groups.findIndex(g => g.key === page.session.board.group))
            onActivated: index => page.session.board.group = page.groups[index].key
        }
        CompareBox { session: page.session }
    }
    GridView {
        id: cards
        objectName: "cards"
        visible: !page.session.ranked
        anchors { top: tools.bottom; topMargin: 10; bottom: parent.bottom }
        x: Theme.pad - 4
        width: parent.width - 2 * x
        clip: true
        readonly property int across: Math.max(1, Math.floor(width / (Theme.elder ? 240 : 176)))
        cellWidth: width / across
        cellHeight: Theme.elder ? 176 : 118
        model: page.session.board
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        ScrollBar.vertical: ScrollBar {}
        delegate: BoardCard {
            width: cards.cellWidth - 8
            height: cards.cellHeight - 8
            current: GridView.isCurrentItem && cards.activeFocus
            onClicked: page.session.openRanking(indicatorId)
        }
        Keys.onReturnPressed: (currentItem as BoardCard)?.clicked()
        Keys.onSpacePressed: (currentItem as BoardCard)?.clicked()
    }
    Nothing {
        anchors.centerIn: cards
        visible: cards.visible && page.session.board.count === 0
        words: page.session.board.busy ? qsTr("Counting…") : qsTr("No figure here")
        advice: page.session.board.busy ? "" : qsTr("Figures are declared in the catalogue of the file, with the levels they are shown at.")
    }
    RankingView {
        anchors.fill: parent
        visible: page.session.ranked
        session: page.session
    }
}
