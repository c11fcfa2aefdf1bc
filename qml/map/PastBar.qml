// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Says that the map is not of today, and leads back; while the other day is read, how far that is.
Rectangle {
    id: bar
    required property MapSession session
    readonly property DayMap days: session.days
    readonly property bool comparing: session.comparing && session.compareShown && !session.earlierDays.loading
    readonly property bool shown: days.active || days.loading || comparing
    readonly property string laterName: session.laterDays.day === "" ? qsTr("today") : session.laterDays.day
    visible: shown
    implicitHeight: shown ? Math.max(Theme.target, words.implicitHeight) + 10 : 0
    color: Theme.sealWash

    Rectangle {
        width: bar.days.loading ? parent.width * Math.max(0, bar.days.past.progress) : 0
        height: 3
        anchors.bottom: parent.bottom
        color: Theme.seal
    }
    Icon {
        id: sign
        x: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        name: "history"
        tint: Theme.seal
    }
    ThemeText {
        id: words
        objectName: "pastText"
        anchors { left: sign.right; leftMargin: 10; right: back.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        wrapMode: Text.Wrap
        text: bar.days.loading ? qsTr("Reading the map of %1…").arg(bar.days.day)
                               : bar.comparing ? qsTr("%1 compared with %2").arg(bar.session.earlierDays.day).arg(bar.laterName)
                               : qsTr("You are looking at the map of %1").arg(bar.days.day)
        color: Theme.seal
        font.weight: Font.Medium
    }
    ActionButton {
        id: back
        objectName: "backToToday"
        anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        text: bar.days.loading ? qsTr("Cancel") : bar.comparing ? qsTr("End") : qsTr("Back to today")
        onClicked: bar.comparing ? bar.session.endComparing() : bar.days.leave()
    }
    Rectangle { width: parent.width; height: 1; anchors.bottom: parent.bottom; color: Theme.seal; opacity: 0.5 }
}
