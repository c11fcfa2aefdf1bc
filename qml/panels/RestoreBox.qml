// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What bringing a unit back to an earlier day would change, or why it cannot be, before anything is done.
Rectangle {
    id: box
    required property RestoreModel restoring
    /// Where nothing else says which unit it is about.
    property string unitName: ""
    readonly property var changes: restoring.changes
    readonly property bool refused: restoring.refusal !== ""
    signal placeWanted(real lon, real lat)
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
            text: !box.refused && box.changes.length === 0 ? qsTr("One moment…")
                  : box.unitName === "" ? qsTr("Back to %1").arg(box.restoring.day)
                  : qsTr("%1 as on %2").arg(box.unitName).arg(box.restoring.day)
            font.weight: Font.Medium
        }
        ThemeText {
            objectName: "restoreRefusal"
            width: parent.width
            visible: box.refused
            wrapMode: Text.Wrap
            text: box.restoring.refusal
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
        Flow {
            width: parent.width
            spacing: 8
            ActionButton {
                objectName: "restoreDo"
                visible: box.changes.length > 0
                primary: true
                text: qsTr("Bring back")
                onClicked: box.restoring.restore(reason.text)
            }
            ActionButton {
                objectName: "restorePlace"
                visible: box.restoring.refusalHasPlace
                iconName: "map"
                text: qsTr("Show the place")
                onClicked: box.placeWanted(box.restoring.refusalLon, box.restoring.refusalLat)
            }
            ActionButton {
                objectName: "restoreLeave"
                text: box.refused ? qsTr("Close") : qsTr("Cancel")
                onClicked: box.restoring.leave()
            }
        }
    }
}
