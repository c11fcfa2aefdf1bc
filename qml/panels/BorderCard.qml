// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// An edit of borders: what to do on the map, what would come of it for every unit touched, and saving it.
Card {
    id: card
    required property BorderEditor editor
    required property MapItem map
    /// There are lines of another map to hold on to.
    property bool hasReferences: false
    readonly property string task: editor.task
    readonly property var touched: editor.touched
    readonly property var moved: editor.review
    readonly property string title: task === "split" ? qsTr("Split %1").arg(editor.name)
                                    : task === "reshape" ? qsTr("Draw the border of %1 anew").arg(editor.name)
                                    : task === "vertices" ? qsTr("Move the border of %1").arg(editor.name)
                                    : task === "give" ? qsTr("Hand over land of %1").arg(editor.name)
                                    : task === "fit" ? qsTr("Fit %1 into the unit above").arg(editor.name)
                                    : qsTr("Merge into one")
    readonly property string advice: task === "split" ? qsTr("Draw a line across the unit, from border to border.")
                                     : task === "reshape" ? qsTr("Draw how the border is to run, from border to border.")
                                     : task === "vertices" ? editor.tooFar ? qsTr("Zoom in until the corners stand apart.")
                                       : qsTr("Drag a corner; drag a small dot to add one; tap a corner to take it out.")
                                     : task === "give" ? editor.taker === "" ? qsTr("Which unit gets the land? Tap it on the map, or choose it here.")
                                       : editor.byArea ? qsTr("Draw around the land that goes to %1.").arg(editor.takerName)
                                       : qsTr("Draw the new border from border to border. The smaller piece beside %1 goes over.").arg(editor.takerName)
                                     : task === "fit" ? qsTr("Borders that miss those of the unit above by no more than this follow them.")
                                     : ""
    readonly property var tolerances: [1, 2, 5, 10, 20]
    objectName: "borderCard"
    implicitHeight: header.height + column.implicitHeight + foot.height + 2 * Theme.pad
    Accessible.role: Accessible.Pane
    Accessible.name: title

    function save(): void {
        const names = [];
        for (let i = 0; i < fields.count; ++i) names.push((fields.itemAt(i) as ThemeField).text);
        editor.save(reason.text, day.text, names);
    }

    PanelHeader {
        id: header
        width: parent.width
        title: card.title
        onClosed: card.editor.cancel()
    }
    Flickable {
        anchors { top: header.bottom; bottom: foot.top }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            x: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 10
            ThemeText {
                objectName: "borderAdvice"
                width: parent.width
                visible: text !== "" && card.touched.length === 0
                wrapMode: Text.Wrap
                text: card.advice
                color: Theme.muted
            }
            ThemeText {
                objectName: "borderSnap"
                width: parent.width
                visible: card.task === "vertices" && card.hasReferences
                wrapMode: Text.Wrap
                text: card.map.snappedTo === "" ? qsTr("Corners hold on to lines of the reference layers; with Shift they do not.")
                                                : qsTr("Holds on to a reference line")
                color: card.map.snappedTo === "" ? Theme.muted : Theme.accent
                font.pixelSize: Theme.small
            }
            Segmented {
                objectName: "giveHow"
                visible: card.task === "give" && card.editor.taker !== ""
                choices: [{ key: "line", title: qsTr("Cut off by a line") }, { key: "area", title: qsTr("Draw around it") }]
                current: card.editor.byArea ? "area" : "line"
                onChosen: key => card.editor.byArea = key === "area"
            }
            Flow {
                width: parent.width
                spacing: 8
                visible: card.task === "give" && card.touched.length === 0
                Repeater {
                    model: card.editor.takers
                    ChoiceChip {
                        required property var modelData
                        objectName: "taker_" + modelData.code
                        text: modelData.name
                        checked: card.editor.taker === modelData.code
                        onClicked: card.editor.taker = modelData.code
                    }
                }
            }
            ThemeText {
                objectName: "giveOtherPiece"
                width: parent.width
                visible: card.task === "give" && !card.editor.byArea && card.touched.length > 0
                wrapMode: Text.Wrap
                text: qsTr("Is it the other piece that goes over? Tap it on the map.")
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            Segmented {
                objectName: "fitTolerance"
                visible: card.task === "fit"
                choices: card.tolerances.map(m => ({ key: String(m), title: qsTr("%1 m").arg(m) }))
                current: String(card.editor.tolerance)
                onChosen: key => card.editor.tolerance = Number(key)
            }
            ThemeText {
                objectName: "borderRefusal"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                text: card.editor.refusal
                color: Theme.seal
            }
            Flow {
                width: parent.width
                spacing: 8
                visible: card.editor.offer !== "" || card.editor.refusalHasPlace
                ActionButton {
                    objectName: "borderOffer"
                    visible: card.editor.offer !== ""
                    primary: true
                    text: card.editor.offer
                    onClicked: card.editor.acceptOffer()
                }
                ActionButton {
                    objectName: "borderPlace"
                    visible: card.editor.refusalHasPlace
                    text: qsTr("Show the place")
                    onClicked: card.map.goToPlace(card.editor.refusalLon, card.editor.refusalLat, 1)
                }
            }
            Column {
                width: parent.width
                Repeater {
                    model: card.touched
                    TouchedLine {
                        required property var modelData
                        objectName: "touchedLine"
                        width: column.width
                        unit: modelData
                    }
                }
            }
            ThemeText {
                objectName: "borderBesides"
                width: parent.width
                visible: card.editor.besides > 0
                wrapMode: Text.Wrap
                text: qsTr("Corners are added on the borders of %1 more; their areas stay.").arg(card.editor.besides)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            SectionTitle {
                width: parent.width
                visible: card.moved.length > 0
                text: qsTr("What moves with the land")
                figure: String(card.moved.length)
            }
            ReviewList {
                objectName: "borderReview"
                width: parent.width
                visible: card.moved.length > 0
                entries: card.moved
                onPicked: entry => { if (entry.hasPlace) card.map.goToPlace(entry.lon, entry.lat, 1); }
            }
            Repeater {
                id: fields
                model: card.editor.newNames
                ThemeField {
                    required property string modelData
                    required property int index
                    objectName: "newName_" + index
                    width: column.width
                    text: modelData
                    placeholderText: qsTr("Name of the new unit")
                    maximumLength: 60
                }
            }
            ThemeField {
                id: reason
                objectName: "borderReason"
                width: parent.width
                visible: card.editor.ready
                placeholderText: qsTr("Reason for the change")
                maximumLength: 200
            }
            ThemeField {
                id: day
                objectName: "borderDay"
                width: parent.width
                visible: card.editor.ready
                placeholderText: qsTr("Holds from (YYYY-MM-DD), today if empty")
                maximumLength: 10
            }
        }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: buttons.implicitHeight + 20
        Rule { width: parent.width }
        Flow {
            id: buttons
            x: Theme.pad
            y: 10
            width: parent.width - 2 * Theme.pad
            spacing: 8
            ActionButton {
                objectName: "borderSave"
                primary: true
                enabled: card.editor.ready
                text: qsTr("Save")
                onClicked: card.save()
            }
            ActionButton {
                objectName: "borderAgain"
                visible: card.task !== "merge" && card.task !== "fit" && (card.task !== "give" || card.editor.taker !== "")
                enabled: !card.editor.busy
                text: card.task === "vertices" ? qsTr("Put it back") : qsTr("Draw anew")
                onClicked: card.editor.drawAnew()
            }
            ActionButton {
                objectName: "borderCancel"
                text: qsTr("Cancel")
                onClicked: card.editor.cancel()
            }
            ChoiceChip {
                objectName: "borderWhole"
                height: Theme.target
                visible: card.task === "split" || card.task === "reshape" || card.task === "give"
                text: qsTr("Keep the units below whole")
                checked: !card.editor.cutsChildren
                onClicked: card.editor.cutsChildren = checked
            }
        }
    }
}
