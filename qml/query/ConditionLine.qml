// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// One condition, read from left to right: "and · within · 2000 m · of · industry bases · apple".
Item {
    id: line
    required property int position
    required property AskSession session
    readonly property QuestionForm form: session.form
    readonly property var condition: form.conditions[position] ?? ({ kind: "org", op: "has" })
    readonly property string kind: condition.kind
    readonly property bool ofClass: kind === "class" || kind === "neighbour"
    readonly property bool ofPlaces: kind === "distance" || kind === "record" || kind === "land"
    readonly property bool figured: kind === "households" || kind === "area"
    readonly property var kinds: ofPlaces ? form.choicesOf(condition.what ?? "") : []
    readonly property string join: position === 0 ? qsTr("where") : session.given.match === "any" ? qsTr("or") : qsTr("and")
    implicitHeight: flow.implicitHeight + 12

    function set(part: string, value: string): void { form.setCondition(position, part, value); }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.panel
        border.color: Theme.line
    }
    Flow {
        id: flow
        x: 8
        y: 6
        width: parent.width - removeButton.width - 12
        spacing: 6
        ThemeText {
            height: Theme.target
            text: line.join
            color: Theme.muted
        }
        ChoiceBox {
            objectName: "conditionKind_" + line.position
            label: qsTr("What the condition is about")
            choices: [{ key: "org", text: qsTr("Party organisation") }, { key: "class", text: qsTr("Colour") },
                      { key: "neighbour", text: qsTr("Next to a colour") }, { key: "households", text: qsTr("Households") },
                      { key: "area", text: qsTr("Area in mu") }, { key: "distance", text: qsTr("Distance") },
                      { key: "record", text: qsTr("Record") }, { key: "land", text: qsTr("Land on it") }]
            value: line.kind
            onPicked: key => line.set("kind", key)
        }
        ChoiceBox {
            objectName: "conditionOp_" + line.position
            implicitWidth: Theme.elder ? 180 : 130
            label: qsTr("How it holds")
            choices: line.figured ? [{ key: "least", text: qsTr("at least") }, { key: "most", text: qsTr("at most") }]
                     : line.kind === "distance" ? [{ key: "within", text: qsTr("within") }, { key: "beyond", text: qsTr("further than") }]
                     : line.kind === "class" ? [{ key: "has", text: qsTr("is") }, { key: "not", text: qsTr("is not") }]
                     : [{ key: "has", text: qsTr("there is") }, { key: "not", text: qsTr("there is none") }]
            value: line.condition.op
            onPicked: key => line.set("op", key)
        }
        ThemeField {
            objectName: "conditionNumber_" + line.position
            visible: line.figured || line.kind === "distance"
            width: Theme.elder ? 130 : 90
            placeholderText: line.kind === "distance" ? qsTr("Metres") : qsTr("Number")
            text: line.condition.n ?? ""
            onTextEdited: line.set("n", text)
            onAccepted: line.session.ask()
        }
        ThemeText {
            height: Theme.target
            visible: line.kind === "distance"
            text: qsTr("m from")
            color: Theme.muted
        }
        ChoiceBox {
            objectName: "conditionWhat_" + line.position
            visible: line.ofPlaces
            label: qsTr("Which places")
            choices: line.kind === "distance" ? line.form.sources : line.kind === "land" ? line.form.landRegisters : line.form.registers
            value: line.condition.what ?? ""
            onPicked: key => line.set("what", key)
        }
        ChoiceBox {
            objectName: "conditionOf_" + line.position
            visible: line.kinds.length > 0
            label: qsTr("Of which kind")
            choices: line.kinds
            value: line.condition.of ?? ""
            onPicked: key => line.set("of", key)
        }
        ChoiceBox {
            objectName: "conditionClass_" + line.position
            visible: line.ofClass
            label: qsTr("Which colour")
            choices: line.form.classChoices()
            value: (line.condition.of ?? "") + ":" + (line.condition.what ?? "")
            onPicked: key => line.set("class", key)
        }
    }
    IconButton {
        id: removeButton
        objectName: "removeCondition_" + line.position
        anchors { right: parent.right; top: parent.top; margins: 4 }
        iconName: "close"
        label: qsTr("Take this condition away")
        onClicked: line.form.removeCondition(line.position)
    }
}
