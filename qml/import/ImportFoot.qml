// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// How far it is with a way to stop it, the next step, and what became of it.
Rectangle {
    id: foot
    required property ImportTask task
    readonly property string phase: task.phase
    readonly property var counts: task.counts
    readonly property int rows: (counts.inserted ?? 0) + (counts.changed ?? 0)
    readonly property bool goes: phase === "checked" && rows > 0 && task.mayNot === ""
    /// What an import would do, in one line.
    readonly property string sum: {
        const parts = [qsTr("New: %1").arg(counts.inserted ?? 0)];
        if (counts.changed > 0) parts.push(qsTr("changed: %1").arg(counts.changed));
        if (counts.unchanged > 0) parts.push(qsTr("unchanged: %1").arg(counts.unchanged));
        if (counts.missing > 0) parts.push(qsTr("only in the county: %1").arg(counts.missing));
        const out = (counts.rejected ?? 0) + (counts.refused ?? 0);
        if (out > 0) parts.push(qsTr("not taken: %1").arg(out));
        return parts.join(" · ");
    }
    signal findingsWanted
    signal undone
    signal closed

    implicitHeight: column.implicitHeight + 2 * 10
    color: Theme.panel

    Rule { width: parent.width }
    Column {
        id: column
        x: Theme.pad
        y: 10
        width: parent.width - 2 * Theme.pad
        spacing: 8
        ThemeText {
            objectName: "importResult"
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: foot.task.mayNot !== "" ? foot.task.mayNot
                  : foot.phase === "done" ? qsTr("Imported. New: %1, changed: %2").arg(foot.counts.inserted).arg(foot.counts.changed)
                  : foot.phase === "checked" && foot.counts.same === true ? qsTr("The county has all of it already.")
                  : foot.phase === "checked" ? foot.sum
                  : foot.phase === "asking" ? qsTr("The question above has to be answered first.") : ""
            color: foot.task.mayNot !== "" ? Theme.seal : foot.phase === "done" ? Theme.good : Theme.muted
        }
        Item {
            width: parent.width
            height: Theme.target
            visible: foot.task.busy
            ThemeText {
                anchors { left: parent.left; right: stop.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
                elide: Text.ElideRight
                text: foot.phase === "importing" ? qsTr("Importing…") : foot.phase === "checking" ? qsTr("Checking…") : qsTr("Reading the file…")
                color: Theme.muted
            }
            ActionButton {
                id: stop
                objectName: "importStop"
                anchors.right: parent.right
                text: qsTr("Stop")
                onClicked: foot.task.stop()
            }
            Rectangle {
                anchors.bottom: parent.bottom
                visible: foot.task.progress >= 0
                width: (parent.width - stop.width - 8) * Math.max(0, Math.min(1, foot.task.progress))
                height: 3
                radius: 1.5
                color: Theme.accent
            }
        }
        Flow {
            width: parent.width
            visible: !foot.task.busy
            spacing: 8
            ActionButton {
                objectName: "importGo"
                primary: true
                visible: foot.phase === "checked"
                enabled: foot.goes
                iconName: "import"
                text: foot.goes ? qsTr("Import %1").arg(foot.rows) : qsTr("Import")
                onClicked: foot.task.take()
            }
            ActionButton {
                objectName: "importToFindings"
                visible: foot.phase === "checked" && foot.task.findings.count > 0
                iconName: "warning"
                text: qsTr("What stands out")
                onClicked: foot.findingsWanted()
            }
            ActionButton {
                objectName: "importCheck"
                visible: foot.phase === "ready" || foot.phase === "asking"
                enabled: foot.phase === "ready"
                primary: true
                text: qsTr("Check")
                onClicked: foot.task.check()
            }
            ActionButton {
                objectName: "importUndo"
                visible: foot.phase === "done"
                iconName: "undo"
                text: qsTr("Undo")
                onClicked: foot.undone()
            }
            ActionButton {
                objectName: "importClose"
                visible: foot.phase === "done"
                text: qsTr("Close")
                onClicked: foot.closed()
            }
        }
    }
}
