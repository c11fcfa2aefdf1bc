// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One record of a table. An overdue matter has a red edge, one nearly due an amber one.
ItemDelegate {
    id: line
    required property var cells
    required property double record
    required property string urgency
    required property var columns
    required property real character
    property bool current: false

    objectName: "tableLine"
    height: Theme.elder ? 54 : 34
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: cells.join(" · ")
    background: Rectangle {
        color: line.hovered ? Theme.hover : "transparent"
        Rectangle {
            width: 4
            height: parent.height
            visible: line.urgency === "overdue" || line.urgency === "nearlyDue"
            color: line.urgency === "overdue" ? Theme.seal : Theme.soon
        }
        Rectangle {
            visible: line.current
            anchors.fill: parent
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        Rule { width: parent.width; anchors.bottom: parent.bottom; opacity: 0.5 }
    }
    contentItem: Item {
        Row {
            x: Theme.pad
            height: parent.height
            Repeater {
                model: line.cells
                ThemeText {
                    required property string modelData
                    required property int index
                    readonly property var column: line.columns[index]
                    width: column ? column.width * line.character + 20 : 0
                    height: line.height
                    rightPadding: 12
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    horizontalAlignment: column && column.numeric ? Text.AlignRight : Text.AlignLeft
                    text: modelData.replace(/\n/g, " ")
                    font.pixelSize: Theme.elder ? Theme.body : 13
                }
            }
        }
    }
}
