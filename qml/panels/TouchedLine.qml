// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// One unit an edit of borders would touch, with its area before and after.
Item {
    id: line
    required property var unit
    height: words.implicitHeight + 12

    Column {
        id: words
        y: 6
        width: parent.width
        Item {
            width: parent.width
            height: unitName.implicitHeight
            ThemeText {
                id: unitName
                width: parent.width - change.implicitWidth - 8
                elide: Text.ElideRight
                text: qsTr("%1 · %2").arg(line.unit.level).arg(line.unit.name)
            }
            ThemeText {
                id: change
                anchors.right: parent.right
                text: line.unit.change
                color: line.unit.shrinks ? Theme.seal : line.unit.grows ? Theme.accent : Theme.muted
            }
        }
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: line.unit.before === "" ? line.unit.after === "" ? line.unit.what : qsTr("%1 · %2").arg(line.unit.what).arg(line.unit.after)
                  : line.unit.after === "" ? qsTr("%1 · was %2").arg(line.unit.what).arg(line.unit.before)
                  : qsTr("%1 · %2 → %3").arg(line.unit.what).arg(line.unit.before).arg(line.unit.after)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    Rule { width: parent.width; anchors.bottom: parent.bottom; opacity: 0.5 }
}
