// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What is exported, and which of it.
Column {
    id: part
    required property ExportForm form
    readonly property var layers: form.layers
    readonly property var places: form.places
    readonly property var schemes: form.schemes
    readonly property var classes: form.classes
    spacing: 12

    ExportLine {
        width: parent.width
        label: qsTr("What")
        ChoiceBox {
            objectName: "exportLayer"
            width: parent.width
            label: qsTr("What")
            choices: part.layers
            value: part.form.layer
            onPicked: key => part.form.layer = key
        }
    }
    ExportLine {
        width: parent.width
        visible: !part.form.ofAnswer
        label: qsTr("Where")
        ChoiceBox {
            objectName: "exportPlace"
            width: parent.width
            label: qsTr("Where")
            choices: part.places
            value: part.form.within
            onPicked: key => part.form.within = key
        }
    }
    ExportLine {
        width: parent.width
        visible: part.form.ofUnits && part.schemes.length > 0
        label: qsTr("Only these classes; none chosen = all")
        ChoiceBox {
            objectName: "exportScheme"
            width: parent.width
            visible: part.schemes.length > 1
            label: qsTr("Colour scheme")
            choices: part.schemes
            value: part.form.scheme
            onPicked: key => part.form.scheme = key
        }
        Flow {
            width: parent.width
            spacing: 6
            Repeater {
                model: part.classes
                ChoiceChip {
                    required property var modelData
                    objectName: "exportClass_" + modelData.key
                    text: modelData.text
                    checked: modelData.checked
                    onClicked: part.form.toggleClass(modelData.key)
                }
            }
        }
    }
    ExportLine {
        width: parent.width
        visible: !part.form.ofAnswer
        label: qsTr("Condition, where one is wanted")
        ThemeField {
            objectName: "exportCondition"
            width: parent.width
            placeholderText: part.form.ofUnits ? qsTr("For example: households >= 30")
                                               : qsTr("For example: amount > 1000 and state != 'closed'")
            text: part.form.condition
            font.family: Theme.digits
            onEditingFinished: part.form.condition = text
        }
    }
    ExportLine {
        width: parent.width
        label: qsTr("As of")
        DayField {
            objectName: "exportDay"
            label: qsTr("As of")
            emptyText: qsTr("Today")
            day: part.form.day
            onChosen: day => part.form.day = day
        }
    }
}
