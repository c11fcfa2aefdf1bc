// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What it will be, what will not fit, and the button that writes it.
Column {
    id: foot
    required property ExportForm form
    required property ExportPreview preview
    required property ExportRun run
    readonly property var losses: preview.losses
    readonly property var notes: preview.notes
    signal closed
    spacing: 8

    ThemeText {
        objectName: "exportCheck"
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: foot.preview.busy ? qsTr("Checking…") : foot.preview.summary
        color: foot.preview.busy ? Theme.muted : Theme.ink
    }
    Repeater {
        model: foot.losses
        ThemeText {
            required property string modelData
            objectName: "exportLoss"
            width: foot.width
            wrapMode: Text.Wrap
            text: modelData
            color: Theme.seal
        }
    }
    Repeater {
        model: foot.notes
        ThemeText {
            required property string modelData
            width: foot.width
            wrapMode: Text.Wrap
            text: modelData
            color: Theme.soon
            font.pixelSize: Theme.small
        }
    }
    ThemeText {
        objectName: "exportProblem"
        width: parent.width
        visible: text !== "" && !foot.preview.busy
        wrapMode: Text.Wrap
        text: foot.preview.problem
        color: Theme.seal
    }
    TechnicalDetail {
        width: parent.width
        visible: words !== "" && !foot.preview.busy
        words: foot.preview.detail
    }
    Row {
        spacing: 8
        ActionButton {
            objectName: "exportStart"
            primary: true
            iconName: "export"
            text: qsTr("Export")
            enabled: foot.preview.ready && foot.form.target !== ""
            onClicked: foot.run.start()
        }
        ActionButton {
            objectName: "exportCancel"
            text: qsTr("Close")
            onClicked: foot.closed()
        }
    }
}
