// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// In which form it is handed on: format, encoding, names of fields, system, for whom.
Column {
    id: part
    required property ExportForm form
    readonly property var formats: form.formats
    readonly property var encodings: form.encodings
    readonly property var namings: form.namings
    readonly property var systems: form.systems
    readonly property var chosen: formats.find(f => f.key === form.format)
    spacing: 12

    ExportLine {
        width: parent.width
        label: qsTr("Format")
        ChoiceBox {
            objectName: "exportFormat"
            width: parent.width
            label: qsTr("Format")
            choices: part.formats
            value: part.form.format
            onPicked: key => part.form.format = key
        }
        ThemeText {
            objectName: "exportPurpose"
            width: parent.width
            wrapMode: Text.Wrap
            text: part.chosen ? part.chosen.note : ""
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ExportLine {
        width: parent.width
        visible: part.systems.length > 0 && part.form.format !== "xlsx"
        label: qsTr("Coordinate system; zones by where the data lie")
        ChoiceBox {
            objectName: "exportSystem"
            width: parent.width
            label: qsTr("Coordinate system")
            choices: part.systems
            value: part.form.system
            onPicked: key => part.form.system = key
        }
    }
    Flow {
        width: parent.width
        spacing: 16
        ExportLine {
            width: encoding.implicitWidth
            visible: part.encodings.length > 0
            label: qsTr("Encoding of texts")
            Segmented {
                id: encoding
                objectName: "exportEncoding"
                choices: part.encodings
                current: part.form.encoding
                onChosen: key => part.form.encoding = key
            }
        }
        ExportLine {
            width: naming.implicitWidth
            label: qsTr("Field names")
            Segmented {
                id: naming
                objectName: "exportNaming"
                choices: part.namings
                current: part.form.naming
                onChosen: key => part.form.naming = key
            }
        }
    }
    Column {
        width: parent.width
        ThemeSwitch {
            objectName: "exportSplit"
            width: parent.width
            text: qsTr("One file per township")
            checked: part.form.split
            onToggled: part.form.split = checked
        }
        ThemeSwitch {
            objectName: "exportTwelve"
            width: parent.width
            visible: part.form.format === "gtxt"
            text: qsTr("12 fields in the line of a parcel, not 9")
            checked: part.form.twelveFields
            onToggled: part.form.twelveFields = checked
        }
        ThemeSwitch {
            objectName: "exportPublic"
            width: parent.width
            visible: !part.form.ofAnswer
            text: qsTr("For the public: nothing sensitive, no persons")
            checked: part.form.publicUse
            onToggled: part.form.publicUse = checked
        }
        ThemeSwitch {
            objectName: "exportSensitive"
            width: parent.width
            visible: part.form.maySensitive
            text: qsTr("With sensitive fields; it is kept who had them")
            checked: part.form.sensitive
            onToggled: part.form.sensitive = checked
        }
    }
}
