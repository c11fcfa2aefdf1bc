// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// One icon of data/icons in one colour.
Image {
    required property string name
    property color tint: Theme.ink
    property int side: Theme.icon

    width: side
    height: side
    sourceSize.width: side * Screen.devicePixelRatio
    sourceSize.height: side * Screen.devicePixelRatio
    source: name === "" ? "" : "image://icon/" + name + "/" + tint.toString().slice(-6)
}
