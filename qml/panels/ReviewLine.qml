// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One thing that moved with the land, or waits to be looked at; leads to it.
AbstractButton {
    id: line
    required property var entry
    objectName: entry.certain ? "reviewLine" : "reviewLine_open"
    implicitHeight: Math.max(Theme.elder ? 48 : 30, words.implicitHeight + 8)
    Accessible.role: Accessible.Link
    Accessible.name: entry.title + ", " + entry.note
    background: Rectangle {
        radius: Theme.radius
        color: line.hovered ? Theme.hover : "transparent"
        FocusRing { control: line; visible: line.visualFocus }
    }
    Icon {
        id: sign
        anchors.verticalCenter: parent.verticalCenter
        name: line.entry.what === "record" ? "table" : line.entry.what === "organisation" ? "party"
              : line.entry.what === "class" ? "legend" : "edit"
        side: Theme.elder ? 22 : 16
        tint: line.entry.certain ? Theme.muted : Theme.seal
    }
    Column {
        id: words
        anchors { left: sign.right; leftMargin: 8; right: parent.right; verticalCenter: parent.verticalCenter }
        ThemeText {
            objectName: "reviewTitle"
            width: parent.width
            elide: Text.ElideRight
            text: line.entry.title
            font.pixelSize: Theme.elder ? Theme.body : 13
        }
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: line.entry.note
            color: line.entry.certain ? Theme.muted : Theme.seal
            font.pixelSize: Theme.small
        }
    }
}
