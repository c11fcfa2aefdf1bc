// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One hit: its name, what it is, and the units above it that tell repeats apart.
ItemDelegate {
    id: line
    required property int index
    required property string code
    required property string name
    required property string level
    required property string path

    objectName: "searchLine"
    height: words.implicitHeight + 14
    padding: 0
    Accessible.name: qsTr("%1, %2, %3").arg(name).arg(level).arg(path)
    Column {
        id: words
        anchors { left: parent.left; leftMargin: 12; right: kind.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        ThemeText {
            width: parent.width
            elide: Text.ElideRight
            text: line.name
        }
        ThemeText {
            width: parent.width
            elide: Text.ElideRight
            text: line.path === "" ? line.code : line.path
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ThemeText {
        id: kind
        anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
        text: line.level
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    background: Rectangle {
        radius: 4
        color: line.highlighted ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
    }
}
