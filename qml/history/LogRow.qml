// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One change: what, who, when and why. What was taken back is struck out.
ItemDelegate {
    id: line
    required property int seq
    required property string sentence
    required property string reason
    required property string author
    required property string moment
    required property string kind
    required property string unit
    required property string where
    required property bool standing
    required property bool takesBack
    required property var review
    property bool current: false
    /// The list of what moved with the land stands open.
    property bool unfolded: false
    signal unfoldWanted
    signal picked(var entry)
    readonly property var parts: [where, author, moment, reason]
    readonly property string sign: takesBack ? "undo" : kind === "classes" ? "legend" : kind === "borders" ? "lines"
                                   : kind === "records" ? "table" : kind === "organisations" ? "party" : kind === "imports" ? "layers"
                                   : kind === "catalogue" ? "settings" : "edit"

    objectName: "logRow"
    height: words.implicitHeight + 16
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: sentence + ", " + note.text
    background: Rectangle {
        color: line.hovered && line.unit !== "" ? Theme.hover : "transparent"
        Rectangle {
            visible: line.current
            anchors.fill: parent
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        Rule { width: parent.width; anchors.bottom: parent.bottom; opacity: 0.5 }
    }
    Item {
        anchors.fill: parent
        Icon {
            id: mark
            x: Theme.pad
            y: 10
            name: line.sign
            tint: line.standing ? Theme.accent : Theme.faint
            side: Theme.elder ? 26 : 18
        }
        Column {
            id: words
            anchors { left: mark.right; leftMargin: 12; right: parent.right; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
            spacing: 2
            ThemeText {
                objectName: "logSentence"
                width: parent.width
                wrapMode: Text.Wrap
                text: line.sentence
                color: line.standing ? Theme.ink : Theme.muted
                font.strikeout: !line.standing
            }
            ThemeText {
                id: note
                width: parent.width
                wrapMode: Text.Wrap
                text: (line.standing ? line.parts : line.parts.concat([qsTr("taken back")])).filter(t => t !== "").join(" · ")
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            LinkText {
                objectName: "logReview"
                visible: line.review.length > 0
                text: line.unfolded ? qsTr("Hide what moved with it") : qsTr("What moved with it: %1").arg(line.review.length)
                onClicked: line.unfoldWanted()
            }
            ReviewList {
                width: parent.width
                visible: line.unfolded
                entries: line.unfolded ? line.review : []
                onPicked: entry => line.picked(entry)
            }
        }
    }
}
