// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Which file, what is in it, and what has to be answered before it goes on.
Column {
    id: part
    required property ImportTask task
    readonly property var found: task.found
    spacing: 10

    Column {
        width: parent.width
        spacing: 2
        ThemeText {
            objectName: "importFile"
            width: parent.width
            elide: Text.ElideMiddle
            text: part.task.fileName
            font.weight: Font.Medium
        }
        ThemeText {
            objectName: "importFacts"
            width: parent.width
            visible: part.found.known
            wrapMode: Text.Wrap
            text: qsTr("%1 · records: %2 · %3").arg(part.found.format).arg(part.found.records).arg(part.found.shapes)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    Rectangle {
        id: trouble
        objectName: "importTrouble"
        width: parent.width
        height: words.implicitHeight + 2 * Theme.gap
        visible: part.task.problem !== ""
        radius: Theme.radius
        color: Theme.sealWash
        border.color: Theme.seal
        Accessible.role: Accessible.AlertMessage
        Accessible.name: part.task.problem
        Column {
            id: words
            x: 12
            y: Theme.gap
            width: parent.width - 24
            spacing: 8
            ThemeText {
                objectName: "importProblem"
                width: parent.width
                wrapMode: Text.Wrap
                text: part.task.problem
            }
            ImportChoice {
                visible: part.found.asks === "crs"
                width: parent.width
                label: qsTr("Coordinate system")
                boxName: "askedSystem"
                choices: part.found.systems
                value: part.found.crs
                note: qsTr("The zone this county lies in stands first. Ask who delivered the file when in doubt: a wrong zone moves it by hundreds of kilometres.")
                onPicked: key => part.task.choose("crs", key)
            }
            ImportChoice {
                visible: part.found.asks === "layer"
                width: parent.width
                label: qsTr("Layer")
                boxName: "askedLayer"
                choices: part.found.layers
                value: part.found.layer
                onPicked: key => part.task.choose("layer", key)
            }
            TechnicalDetail {
                width: parent.width
                words: part.task.technical
            }
        }
    }
    Flow {
        width: parent.width
        visible: part.found.recipes.length > 0
        spacing: 6
        ThemeText {
            height: Theme.elder ? 48 : 30
            text: qsTr("As last time:")
            color: Theme.muted
        }
        Repeater {
            model: part.found.recipes
            ChoiceChip {
                required property string modelData
                required property int index
                objectName: "keptImport_" + index
                text: modelData
                onClicked: part.task.useKept(modelData)
            }
        }
    }
    ImportChoice {
        visible: part.found.layers.length > 1 && part.found.asks !== "layer"
        width: parent.width
        label: qsTr("Layer")
        boxName: "importLayer"
        choices: part.found.layers
        value: part.found.layer
        onPicked: key => part.task.choose("layer", key)
    }
}
