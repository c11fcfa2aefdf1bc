// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// A rule with the number of its findings, or one of them: where, what there is and what should be.
ItemDelegate {
    id: line
    required property bool heading
    required property string rule
    required property string title
    required property string note
    required property string amount
    required property bool unfolded
    required property string unit
    required property var units
    required property string registerId
    required property string condition
    property bool chosen: false
    property bool current: false
    signal unitPicked(string code)
    signal recordsAsked

    objectName: heading ? "rule_" + rule : "finding"
    height: Math.max(Theme.elder ? 60 : 44, words.implicitHeight + 14)
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: heading ? qsTr("%1: %2 findings").arg(title).arg(amount) : title + ", " + note
    background: Rectangle {
        color: line.chosen ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
        Rectangle {
            visible: line.current
            anchors.fill: parent
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        Rule { width: parent.width; anchors.bottom: parent.bottom; opacity: 0.5 }
    }
    Item {
        anchors.fill: parent
        Icon {
            id: mark
            x: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            visible: line.heading
            name: line.unfolded ? "down" : "right"
            tint: Theme.muted
            side: Theme.elder ? 24 : 16
        }
        Column {
            id: words
            anchors { left: parent.left; leftMargin: Theme.pad + mark.width + 8; right: end.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            ThemeText {
                width: parent.width
                wrapMode: Text.Wrap
                text: line.title
            }
            ThemeText {
                width: parent.width
                wrapMode: Text.Wrap
                visible: text !== ""
                text: line.note
                color: line.heading ? Theme.muted : Theme.seal
                font.pixelSize: Theme.small
            }
            Flow {
                width: parent.width
                visible: line.units.length > 0
                spacing: 10
                Repeater {
                    model: line.units
                    LinkText {
                        required property var modelData
                        objectName: "findingUnit"
                        text: modelData.name
                        onClicked: line.unitPicked(modelData.code)
                    }
                }
            }
        }
        Row {
            id: end
            anchors { right: parent.right; rightMargin: line.heading ? Theme.pad : 8; verticalCenter: parent.verticalCenter }
            Rectangle {
                visible: line.heading
                width: Math.max(height, number.implicitWidth + 14)
                height: number.implicitHeight + 6
                radius: height / 2
                color: Theme.sealWash
                ThemeText {
                    id: number
                    objectName: "ruleCount"
                    anchors.centerIn: parent
                    text: line.amount
                    color: Theme.seal
                    font.pixelSize: Theme.small
                    font.weight: Font.Medium
                }
            }
            IconButton {
                objectName: "findingRecords"
                visible: !line.heading && line.registerId !== ""
                iconName: "table"
                label: qsTr("Its records")
                onClicked: line.recordsAsked()
            }
        }
    }
}
