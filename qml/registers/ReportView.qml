// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// One report: its tables one at a time, for the whole county or a township, as of a day. A line about a
/// unit leads to it on the map, one about a record to the record.
Item {
    id: view
    required property RegisterSession session
    readonly property ReportModel report: session.report
    readonly property real character: Theme.elder ? 12 : 8
    readonly property var columnList: report.columns
    readonly property var tableList: report.tables
    readonly property var unitList: report.units
    readonly property real wide: columnList.reduce((sum, c) => sum + c.width * character + 20, 0)
    objectName: "reportView"

    PageHead {
        id: head
        width: parent.width
        title: view.report.title
        note: view.report.dayShown === "" ? "" : view.report.withinName === "" ? qsTr("Whole county · %1").arg(view.report.dayShown)
                                                : qsTr("%1 · %2").arg(view.report.withinName).arg(view.report.dayShown)
        canGoBack: true
        onBack: view.session.stepBack()
        CoverButton {
            visible: view.report.hasSensitive && view.report.registerId !== ""
            registerId: view.report.registerId
            session: view.session
        }
        ExportButton {
            objectName: "exportTable"
            iconName: "table"
            label: qsTr("Save this table (CSV)")
            suggested: view.report.title + " " + view.report.tableTitle
            enabled: view.tableList.length > 0
            onPicked: file => view.report.exportTable(file)
        }
        ExportButton {
            objectName: "exportReport"
            label: qsTr("Save the whole report (CSV)")
            suggested: view.report.title + " " + view.report.dayShown
            enabled: view.tableList.length > 0
            onPicked: file => view.report.exportReport(file)
        }
    }
    Flow {
        id: tools
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        DropDown {
            objectName: "reportTable"
            width: Math.min(Theme.elder ? 360 : 280, parent.width)
            label: qsTr("Table of the report")
            model: view.tableList
            chosen: view.report.table
            onActivated: index => view.report.table = index
        }
        DropDown {
            objectName: "reportUnit"
            width: Math.min(implicitWidth, parent.width - day.width - 8)
            label: qsTr("Unit the report is about")
            model: view.unitList
            chosen: Math.max(0, view.unitList.findIndex(u => u.key === view.report.within))
            onActivated: index => view.report.within = view.unitList[index].key
        }
        ThemeField {
            id: day
            objectName: "reportDay"
            width: Theme.elder ? 150 : 110
            placeholderText: qsTr("Today")
            maximumLength: 10
            inputMethodHints: Qt.ImhDate
            Accessible.name: qsTr("Day of the report, such as 2026-01-31")
            text: view.report.day
            onEditingFinished: view.report.day = text
        }
        ThemeText {
            objectName: "reportDayError"
            width: Math.min(implicitWidth, parent.width)
            height: Theme.target
            visible: view.report.dayWrong
            text: qsTr("This must be a date, such as 2026-03-08.")
            color: Theme.seal
        }
    }
    Flickable {
        id: sideways
        anchors { top: tools.bottom; topMargin: 8; bottom: parent.bottom }
        width: parent.width
        contentWidth: Math.max(width, view.wide + 2 * Theme.pad)
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        opacity: view.report.busy ? 0.5 : 1
        ScrollBar.horizontal: ScrollBar { policy: sideways.contentWidth > sideways.width ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff }
        TableHead {
            id: titles
            width: sideways.contentWidth
            columns: view.columnList
            character: view.character
        }
        ListView {
            id: list
            objectName: "reportLines"
            anchors { top: titles.bottom; bottom: parent.bottom }
            width: sideways.contentWidth
            clip: true
            model: view.report
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            currentIndex: -1
            ScrollBar.vertical: ScrollBar {}
            delegate: TableLine {
                required property string unit
                width: list.width
                objectName: "reportLine"
                columns: view.columnList
                character: view.character
                current: ListView.isCurrentItem && list.activeFocus
                onClicked: {
                    if (record > 0) view.session.openRecord(view.report.registerId, record, "board");
                    else if (unit !== "") view.session.showUnit(unit);
                }
            }
            Keys.onReturnPressed: (currentItem as TableLine)?.clicked()
        }
    }
    Nothing {
        anchors.centerIn: sideways
        visible: view.report.count === 0
        advice: view.report.error
        words: view.report.busy ? qsTr("Counting…") : view.report.error !== "" ? qsTr("This report cannot be made.") : view.tableList.length === 0 ? qsTr("This report has no table") : qsTr("Nothing to report here")
    }
}
