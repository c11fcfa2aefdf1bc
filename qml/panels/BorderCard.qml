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
    readonly property string task: editor.task
    readonly property var touched: editor.touched
    readonly property string title: task === "split" ? qsTr("Split %1").arg(editor.name)
                                    : task === "reshape" ? qsTr("Draw the border of %1 anew").arg(editor.name)
                                    : task === "vertices" ? qsTr("Move the border of %1").arg(editor.name)
                                    : qsTr("Merge into one")
    readonly property string advice: task === "split" ? qsTr("Draw a line across the unit, from border to border.")
                                     : task === "reshape" ? qsTr("Draw how the border is to run, from border to border.")
                                     : task === "vertices" ? editor.tooFar ? qsTr("Zoom in until the corners stand apart.")
                                       : qsTr("Drag a corner; drag a small dot to add one; tap a corner to take it out.")
                                     : ""
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
                visible: card.task !== "merge"
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
                visible: card.task === "split" || card.task === "reshape"
                text: qsTr("Keep the units below whole")
                checked: !card.editor.cutsChildren
                onClicked: card.editor.cutsChildren = checked
            }
        }
    }
}
