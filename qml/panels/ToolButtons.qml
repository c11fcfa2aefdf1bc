// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Choosing with a lasso, measuring and box zoom: hitting the tool in use puts it away.
Row {
    id: tools
    required property MapItem map

    Repeater {
        model: [{ tool: "lasso", icon: "lasso", label: qsTr("Choose several with a lasso") },
                { tool: "measureLength", icon: "length", label: qsTr("Measure a length") },
                { tool: "measureArea", icon: "area", label: qsTr("Measure an area") },
                { tool: "boxZoom", icon: "boxZoom", label: qsTr("Zoom to a box") }]
        IconButton {
            required property var modelData
            objectName: "tool_" + modelData.tool
            iconName: modelData.icon
            label: modelData.label
            checked: tools.map.tool === modelData.tool
            onClicked: {
                tools.map.clearMeasure();
                tools.map.tool = checked ? "pan" : modelData.tool;
            }
        }
    }
}
