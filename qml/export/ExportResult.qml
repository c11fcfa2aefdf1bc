// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// How far it is, and what became of it.
Column {
    id: result
    required property ExportRun run
    readonly property var files: run.files
    readonly property var losses: run.losses
    readonly property var lost: run.lost
    readonly property var notes: run.notes
    signal closed
    spacing: 10

    Column {
        width: parent.width
        visible: result.run.busy
        spacing: 10
        ThemeText {
            objectName: "exportStage"
            text: result.run.progress < 0 ? result.run.stage
                                          : qsTr("%1 %2 %").arg(result.run.stage).arg(Math.round(result.run.progress * 100))
        }
        Rectangle {
            width: parent.width
            height: 4
            radius: 2
            color: Theme.sunken
            Rectangle {
                height: parent.height
                radius: 2
                width: parent.width * Math.max(0.02, result.run.progress)
                color: Theme.accent
            }
        }
        ActionButton {
            objectName: "exportStop"
            text: qsTr("Stop")
            onClicked: result.run.stop()
        }
    }
    ThemeText {
        objectName: "exportOutcome"
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: result.run.busy ? "" : result.run.outcome === "done" ? result.run.summary
              : result.run.outcome === "stopped" ? qsTr("Stopped; nothing was left behind.") : result.run.problem
        font.pixelSize: Theme.large
        color: result.run.outcome === "refused" ? Theme.seal : Theme.ink
    }
    TechnicalDetail {
        width: parent.width
        visible: words !== "" && result.run.outcome === "refused"
        words: result.run.detail
    }
    Column {
        width: parent.width
        visible: result.files.length > 0
        spacing: 2
        SectionTitle {
            width: parent.width
            text: qsTr("Files")
        }
        Repeater {
            model: result.files
            ThemeText {
                required property string modelData
                objectName: "exportFile"
                width: result.width
                elide: Text.ElideMiddle
                text: modelData
            }
        }
        LinkText {
            objectName: "exportOpenFolder"
            text: qsTr("Open the folder")
            onClicked: Qt.openUrlExternally(result.run.folder)
        }
    }
    Column {
        width: parent.width
        visible: result.losses.length > 0
        spacing: 2
        SectionTitle {
            width: parent.width
            text: qsTr("Not whole in the file; all of it is in the sheet of losses")
        }
        Repeater {
            model: result.losses
            ThemeText {
                required property string modelData
                width: result.width
                wrapMode: Text.Wrap
                text: modelData
                color: Theme.seal
            }
        }
        Repeater {
            model: result.lost
            ThemeText {
                required property var modelData
                width: result.width
                elide: Text.ElideRight
                text: qsTr("%1 · %2: %3").arg(modelData.record).arg(modelData.field).arg(modelData.value)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
    }
    Repeater {
        model: result.notes
        ThemeText {
            required property string modelData
            width: result.width
            wrapMode: Text.Wrap
            text: modelData
            color: Theme.soon
            font.pixelSize: Theme.small
        }
    }
    Row {
        visible: !result.run.busy
        spacing: 8
        ActionButton {
            objectName: "exportAgain"
            primary: result.run.outcome !== "done"
            text: qsTr("Back to the settings")
            onClicked: result.run.clear()
        }
        ActionButton {
            objectName: "exportDone"
            visible: result.run.outcome === "done"
            primary: true
            text: qsTr("Done")
            onClicked: result.closed()
        }
    }
}
