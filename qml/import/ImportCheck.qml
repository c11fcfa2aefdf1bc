// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What an import would do, in numbers, and what it found, by rule.
Column {
    id: part
    required property ImportTask task
    readonly property var counts: task.counts
    readonly property var figures: [{ key: "inserted", text: qsTr("New") }, { key: "changed", text: qsTr("Changed") },
                                    { key: "unchanged", text: qsTr("Unchanged") }, { key: "missing", text: qsTr("Only in the county") },
                                    { key: "rejected", text: qsTr("Not taken") }]
    signal placeShown
    spacing: 8

    Flow {
        width: parent.width
        spacing: Theme.pad
        Repeater {
            model: part.figures
            Column {
                id: figure
                required property var modelData
                readonly property int number: (part.counts[modelData.key] ?? 0) + (modelData.key === "rejected" ? part.counts.refused ?? 0 : 0)
                visible: number > 0 || modelData.key === "inserted"
                ThemeText {
                    objectName: "count_" + figure.modelData.key
                    text: String(figure.number)
                    color: figure.modelData.key === "rejected" ? Theme.seal : Theme.ink
                    font.pixelSize: Theme.large
                    font.weight: Font.Medium
                }
                ThemeText {
                    text: figure.modelData.text
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }
    }
    ThemeText {
        objectName: "importFindings"
        width: parent.width
        wrapMode: Text.Wrap
        text: part.task.findings.count === 0 ? qsTr("Nothing stands out.") : qsTr("What stands out; a tap shows the records, and their place on the map where they have one:")
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Column {
        width: parent.width
        Repeater {
            model: part.task.findings
            ImportFinding {
                width: part.width
                onTapped: {
                    if (heading) part.task.findings.toggle(index);
                    else if (placed) {
                        part.task.show(index);
                        part.placeShown();
                    }
                }
            }
        }
    }
}
