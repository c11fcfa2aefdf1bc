// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One cell: its colour, where it lies, how far away, and what is due there.
ItemDelegate {
    id: line
    required property int index
    required property string code
    required property string name
    required property string where
    required property color colour
    required property string className
    required property string distance
    required property string due
    required property bool urgent
    property bool current: false
    property bool isSelected: false

    objectName: "cellLine"
    height: Math.max(words.implicitHeight + 16, Theme.target + 8)
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1, %2, %3, %4").arg(name).arg(where).arg(className).arg(due)
    background: Rectangle {
        color: line.isSelected ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
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
        Rectangle {
            id: swatch
            x: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.elder ? 32 : 20
            height: width
            radius: 4
            color: line.colour
            border.color: Theme.faint
        }
        Column {
            id: words
            anchors { left: swatch.right; leftMargin: 12; right: clock.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            ThemeText {
                width: parent.width
                elide: Text.ElideRight
                text: line.name
            }
            ThemeText {
                width: parent.width
                elide: Text.ElideRight
                text: line.where === "" ? line.className : qsTr("%1 · %2").arg(line.where).arg(line.className)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        Column {
            id: clock
            anchors { right: parent.right; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
            ThemeText {
                anchors.right: parent.right
                visible: text !== ""
                text: line.due
                color: line.urgent ? Theme.seal : Theme.soon
                font.pixelSize: Theme.elder ? Theme.body : 13
            }
            ThemeText {
                anchors.right: parent.right
                text: line.distance
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
    }
}
