// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// A rule with its count, or one record of it. The program's own words come with a tap.
AbstractButton {
    id: line
    required property int index
    required property bool heading
    required property string words
    required property string detail
    required property string severity
    required property int times
    required property bool unfolded
    required property bool placed
    property bool open: false
    signal tapped

    objectName: (heading ? "finding_" : "findingRow_") + index
    implicitHeight: Math.max(heading ? Theme.target : Theme.row, column.implicitHeight + 8)
    Accessible.name: words
    onClicked: {
        open = !open;
        tapped();
    }
    Rectangle {
        visible: line.heading
        x: 2
        width: 8
        height: 8
        radius: 4
        anchors.verticalCenter: parent.verticalCenter
        color: line.severity === "error" ? Theme.seal : line.severity === "warning" ? Theme.soon : Theme.faint
    }
    Column {
        id: column
        x: line.heading ? 18 : 30
        width: line.width - x - sign.width - figure.width - 16
        anchors.verticalCenter: parent.verticalCenter
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: line.words
        }
        ThemeText {
            width: parent.width
            visible: text !== "" && (line.heading || line.open)
            wrapMode: Text.Wrap
            text: line.detail
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ThemeText {
        id: figure
        anchors { right: sign.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        text: line.heading ? String(line.times) : ""
        color: Theme.muted
    }
    Icon {
        id: sign
        anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
        visible: name !== ""
        name: line.heading ? (line.unfolded ? "up" : "down") : line.placed ? "map" : ""
        side: Theme.elder ? 24 : 16
        tint: Theme.muted
    }
    background: Rectangle {
        radius: Theme.radius
        color: line.hovered ? Theme.hover : "transparent"
        FocusRing { control: line; visible: line.visualFocus }
    }
}
