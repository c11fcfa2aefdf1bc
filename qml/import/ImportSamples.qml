// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// In which encoding the texts are read, and how the first records read in it.
Column {
    id: part
    required property ImportTask task
    readonly property var found: task.found
    readonly property real column: Theme.elder ? 250 : 168
    spacing: 8

    ImportChoice {
        width: parent.width
        label: qsTr("Encoding of the texts")
        boxName: "importEncoding"
        choices: part.found.encodings
        value: part.found.encoding
        note: part.found.encodingReason
        onPicked: key => part.task.choose("encoding", key)
    }
    Rectangle {
        width: parent.width
        height: table.height + 2
        radius: Theme.radius
        color: Theme.panel
        border.color: Theme.line
        Flickable {
            id: table
            x: 1
            y: 1
            width: parent.width - 2
            height: rows.implicitHeight + (bar.visible ? bar.height : 0)
            clip: true
            contentWidth: rows.implicitWidth
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.horizontal: ScrollBar {
                id: bar
                visible: table.contentWidth > table.width
                policy: ScrollBar.AlwaysOn
            }
            Row {
                id: rows
                Repeater {
                    model: part.found.samples
                    Column {
                        id: field
                        required property var modelData
                        required property int index
                        width: part.column
                        padding: 6
                        ThemeText {
                            objectName: "fieldName_" + field.index
                            width: part.column - 12
                            elide: Text.ElideRight
                            text: field.modelData.name
                            color: field.modelData.target === "" ? Theme.muted : Theme.accent
                            font.weight: Font.Medium
                        }
                        Repeater {
                            model: field.modelData.samples
                            ThemeText {
                                required property string modelData
                                required property int index
                                objectName: "sample_" + field.index + "_" + index
                                width: part.column - 12
                                elide: Text.ElideRight
                                text: modelData === "" ? " " : modelData
                                font.pixelSize: Theme.elder ? Theme.body : 13
                            }
                        }
                    }
                }
            }
        }
    }
}
