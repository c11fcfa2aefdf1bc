// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One matter: what it is, where, how it stands, and how long there is.
ItemDelegate {
    id: line
    required property int index
    required property string registerId
    required property string registerTitle
    required property double record
    required property string title
    required property string unitName
    required property string stateTitle
    required property string due
    required property string day
    required property string urgency
    required property string escalated
    required property bool chosen
    property bool current: false
    readonly property color tone: urgency === "overdue" ? Theme.seal : urgency === "nearlyDue" ? Theme.soon : Theme.muted
    readonly property var parts: [unitName, registerTitle, stateTitle]
    readonly property string where: parts.filter(t => t !== "").join(" · ")
    signal ticked

    objectName: "worklistLine"
    height: Math.max(words.implicitHeight + 16, Theme.target + 12)
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1, %2, %3, %4").arg(title).arg(unitName).arg(stateTitle).arg(due)
    background: Rectangle {
        color: line.chosen ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
        Rectangle {
            width: 4
            height: parent.height
            visible: line.urgency === "overdue" || line.urgency === "nearlyDue"
            color: line.tone
        }
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
        AbstractButton {
            id: tick
            objectName: "tick"
            x: 8
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.target
            height: Theme.target
            Accessible.role: Accessible.CheckBox
            Accessible.name: qsTr("Choose %1").arg(line.title)
            Accessible.checked: line.chosen
            onClicked: line.ticked()
            Rectangle {
                anchors.centerIn: parent
                width: Theme.elder ? 28 : 18
                height: width
                radius: 4
                color: line.chosen ? Theme.accent : "transparent"
                border.color: line.chosen ? Theme.accent : Theme.faint
                border.width: 1.5
                Icon {
                    anchors.centerIn: parent
                    visible: line.chosen
                    name: "check"
                    side: parent.width - 4
                    tint: Theme.accentInk
                }
            }
        }
        Column {
            id: words
            anchors { left: tick.right; leftMargin: 6; right: clock.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            ThemeText {
                width: parent.width
                elide: Text.ElideRight
                text: line.title
            }
            ThemeText {
                width: parent.width
                elide: Text.ElideRight
                text: line.where
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        Column {
            id: clock
            anchors { right: parent.right; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
            ThemeText {
                anchors.right: parent.right
                text: line.due
                color: line.tone
                font.weight: line.urgency === "overdue" ? Font.Medium : Font.Normal
                font.pixelSize: Theme.elder ? Theme.body : 13
            }
            ThemeText {
                anchors.right: parent.right
                visible: text !== ""
                text: line.escalated === "" ? line.day : qsTr("now with the %1").arg(line.escalated)
                color: line.escalated === "" ? Theme.muted : Theme.seal
                font.pixelSize: Theme.small
            }
        }
    }
}
