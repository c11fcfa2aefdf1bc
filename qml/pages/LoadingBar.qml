// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// How far opening is, what it is doing, and a way to stop it. Floats above what can already be seen.
Card {
    id: bar
    required property string stage
    /// 0 … 1, or below 0 while unknown.
    required property double progress
    signal cancelled

    objectName: "loadingBar"
    width: Math.min(420, parent.width - 2 * Theme.pad)
    height: column.implicitHeight + 2 * 14
    Accessible.role: Accessible.ProgressBar
    Accessible.name: stageText.text

    Column {
        id: column
        x: 16
        y: 14
        width: parent.width - 32
        spacing: 10
        Item {
            width: parent.width
            height: Math.max(stageText.implicitHeight, cancel.height)
            ThemeText {
                id: stageText
                anchors { left: parent.left; right: cancel.left; verticalCenter: parent.verticalCenter }
                elide: Text.ElideRight
                text: StageWords.of(bar.stage)
            }
            ActionButton {
                id: cancel
                objectName: "cancelLoading"
                anchors.right: parent.right
                text: qsTr("Cancel")
                onClicked: bar.cancelled()
            }
        }
        Rectangle {
            id: track
            width: parent.width
            height: 4
            radius: 2
            color: Theme.sunken
            clip: true
            Rectangle {
                id: fill
                readonly property bool known: bar.progress >= 0
                height: parent.height
                radius: 2
                color: Theme.accent
                width: known ? track.width * bar.progress : track.width * 0.25
                property real sweep
                x: known ? 0 : (sweep * 1.25 - 0.25) * track.width
                NumberAnimation on sweep {
                    running: bar.visible && !fill.known
                    loops: Animation.Infinite
                    from: 0
                    to: 1
                    duration: 1400
                }
            }
        }
    }
}
