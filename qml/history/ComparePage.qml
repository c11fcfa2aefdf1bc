// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Two days side by side: what differs as a list, as colours on the map, or under a curtain.
Item {
    id: page
    required property RegisterSession session
    readonly property MapSession maps: session.mapSession
    readonly property ComparisonModel model: maps.comparison
    readonly property var kinds: model.kinds
    readonly property var levels: model.levels
    readonly property string laterName: maps.laterDays.day === "" ? qsTr("today") : maps.laterDays.day
    readonly property bool reading: maps.earlierDays.loading || maps.laterDays.loading
    readonly property var sums: [model.gained === "" ? "" : qsTr("land gained %1").arg(model.gained),
                                 model.lost === "" ? "" : qsTr("land lost %1").arg(model.lost)]
    readonly property bool asked: maps.earlierDays.day !== ""
    /// Only into the file of today, and only from a day it was there.
    readonly property bool restorable: maps.laterDays.day === "" && session.project.mayStructure
    property string goneCode
    property string goneName

    Column {
        id: tools
        x: Theme.pad
        y: 10
        width: parent.width - 2 * Theme.pad
        spacing: 8
        Flow {
            width: parent.width
            spacing: 8
            DayField {
                objectName: "compareFrom"
                label: qsTr("Earlier day")
                usualDays: true
                day: page.maps.earlierDays.day
                onChosen: day => page.maps.compare(day, page.maps.laterDays.day)
            }
            ThemeText { height: Theme.target; text: qsTr("against") }
            DayField {
                objectName: "compareTo"
                label: qsTr("Later day")
                emptyText: qsTr("today")
                day: page.maps.laterDays.day
                onChosen: day => page.maps.compare(page.maps.earlierDays.day, day)
            }
            ActionButton {
                objectName: "compareEnd"
                visible: page.asked
                iconName: "close"
                text: qsTr("End")
                onClicked: page.maps.endComparing()
            }
        }
        Item {
            visible: page.reading
            width: parent.width
            height: visible ? Theme.target : 0
            readonly property ProjectObject read: page.maps.earlierDays.loading ? page.maps.earlierDays.past : page.maps.laterDays.past
            Rectangle {
                width: parent.width * Math.max(0, parent.read.progress)
                height: parent.height
                radius: Theme.radius
                color: Theme.accentWash
            }
            ThemeText {
                objectName: "compareReading"
                x: 10
                height: parent.height
                text: qsTr("Reading the map of %1…").arg(page.maps.earlierDays.loading ? page.maps.earlierDays.day : page.maps.laterDays.day)
            }
        }
        Flickable {
            visible: page.model.compared
            width: parent.width
            height: visible ? Theme.target : 0
            contentWidth: levelRow.implicitWidth
            clip: true
            flickableDirection: Flickable.HorizontalFlick
            Row {
                id: levelRow
                spacing: 8
                Segmented {
                    objectName: "compareView"
                    choices: [{ key: "difference", title: qsTr("Differences") }, { key: "curtain", title: qsTr("Curtain") }]
                    current: page.maps.compareView
                    onChosen: key => page.maps.compareView = key
                }
                DropDown {
                    objectName: "compareLevel"
                    label: qsTr("Level")
                    textRole: "title"
                    model: page.levels.map(l => ({ key: l.key, title: qsTr("%1 (%2)").arg(l.title).arg(l.count) }))
                    chosen: Math.max(0, page.levels.findIndex(l => l.key === page.model.level))
                    onActivated: index => page.model.level = page.levels[index].key
                }
            }
        }
        Flow {
            visible: page.model.compared && page.kinds.length > 0
            width: parent.width
            spacing: 8
            Repeater {
                model: page.kinds
                ChoiceChip {
                    id: chip
                    required property var modelData
                    objectName: "difference_" + modelData.key
                    leftPadding: 28
                    text: qsTr("%1 %2").arg(modelData.title).arg(modelData.count)
                    checked: page.model.kind === modelData.key
                    onClicked: page.model.kind = checked ? "" : modelData.key
                    Rectangle {
                        x: 10
                        anchors.verticalCenter: parent.verticalCenter
                        width: 12
                        height: 12
                        radius: 3
                        color: chip.modelData.colour
                    }
                }
            }
        }
        ThemeText {
            objectName: "compareSums"
            width: parent.width
            visible: page.model.compared && text !== ""
            wrapMode: Text.Wrap
            text: page.sums.filter(t => t !== "").join(" · ")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        RestoreBox {
            width: parent.width
            visible: page.goneCode !== "" && page.session.restoring.code === page.goneCode
            restoring: page.session.restoring
            unitName: page.goneName
            onPlaceWanted: (lon, lat) => page.session.map.goToPlace(lon, lat, 1)
        }
    }
    ListView {
        id: list
        objectName: "compareList"
        anchors { top: tools.bottom; topMargin: 8; bottom: parent.bottom }
        width: parent.width
        clip: true
        visible: page.model.compared
        model: page.model
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        delegate: DifferenceRow {
            width: list.width
            current: ListView.isCurrentItem && list.activeFocus
            restorable: page.restorable
            onBackWanted: {
                page.maps.dossier.code = "";
                page.goneCode = code;
                page.goneName = name;
                page.model.show(index);
                page.session.restoring.ask(page.model.level, code, page.maps.earlierDays.day);
            }
            onClicked: {
                page.maps.dossier.code = kind === "gone" ? "" : code;
                page.model.show(index);
                if (page.session.narrow) page.session.place = "map";
            }
        }
        Keys.onReturnPressed: (currentItem as DifferenceRow)?.clicked()
    }
    Nothing {
        objectName: "compareNothing"
        anchors.centerIn: list
        visible: !page.reading && !(page.model.compared && page.model.count > 0)
        words: page.model.busy ? qsTr("Comparing…") : !page.asked ? qsTr("Choose the earlier day")
               : page.model.compared ? qsTr("Nothing is different between %1 and %2").arg(page.maps.earlierDays.day).arg(page.laterName) : ""
        advice: page.asked || page.model.busy ? "" : qsTr("The map then shows what is new, gone, moved or of another colour since.")
    }
}
