// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

ToolTip {
    id: tip
    delay: 500
    padding: 8
    font.family: Theme.family
    font.pixelSize: Theme.small
    contentItem: ThemeText {
        text: tip.text
        color: Theme.panel
        font.pixelSize: Theme.small
    }
    background: Rectangle {
        radius: 4
        color: Theme.ink
        opacity: 0.94
    }
}
