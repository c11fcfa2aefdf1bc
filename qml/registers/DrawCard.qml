// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What to do while a place, course or area is drawn, and the ways out of it.
Card {
    id: card
    required property MapItem map
    required property string language
    readonly property bool area: map.tool === "drawPolygon"
    readonly property int needed: map.tool === "drawPoint" ? 1 : area ? 3 : 2

    readonly property string words: needed === 1 ? qsTr("Tap the place")
                                    : map.measurePointCount < needed ? qsTr("Tap the corners one after another")
                                    : qsTr("%1 · double tap or Enter ends").arg(area ? figures.areaMu : figures.length)
    readonly property string snapWords: map.snappedTo === "corner" ? qsTr("Holds on to a corner of a border")
                                        : map.snappedTo === "border" ? qsTr("Holds on to a border")
                                        : qsTr("Holds on to a reference line")

    objectName: "drawCard"
    visible: map.drawing
    width: Math.min(row.implicitWidth + 20, parent.width - 16)
    height: Math.max(Theme.target + 8, advice.implicitHeight + 14)

    MapFigures {
        id: figures
        lengthM: card.map.measureLengthM
        areaM2: card.map.measureAreaM2
        language: card.language
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 4
        ThemeText {
            id: advice
            objectName: "drawWords"
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: 8
            leftPadding: 8
            text: card.map.snappedTo === "" ? card.words : qsTr("%1 · %2").arg(card.words).arg(card.snapWords)
        }
        IconButton {
            iconName: "undo"
            label: qsTr("Take the last point back")
            enabled: card.map.measurePointCount > 0
            onClicked: card.map.undoMeasurePoint()
        }
        IconButton {
            objectName: "drawDone"
            iconName: "check"
            label: qsTr("Done (Enter)")
            enabled: card.map.measurePointCount >= card.needed
            onClicked: card.map.finishDrawing()
        }
        IconButton {
            objectName: "drawCancel"
            iconName: "close"
            label: qsTr("Stop drawing (Esc)")
            onClicked: card.map.tool = "pan"
        }
    }
}
