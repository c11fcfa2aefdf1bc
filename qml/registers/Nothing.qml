// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What stands where a list has nothing to show, and why.
Column {
    id: nothing
    required property string words
    property string advice
    spacing: 6
    width: Math.min(420, parent.width - 2 * Theme.pad)
    ThemeText {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: nothing.words
        color: Theme.muted
    }
    ThemeText {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: nothing.advice
        color: Theme.muted
        font.pixelSize: Theme.small
    }
}
