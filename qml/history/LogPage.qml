// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Every change, newest first, narrowed by who, what, where and when; a line leads to its place on the map.
Item {
    id: page
    required property RegisterSession session
    readonly property LogModel log: session.log
    readonly property var authors: log.authors
    readonly property var kinds: [{ key: "", text: qsTr("All changes") }, { key: "classes", text: qsTr("Classes") },
                                  { key: "borders", text: qsTr("Borders and names") }, { key: "records", text: qsTr("Records") },
                                  { key: "organisations", text: qsTr("Organisations") },
                                  { key: "imports", text: qsTr("Imports and reference layers") },
                                  { key: "catalogue", text: qsTr("What is declared") },
                                  { key: "takenBack", text: qsTr("What was taken back") }]
    readonly property string unit: session.mapSession.dossier.code
    property string withinName
    /// In narrow windows what narrows the list down is folded away.
    property bool unfolded: false
    /// The line of the log whose list of what moved stands open; 0 = none.
    property int reviewed: 0
    function lead(entry: var): void {
        if (entry.what === "record") session.openRecord(entry.register, entry.record, "history");
        else if (entry.unit !== "") session.showUnit(entry.unit);
    }
    readonly property bool narrowing: width >= 560 || unfolded

    Flow {
        id: tools
        x: Theme.pad
        y: 10
        width: parent.width - 2 * Theme.pad
        spacing: 8
        ChoiceChip {
            objectName: "logNarrow"
            height: Theme.target
            visible: page.width < 560
            text: qsTr("Narrow down")
            checked: page.unfolded
            onClicked: page.unfolded = !page.unfolded
        }
        DropDown {
            objectName: "logAuthor"
            visible: page.narrowing
            label: qsTr("Who")
            model: page.authors
            chosen: Math.max(0, page.authors.findIndex(a => a.key === page.log.author))
            onActivated: index => page.log.author = page.authors[index].key
        }
        DropDown {
            objectName: "logKind"
            visible: page.narrowing
            label: qsTr("What")
            model: page.kinds
            chosen: Math.max(0, page.kinds.findIndex(k => k.key === page.log.kind))
            onActivated: index => page.log.kind = page.kinds[index].key
        }
        DayField {
            objectName: "logFrom"
            visible: page.narrowing
            label: qsTr("From day")
            day: page.log.fromDay
            onChosen: day => page.log.fromDay = day
        }
        DayField {
            objectName: "logTo"
            visible: page.narrowing
            label: qsTr("To day")
            day: page.log.toDay
            onChosen: day => page.log.toDay = day
        }
        ChoiceChip {
            objectName: "logHere"
            height: Theme.target
            visible: page.unit !== "" || page.log.within !== ""
            text: qsTr("Only in %1").arg(page.log.within === "" ? page.session.mapSession.dossier.name : page.withinName)
            checked: page.log.within !== ""
            onClicked: {
                page.withinName = page.session.mapSession.dossier.name;
                page.log.within = page.log.within === "" ? page.unit : "";
            }
        }
        ActionButton {
            objectName: "logAll"
            visible: page.log.filtered
            iconName: "close"
            text: qsTr("Show all")
            onClicked: page.log.clearFilter()
        }
    }
    ChainCard {
        id: chain
        anchors { top: tools.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        chain: page.session.chain
    }
    ListView {
        id: list
        objectName: "logList"
        anchors { top: chain.bottom; topMargin: 8; bottom: parent.bottom }
        width: parent.width
        clip: true
        model: page.log
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        delegate: LogRow {
            width: list.width
            current: ListView.isCurrentItem && list.activeFocus
            unfolded: page.reviewed === seq
            onUnfoldWanted: page.reviewed = page.reviewed === seq ? 0 : seq
            onPicked: entry => page.lead(entry)
            onClicked: if (unit !== "") page.session.showUnit(unit)
        }
        Keys.onReturnPressed: (currentItem as LogRow)?.clicked()
    }
    Nothing {
        objectName: "logNothing"
        anchors.centerIn: list
        visible: page.log.count === 0
        words: page.log.busy ? qsTr("One moment…") : page.log.filtered ? qsTr("No such change") : qsTr("No change yet")
        advice: page.log.busy || page.log.filtered ? "" : qsTr("Every change of classes, borders, records and organisations is written down here.")
    }
}
