// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// Small words above what they name.
Column {
    id: line
    required property string label
    default property alias content: inner.data
    spacing: 4
    ThemeText {
        width: parent.width
        text: line.label
        elide: Text.ElideRight
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Column {
        id: inner
        width: parent.width
        spacing: 6
    }
}
