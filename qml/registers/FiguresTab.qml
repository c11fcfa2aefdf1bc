// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// Every figure of the board's unit as a card; a card leads to its ranking.
Item {
    id: tab
    required property RegisterSession session
    readonly property var groups: session.board.groups

    Flow {
        id: tools
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        ThemeField {
            objectName: "boardSearch"
            width: Math.min(220, parent.width)
            iconName: "search"
            placeholderText: qsTr("Find a figure")
            text: tab.session.board.query
            onTextEdited: tab.session.board.query = text
        }
        DropDown {
            objectName: "boardGroup"
            width: Math.min(implicitWidth, parent.width)
            label: qsTr("Group of figures")
            model: tab.groups
            chosen: Math.max(0, tab.groups.findIndex(g => g.key === tab.session.board.group))
            onActivated: index => tab.session.board.group = tab.groups[index].key
        }
        CompareBox { session: tab.session }
    }
    GridView {
        id: cards
        objectName: "cards"
        anchors { top: tools.bottom; topMargin: 10; bottom: parent.bottom }
        x: Theme.pad - 4
        width: parent.width - 2 * x
        clip: true
        readonly property int across: Math.max(1, Math.floor(width / (Theme.elder ? 240 : 176)))
        cellWidth: width / across
        cellHeight: Theme.elder ? 176 : 118
        model: tab.session.board
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        ScrollBar.vertical: ScrollBar {}
        delegate: BoardCard {
            width: cards.cellWidth - 8
            height: cards.cellHeight - 8
            current: GridView.isCurrentItem && cards.activeFocus
            onClicked: tab.session.openRanking(indicatorId)
        }
        Keys.onReturnPressed: (currentItem as BoardCard)?.clicked()
        Keys.onSpacePressed: (currentItem as BoardCard)?.clicked()
    }
    Nothing {
        anchors.centerIn: cards
        visible: tab.session.board.count === 0
        words: tab.session.board.busy ? qsTr("Counting…") : qsTr("No figure here")
        advice: tab.session.board.busy ? "" : qsTr("Figures are declared in the catalogue of the file, with the levels they are shown at.")
    }
}
