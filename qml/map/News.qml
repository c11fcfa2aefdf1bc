// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Says what became of a change: saved, refused, failed, or taken back.
Toast {
    id: news
    required property MapPage page
    required property DemoCounty demo
    readonly property ProjectObject project: page.client.project

    /// What the offered action does: take the change back, or go to a place.
    property bool offersUndo: true
    property real placeLon: 0
    property real placeLat: 0

    onActed: offersUndo ? project.undo() : page.session.map.goToPlace(placeLon, placeLat, 2)

    Connections {
        target: news.project
        function onChangeSaved() {
            news.offersUndo = true;
            news.tell(qsTr("Saved."), qsTr("Undo"), false, "");
            news.page.clearReason();
        }
        function onPlanSaved() { news.say(qsTr("Planned. It is made when the file is opened on that day.")); }
        function onPlanDropped() { news.say(qsTr("The plan will not be made.")); }
        function onPlansMade(made, conflicts) {
            if (conflicts === 0) news.say(qsTr("Plans made today: %1").arg(made));
            else news.complain(qsTr("Plans made today: %1; no longer fitting: %2").arg(made).arg(conflicts),
                               qsTr("xiangtu plans FILE list says why."));
        }
        function onChangeTakenBack() { news.say(qsTr("The change was taken back.")); }
        function onChangeMadeAgain() { news.say(qsTr("The change was made again.")); }
        function onRefused(reason, detail, hasPlace, lon, lat) {
            news.offersUndo = false;
            news.placeLon = lon;
            news.placeLat = lat;
            news.tell(RefusalWords.of(reason), hasPlace ? qsTr("Show the place") : "", true,
                      RefusalWords.namesMore(reason) ? detail : "");
        }
        function onFailed(kind, text) {
            news.complain(qsTr("Nothing was changed: %1").arg(FaultWords.cause(kind)), text);
        }
    }
    Connections {
        target: news.demo
        function onFailed(kind, text) {
            news.complain(qsTr("The demo county could not be made: %1").arg(FaultWords.cause(kind)), text);
        }
    }
    Connections {
        target: news.page.session.map
        function onFailed(text) { news.complain(qsTr("The map could not be drawn completely."), text); }
    }
    Connections {
        target: news.page.session.legend
        function onFailed(text) { news.complain(qsTr("The legend could not be counted."), text); }
    }
    Connections {
        target: news.page.session.dossier
        function onFailed(text) { news.complain(qsTr("The dossier could not be put together."), text); }
    }
    Connections {
        target: news.page.session.chosen
        function onFoundNothing() { news.say(qsTr("Nothing lies inside the line.")); }
        function onFailed(text) { news.complain(qsTr("The chosen ones could not be added up."), text); }
    }
    Connections {
        target: news.page.session.borderEditor
        function onFailed(text) { news.complain(qsTr("The new borders could not be worked out."), text); }
    }
    Connections {
        target: news.page.registers.cells
        function onFailed(text) { news.complain(qsTr("The cells could not be listed."), text); }
    }
    Connections {
        target: news.page.session.days
        function onFailed(kind, text) { news.complain(qsTr("The map of that day could not be read: %1").arg(FaultWords.cause(kind)), text); }
    }
    Connections {
        target: news.page.registers.log
        function onFailed(text) { news.complain(qsTr("The history could not be read."), text); }
    }
    Repeater {
        model: [news.page.session.earlierDays, news.page.session.laterDays]
        Item {
            id: read
            required property QtObject modelData
            Connections {
                target: read.modelData
                function onFailed(kind, text) { news.complain(qsTr("The map of that day could not be read: %1").arg(FaultWords.cause(kind)), text); }
            }
        }
    }
    Connections {
        target: news.page.session.comparison
        function onFailed(text) { news.complain(qsTr("The two days could not be compared."), text); }
    }
    Connections {
        target: news.page.registers.timeline
        function onFailed(text) { news.complain(qsTr("The life of the unit could not be read."), text); }
    }
    Connections {
        target: news.page.registers.plans
        function onNotMade(why) { news.tell(qsTr("This plan does not fit: %1").arg(why), "", true, ""); }
        function onFailed(text) { news.complain(qsTr("The plans could not be read."), text); }
    }
    Connections {
        target: news.page.registers.chain
        function onFailed(text) { news.complain(qsTr("The log could not be checked."), text); }
    }
    Connections {
        target: news.page.session.search
        function onFailed(text) { news.complain(qsTr("The search could not be carried out."), text); }
    }
    Repeater {
        model: [news.page.registers.table, news.page.registers.ranking, news.page.registers.report,
                news.page.registers.ask.answer]
        Item {
            id: written
            required property QtObject modelData
            Connections {
                target: written.modelData
                function onExported(file, rows) { news.say(qsTr("Saved as %1").arg(file)); }
                function onFailed(text) { news.complain(qsTr("The table could not be made or written."), text); }
            }
        }
    }
}
