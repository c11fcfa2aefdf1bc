// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The life of the unit, newest first; from each of its days it can be brought back to how it was then.
Column {
    id: part
    required property TimelineModel timeline
    required property RestoreModel restoring
    property bool writable: true
    readonly property var lines: timeline.lines
    readonly property string today: Qt.formatDate(new Date(), "yyyy-MM-dd")
    property bool all: false
    signal photoPicked(string hash)
    signal placeWanted(real lon, real lat)
    spacing: 6

    LinkText {
        objectName: "timelineLink"
        width: parent.width
        text: part.timeline.active ? qsTr("Hide the life of the unit") : qsTr("Life of the unit")
        onClicked: part.timeline.active = !part.timeline.active
    }
    ThemeText {
        visible: part.timeline.active && part.lines.length === 0
        text: qsTr("One moment…")
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Repeater {
        model: !part.timeline.active ? [] : part.all ? part.lines : part.lines.slice(0, 12)
        Column {
            id: entry
            required property var modelData
            readonly property bool asked: part.restoring.code === part.timeline.unit && part.restoring.day === modelData.day && modelData.first
            objectName: "timelineEntry"
            width: part.width
            spacing: 4
            Item {
                width: parent.width
                height: Math.max(words.implicitHeight + 4, photo.visible ? photo.height : 0, back.visible ? back.height : 0)
                Rectangle {
                    x: 1
                    y: 3
                    width: 14
                    height: 14
                    radius: 7
                    color: entry.modelData.colour
                    border.color: Theme.faint
                    Icon {
                        anchors.centerIn: parent
                        visible: entry.modelData.icon !== "legend"
                        name: entry.modelData.icon
                        side: 10
                        tint: Theme.muted
                    }
                }
                Column {
                    id: words
                    x: 24
                    width: parent.width - 24 - (photo.visible ? photo.width + 6 : 0) - (back.visible ? back.width + 4 : 0)
                    ThemeText {
                        width: parent.width
                        visible: entry.modelData.first
                        text: entry.modelData.day
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    ThemeText {
                        objectName: "timelineWhat"
                        width: parent.width
                        wrapMode: Text.Wrap
                        text: entry.modelData.what
                        font.pixelSize: Theme.elder ? Theme.body : 13
                    }
                    ThemeText {
                        width: parent.width
                        visible: text !== ""
                        wrapMode: Text.Wrap
                        text: entry.modelData.note
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                }
                PhotoTile {
                    id: photo
                    anchors { right: back.visible ? back.left : parent.right; rightMargin: back.visible ? 4 : 0 }
                    visible: hash !== ""
                    project: part.timeline.project
                    hash: entry.modelData.photo
                    onClicked: part.photoPicked(hash)
                }
                IconButton {
                    id: back
                    objectName: "restore_" + entry.modelData.day
                    anchors.right: parent.right
                    visible: part.writable && entry.modelData.first && entry.modelData.day < part.today
                    iconName: "retry"
                    label: qsTr("Bring the unit back to how it was on %1").arg(entry.modelData.day)
                    checked: entry.asked
                    onClicked: entry.asked ? part.restoring.leave() : part.restoring.ask("", part.timeline.unit, entry.modelData.day)
                }
            }
            RestoreBox {
                width: parent.width
                visible: entry.asked
                restoring: part.restoring
                onPlaceWanted: (lon, lat) => part.placeWanted(lon, lat)
            }
        }
    }
    LinkText {
        visible: part.timeline.active && part.lines.length > 12
        text: part.all ? qsTr("Fewer") : qsTr("All %1").arg(part.lines.length)
        onClicked: part.all = !part.all
    }
}
