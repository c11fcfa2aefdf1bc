// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// How far opening is, what it is doing, and a way to stop it. Floats above what can already be seen.
Card {
    id: bar
    required property ProjectObject project

    objectName: "loadingBar"
    width: Math.min(420, parent.width - 2 * Theme.pad)
    height: column.implicitHeight + 2 * 14
    Accessible.role: Accessible.ProgressBar
    Accessible.name: stage.text

    Column {
        id: column
        x: 16
        y: 14
        width: parent.width - 32
        spacing: 10
        Item {
            width: parent.width
            height: Math.max(stage.implicitHeight, cancel.height)
            ThemeText {
                id: stage
                anchors { left: parent.left; right: cancel.left; verticalCenter: parent.verticalCenter }
                elide: Text.ElideRight
                text: StageWords.of(bar.project.progressStage)
            }
            ActionButton {
                id: cancel
                objectName: "cancelLoading"
                anchors.right: parent.right
                text: qsTr("Cancel")
                onClicked: bar.project.cancel()
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
                readonly property bool known: bar.project.progress >= 0
                height: parent.height
                radius: 2
                color: Theme.accent
                width: known ? track.width * bar.project.progress : track.width * 0.25
                x: 0
                SequentialAnimation on x {
                    running: bar.visible && !fill.known
                    loops: Animation.Infinite
                    NumberAnimation { from: -track.width * 0.25; to: track.width; duration: 1400 }
                }
                onKnownChanged: if (known) x = 0
            }
        }
    }
}
