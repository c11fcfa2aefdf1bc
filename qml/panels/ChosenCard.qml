// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Several units chosen together: what they add up to, and one class for all of them.
Card {
    id: card
    required property ChosenUnits chosen
    required property ProjectObject project
    property bool lasso: false
    property alias reason: reasonBox
    /// -1: none.
    signal classPicked(int index)
    signal lassoWanted(bool wanted)
    signal mergeWanted
    readonly property var sums: [chosen.households, chosen.areaMu]
    readonly property bool writable: project.mayRecord

    objectName: "chosenCard"
    implicitHeight: header.height + column.implicitHeight + Theme.pad + 4
    Accessible.role: Accessible.Pane
    Accessible.name: header.title

    PanelHeader {
        id: header
        width: parent.width
        title: qsTr("%1 chosen: %2").arg(card.chosen.count).arg(card.chosen.levelTitle)
        onClosed: card.chosen.clear()
    }
    Flickable {
        anchors { top: header.bottom; bottom: parent.bottom; bottomMargin: 2 }
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
                objectName: "chosenSums"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                text: card.sums.filter(t => t !== "").join(" · ")
                color: Theme.muted
            }
            SectionTitle {
                width: parent.width
                text: card.chosen.schemeTitle
            }
            ClassPad {
                width: parent.width
                visible: card.writable
                counted: true
                classes: card.chosen.classes
                onPicked: index => card.classPicked(index)
            }
            ActionButton {
                objectName: "chosenNone"
                visible: card.writable
                iconName: "close"
                text: qsTr("No class")
                Accessible.name: qsTr("No class (key 0)")
                onClicked: card.classPicked(-1)
            }
            ReasonBox {
                id: reasonBox
                width: parent.width
                visible: card.writable
                project: card.project
                scheme: card.chosen.scheme
                fieldName: "chosenReason"
            }
            ThemeText {
                width: parent.width
                wrapMode: Text.Wrap
                text: qsTr("Tap more of them to add or take away, or draw around them.")
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            ActionButton {
                objectName: "chosenMerge"
                visible: card.writable && card.chosen.count > 1
                text: qsTr("Merge into one")
                onClicked: card.mergeWanted()
            }
            ActionButton {
                objectName: "chosenLasso"
                iconName: "lasso"
                text: card.lasso ? qsTr("Put the lasso away") : qsTr("Draw around more")
                onClicked: card.lassoWanted(!card.lasso)
            }
        }
    }
}
