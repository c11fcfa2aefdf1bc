// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Asking the map: the question that is put, its answer, the questions kept under a name, and what is being drawn for one.
QtObject {
    id: session
    required property MapSession mapSession
    readonly property MapItem map: mapSession.map
    readonly property Preferences preferences: mapSession.client.preferences
    /// The map shows the answer.
    property bool mapped: false
    /// What was asked for lies on the map: where page and map take turns, it is the map's.
    signal mapWanted
    signal exportWanted(var what)

    /// list | question
    property string view: "list"
    /// The parameter something is drawn for: "" = none is.
    property string drawingFor: ""
    readonly property bool drawing: drawingFor !== ""
    /// rectangle | polygon | circle | corridor: what a selection's place is drawn as.
    property string shape: ""
    property bool cornersOnly: false

    property QuestionList offered: QuestionList { language: session.preferences.language }
    property QuestionForm form: QuestionForm {
        project: session.mapSession.shown
        language: session.preferences.language
    }
    property AnswerModel answer: AnswerModel {
        project: session.mapSession.shown
        language: session.preferences.language
        map: session.map
        mapped: session.mapped
        inColour: Theme.dark ? "#E0A23C" : "#C4622D"
        outColour: Theme.dark ? "#2A3236" : "#ECE8DC"
    }

    readonly property var given: form.values
    /// Proposed points are carried about on the map.
    property MovedPoints points: MovedPoints { answer: session.answer }

    function start(question: var): void {
        form.open(question);
        shape = given.area ? "polygon" : given.at ? "circle" : given.line ? "corridor" : "";
        answer.clear();
        view = "question";
    }
    /// Puts a question and asks it at once.
    function startAndAsk(question: var): void {
        start(question);
        ask();
    }
    function ask(): void {
        // A place that is not drawn yet would stand for everywhere.
        if (form.selecting && shape !== "" && !given.area && !given.at && !given.line) drawShape();
        else answer.ask(form.question);
    }
    function back(): void {
        stopDrawing();
        answer.clear();
        view = "list";
    }
    /// Another kind of place: what was drawn before is no longer meant.
    function setShape(kind: string): void {
        shape = kind;
        for (const name of ["area", "at", "line"]) form.set(name, "");
        if (kind === "circle" || kind === "corridor") {
            if (!given.metres) form.set("metres", "1000");
        } else {
            form.set("metres", "");
        }
    }
    function drawShape(): void {
        cornersOnly = shape === "rectangle";
        startDrawing(shape === "circle" ? "at" : shape === "corridor" ? "line" : "area",
                     shape === "circle" ? "drawPoint" : shape === "corridor" || cornersOnly ? "drawLine" : "drawPolygon");
    }
    function startDrawing(name: string, tool: string): void {
        drawingFor = name;
        map.tool = tool;
        map.forceActiveFocus();
    }
    function stopDrawing(): void {
        drawingFor = "";
        cornersOnly = false;
        if (map.drawing) map.tool = "pan";
    }
    function finishCorners(): void { if (cornersOnly && map.measurePointCount === 2) map.finishDrawing(); }
    function takeDrawing(places: list<double>): void {
        if (!drawing) return;
        let drawn = places;
        if (cornersOnly) {
            const [w, s, e, n] = [places[0], places[1], places[places.length - 2], places[places.length - 1]];
            drawn = [w, s, e, s, e, n, w, n];
        }
        const name = drawingFor;
        stopDrawing();
        form.setPlaces(name, drawn);
        if (form.selecting) ask();
    }
    /// A line leads to its unit, its record or its place.
    function show(row: int): void { lead(answer.placeOf(row)); }
    function showUnit(code: string): void { lead({ code: code }); }
    function lead(at: var): void {
        if (at.record !== undefined) map.showRecord(at.registerId, at.record);
        else if (at.code) mapSession.show(at.code);
        else if (at.placed) map.goToPlace(at.lon, at.lat, 4);
        mapWanted();
    }
    /// The map as it stands: colours, legend of the answer, marks.
    function savePicture(file: url): void {
        map.grabToImage(result => {
            if (result.saveToFile(file)) answer.exported(file.toString().replace("file://", ""), 1);
            else answer.failed(file.toString());
        });
    }
    function keep(name: string): void { preferences.keepQuestion(name, form.question); }

    property Connections drawn: Connections {
        target: session.map
        function onDrawn(places: list<double>): void { session.takeDrawing(places); }
        function onToolChanged(): void { if (session.drawing && !session.map.drawing) session.stopDrawing(); }
        // A rectangle has two corners: no double tap is needed to say that these were all.
        function onMeasureChanged(): void { if (session.cornersOnly) session.corners.start(); }
    }
    // Not at once: what ends the drawing tells everybody who is just hearing of the second corner.
    property Timer corners: Timer {
        interval: 0
        onTriggered: session.finishCorners()
    }
}
