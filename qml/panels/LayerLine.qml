// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// One layer: shown or not, how strongly, and one step up or down. The grip drags it.
Item {
    id: line
    required property LayerModel layers
    required property int index
    required property string layerKey
    required property string title
    required property bool layerVisible
    required property double layerOpacity
    property bool last: false

    objectName: "layer_" + layerKey
    height: Theme.target + slider.implicitHeight + 6

    Icon {
        id: grip
        width: 16
        height: Theme.target
        fillMode: Image.PreserveAspectFit
        name: "grip"
        tint: Theme.faint
        side: 16
        MouseArea {
            anchors.fill: parent
            cursorShape: Qt.SizeVerCursor
            preventStealing: true
            onPositionChanged: mouse => {
                const y = mapToItem(line.ListView.view.contentItem, mouse.x, mouse.y).y;
                const to = Math.max(0, Math.min(line.ListView.view.count - 1, Math.floor(y / line.height)));
                if (to !== line.index) line.layers.move(line.index, to);
            }
        }
    }
    IconButton {
        id: eye
        objectName: "layerEye"
        x: 18
        iconName: line.layerVisible ? "eye" : "eyeOff"
        label: line.layerVisible ? qsTr("Hide %1").arg(line.title) : qsTr("Show %1").arg(line.title)
        onClicked: line.layers.setVisible(line.index, !line.layerVisible)
    }
    ThemeText {
        anchors { left: eye.right; leftMargin: 4; right: up.left }
        height: Theme.target
        elide: Text.ElideRight
        text: line.title
        opacity: line.layerVisible ? 1 : 0.5
    }
    IconButton {
        id: up
        anchors.right: down.left
        iconName: "up"
        label: qsTr("Move %1 up").arg(line.title)
        enabled: line.index > 0
        onClicked: line.layers.move(line.index, line.index - 1)
    }
    IconButton {
        id: down
        anchors.right: parent.right
        iconName: "down"
        label: qsTr("Move %1 down").arg(line.title)
        enabled: !line.last
        onClicked: line.layers.move(line.index, line.index + 1)
    }
    ThemeSlider {
        id: slider
        anchors { left: eye.right; leftMargin: 4; right: parent.right; rightMargin: 8; top: eye.bottom }
        enabled: line.layerVisible
        value: line.layerOpacity
        Accessible.name: qsTr("Opacity of %1").arg(line.title)
        onMoved: line.layers.setOpacity(line.index, value)
    }
}
