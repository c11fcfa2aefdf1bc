// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What bringing a unit back to an earlier day would change, or why it cannot be, before anything is done.
Rectangle {
    id: box
    required property TimelineModel timeline
    readonly property var changes: timeline.restoreChanges
    readonly property bool refused: timeline.restoreRefusal !== ""
    objectName: "restoreBox"
    height: column.implicitHeight + 20
    radius: Theme.radius
    color: refused ? Theme.sealWash : Theme.sunken
    border.color: refused ? Theme.seal : Theme.line

    Column {
        id: column
        x: 10
        y: 10
        width: parent.width - 20
        spacing: 6
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: box.refused || box.changes.length > 0 ? qsTr("Back to %1").arg(box.timeline.restoreDay) : qsTr("One moment…")
            font.weight: Font.Medium
        }
        ThemeText {
            objectName: "restoreRefusal"
            width: parent.width
            visible: box.refused
            wrapMode: Text.Wrap
            text: box.timeline.restoreRefusal
            color: Theme.seal
        }
        Repeater {
            model: box.changes
            ThemeText {
                required property string modelData
                objectName: "restoreChange"
                width: column.width
                wrapMode: Text.Wrap
                text: modelData
            }
        }
        ThemeField {
            id: reason
            objectName: "restoreReason"
            width: parent.width
            visible: box.changes.length > 0
            placeholderText: qsTr("Reason for the change")
            maximumLength: 200
        }
        Row {
            spacing: 8
            ActionButton {
                objectName: "restoreDo"
                visible: box.changes.length > 0
                primary: true
                text: qsTr("Bring back")
                onClicked: box.timeline.restore(reason.text)
            }
            ActionButton {
                objectName: "restoreLeave"
                text: box.refused ? qsTr("Close") : qsTr("Cancel")
                onClicked: box.timeline.leaveRestore()
            }
        }
    }
}
