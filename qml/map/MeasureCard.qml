// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The result while measuring, and the way out of it.
Card {
    id: card
    required property MapItem map
    required property string language
    property real widest: 10000
    readonly property bool isArea: map.tool === "measureArea"
    readonly property int needed: isArea ? 3 : 2

    objectName: "measureCard"
    visible: isArea || map.tool === "measureLength"
    width: row.implicitWidth + 20
    height: Math.max(Theme.target + 8, words.implicitHeight + 14)

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
        Column {
            id: words
            readonly property real most: card.widest - 20 - 3 * (Theme.target + row.spacing)
                                         - leftPadding - rightPadding
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: 8
            leftPadding: 8
            ThemeText {
                objectName: "measureResult"
                width: Math.min(implicitWidth, words.most)
                wrapMode: Text.Wrap
                text: card.map.measurePointCount < card.needed ? qsTr("Tap the points on the map")
                      : card.isArea ? figures.areaMu : figures.length
                font.weight: Font.Medium
            }
            ThemeText {
                width: Math.min(implicitWidth, words.most)
                wrapMode: Text.Wrap
                visible: card.isArea && card.map.measurePointCount >= card.needed
                text: qsTr("%1 · around %2").arg(figures.areaOther).arg(figures.length)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        IconButton {
            iconName: "undo"
            label: qsTr("Take the last point back")
            enabled: card.map.measurePointCount > 0
            onClicked: card.map.undoMeasurePoint()
        }
        IconButton {
            iconName: "trash"
            label: qsTr("Start over")
            enabled: card.map.measurePointCount > 0
            onClicked: card.map.clearMeasure()
        }
        IconButton {
            objectName: "measureDone"
            iconName: "close"
            label: qsTr("Stop measuring (Esc)")
            onClicked: {
                card.map.clearMeasure();
                card.map.tool = "pan";
            }
        }
    }
}
