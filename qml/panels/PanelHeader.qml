// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

Item {
    id: header
    required property string title
    signal closed

    implicitHeight: Theme.target + 6
    ThemeText {
        anchors { left: parent.left; leftMargin: 14; right: close.left; verticalCenter: parent.verticalCenter }
        elide: Text.ElideRight
        text: header.title
        font.weight: Font.Medium
    }
    IconButton {
        id: close
        anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
        iconName: "close"
        label: qsTr("Close")
        onClicked: header.closed()
    }
}
