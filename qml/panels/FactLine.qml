// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

Item {
    id: line
    required property string title
    required property string value
    property string note
    /// Room for longer titles.
    property bool wide: false
    implicitHeight: Math.max(words.implicitHeight, figures.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + value + " " + note

    ThemeText {
        id: words
        width: figures.x - 8
        wrapMode: Text.Wrap
        text: line.title
        color: Theme.muted
    }
    Column {
        id: figures
        anchors { left: parent.left; leftMargin: line.wide ? Math.min(line.width * 0.42, Theme.elder ? 240 : 170) : Theme.elder ? 110 : 84; right: parent.right }
        ThemeText {
            width: parent.width
            text: line.value
            wrapMode: Text.WrapAnywhere
            font.weight: Font.Medium
        }
        ThemeText {
            width: parent.width
            visible: text !== ""
            text: line.note
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
}
