// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// One plan with its day, and what can be done about it.
Item {
    id: line
    required property int plan
    required property string day
    required property string planState
    required property string what
    required property string reason
    required property string author
    required property string why
    required property string note
    required property string unit
    required property bool waiting
    property bool writable: true
    signal shown
    signal made
    signal dropped
    readonly property bool conflict: planState === "conflict"
    readonly property string stateTitle: conflict ? qsTr("does not fit") : planState === "applied" ? qsTr("made")
                                         : planState === "withdrawn" ? qsTr("dropped") : qsTr("waiting")
    readonly property var parts: [author, reason]

    objectName: "planRow"
    height: words.implicitHeight + 20
    opacity: waiting ? 1 : 0.65

    Column {
        id: words
        x: Theme.pad
        y: 10
        width: parent.width - 2 * Theme.pad
        spacing: 4
        Item {
            width: parent.width
            height: dayText.implicitHeight
            ThemeText {
                id: dayText
                text: line.day
                font.weight: Font.Medium
            }
            ThemeText {
                objectName: "planStateText"
                anchors.right: parent.right
                text: line.stateTitle
                color: line.conflict ? Theme.seal : line.planState === "applied" ? Theme.good : line.planState === "planned" ? Theme.soon : Theme.muted
            }
        }
        ThemeText {
            objectName: "planWhat"
            width: parent.width
            wrapMode: Text.Wrap
            text: line.what
            font.strikeout: line.planState === "withdrawn"
        }
        ThemeText {
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: line.parts.filter(t => t !== "").join(" · ")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        ThemeText {
            objectName: "planWhy"
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: line.why
            color: Theme.seal
        }
        TechnicalDetail {
            width: parent.width
            words: line.note
        }
        Flow {
            width: parent.width
            spacing: 8
            ActionButton {
                objectName: "planShow"
                visible: line.unit !== ""
                iconName: "map"
                text: qsTr("Show the place")
                onClicked: line.shown()
            }
            ActionButton {
                objectName: "planMake"
                visible: line.waiting && line.writable
                text: line.conflict ? qsTr("Try again") : qsTr("Make it now")
                onClicked: line.made()
            }
            ActionButton {
                objectName: "planDrop"
                visible: line.waiting && line.writable
                iconName: "trash"
                text: qsTr("Drop")
                onClicked: line.dropped()
            }
        }
    }
    Rule { width: parent.width; anchors.bottom: parent.bottom; opacity: 0.5 }
}
