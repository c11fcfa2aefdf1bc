// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The classes the unit had, newest first, with who gave them, why, and the photo that goes with it.
Column {
    id: part
    required property var records
    required property ProjectObject project
    signal photoPicked(string hash)
    property bool open: false
    spacing: 6

    LinkText {
        text: part.open ? qsTr("Hide the history") : qsTr("History (%1)").arg(part.records.length)
        objectName: "historyLink"
        onClicked: part.open = !part.open
    }
    Repeater {
        model: part.open ? part.records : []
        Item {
            id: record
            required property var modelData
            width: part.width
            height: Math.max(words.implicitHeight, photo.visible ? photo.height : 0) + 6
            Rectangle {
                x: 3
                y: 5
                width: 10
                height: 10
                radius: 5
                color: record.modelData.cleared ? "transparent" : record.modelData.colour
                border.color: Theme.faint
            }
            Column {
                id: words
                x: 24
                width: parent.width - 24 - (photo.visible ? photo.width + 8 : 0)
                ThemeText {
                    width: parent.width
                    text: qsTr("%1 – %2").arg(record.modelData.since).arg(record.modelData.name)
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.elder ? Theme.body : 13
                }
                ThemeText {
                    width: parent.width
                    text: record.modelData.reason === "" ? record.modelData.author
                          : qsTr("%1 (%2)").arg(record.modelData.reason).arg(record.modelData.author)
                    color: Theme.muted
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.small
                }
            }
            PhotoTile {
                id: photo
                objectName: "historyPhoto"
                anchors.right: parent.right
                visible: hash !== ""
                project: part.project
                hash: record.modelData.photo
                onClicked: part.photoPicked(hash)
            }
        }
    }
}
