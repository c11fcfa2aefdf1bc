// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Xiangtu.App
import Xiangtu.Ui

/// Files, view and editor's name: all that is not needed every minute.
Popup {
    id: menu
    required property Client client
    required property MapItem map
    property bool mapShown: false
    property bool compact: false
    signal openRequested
    signal demoRequested
    signal undoRequested
    signal accountsRequested
    signal importRequested
    signal exportRequested

    x: 8
    y: 8
    width: Math.min(parent.width - 16, Theme.elder ? 440 : 320)
    height: Math.min(parent.height - 16, column.implicitHeight + 24)
    padding: 0
    modal: true
    focus: true
    background: Card {}
    T.Overlay.modal: Rectangle { color: "#33000000" }

    RecentFilesModel {
        id: recent
        files: menu.client.preferences.recentFiles
        except: menu.client.project.file
        most: 4
    }

    Flickable {
        anchors.fill: parent
        clip: true
        contentHeight: column.implicitHeight + 24
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: 8
            y: 12
            width: parent.width - 16

            MenuLine {
                objectName: "menuOpen"
                iconName: "open"
                text: qsTr("Open a file…")
                onClicked: { menu.close(); menu.openRequested(); }
            }
            MenuLine {
                iconName: "map"
                text: qsTr("Look at the demo county")
                onClicked: { menu.close(); menu.demoRequested(); }
            }
            Repeater {
                model: recent
                MenuLine {
                    required property string path
                    required property string name
                    iconName: "history"
                    text: name
                    onClicked: { menu.close(); menu.client.openPath(path); }
                }
            }
            MenuLine {
                objectName: "menuImport"
                visible: menu.client.project.phase === ProjectObject.Ready && !menu.client.project.empty
                iconName: "import"
                text: qsTr("Import…")
                onClicked: { menu.close(); menu.importRequested(); }
            }
            MenuLine {
                objectName: "menuClose"
                visible: menu.client.project.phase === ProjectObject.Ready
                iconName: "close"
                text: qsTr("Close the file")
                onClicked: { menu.close(); menu.client.project.close(); }
            }
            MenuLine {
                objectName: "menuExport"
                visible: menu.client.project.phase === ProjectObject.Ready
                iconName: "export"
                text: qsTr("Export…")
                onClicked: { menu.close(); menu.exportRequested(); }
            }
            MenuLine {
                objectName: "menuAccounts"
                visible: menu.client.project.phase === ProjectObject.Ready
                iconName: "person"
                text: qsTr("Accounts…")
                onClicked: { menu.close(); menu.accountsRequested(); }
            }
            Item { width: 1; height: 8 }
            Rule { width: parent.width }
            Item { width: 1; height: 8 }
            Row {
                visible: menu.compact && menu.mapShown
                ToolButtons { map: menu.map }
                IconButton {
                    iconName: "undo"
                    label: qsTr("Undo the last change (Ctrl+Z)")
                    enabled: menu.client.project.canUndo
                    onClicked: { menu.close(); menu.undoRequested(); }
                }
            }
            MenuSettings {
                width: parent.width
                preferences: menu.client.preferences
                hasAccounts: menu.client.project.hasAccounts
            }
            Item { width: 1; height: 8 }
            Rule { width: parent.width }
            ThemeText {
                width: parent.width
                topPadding: 10
                leftPadding: 10
                wrapMode: Text.Wrap
                text: qsTr("Xiangtu %1 · GPL-3.0-or-later").arg(menu.client.version)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
    }
}
