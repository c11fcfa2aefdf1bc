// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The map and what stands around it. Narrow windows get sheets at the foot instead of cards.
Item {
    id: page
    required property Client client
    required property RegisterSession registers
    /// A page stands beside the map: what is said about the selected unit is said there.
    property bool beside: false
    readonly property bool compact: width < 760
    readonly property bool settled: map.complete && !session.legend.busy && !session.dossier.loading
                                    && !session.search.searching && curtain.settled
    property alias session: session
    readonly property real margin: compact ? 8 : 12
    // What the panels that stand open cover of the map. The legend fills a corner only: it counts where
    // enough is left beside it.
    readonly property real coveredRight: compact ? 0 : width - zoom.x
    readonly property real coveredLeft: !compact && legend.open && width - coveredRight - legend.x - legend.width > 220
                                        ? legend.x + legend.width : 0
    /// Where a page beside the map asks for the reason, its box.
    property ReasonBox otherReason: null
    signal menuRequested
    signal accountRequested(Item button)

    objectName: "mapPage"

    function startSearch(): void { bar.startSearch(); }
    /// The card that speaks of what is selected; it may be hidden.
    readonly property Item card: borderCard.visible ? borderCard : chosenCard.visible ? chosenCard : dossierPanel
    /// What the keys choose from.
    readonly property var classes: session.bordering || !session.ofToday ? [] : session.choosing ? session.chosen.classes
                                                    : session.dossier.active ? session.dossier.classes : []

    function clearReason(): void {
        dossierPanel.reason.clear();
        chosenCard.reason.clear();
    }
    function setClass(index: int): void {
        const box = session.choosing ? chosenCard.reason : otherReason !== null ? otherReason : dossierPanel.reason;
        give(index, box.words, box.photo);
    }
    /// The class goes to the chosen units, or to the one the dossier is about.
    function give(index: int, reason: string, photo: string): void {
        if (session.choosing) session.chosen.setClass(index, reason, photo);
        else if (session.dossier.active) session.dossier.setClass(index, reason, photo);
    }
    function stepBack(): void {
        if (registers.stepBack()) return;
        if (map.tool !== "pan") {
            map.clearMeasure();
            map.tool = "pan";
        } else if (session.bordering) {
            session.borderEditor.cancel();
        } else if (session.choosing) {
            session.chosen.clear();
        } else if (session.sheet !== "") {
            session.sheet = "";
        } else {
            session.dossier.clear();
        }
    }

    /// The first complete picture of a file goes to what was asked for at the start of the program.
    Connections {
        target: map
        property bool asked: page.client.startUnit !== "" || page.client.startSearch !== ""
                             || page.client.startDay !== "" || page.client.startCompare !== ""
        function onCompleteChanged() {
            if (!asked || !map.complete || page.client.project.phase !== ProjectObject.Ready) return;
            asked = false;
            if (page.client.startDay !== "") session.openDay(page.client.startDay);
            if (page.client.startCompare !== "") {
                page.registers.historyTab = "compare";
                page.registers.place = "history";
                session.compare(page.client.startCompare, "");
            }
            if (page.client.startUnit !== "") session.show(page.client.startUnit);
            if (page.client.startSearch !== "") bar.searchFor(page.client.startSearch);
        }
    }
    MapSession {
        id: session
        client: page.client
        map: map
        compact: page.compact
    }
    TopBar {
        id: bar
        width: parent.width
        session: session
        compact: page.compact
        onMenuRequested: page.menuRequested()
        onAccountRequested: button => page.accountRequested(button)
    }
    PastBar {
        id: past
        anchors.top: bar.bottom
        width: parent.width
        session: session
    }
    MapItem {
        id: map
        objectName: "map"
        anchors { top: past.bottom; left: parent.left; right: parent.right }
        // In a small window the sheet would hide half of the map, and with it the unit it speaks of.
        height: (page.compact && page.card.visible ? page.card.y : status.y) - y
        clip: true
        focus: true
        activeFocusOnTab: true
        project: session.shown
        mapOptions: session.options
        styleDir: page.client.styleDir
        selectedCode: session.dossier.code
        insetLeft: page.coveredLeft
        insetTop: measureCard.visible ? measureCard.y + measureCard.height - y : 0
        insetRight: page.coveredRight
        insetBottom: !page.compact || session.sheet === "" ? 0
                     : y + height - (session.sheet === "legend" ? legend.y : layerPanel.y)
        shownRegisters: page.registers.registers.shown
        linksFrom: page.registers.linesShown ? session.dossier.code : ""
        // While a border is edited a tap is the editor's.
        onTapped: (lon, lat) => session.bordering ? session.borderEditor.tap(lon, lat) : session.tap(lon, lat)
        onLongPressed: (lon, lat) => { if (!session.bordering) session.choose(lon, lat); }
        onLassoed: ring => session.chooseWithin(ring)
        highlightedCodes: session.borderEditor.taker !== "" ? [session.borderEditor.taker] : session.choosing || !page.registers.ask.answer.mapped ? session.chosen.codes : page.registers.ask.answer.codes
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Map")
        FocusRing { control: map; anchors.margins: 1; radius: 0; visible: false }
    }
    Curtain {
        id: curtain
        anchors.fill: map
        visible: session.comparing && session.compareShown && session.compareView === "curtain" && session.earlierDays.active
        map: map
        session: session
    }
    Stamp {
        objectName: "stampOnMap"
        visible: bar.stampOnMap && page.client.project.demo
        x: page.margin
        y: map.y + page.margin
    }
    StatusLine {
        id: status
        width: parent.width
        anchors.bottom: parent.bottom
        map: map
        language: session.language
        compact: page.compact
    }
    MeasureCard {
        id: measureCard
        anchors { top: map.top; topMargin: page.margin; horizontalCenter: map.horizontalCenter }
        map: map
        language: session.language
        widest: map.width - 2 * page.margin
    }
    DrawCard {
        anchors { top: map.top; topMargin: page.margin; horizontalCenter: map.horizontalCenter }
        map: map
        language: session.language
    }
    LegendCard {
        id: legend
        // Between two open panels and the zoom buttons there may be no room for it.
        visible: page.compact ? session.sheet === "legend" : x + width + page.margin <= zoom.x
        x: page.margin
        y: status.y - height - page.margin
        width: page.compact ? page.width - 2 * page.margin : (Theme.elder ? 380 : 264)
        tallest: page.compact ? page.height * 0.55 : map.height - 2 * page.margin
        legend: session.legend
        preferences: page.client.preferences
        switchable: session.options.theme === "five_colour"
    }
    LayerPanel {
        id: layerPanel
        visible: session.sheet === "layers"
        x: page.compact ? page.margin : (page.card.visible ? page.card.x : page.width) - width - page.margin
        y: page.compact ? status.y - height - page.margin : map.y + page.margin
        width: page.compact ? page.width - 2 * page.margin : (Theme.elder ? 420 : 300)
        height: page.compact ? page.height * 0.55 : Math.min(implicitContent, map.height - 2 * page.margin)
        readonly property real implicitContent: Theme.elder ? 900 : 570
        session: session
        registers: page.registers
        onClosed: session.sheet = ""
    }
    ZoomButtons {
        id: zoom
        visible: !(page.compact && (page.card.visible || session.sheet !== ""))
        // Left of whichever panel stands furthest in.
        readonly property Item panel: layerPanel.visible ? layerPanel : page.card
        x: (page.compact || !panel.visible ? page.width : panel.x) - width - page.margin
        y: status.y - height - page.margin
        map: map
        compact: page.compact || map.height < 480
    }
    BorderCard {
        id: borderCard
        visible: session.bordering
        width: chosenCard.width
        height: Math.min(implicitHeight, page.compact ? page.height * 0.5 : map.height - 2 * page.margin)
        x: chosenCard.x
        y: page.compact ? status.y - height - page.margin : map.y + page.margin
        editor: session.borderEditor
        map: map
        hasReferences: session.references.count > 0
    }
    ChosenCard {
        id: chosenCard
        visible: session.choosing && !session.bordering && !(page.compact && session.sheet !== "")
        width: page.compact ? page.width - 2 * page.margin : (Theme.elder ? 460 : 372)
        height: Math.min(implicitHeight, page.compact ? page.height * 0.6 : map.height - 2 * page.margin)
        x: page.width - width - page.margin
        y: page.compact ? status.y - height - page.margin : map.y + page.margin
        chosen: session.chosen
        project: session.shown
        lasso: map.tool === "lasso"
        onClassPicked: index => page.setClass(index)
        onLassoWanted: wanted => map.tool = wanted ? "lasso" : "pan"
        onMergeWanted: session.borderEditor.begin("merge", session.chosen.codes[0], session.chosen.codes)
    }
    DossierPanel {
        id: dossierPanel
        visible: session.dossier.active && !session.choosing && !session.bordering && !page.beside && !(page.compact && session.sheet !== "")
        width: page.compact ? page.width - 2 * page.margin : (Theme.elder ? 460 : 372)
        height: page.compact ? page.height * 0.5 : map.height - 2 * page.margin
        x: page.width - width - page.margin
        y: page.compact ? status.y - height - page.margin : map.y + page.margin
        dossier: session.dossier
        project: session.shown
        registers: page.registers
        onClosed: session.dossier.clear()
        onUnitPicked: code => session.show(code)
        onClassPicked: index => page.setClass(index)
        onBorderPicked: task => session.borderEditor.begin(task, session.dossier.code)
    }
}
