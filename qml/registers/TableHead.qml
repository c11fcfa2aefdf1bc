// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// The titles of a table; a hit sorts by one.
Rectangle {
    id: head
    required property RecordTableModel table
    required property real character
    implicitHeight: Theme.elder ? 52 : 34
    color: Theme.sunken

    Row {
        x: Theme.pad
        height: parent.height
        Repeater {
            model: head.table.columns
            AbstractButton {
                id: title
                required property var modelData
                readonly property bool rising: head.table.order === modelData.key
                readonly property bool falling: head.table.order === "-" + modelData.key
                objectName: "column_" + modelData.key
                width: modelData.width * head.character + 20
                height: head.height
                text: modelData.unit === "" ? modelData.title : qsTr("%1 (%2)").arg(modelData.title).arg(modelData.unit)
                Accessible.role: Accessible.ColumnHeader
                onClicked: head.table.sortBy(modelData.key)
                contentItem: ThemeText {
                    rightPadding: 12
                    elide: Text.ElideRight
                    horizontalAlignment: title.modelData.numeric ? Text.AlignRight : Text.AlignLeft
                    text: title.rising ? "▲ " + title.text : title.falling ? "▼ " + title.text : title.text
                    color: title.rising || title.falling ? Theme.accent : Theme.muted
                    font.pixelSize: Theme.small
                    font.weight: Font.Medium
                }
                background: Rectangle {
                    color: title.hovered ? Theme.hover : "transparent"
                    FocusRing { control: title; anchors.margins: 0; visible: title.visualFocus }
                }
            }
        }
    }
    Rule { width: parent.width; anchors.bottom: parent.bottom }
}
