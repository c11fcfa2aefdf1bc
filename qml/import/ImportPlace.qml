// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What the coordinates are: the system, the offset of web maps, the survey office's parameters.
Column {
    id: part
    required property ImportTask task
    readonly property var found: task.found
    spacing: 8

    ImportChoice {
        width: parent.width
        visible: part.found.asks !== "crs"
        label: qsTr("Coordinate system")
        boxName: "importSystem"
        choices: part.found.systems
        value: part.found.crs
        note: part.found.crsReason
        onPicked: key => part.task.choose("crs", key)
    }
    Row {
        width: parent.width
        spacing: 8
        ThemeField {
            id: number
            objectName: "importEpsg"
            width: parent.width - enter.width - 8
            placeholderText: qsTr("Another one: its EPSG number")
            maximumLength: 6
            inputMethodHints: Qt.ImhDigitsOnly
            validator: RegularExpressionValidator { regularExpression: /\d{4,6}/ }
            onAccepted: enter.clicked()
        }
        ActionButton {
            id: enter
            objectName: "importEpsgTake"
            text: qsTr("Use it")
            enabled: number.acceptableInput
            onClicked: if (number.acceptableInput) part.task.choose("crs", number.text)
        }
    }
    ThemeSwitch {
        objectName: "importShift"
        width: parent.width
        text: qsTr("From a web map (Amap, Tencent): take the GCJ-02 offset off")
        checked: part.found.shift
        onToggled: part.task.choose("shift", checked ? "gcj02" : "")
    }
    Column {
        width: parent.width
        visible: part.found.datumAsked
        spacing: 4
        ThemeText {
            objectName: "importDatumNote"
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: part.found.datumNote
            color: Theme.soon
            font.pixelSize: Theme.small
        }
        ThemeField {
            objectName: "importDatum"
            width: parent.width
            text: part.found.datum
            placeholderText: qsTr("Parameters: dx,dy,dz or dx,dy,dz,rx,ry,rz,scale")
            onEditingFinished: if (text !== part.found.datum) part.task.choose("datum", text)
        }
    }
}
