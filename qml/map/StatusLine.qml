// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Scale bar, scale and where the pointer is (the map's centre while it is elsewhere).
Rectangle {
    id: status
    required property MapItem map
    required property string language
    property bool compact: false

    implicitHeight: Theme.elder ? 40 : 28
    color: Theme.panel

    MapFigures {
        id: figures
        lon: status.map.hovering ? status.map.hoverLon : status.map.centreLon
        lat: status.map.hovering ? status.map.hoverLat : status.map.centreLat
        metresPerPixel: status.map.metresPerPixel
        widestBar: status.compact ? 90 : 130
        language: status.language
    }
    Rule { width: parent.width }

    Row {
        id: left
        x: Theme.pad
        height: parent.height
        spacing: 10
        Item {
            width: figures.barPx
            height: 7
            anchors.verticalCenter: parent.verticalCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Scale bar %1").arg(figures.barText)
            Rectangle { width: parent.width; height: 2; anchors.bottom: parent.bottom; color: Theme.ink }
            Rectangle { width: 2; height: 7; color: Theme.ink }
            Rectangle { width: 2; height: 7; x: parent.width - 2; color: Theme.ink }
        }
        ThemeText {
            height: parent.height
            text: figures.barText
            font.pixelSize: Theme.small
        }
        ThemeText {
            objectName: "scaleText"
            height: parent.height
            visible: !status.compact
            text: figures.scale
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ThemeText {
        objectName: "zoneText"
        anchors { right: place.left; rightMargin: 20 }
        height: parent.height
        visible: !status.compact && implicitWidth + place.implicitWidth + left.implicitWidth + 90 < status.width
        text: figures.zone === "" ? "" : qsTr("CGCS2000 3° zone:  %1").arg(figures.zone)
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    ThemeText {
        id: place
        objectName: "placeText"
        anchors { right: parent.right; rightMargin: Theme.pad }
        height: parent.height
        visible: implicitWidth + left.implicitWidth + 60 < status.width
        text: figures.geographic
        font.pixelSize: Theme.small
    }
}
