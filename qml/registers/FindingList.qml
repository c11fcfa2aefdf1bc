// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Where the rules of the catalogue do not hold: vacancies, overloads, sums that differ.
Item {
    id: part
    required property RegisterSession session
    readonly property FindingModel findings: session.findings
    readonly property string selected: session.mapSession.dossier.code
    objectName: "findingList"

    Flow {
        id: tools
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        ChoiceChip {
            objectName: "findingsHere"
            visible: part.selected !== "" || part.findings.within !== ""
            text: part.findings.within === "" ? qsTr("Only in %1").arg(part.session.mapSession.dossier.name) : qsTr("Only in %1").arg(part.findings.withinName)
            checked: part.findings.within !== ""
            onClicked: part.findings.within = part.findings.within === "" ? part.selected : ""
        }
        ThemeText {
            objectName: "findingsNote"
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(implicitHeight, Theme.elder ? 48 : 30)
            wrapMode: Text.Wrap
            visible: part.findings.checked
            text: part.findings.busy ? qsTr("Checking again…") : qsTr("Rules: %1, without a finding: %2").arg(part.findings.rules).arg(part.findings.holding)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ListView {
        id: list
        objectName: "findings"
        anchors { top: tools.bottom; topMargin: 6; bottom: parent.bottom }
        width: parent.width
        clip: true
        model: part.findings
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        opacity: part.findings.busy ? 0.5 : 1
        ScrollBar.vertical: ScrollBar {}
        delegate: FindingLine {
            width: list.width
            chosen: unit !== "" && unit === part.selected
            current: ListView.isCurrentItem && list.activeFocus
            onClicked: heading ? part.findings.setOpen(rule, !unfolded) : part.session.showUnit(unit)
            onUnitPicked: code => part.session.showUnit(code)
            onRecordsAsked: part.session.openTableOf(registerId, units.length > 0 ? "" : unit, condition)
        }
        Keys.onReturnPressed: (currentItem as FindingLine)?.clicked()
        Keys.onSpacePressed: (currentItem as FindingLine)?.clicked()
    }
    Nothing {
        objectName: "findingsNone"
        anchors.centerIn: list
        visible: list.count === 0
        words: !part.findings.checked || part.findings.busy ? qsTr("Checking…")
               : part.findings.rules === 0 ? qsTr("This file declares no rule") : qsTr("No problem found")
        advice: part.findings.checked && !part.findings.busy && part.findings.rules > 0 ? qsTr("Rules checked: %1").arg(part.findings.rules) : ""
    }
}
