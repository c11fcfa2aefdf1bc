// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// The titles of a table; a hit sorts by one, where it can be sorted.
Rectangle {
    id: head
    /// [{ key, title, unit, numeric, width }]; width in characters.
    required property var columns
    required property real character
    property bool sortable: false
    /// Key of the column it is sorted by, with "-" in front when turned.
    property string order
    signal sortAsked(string key)

    implicitHeight: Theme.elder ? 52 : 34
    color: Theme.sunken

    Row {
        x: Theme.pad
        height: parent.height
        Repeater {
            model: head.columns
            AbstractButton {
                id: title
                required property var modelData
                readonly property bool rising: head.order === modelData.key
                readonly property bool falling: head.order === "-" + modelData.key
                objectName: "column_" + modelData.key
                width: modelData.width * head.character + 20
                height: head.height
                text: modelData.unit === "" ? modelData.title : qsTr("%1 (%2)").arg(modelData.title).arg(modelData.unit)
                Accessible.role: Accessible.ColumnHeader
                enabled: head.sortable
                onClicked: head.sortAsked(modelData.key)
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
