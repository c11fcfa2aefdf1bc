// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Words to find, a condition for those who want one, and only what lies in the selected unit.
Column {
    id: filter
    required property RegisterSession session
    readonly property RecordTableModel table: session.table
    readonly property string unit: session.mapSession.dossier.code
    readonly property var fields: table.fields
    property bool conditionOpen: false
    spacing: 6

    Row {
        width: parent.width
        spacing: 8
        ThemeField {
            objectName: "tableSearch"
            width: parent.width - conditionButton.width - hereButton.width - 16
            iconName: "search"
            placeholderText: qsTr("Find in the table")
            text: filter.table.query
            onTextEdited: filter.table.query = text
        }
        IconButton {
            id: hereButton
            objectName: "onlyHere"
            iconName: "map"
            label: filter.table.within === "" ? qsTr("Only in the unit selected on the map") : qsTr("Everywhere again")
            checked: filter.table.within !== ""
            enabled: checked || filter.unit !== ""
            onClicked: filter.table.within = filter.table.within === "" ? filter.unit : ""
        }
        IconButton {
            id: conditionButton
            objectName: "conditionButton"
            iconName: "filter"
            label: qsTr("Condition")
            checked: filter.conditionOpen || filter.table.condition !== ""
            onClicked: {
                filter.conditionOpen = !filter.conditionOpen;
                if (!filter.conditionOpen) filter.table.condition = "";
            }
        }
    }
    ThemeField {
        objectName: "conditionField"
        width: parent.width
        visible: filter.conditionOpen || filter.table.condition !== ""
        placeholderText: qsTr("For example: amount > 1000 and state != 'closed'")
        text: filter.table.condition
        font.family: Theme.digits
        onEditingFinished: filter.table.condition = text
    }
    ThemeText {
        objectName: "conditionError"
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: filter.table.conditionError === "" ? "" : qsTr("This condition cannot be read: %1").arg(filter.table.conditionError)
        color: Theme.seal
        font.pixelSize: Theme.small
    }
    ThemeText {
        width: parent.width
        visible: filter.conditionOpen && filter.table.conditionError === ""
        wrapMode: Text.Wrap
        text: qsTr("Fields: %1").arg(filter.fields.map(f => f.title + " = " + f.key).join(qsTr(", ")))
        color: Theme.muted
        font.pixelSize: Theme.small
        maximumLineCount: 4
        elide: Text.ElideRight
    }
}
