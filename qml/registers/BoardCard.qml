// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One figure: value, how it moved, how far its target is.
AbstractButton {
    id: card
    required property string indicatorId
    required property string title
    required property string groupTitle
    required property string value
    required property string unit
    required property string target
    required property double share
    required property string delta
    required property int turn
    property bool current: false

    objectName: "card_" + indicatorId
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1: %2 %3").arg(title).arg(value).arg(unit)
    Accessible.description: target

    Item {
        anchors.fill: parent
        ThemeText {
            id: name
            x: 12
            y: 8
            width: parent.width - 24
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            text: card.title
            color: Theme.muted
            font.pixelSize: Theme.elder ? Theme.small : 13
        }
        Row {
            anchors { bottom: goal.top; bottomMargin: 4 }
            x: 12
            spacing: 6
            ThemeText {
                id: figure
                objectName: "cardValue"
                text: card.value
                font.pixelSize: Theme.elder ? 32 : 24
                font.weight: Font.Medium
            }
            ThemeText {
                anchors.baseline: figure.baseline
                text: card.unit
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            ThemeText {
                anchors.baseline: figure.baseline
                text: card.delta === "" ? "" : (card.delta.startsWith("+") ? "▲ " : card.delta.startsWith("-") ? "▼ " : "") + card.delta
                color: card.turn > 0 ? Theme.good : card.turn < 0 ? Theme.seal : Theme.muted
                font.pixelSize: Theme.small
            }
        }
        Item {
            id: goal
            x: 12
            width: parent.width - 24
            height: words.implicitHeight + 8
            anchors { bottom: parent.bottom; bottomMargin: 6 }
            ThemeText {
                id: words
                width: parent.width
                elide: Text.ElideRight
                text: card.target === "" ? card.groupTitle : card.target
                color: Theme.muted
                font.pixelSize: Theme.elder ? 18 : 11
            }
            Rectangle {
                visible: card.share >= 0
                anchors.bottom: parent.bottom
                width: parent.width
                height: 4
                radius: 2
                color: Theme.line
                Rectangle {
                    width: parent.width * Math.max(0, card.share)
                    height: 4
                    radius: 2
                    color: card.share >= 1 ? Theme.good : Theme.accent
                }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: card.down ? Theme.pressed : card.hovered ? Theme.hover : Theme.panel
        border.color: Theme.line
        FocusRing { control: card; visible: card.current }
    }
}
