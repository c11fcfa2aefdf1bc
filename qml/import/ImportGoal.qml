// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What the records become, which field goes where, and by what they are known again.
Column {
    id: part
    required property ImportTask task
    readonly property var found: task.found
    /// Registers have many fields: those without a proposal are shown when asked for.
    property bool all: false
    readonly property var shown: all ? found.targets : found.targets.filter(t => t.field !== "" || t.required || found.targets.length < 6)
    spacing: 10

    ImportChoice {
        width: parent.width
        label: qsTr("The records become")
        boxName: "importGoal"
        choices: part.found.goals
        value: part.found.goal
        onPicked: key => part.task.choose("goal", key)
    }
    Repeater {
        model: part.shown
        Item {
            id: line
            required property var modelData
            width: part.width
            height: Math.max(title.implicitHeight, box.height)
            ThemeText {
                id: title
                width: line.width * 0.42 - 8
                anchors.verticalCenter: parent.verticalCenter
                wrapMode: Text.Wrap
                text: line.modelData.required ? qsTr("%1 (required)").arg(line.modelData.text) : line.modelData.text
                color: line.modelData.required && line.modelData.field === "" ? Theme.seal : Theme.ink
            }
            ChoiceBox {
                id: box
                objectName: "field_" + line.modelData.key
                x: line.width * 0.42
                width: line.width * 0.58
                label: line.modelData.text
                choices: part.found.fields
                value: line.modelData.field
                onPicked: key => part.task.setField(line.modelData.key, key)
            }
        }
    }
    LinkText {
        objectName: "importAllTargets"
        visible: part.all || part.shown.length < part.found.targets.length
        text: part.all ? qsTr("Only those with a field") : qsTr("All %1 fields of the register").arg(part.found.targets.length)
        onClicked: part.all = !part.all
    }
    ImportChoice {
        width: parent.width
        label: qsTr("Known again by")
        boxName: "importKey"
        choices: part.found.keys
        value: part.found.key
        note: part.found.key === "" ? "" : qsTr("What is in the county under the same key is changed to what the file says; what is missing in the file stays.")
        onPicked: key => part.task.choose("key", key)
    }
}
