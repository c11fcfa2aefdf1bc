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
    readonly property bool hasMap: (project.phase === ProjectObject.Overview || project.phase === ProjectObject.Ready)
                                   && !project.empty
    /// Nothing is loading, moving or still to be drawn: what the window shows now is what it will show.
    readonly property bool settled: project.phase === ProjectObject.Closed || project.phase === ProjectObject.Failed
                                    || project.empty || (project.phase === ProjectObject.Ready && place.settled)

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    title: project.title === "" ? qsTr("Xiangtu") : qsTr("%1 – Xiangtu").arg(project.title)
    color: Theme.window
    font.family: Theme.family
    font.pixelSize: Theme.body
    palette {
        window: Theme.panel
        windowText: Theme.ink
        base: Theme.sunken
        text: Theme.ink
        button: Theme.hover
        buttonText: Theme.ink
        highlight: Theme.accent
        highlightedText: Theme.accentInk
        mid: Theme.line
        dark: Theme.muted
        light: Theme.hover
    }

    /// Back to an import that is under way, else which file.
    function startImport(): void {
        const session = place.session, phase = session.importing.phase;
        if (session.place !== "import" && phase !== "" && phase !== "done") session.place = "import";
        else importDialog.open();
    }
    Binding { target: Theme; property: "dark"; value: window.client.preferences.dark }
    Binding { target: Theme; property: "elder"; value: window.client.preferences.elder }

    Workplace {
        id: place
        anchors.fill: parent
        visible: window.hasMap
        client: window.client
        onMenuRequested: menu.open()
        onAccountRequested: button => entry.ask(button)
        onImportRequested: window.startImport()
    }
    AccountEntry {
        id: entry
        anchors.fill: parent
        project: window.project
        language: window.client.preferences.language
        dossier: place.page.session.dossier
    }
    ExportPage {
        id: exportPage
        client: window.client
        ask: place.session.ask
    }
    Connections {
        target: place.session
        function onExportWanted(what: var): void { exportPage.show(what); }
    }
    Shortcuts { page: place.page }
    WelcomePage {
        anchors.fill: parent
        visible: window.project.phase === ProjectObject.Closed || window.project.phase === ProjectObject.Opening
        client: window.client
        onOpenRequested: openDialog.open()
        onDemoRequested: window.client.openDemo()
        onMenuRequested: menu.open()
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
    LoadingBar {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 56 }
        visible: window.project.phase === ProjectObject.Opening || window.project.phase === ProjectObject.Overview
        stage: window.project.progressStage
        progress: window.project.progress
        onCancelled: window.project.cancel()
    }
    LoadingBar {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 56 }
        visible: window.client.demo.running
        stage: window.client.demo.stage
        progress: window.client.demo.progress
        onCancelled: window.client.demo.cancel()
    }
    News {
        // In narrow windows above the bar and the buttons at the foot of a page.
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom
                  bottomMargin: place.narrow && place.beside ? (Theme.elder ? 168 : 124) : 56 }
        page: place.page
        demo: window.client.demo
    }
    MainMenu {
        id: menu
        client: window.client
        map: place.page.session.map
        mapShown: place.visible && place.page.visible
        compact: place.page.compact
        onOpenRequested: openDialog.open()
        onDemoRequested: window.client.openDemo()
        onUndoRequested: place.page.session.undo()
        onAccountsRequested: entry.showAccounts("")
        onImportRequested: window.startImport()
        onExportRequested: exportPage.show({})
    }
    FileDialog {
        id: openDialog
        objectName: "openDialog"
        title: qsTr("Open a file")
        nameFilters: [qsTr("Xiangtu files (*.sqlite)"), qsTr("All files (*)")]
        onAccepted: window.client.open(selectedFile)
    }
    FileDialog {
        id: importDialog
        objectName: "importDialog"
        title: qsTr("Import a file")
        nameFilters: [qsTr("Maps and tables (*.shp *.zip *.gpkg *.geojson *.json *.kml *.kmz *.dxf *.fgb *.tab *.mif *.csv *.xlsx *.txt)"),
                      qsTr("All files (*)")]
        onAccepted: place.session.startImport(selectedFile)
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            if (!drop.hasUrls) return;
            drop.accept(Qt.CopyAction);  // or the sender would take it for refused
            // Into an open county comes what is no county itself.
            if (place.visible && !/\.sqlite$/i.test(drop.urls[0].toString())) place.session.startImport(drop.urls[0]);
            else window.client.open(drop.urls[0]);
        }
    }
}
