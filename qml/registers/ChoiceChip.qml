// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One of several that may be chosen together.
AbstractButton {
    id: chip
    implicitHeight: Theme.elder ? 48 : 30
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: 12
    rightPadding: 12
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    contentItem: ThemeText {
        horizontalAlignment: Text.AlignHCenter
        elide: Text.ElideRight
        text: chip.checked ? "✓ " + chip.text : chip.text
        color: chip.checked ? Theme.accent : Theme.ink
        font.pixelSize: Theme.elder ? Theme.body : 13
    }
    background: Rectangle {
        radius: height / 2
        color: chip.checked ? Theme.accentWash : chip.hovered ? Theme.hover : Theme.panel
        border.color: chip.checked ? Theme.accent : Theme.line
        FocusRing { control: chip; radius: height / 2; visible: chip.visualFocus }
    }
}
