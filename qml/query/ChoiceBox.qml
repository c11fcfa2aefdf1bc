// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// One of [{ key, text }] by its key.
DropDown {
    id: box
    required property var choices
    required property string value
    signal picked(string key)

    model: choices
    chosen: Math.max(0, choices.findIndex(c => c.key === value))
    onActivated: index => picked(choices[index].key)
}
