// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// Small words above a group, with a figure at the right end when there is one.
Item {
    id: title
    required property string text
    property string figure
    implicitHeight: words.implicitHeight + 6
    ThemeText {
        id: words
        width: parent.width - figureText.implicitWidth - 8
        elide: Text.ElideRight
        text: title.text
        color: Theme.muted
        font.pixelSize: Theme.small
        font.weight: Font.Medium
    }
    ThemeText {
        id: figureText
        anchors.right: parent.right
        text: title.figure
        color: Theme.muted
        font.pixelSize: Theme.small
    }
}
