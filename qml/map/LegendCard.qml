// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What the colours mean and how many there are; classes can be switched off one by one.
Card {
    id: card
    required property LegendModel legend
    required property Preferences preferences
    property bool switchable: true
    property bool open: true
    property real tallest: 600

    objectName: "legend"
    width: Theme.elder ? 380 : 264
    height: Math.min(tallest, header.height + (open ? lines.implicitHeight + 10 : 0))
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Legend")

    Item {
        id: header
        width: parent.width
        height: Theme.target
        ThemeText {
            anchors { left: parent.left; leftMargin: 14; right: fold.left; verticalCenter: parent.verticalCenter }
            elide: Text.ElideRight
            text: card.legend.title
            font.weight: Font.Medium
        }
        IconButton {
            id: fold
            anchors.right: parent.right
            iconName: card.open ? "down" : "up"
            label: card.open ? qsTr("Fold the legend") : qsTr("Open the legend")
            onClicked: card.open = !card.open
        }
    }
    Flickable {
        anchors { top: header.bottom; bottom: parent.bottom; bottomMargin: 6 }
        width: parent.width
        visible: card.open
        clip: true
        contentHeight: lines.implicitHeight
        interactive: contentHeight > height
        Column {
            id: lines
            x: 8
            width: parent.width - 16
            Repeater {
                model: card.legend
                LegendLine {
                    width: lines.width
                    legend: card.legend
                }
            }
            Item {
                width: parent.width
                height: Theme.small + 14
                visible: card.legend.counted !== ""
                ThemeText {
                    x: 6
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 12
                    elide: Text.ElideRight
                    text: qsTr("Counted: %1").arg(card.legend.counted)
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
            Rule { width: parent.width; visible: card.switchable }
            ThemeSwitch {
                x: 6
                objectName: "hatchingSwitch"
                width: parent.width - 12
                visible: card.switchable
                text: qsTr("Hatching beside colour")
                checked: card.preferences.hatching
                onToggled: card.preferences.hatching = checked
            }
        }
    }
}
