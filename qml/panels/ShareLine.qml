// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

Item {
    id: line
    required property string title
    required property string figure
    property color colour: "transparent"
    property bool attention: false
    implicitHeight: words.implicitHeight + 2

    Rectangle {
        id: chip
        visible: line.colour.a > 0
        width: visible ? 12 : 0
        height: 12
        radius: 2
        anchors.verticalCenter: parent.verticalCenter
        color: line.colour
    }
    ThemeText {
        id: words
        x: chip.visible ? 20 : 0
        width: parent.width - x - figures.implicitWidth - 8
        elide: Text.ElideRight
        text: line.title
        font.pixelSize: Theme.elder ? Theme.body : 13
    }
    ThemeText {
        id: figures
        anchors.right: parent.right
        text: line.figure
        color: line.attention ? Theme.seal : Theme.muted
        font.pixelSize: Theme.elder ? Theme.body : 13
    }
}
