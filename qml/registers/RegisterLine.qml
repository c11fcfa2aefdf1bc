// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One register of the list, under the heading of its group when it is the first of it.
Item {
    id: line
    required property string registerId
    required property string title
    required property string heading
    required property string amount
    required property color colour
    required property bool onMap
    property bool current: false
    signal clicked
    signal shownToggled

    height: button.y + button.height
    SectionTitle {
        id: group
        x: Theme.pad
        y: 14
        visible: line.heading !== ""
        width: parent.width - 2 * Theme.pad
        text: line.heading
    }
    AbstractButton {
        id: button
        objectName: "register_" + line.registerId
        y: group.visible ? group.y + group.implicitHeight : 0
        width: parent.width
        height: Theme.elder ? 60 : 44
        focusPolicy: Qt.NoFocus
        Accessible.name: qsTr("%1, %2 records").arg(line.title).arg(line.amount)
        onClicked: line.clicked()
        background: Rectangle {
            color: button.hovered ? Theme.hover : "transparent"
            border.width: line.current ? 2 : 0
            border.color: Theme.accent
        }
        Rectangle {
            id: chip
            x: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.elder ? 16 : 10
            height: width
            radius: width / 2
            color: line.onMap ? line.colour : "transparent"
            border.width: 2
            border.color: line.colour
        }
        ThemeText {
            anchors { left: chip.right; leftMargin: 10; right: figures.left; rightMargin: 8 }
            height: parent.height
            elide: Text.ElideRight
            text: line.title
        }
        ThemeText {
            id: figures
            anchors { right: eye.left; rightMargin: 8 }
            height: parent.height
            text: line.amount
            color: Theme.muted
        }
        IconButton {
            id: eye
            objectName: "showOnMap"
            anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
            iconName: line.onMap ? "eye" : "eyeOff"
            label: line.onMap ? qsTr("Take %1 off the map").arg(line.title) : qsTr("Show %1 on the map").arg(line.title)
            onClicked: line.shownToggled()
        }
    }
}
