// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What the panels around one map share: its options, the models that follow it, which sheet is open.
QtObject {
    id: session
    required property Client client
    required property MapItem map
    /// The panels take turns at the foot of the window: a dossier asked for closes the sheet.
    property bool compact: false
    readonly property string language: client.preferences.language

    /// "" | layers | legend: what stands open beside the dossier.
    property string sheet: ""
    /// Units that differ since the user last looked; for the news line.
    signal changed(string words)

    /// The file of today, or as it was on another day.
    property DayMap days: DayMap { project: session.client.project }
    readonly property ProjectObject shown: comparing ? laterDays.shown : days.shown
    /// Two days compared: the earlier one, and the later one where that is not today.
    property DayMap earlierDays: DayMap { project: session.client.project }
    property DayMap laterDays: DayMap { project: session.client.project }
    readonly property bool comparing: earlierDays.day !== ""
    /// The comparison is the page beside the map.
    property bool compareShown: false
    /// difference | curtain
    property string compareView: "difference"
    property ComparisonModel comparison: ComparisonModel {
        earlier: session.earlierDays.active ? session.earlierDays.past : null
        later: session.laterDays.loading ? null : session.laterDays.shown
        active: session.comparing
        language: session.language
        map: session.map
        mapped: session.comparing && session.compareShown && session.compareView === "difference"
        colours: Theme.differences
    }
    /// What is on the map may be changed: it is of today.
    readonly property bool ofToday: shown === client.project

    property MapOptions options: MapOptions {
        theme: session.client.startTheme
        dark: session.client.preferences.dark
        hatching: session.client.preferences.hatching
        textScale: session.client.preferences.elder ? 1.5 : 1
    }
    property SchemeModel schemes: SchemeModel {
        project: session.client.project
        language: session.language
    }
    property LegendModel legend: LegendModel {
        map: session.map
        language: session.language
    }
    property LayerModel layers: LayerModel {
        options: session.options
        language: session.language
    }
    property BorderModel borders: BorderModel {
        options: session.options
        language: session.language
    }
    /// Layers of other maps to trace from.
    property ReferenceModel references: ReferenceModel {
        project: session.client.project
        map: session.map
    }
    property SearchModel search: SearchModel {
        project: session.shown
        language: session.language
    }
    property DossierModel dossier: DossierModel {
        project: session.shown
        scheme: session.options.scheme
        language: session.language
    }
    /// Several units to be given one class together.
    property ChosenUnits chosen: ChosenUnits {
        project: session.shown
        scheme: session.options.scheme
        language: session.language
    }
    readonly property bool choosing: chosen.count > 0
    property BorderEditor borderEditor: BorderEditor {
        project: session.client.project
        map: session.map
        language: session.language
        onSaved: session.chosen.clear()
    }
    readonly property bool bordering: borderEditor.task !== ""
    property Connections drawing: Connections {
        target: session.map
        function onDrawn(places) { if (session.bordering) session.borderEditor.takeLine(places); }
    }
    readonly property var coverageLevels: [{ key: "", text: qsTr("Level fitting the scale") },
                                           { key: "township", text: qsTr("Townships") },
                                           { key: "village", text: qsTr("Villages") },
                                           { key: "natural_village", text: qsTr("Natural villages") },
                                           { key: "grid", text: qsTr("Household grids") }]

    function show(code: string): void {
        if (compact) sheet = "";
        dossier.code = code;
        map.goTo(code);
    }
    function showAt(lon: real, lat: real): void {
        if (compact) sheet = "";
        dossier.selectAt(lon, lat);
    }
    /// A tap: while several are chosen it adds to them or takes away.
    function tap(lon: real, lat: real): void {
        if (choosing) chosen.toggleAt(lon, lat);
        else showAt(lon, lat);
    }
    function choose(lon: real, lat: real): void {
        if (compact) sheet = "";
        dossier.clear();
        chosen.toggleAt(lon, lat);
    }
    function chooseWithin(ring: list<double>): void {
        if (compact) sheet = "";
        dossier.clear();
        chosen.addWithin(ring);
    }
    function toggleSheet(name: string): void { sheet = sheet === name ? "" : name; }
    /// Only what can be seen is changed.
    function undo(): void { if (ofToday) client.project.undo(); }
    function redo(): void { if (ofToday) client.project.redo(); }
    /// Against another day, or against today when `later` is empty.
    function compare(earlier: string, later: string): void {
        days.leave();
        if (later === "" || !laterDays.open(later)) laterDays.leave();
        if (earlier === "" || !earlierDays.open(earlier)) earlierDays.leave();
    }
    function endComparing(): void {
        earlierDays.leave();
        laterDays.leave();
    }
    /// False for today and what is no day.
    function openDay(day: string): bool {
        borderEditor.cancel();
        chosen.clear();
        endComparing();
        return days.open(day);
    }
}
