// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// Words that lead somewhere.
AbstractButton {
    id: link
    implicitHeight: Theme.elder ? 48 : 24
    padding: 0
    Accessible.role: Accessible.Link
    contentItem: ThemeText {
        text: link.text
        elide: Text.ElideRight
        color: Theme.accent
        font.pixelSize: Theme.elder ? Theme.body : 13
        font.underline: link.hovered
    }
    background: FocusRing { control: link; visible: link.visualFocus }
}
