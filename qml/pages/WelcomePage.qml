// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The start: open a file, look at the demo county, or go on with a recent file.
Rectangle {
    id: page
    required property Client client
    signal openRequested
    signal demoRequested
    signal menuRequested

    objectName: "welcomePage"
    color: Theme.window

    RecentFilesModel {
        id: recent
        files: page.client.preferences.recentFiles
    }

    IconButton {
        x: 10
        y: 8
        z: 1
        objectName: "welcomeMenu"
        iconName: "menu"
        label: qsTr("Menu")
        onClicked: page.menuRequested()
    }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 4 * Theme.pad)
        clip: true

        Column {
            id: column
            width: Math.min(620, parent.width - 2 * Theme.pad)
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(2 * Theme.pad, (page.height - implicitHeight) * 0.4)
            spacing: 2 * Theme.pad

            Row {
                spacing: 18
                Icon {
                    name: "xiangtu"
                    side: 64
                    tint: Theme.seal
                    anchors.verticalCenter: parent.verticalCenter
                }
                Column {
                    spacing: 2
                    ThemeText {
                        text: qsTr("Xiangtu")
                        font.pixelSize: Theme.title + 8
                        font.weight: Font.Medium
                    }
                    ThemeText {
                        width: column.width - 82
                        text: qsTr("The map of townships, villages and grids")
                        color: Theme.muted
                        wrapMode: Text.Wrap
                    }
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                ActionButton {
                    objectName: "welcomeOpen"
                    primary: true
                    iconName: "open"
                    text: qsTr("Open a file…")
                    onClicked: page.openRequested()
                }
                ActionButton {
                    objectName: "welcomeDemo"
                    iconName: "map"
                    text: qsTr("Look at the demo county")
                    onClicked: page.demoRequested()
                }
            }
            Column {
                width: parent.width
                spacing: 4
                visible: recent.count > 0
                ThemeText {
                    text: qsTr("Recent files")
                    color: Theme.muted
                    font.pixelSize: Theme.small
                    bottomPadding: 4
                }
                Repeater {
                    model: recent
                    RecentRow {
                        width: column.width
                        onOpened: page.client.openPath(path)
                        onForgotten: page.client.preferences.forgetFile(path)
                    }
                }
            }
            ThemeText {
                width: parent.width
                text: qsTr("A file can also be dropped anywhere on this window.")
                color: Theme.muted
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
        }
    }
}
