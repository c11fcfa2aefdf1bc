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
    property SearchModel search: SearchModel {
        project: session.client.project
        language: session.language
    }
    property DossierModel dossier: DossierModel {
        project: session.client.project
        scheme: session.options.scheme
        language: session.language
    }
    /// Several units to be given one class together.
    property ChosenUnits chosen: ChosenUnits {
        project: session.client.project
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
    function undo(): void { client.project.undo(); }
    function redo(): void { client.project.redo(); }
}
