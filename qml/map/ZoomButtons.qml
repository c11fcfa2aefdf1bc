// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Nearer, farther, everything; the view before and the view after.
Card {
    id: zoom
    required property MapItem map
    property bool compact: false

    width: Theme.target + 4
    height: column.implicitHeight + 4

    Column {
        id: column
        x: 2
        y: 2
        IconButton {
            objectName: "zoomIn"
            iconName: "plus"
            label: qsTr("Zoom in (+)")
            onClicked: zoom.map.zoomIn()
        }
        IconButton {
            objectName: "zoomOut"
            iconName: "minus"
            label: qsTr("Zoom out (−)")
            onClicked: zoom.map.zoomOut()
        }
        IconButton {
            objectName: "fitAll"
            iconName: "fit"
            label: qsTr("Show everything (Home)")
            onClicked: zoom.map.fitAll()
        }
        Rule { width: Theme.target; visible: !zoom.compact }
        IconButton {
            objectName: "goBack"
            visible: !zoom.compact
            iconName: "back"
            label: qsTr("Previous view")
            enabled: zoom.map.canGoBack
            onClicked: zoom.map.goBack()
        }
        IconButton {
            objectName: "goForward"
            visible: !zoom.compact
            iconName: "forward"
            label: qsTr("Next view")
            enabled: zoom.map.canGoForward
            onClicked: zoom.map.goForward()
        }
    }
}
