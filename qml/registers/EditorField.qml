// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// One field being declared: its name, type and unit, what there is to choose from, who may see it.
Item {
    id: field
    required property int index
    required property string title
    required property string titleEn
    required property string type
    required property string unit
    required property bool needed
    required property bool sensitive
    required property string choices
    required property string of
    required property string error
    required property bool old
    required property bool retired
    required property string formula
    required property string preset
    required property string least
    required property string most
    required property string level
    required property RegisterEditor editor
    property bool lastOne: false
    readonly property var types: editor.types
    readonly property var registers: editor.registers
    readonly property var levels: editor.levels
    readonly property bool counts: type === "integer" || type === "decimal"
    readonly property bool limited: counts || type === "money" || type === "year"
    readonly property bool keepsFiles: type === "photo" || type === "attachment"
    /// A value that records have is not computed from one day to the next.
    readonly property bool mayCompute: !keepsFiles && (!old || formula !== "")
    /// Limits, what it begins with and its formula are shown.
    property bool unfolded: preset !== "" || least !== "" || most !== "" || formula !== ""
    readonly property bool chooses: type === "choice" || type === "multi_choice"

    objectName: "editorField_" + index
    height: column.implicitHeight + 22
    opacity: retired ? 0.55 : 1

    Rectangle {
        x: Theme.pad
        y: 4
        width: parent.width - 2 * Theme.pad
        height: parent.height - 8
        radius: Theme.radius
        color: Theme.panel
        border.color: field.error === "" ? Theme.line : Theme.seal
    }
    Column {
        id: column
        x: Theme.pad + 10
        y: 11
        width: parent.width - 2 * x
        spacing: 6
        Flow {
            width: parent.width
            spacing: 6
            ThemeField {
                objectName: "fieldTitle_" + field.index
                width: Math.min(parent.width, Theme.elder ? 260 : 170)
                placeholderText: qsTr("Name of the field")
                text: field.title
                onTextEdited: field.editor.setText(field.index, "title", text)
            }
            DropDown {
                objectName: "fieldType_" + field.index
                width: Theme.elder ? 220 : 176
                label: qsTr("Type")
                enabled: !field.old && field.formula === ""
                model: field.types
                chosen: Math.max(0, field.types.findIndex(t => t.key === field.type))
                onActivated: index => field.editor.setText(field.index, "type", field.types[index].key)
            }
            ThemeField {
                objectName: "fieldUnit_" + field.index
                visible: field.counts
                width: Theme.elder ? 140 : 90
                placeholderText: qsTr("Measure")
                text: field.unit
                onTextEdited: field.editor.setText(field.index, "unit", text)
            }
            DropDown {
                objectName: "fieldOf_" + field.index
                visible: field.type === "record"
                label: qsTr("Register it points to")
                model: field.registers
                displayText: currentIndex < 0 ? qsTr("Register…") : currentText
                currentIndex: field.registers.findIndex(r => r.key === field.of)
                onActivated: index => field.editor.setText(field.index, "of", field.registers[index].key)
            }
            DropDown {
                objectName: "fieldLevel_" + field.index
                visible: field.type === "unit"
                width: Theme.elder ? 220 : 150
                label: qsTr("Level of the unit")
                model: field.levels
                chosen: Math.max(0, field.levels.findIndex(l => l.key === field.level))
                onActivated: index => field.editor.setText(field.index, "level", field.levels[index].key)
            }
            IconButton {
                iconName: "up"
                label: qsTr("One up")
                enabled: field.index > 0
                onClicked: field.editor.moveField(field.index, field.index - 1)
            }
            IconButton {
                iconName: "down"
                label: qsTr("One down")
                enabled: !field.lastOne
                onClicked: field.editor.moveField(field.index, field.index + 1)
            }
            IconButton {
                objectName: "fieldRemove_" + field.index
                iconName: field.retired ? "undo" : "trash"
                label: field.retired ? qsTr("Ask for it again") : field.old ? qsTr("No longer ask for it; its values stay") : qsTr("Take the field away")
                onClicked: field.editor.removeField(field.index)
            }
        }
        ThemeField {
            objectName: "fieldChoices_" + field.index
            visible: field.chooses
            width: parent.width
            placeholderText: qsTr("Choices, with 、 between them")
            text: field.choices
            onTextEdited: field.editor.setText(field.index, "choices", text)
        }
        Flow {
            width: parent.width
            spacing: 6
            ChoiceChip {
                objectName: "fieldNeeded_" + field.index
                visible: field.formula === ""
                text: qsTr("must be filled in")
                checked: field.needed
                onClicked: field.editor.setRequired(field.index, !field.needed)
            }
            ChoiceChip {
                objectName: "fieldSensitive_" + field.index
                text: qsTr("masked")
                checked: field.sensitive
                onClicked: field.editor.setSensitive(field.index, !field.sensitive)
            }
            ThemeText {
                visible: field.retired
                height: Theme.elder ? 48 : 30
                text: qsTr("no longer asked for")
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            LinkText {
                objectName: "fieldMore_" + field.index
                visible: !field.keepsFiles
                height: Theme.elder ? 48 : 30
                text: field.unfolded ? qsTr("Less") : qsTr("Limits, default, formula…")
                onClicked: field.unfolded = !field.unfolded
            }
        }
        Flow {
            width: parent.width
            visible: field.unfolded && !field.keepsFiles
            spacing: 6
            ThemeField {
                objectName: "fieldLeast_" + field.index
                visible: field.limited
                width: Theme.elder ? 140 : 100
                placeholderText: qsTr("At least")
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                text: field.least
                onTextEdited: field.editor.setText(field.index, "least", text)
            }
            ThemeField {
                objectName: "fieldMost_" + field.index
                visible: field.limited
                width: Theme.elder ? 140 : 100
                placeholderText: qsTr("At most")
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                text: field.most
                onTextEdited: field.editor.setText(field.index, "most", text)
            }
            ThemeField {
                objectName: "fieldDefault_" + field.index
                visible: field.formula === ""
                width: Math.min(parent.width, Theme.elder ? 260 : 170)
                placeholderText: qsTr("Begins with")
                text: field.preset
                onTextEdited: field.editor.setText(field.index, "preset", text)
            }
        }
        ThemeField {
            objectName: "fieldFormula_" + field.index
            visible: field.unfolded && field.mayCompute
            width: parent.width
            placeholderText: qsTr("Computed, never entered: a formula, for example trees * 12")
            text: field.formula
            onTextEdited: field.editor.setText(field.index, "formula", text)
        }
        ThemeText {
            width: parent.width
            visible: field.unfolded && field.mayCompute
            wrapMode: Text.Wrap
            text: qsTr("In a formula: %1").arg(field.editor.names)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        ThemeText {
            objectName: "fieldError_" + field.index
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: field.error
            color: Theme.seal
            font.pixelSize: Theme.elder ? Theme.body : 13
        }
    }
}
