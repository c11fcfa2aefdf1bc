// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Xiangtu.App
import Xiangtu.Ui

/// The window: which page is shown follows from the phase of the project.
ApplicationWindow {
    id: window
    required property Client client
    readonly property ProjectObject project: client.project
    /// Nothing is loading, moving or still to be drawn: what the window shows now is what it will show.
    readonly property bool settled: project.phase === ProjectObject.Closed || project.phase === ProjectObject.Failed

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    title: project.title === "" ? qsTr("Xiangtu") : qsTr("%1 – Xiangtu").arg(project.title)
    color: Theme.window
    font.family: Theme.family
    font.pixelSize: Theme.body

    Binding { target: Theme; property: "dark"; value: window.client.preferences.dark }
    Binding { target: Theme; property: "elder"; value: window.client.preferences.elder }

    WelcomePage {
        anchors.fill: parent
        visible: window.project.phase === ProjectObject.Closed
        client: window.client
        onOpenRequested: openDialog.open()
    }
    ErrorPage {
        anchors.fill: parent
        visible: window.project.phase === ProjectObject.Failed
        client: window.client
        onOpenRequested: openDialog.open()
    }
    EmptyPage {
        anchors.fill: parent
        visible: window.project.empty
        client: window.client
        onOpenRequested: openDialog.open()
    }
    FileDialog {
        id: openDialog
        title: qsTr("Open a file")
        nameFilters: [qsTr("Xiangtu files (*.sqlite)"), qsTr("All files (*)")]
        onAccepted: window.client.open(selectedFile)
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => { if (drop.hasUrls) window.client.open(drop.urls[0]) }
    }
}
