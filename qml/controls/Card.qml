// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// A quiet surface above the map. Takes the pointer, so that nothing under it is hit.
Item {
    id: card
    default property alias content: surface.data
    property int radius: Theme.radius
    property color colour: Theme.panel

    Rectangle {
        anchors.fill: parent
        anchors.margins: -1
        anchors.bottomMargin: -3
        radius: card.radius + 2
        color: Theme.shade
    }
    Rectangle {
        id: surface
        anchors.fill: parent
        radius: card.radius
        color: card.colour
        border.color: Theme.line
        MouseArea {
            anchors.fill: parent
            acceptedButtons: Qt.AllButtons
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
}
