// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Which fields stand as columns.
Popup {
    id: chooser
    required property RecordTableModel table
    y: parent ? parent.height + 4 : 0
    x: parent ? parent.width - width : 0
    width: Theme.elder ? 360 : 240
    height: Math.min(420, list.contentHeight + 16)
    padding: 8
    background: Card {}
    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: chooser.visible ? chooser.table.fields : []
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: ThemeSwitch {
            required property var modelData
            width: list.width - 8
            text: modelData.title
            checked: modelData.shown
            onToggled: chooser.table.setColumnShown(modelData.key, checked)
        }
    }
}
