// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One recent file: its name, the folder it lies in, and a way to take it off the list.
Button {
    id: row
    required property string path
    required property string name
    required property string folder
    signal opened
    signal forgotten

    objectName: "recentRow"
    implicitHeight: Math.max(52, words.implicitHeight + 14)
    padding: 0
    Accessible.name: qsTr("Open %1 in %2").arg(name).arg(folder)
    onClicked: opened()
    Keys.onDeletePressed: forgotten()

    Icon {
        id: sheet
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        name: "map"
        tint: Theme.accent
    }
    Column {
        id: words
        anchors { left: sheet.right; leftMargin: 12; right: forget.left; verticalCenter: parent.verticalCenter }
        ThemeText {
            width: parent.width
            elide: Text.ElideMiddle
            text: row.name
        }
        ThemeText {
            width: parent.width
            elide: Text.ElideMiddle
            text: row.folder
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    IconButton {
        id: forget
        anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
        iconName: "close"
        label: qsTr("Take off the list")
        focusPolicy: Qt.NoFocus
        visible: row.hovered || row.activeFocus || hovered
        onClicked: row.forgotten()
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.pressed : row.hovered ? Theme.hover : Theme.panel
        border.color: Theme.line
        FocusRing { control: row; visible: row.visualFocus }
    }
}
