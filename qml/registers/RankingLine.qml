// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One unit of a ranking.
ItemDelegate {
    id: line
    required property int index
    required property string rank
    required property string code
    required property string name
    required property string value
    required property double share
    required property int climb
    required property bool compared
    required property color colour
    property string unit
    property bool chosen: false
    property bool current: false

    objectName: "rankingLine"
    height: Theme.elder ? 56 : 36
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1. %2: %3 %4").arg(rank).arg(name).arg(value).arg(unit)
    background: Rectangle {
        color: line.chosen ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
        Rectangle {
            visible: line.current
            anchors.fill: parent
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
    }
    Item {
        anchors.fill: parent
        ThemeText {
            id: place
            x: Theme.pad
            width: Theme.elder ? 48 : 30
            height: parent.height
            text: line.rank
            color: Theme.muted
        }
        ThemeText {
            id: move
            anchors.left: place.right
            width: Theme.elder ? 56 : 36
            height: parent.height
            visible: line.compared
            text: line.climb > 0 ? "▲" + String(line.climb) : line.climb < 0 ? "▼" + String(Math.abs(line.climb)) : "–"
            color: line.climb > 0 ? Theme.good : line.climb < 0 ? Theme.seal : Theme.muted
            font.pixelSize: Theme.small
        }
        Rectangle {
            id: chip
            x: place.x + place.width + (move.visible ? move.width : 0)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.elder ? 20 : 12
            height: width
            radius: 2
            color: line.colour
            border.color: Theme.line
        }
        ThemeText {
            id: title
            anchors { left: chip.right; leftMargin: 10; right: bar.left; rightMargin: 8 }
            height: parent.height
            elide: Text.ElideRight
            text: line.name
        }
        Item {
            id: bar
            anchors { right: figure.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            width: Math.min(140, line.width * 0.25)
            height: 8
            Rectangle {
                width: parent.width * line.share
                height: parent.height
                radius: 2
                color: Theme.accent
                opacity: 0.7
            }
        }
        ThemeText {
            id: figure
            objectName: "rankingValue"
            anchors { right: parent.right; rightMargin: Theme.pad }
            width: Theme.elder ? 130 : 92
            height: parent.height
            horizontalAlignment: Text.AlignRight
            text: line.value
            font.weight: Font.Medium
        }
    }
}
