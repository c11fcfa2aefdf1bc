// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// A question that is put together: which units, in which place, with which conditions.
Column {
    id: fields
    required property AskSession session
    readonly property QuestionForm form: session.form
    readonly property var conditions: form.conditions
    readonly property string unit: session.mapSession.dossier.code
    spacing: 8

    Flow {
        width: parent.width
        spacing: 8
        ChoiceBox {
            objectName: "selectLevel"
            label: qsTr("Level of the units asked for")
            choices: fields.form.levels
            value: fields.session.given.level ?? ""
            onPicked: key => fields.form.set("level", key)
        }
        ChoiceBox {
            objectName: "selectShape"
            label: qsTr("Where they lie")
            choices: [{ key: "", text: qsTr("Everywhere") }, { key: "rectangle", text: qsTr("In a rectangle") },
                      { key: "polygon", text: qsTr("In a drawn area") }, { key: "circle", text: qsTr("In a circle") },
                      { key: "corridor", text: qsTr("Along a line") }]
            value: fields.session.shape
            onPicked: key => fields.session.setShape(key)
        }
        ChoiceBox {
            objectName: "selectHow"
            visible: fields.session.shape !== ""
            label: qsTr("How they lie to it")
            choices: [{ key: "", text: qsTr("With their middle") }, { key: "touch", text: qsTr("With any part") },
                      { key: "whole", text: qsTr("As a whole") }, { key: "beyond", text: qsTr("Not at all") }]
            value: fields.session.given.how ?? ""
            onPicked: key => fields.form.set("how", key)
        }
        ThemeField {
            objectName: "selectMetres"
            visible: fields.session.shape === "circle" || fields.session.shape === "corridor"
            width: Theme.elder ? 150 : 110
            placeholderText: qsTr("Metres")
            text: fields.session.given.metres ?? ""
            onTextEdited: fields.form.set("metres", text)
            onAccepted: fields.session.ask()
        }
        ActionButton {
            objectName: "drawShape"
            visible: fields.session.shape !== ""
            iconName: "draw"
            text: fields.session.given.area || fields.session.given.at || fields.session.given.line ? qsTr("Draw again") : qsTr("Draw on the map")
            onClicked: fields.session.drawShape()
        }
        ActionButton {
            objectName: "selectWithin"
            visible: fields.unit !== "" || !!fields.session.given.within
            iconName: fields.session.given.within ? "close" : "map"
            text: fields.session.given.within ? qsTr("Everywhere again") : qsTr("Only in the selected unit")
            onClicked: fields.form.set("within", fields.session.given.within ? "" : fields.unit)
        }
    }
    Repeater {
        // By number, so that a line stays while one types into it.
        model: fields.conditions.length
        ConditionLine {
            required property int index
            width: fields.width
            position: index
            session: fields.session
        }
    }
    Row {
        spacing: 8
        ActionButton {
            objectName: "addCondition"
            iconName: "plus"
            text: qsTr("Condition")
            onClicked: fields.form.addCondition()
        }
        Segmented {
            objectName: "selectMatch"
            visible: fields.conditions.length > 1
            choices: [{ key: "all", title: qsTr("All hold") }, { key: "any", title: qsTr("Any holds") }]
            current: fields.session.given.match ?? "all"
            onChosen: key => fields.form.set("match", key)
        }
    }
}
