// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// One of [{ key, text }] by its key.
DropDown {
    id: box
    required property var choices
    required property string value
    signal picked(string key)

    readonly property int row: Math.max(0, choices.findIndex(c => c.key === value))
    model: choices
    chosen: row
    // A new list would show its first line.
    onModelChanged: currentIndex = row
    onActivated: index => picked(choices[index].key)
}
