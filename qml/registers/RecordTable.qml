// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// The records of one register: sorted by a hit on a column, searched, narrowed, summed, exported. A
/// line leads to its record, here and on the map.
Item {
    id: page
    required property RegisterSession session
    readonly property RecordTableModel table: session.table
    readonly property real character: Theme.elder ? 12 : 8
    readonly property var columnList: table.columns
    readonly property var sumList: table.sums
    readonly property real wide: columnList.reduce((sum, c) => sum + c.width * character + 20, 0)
    objectName: "recordTable"

    PageHead {
        id: head
        width: parent.width
        title: page.table.title
        note: page.table.withinName === "" ? page.table.countText
                                           : qsTr("%1 · in %2").arg(page.table.countText).arg(page.table.withinName)
        canGoBack: true
        onBack: page.session.stepBack()
        IconButton {
            objectName: "editRegister"
            visible: page.session.editor.may
            iconName: "settings"
            label: qsTr("Change the register's fields")
            onClicked: {
                page.session.editor.startEdit(page.table.registerId);
                page.session.view = "editor";
            }
        }
        CoverButton {
            visible: page.table.hasSensitive
            registerId: page.table.registerId
            session: page.session
        }
        IconButton {
            objectName: "columnsButton"
            iconName: "columns"
            label: qsTr("Columns")
            onClicked: columns.open()
            ColumnChooser { id: columns; table: page.table }
        }
        ExportButton {
            suggested: page.table.title
            onPicked: file => page.table.exportCsv(file)
        }
        IconButton {
            objectName: "exportRegister"
            iconName: "layers"
            label: qsTr("More formats…")
            onClicked: page.session.exportWanted({ registerId: page.table.registerId, within: page.table.within,
                                                   condition: page.table.condition })
        }
        ActionButton {
            objectName: "addRecord"
            visible: page.session.project.mayRecord
            primary: true
            iconName: "plus"
            text: qsTr("Add")
            onClicked: page.session.addRecord(page.table.registerId, page.session.mapSession.dossier.code)
        }
    }
    TableFilter {
        id: filter
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        session: page.session
    }
    Flickable {
        id: sideways
        anchors { top: filter.bottom; topMargin: 8; bottom: parent.bottom }
        width: parent.width
        contentWidth: Math.max(width, page.wide + 2 * Theme.pad)
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.horizontal: ScrollBar { policy: sideways.contentWidth > sideways.width ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff }

        TableHead {
            id: titles
            width: sideways.contentWidth
            columns: page.columnList
            character: page.character
            sortable: true
            order: page.table.order
            onSortAsked: key => page.table.sortBy(key)
        }
        ListView {
            id: list
            objectName: "tableList"
            anchors { top: titles.bottom; bottom: sums.top }
            width: sideways.contentWidth
            clip: true
            model: page.table
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            currentIndex: -1
            ScrollBar.vertical: ScrollBar {}
            delegate: TableLine {
                width: list.width
                columns: page.columnList
                character: page.character
                current: ListView.isCurrentItem && list.activeFocus
                onClicked: page.session.openRecord(page.table.registerId, record, "table")
            }
            Keys.onReturnPressed: (currentItem as TableLine)?.clicked()
        }
        Row {
            id: sums
            objectName: "sums"
            visible: page.sumList.some(s => s !== "")
            x: Theme.pad
            anchors.bottom: parent.bottom
            height: visible ? (Theme.elder ? 48 : 34) : 0
            Repeater {
                model: page.columnList
                ThemeText {
                    required property var modelData
                    required property int index
                    width: modelData.width * page.character + 20
                    height: sums.height
                    rightPadding: 12
                    horizontalAlignment: modelData.numeric ? Text.AlignRight : Text.AlignLeft
                    elide: Text.ElideRight
                    // Columns and totals may come one after the other.
                    readonly property string total: page.sumList[index] ?? ""
                    text: total !== "" ? total : index === 0 ? qsTr("Total") : ""
                    font.weight: Font.Medium
                    color: index === 0 ? Theme.muted : Theme.ink
                }
            }
        }
        Rule { width: parent.width; anchors.bottom: sums.top; visible: sums.visible }
    }
    Nothing {
        anchors.centerIn: sideways
        visible: page.table.count === 0 && page.table.conditionError === ""
        words: page.table.busy ? qsTr("One moment…")
               : page.table.query !== "" || page.table.condition !== "" || page.table.within !== "" ? qsTr("No record fits")
                                                                                                   : qsTr("No record yet")
        advice: page.table.busy || !page.session.project.mayRecord ? "" : qsTr("“Add” makes one, for the unit selected on the map.")
    }
}
