// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What the pages beside the map share: their models, which page is open, and how one leads to another.
QtObject {
    id: session
    required property MapSession mapSession
    /// Page and map take turns.
    property bool narrow: false
    /// ExportForm.begin() says what it can be.
    signal exportWanted(var what)
    readonly property Client client: mapSession.client
    readonly property ProjectObject project: client.project
    readonly property MapItem map: mapSession.map
    readonly property string language: client.preferences.language
    readonly property bool busy: figures.busy || board.busy || ranking.busy || table.busy || worklist.busy
                                 || report.busy || findings.busy || cells.busy || log.busy || plans.busy || timeline.busy || restoring.busy || mapSession.days.loading
                                 || mapSession.earlierDays.loading || mapSession.laterDays.loading || mapSession.comparison.busy || ask.answer.busy || importing.busy

    readonly property bool startsInTab: client.startPage === "reports" || client.startPage === "findings"
    /// map | board | registers | worklist | history | ask | import
    property string place: startsInTab ? "board" : client.startPage
    // Pages where work is done speak of today: so does the map beside them.
    onPlaceChanged: {
        if (!mapSession || place === "map" || place === "history") return;
        mapSession.days.leave();
        mapSession.endComparing();
    }
    /// In registers: list | table | record | form | editor
    property string view: "list"
    /// On the board: figures | reports | findings
    property string boardTab: startsInTab ? client.startPage : "figures"
    /// On the board: a report is open.
    readonly property bool reading: boardTab === "reports" && report.reportId !== ""
    /// On the board: the ranking of one figure is open.
    property bool ranked: false
    /// Where the form and the record page go back to.
    property string cameFrom: "table"
    /// A drawing is asked for by the form.
    property bool drawing: false

    property FiguresSource figures: FiguresSource {
        project: session.project
        active: session.place === "board" || session.figured
    }
    /// The board was opened: its figures stay up to date, for the map.
    property bool figured: false
    property BoardModel board: BoardModel {
        source: session.figures
        language: session.language
    }
    property RankingModel ranking: RankingModel {
        source: session.figures
        language: session.language
        within: session.board.unit
        ramp: Theme.ramp
        mapOptions: session.mapSession.options
        mapped: session.ranked && session.place === "board"
    }
    property ReportModel report: ReportModel {
        source: session.figures
        language: session.language
        reportId: session.client.startReport
        sensitiveShown: session.isUncovered(registerId) && session.mayUncover(registerId, 0)
    }
    property FindingModel findings: FindingModel {
        source: session.figures
        language: session.language
    }
    property RegisterListModel registers: RegisterListModel {
        project: session.project
        language: session.language
        dark: session.client.preferences.dark
        styleDir: session.client.styleDir
    }
    property RecordTableModel table: RecordTableModel {
        project: session.project
        language: session.language
        sensitiveShown: session.isUncovered(registerId) && session.mayUncover(registerId, 0)
    }
    property RecordForm form: RecordForm {
        project: session.project
        language: session.language
        sensitiveShown: session.isUncovered(registerId) && session.mayUncover(registerId, record)
        onDraftChanged: if (record === 0 && registerId !== "") session.client.preferences.setDraft(registerId, draft)
        onSaved: (registerId, record) => {
            session.client.preferences.setDraft(registerId, {});
            session.registers.setShownOnMap(registerId, true);
            session.openRecord(registerId, record, session.cameFrom);
        }
    }
    /// Evidence of a step.
    property RecordForm stepForm: RecordForm {
        project: session.project
        language: session.language
    }
    property RecordDetails details: RecordDetails {
        project: session.project
        language: session.language
        sensitiveShown: session.isUncovered(registerId) && session.mayUncover(registerId, record)
        onEnded: session.openTable(registerId)
    }
    property WorklistModel worklist: WorklistModel {
        project: session.project
        language: session.language
    }
    /// On the page of what is to do: matters | cells
    property string workTab: "matters"
    property CellListModel cells: CellListModel {
        project: session.project
        scheme: session.mapSession.options.scheme
        language: session.language
        active: session.place === "worklist" && session.workTab === "cells"
    }
    property RegisterEditor editor: RegisterEditor {
        project: session.project
        language: session.language
        onSaved: registerId => session.openTable(registerId)
    }
    property Responsibility responsibility: Responsibility {
        project: session.mapSession.shown
        language: session.language
        unit: session.mapSession.dossier.code
    }
    property LogModel log: LogModel {
        project: session.project
        language: session.language
        active: session.place === "history"
    }
    /// On the page of history: log | compare | plans
    property string historyTab: "log"
    property PlanModel plans: PlanModel {
        project: session.project
        language: session.language
        active: session.place === "history"
    }
    /// Of the selected unit.
    property TimelineModel timeline: TimelineModel {
        project: session.mapSession.shown
        language: session.language
        unit: session.mapSession.dossier.code
    }
    /// Of a unit, also one that is no more: in the file of today.
    property RestoreModel restoring: RestoreModel {
        project: session.project
        language: session.language
        onRestored: code => {
            if (!session.mapSession.days.active) return;
            session.mapSession.days.leave();
            session.mapSession.show(code);
        }
    }
    property Connections leavingRestore: Connections {
        target: session.mapSession.dossier
        function onCodeChanged(): void { session.restoring.leave(); }
    }
    property OrgEditor orgs: OrgEditor {
        project: session.project
        language: session.language
        unit: session.mapSession.dossier.code
    }
    property Binding comparing: Binding {
        target: session.mapSession
        property: "compareShown"
        value: session.historyTab === "compare"
    }
    property ChainModel chain: ChainModel { project: session.project }
    /// The photo that is shown large; empty = none.
    property string photoShown: ""
    /// Lines from the selected unit to those the same people answer for.
    property bool linesShown: false
    property AskSession ask: AskSession {
        mapSession: session.mapSession
        mapped: session.place === "ask" || (session.narrow && session.place === "map")
        onExportWanted: what => session.exportWanted(what)
        onMapWanted: if (session.narrow) session.place = "map"
    }
    /// A file that is brought in.
    property ImportTask importing: ImportTask {
        project: session.project
        map: session.map
        language: session.language
        kept: session.client.preferences.imports
        onTaken: registerId => { if (registerId !== "") session.registers.setShownOnMap(registerId, true); }
    }
    function startImport(file: url): void {
        place = "import";
        importing.open(file);
    }
    function endImport(): void {
        if (importing.phase === "importing") return;
        importing.leave();
        if (place === "import") place = "map";
    }
    property PickModel pick: PickModel {
        project: session.project
        language: session.language
    }

    /// Registers whose sensitive fields somebody asked to see; forgotten with the file and the program.
    property var uncovered: []
    function isUncovered(registerId: string): bool { return uncovered.includes(registerId); }
    /// `record`: 0 = the whole table.
    function mayUncover(registerId: string, record: var): bool {
        // Asked anew when somebody else signs in.
        return (!session.project.hasAccounts || session.project.signedIn !== "") && session.project.mayUncover(registerId, record);
    }
    function setUncovered(registerId: string, record: var, shown: bool): void {
        if (shown) session.project.noteUncovering(registerId, record);
        const others = uncovered.filter(id => id !== registerId);
        uncovered = shown ? others.concat([registerId]) : others;
    }
    property Connections forgetting: Connections {
        target: session.project
        function onFileChanged(): void { session.uncovered = []; }
        function onSessionChanged(): void { session.uncovered = []; }
    }

    /// The map gets to it, and is shown where there is no room for both.
    function showUnit(code: string): void {
        mapSession.show(code);
        if (narrow) place = "map";
    }
    function go(to: string): void {
        if (to === "board") figured = true;
        // A hit on the page that is open leads back to its beginning.
        if (to === place && to === "registers") view = "list";
        if (to === place && to === "ask") ask.back();
        if (to === place && to === "board") {
            ranked = false;
            report.reportId = "";
        }
        place = to;
    }
    function openTable(registerId: string): void {
        table.registerId = registerId;
        cameFrom = "table";
        place = "registers";
        view = "table";
    }
    /// A table narrowed to what somebody else speaks of.
    function openTableOf(registerId: string, unit: string, condition: string): void {
        openTable(registerId);
        table.within = unit;
        table.condition = condition;
    }
    function openRecord(registerId: string, record: int, from: string): void {
        cameFrom = from;
        table.registerId = registerId;
        details.show(registerId, record);
        map.showRecord(registerId, record);
        place = "registers";
        view = "record";
    }
    function addRecord(registerId: string, unit: string): void {
        if (view !== "record") cameFrom = view === "list" ? "table" : cameFrom;
        table.registerId = registerId;
        form.startNew(registerId, unit, client.preferences.draft(registerId));
        place = "registers";
        view = "form";
    }
    function editRecord(): void {
        form.startEdit(details.registerId, details.record);
        view = "form";
    }
    function startDrawing(): void {
        drawing = true;
        map.tool = form.anchor === "point" ? "drawPoint" : form.anchor === "line" ? "drawLine" : "drawPolygon";
        map.forceActiveFocus();
    }
    function stopDrawing(): void {
        drawing = false;
        if (map.drawing) map.tool = "pan";
    }
    function takeDrawing(places: list<double>): void {
        if (!drawing) return;
        form.setPlaces(places);
        stopDrawing();
    }
    function openRanking(indicatorId: string): void {
        ranking.indicatorId = indicatorId;
        ranked = true;
    }
    /// One step back inside the page; false when it stands at its beginning.
    function stepBack(): bool {
        if (drawing) {
            stopDrawing();
        } else if (ask.drawing) {
            ask.stopDrawing();
        } else if (place === "ask" && ask.view !== "list") {
            ask.back();
        } else if (place === "board" && ranked) {
            ranked = false;
        } else if (place === "board" && reading) {
            report.reportId = "";
        } else if (place === "registers" && view !== "list") {
            if (view === "form") view = form.record > 0 ? "record" : "table";
            else if (view === "record" && (cameFrom === "worklist" || cameFrom === "board" || cameFrom === "history")) place = cameFrom;
            else view = view === "table" ? "list" : view === "editor" && editor.fresh ? "list" : "table";
        } else {
            return false;
        }
        return true;
    }
}
