// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The map, and beside it the board, the registers or the worklist. Wide windows show page and map
/// together, with a bar between them to drag; narrow ones show one at a time.
Item {
    id: place
    required property Client client
    property alias page: mapPage
    property alias session: registers
    readonly property bool narrow: width < 860
    readonly property bool beside: registers.place !== "map"
    readonly property bool settled: mapPage.settled && !registers.busy
    /// What of the width the page takes; dragged by the user.
    property real share: 0.5
    readonly property real railWidth: narrow ? 0 : rail.implicitWidth
    readonly property real paneWidth: narrow ? width
                                             : Math.max(Theme.elder ? 480 : 420, Math.min((width - railWidth) * share, width - railWidth - 340))
    readonly property var numbers: registers.worklist.counts
    signal menuRequested
    signal accountRequested(Item button)
    signal importRequested

    objectName: "workplace"
    Component.onCompleted: if (client.startRegister !== "") registers.openTable(client.startRegister)
    /// While the form waits for a drawing the map is needed, also in a narrow window.
    readonly property bool paneShown: beside && !(narrow && (registers.drawing || registers.ask.drawing))

    RegisterSession {
        id: registers
        mapSession: mapPage.session
        narrow: place.narrow
    }
    MapPage {
        id: mapPage
        x: place.narrow || !place.beside ? place.railWidth : place.railWidth + place.paneWidth + handle.width
        width: parent.width - x
        height: parent.height - (place.narrow ? rail.height : 0)
        visible: !(place.narrow && place.paneShown)
        client: place.client
        registers: registers
        beside: place.beside
        otherReason: cellsPage.visible ? cellsPage.reason : null
        onMenuRequested: place.menuRequested()
        onAccountRequested: button => place.accountRequested(button)
    }
    Rectangle {
        id: pane
        objectName: "pane"
        x: place.railWidth
        width: place.paneWidth
        height: mapPage.height
        visible: place.paneShown
        color: Theme.window
        BoardPage {
            anchors.fill: parent
            visible: registers.place === "board"
            session: registers
        }
        RegisterPages {
            anchors.fill: parent
            visible: registers.place === "registers"
            session: registers
        }
        WorklistPage {
            anchors.fill: parent
            visible: registers.place === "worklist" && registers.workTab === "matters"
            session: registers
        }
        CellsPage {
            id: cellsPage
            anchors.fill: parent
            visible: registers.place === "worklist" && registers.workTab === "cells"
            session: registers
            onClassPicked: (index, reason, photo) => mapPage.give(index, reason, photo)
        }
        HistoryPage {
            anchors.fill: parent
            visible: registers.place === "history"
            session: registers
        }
        AskPage {
            anchors.fill: parent
            visible: registers.place === "ask"
            session: registers.ask
        }
        ImportPage {
            anchors.fill: parent
            visible: registers.place === "import"
            session: registers
            onFileWanted: place.importRequested()
        }
    }
    Rectangle {
        id: handle
        x: place.railWidth + place.paneWidth
        width: 6
        height: parent.height
        visible: place.beside && !place.narrow
        color: grip.containsMouse || grip.pressed ? Theme.accent : Theme.line
        Accessible.role: Accessible.Splitter
        Accessible.name: qsTr("Border between page and map")
        MouseArea {
            id: grip
            anchors.fill: parent
            anchors.margins: -3
            hoverEnabled: true
            cursorShape: Qt.SplitHCursor
            preventStealing: true
            onPositionChanged: mouse => {
                if (!pressed) return;
                const at = mapToItem(place, mouse.x, 0).x - place.railWidth;
                place.share = Math.max(0.2, Math.min(0.8, at / (place.width - place.railWidth)));
            }
        }
    }
    PhotoView { session: registers }
    NavigationRail {
        id: rail
        upright: !place.narrow
        width: place.narrow ? parent.width : implicitWidth
        height: place.narrow ? implicitHeight : parent.height
        y: place.narrow ? parent.height - height : 0
        current: registers.place
        pressing: place.numbers.overdue
        onChosen: key => registers.go(key)
    }
    Connections {
        target: mapPage.session.map
        function onDrawn(places: list<double>): void { registers.takeDrawing(places); }
        function onToolChanged(): void { if (registers.drawing && !mapPage.session.map.drawing) registers.stopDrawing(); }
    }
    // The board speaks of the unit that is selected on the map.
    Connections {
        target: mapPage.session.dossier
        function onCodeChanged(): void {
            if (registers.place === "board" && !registers.ranked) registers.board.unit = mapPage.session.dossier.code;
        }
    }
}
