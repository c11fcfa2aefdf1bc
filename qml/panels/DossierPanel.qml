// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Xiangtu.App
import Xiangtu.Ui

/// All there is to say about the selected unit, and its five colours to choose from.
Card {
    id: panel
    required property DossierModel dossier
    required property ProjectObject project
    required property RegisterSession registers
    property alias reason: classes.reason
    signal closed
    signal unitPicked(string code)
    /// -1: none.
    signal classPicked(int index)
    /// vertices | reshape | split | give | fit
    signal borderPicked(string task)

    /// Why the unit's class, or its border, may not be changed; "" = it may. Asked anew when somebody signs in.
    readonly property string noRecord: whyNot("record", project.signedIn, project.mayWrite)
    readonly property string noStructure: whyNot("structure", project.signedIn, project.mayWrite)
    /// The map is of another day: a unit can be brought back from it into the file of today.
    readonly property bool past: registers.mapSession.days.active
    readonly property bool restorable: past ? registers.project.mayStructure : noStructure === ""
    function whyNot(deed: string, signedIn: string, mayWrite: bool): string {
        return project.whyNot(mayWrite ? dossier.code : "", deed);
    }

    objectName: "dossierPanel"
    Accessible.role: Accessible.Pane
    Accessible.name: dossier.name

    Item {
        id: head
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        height: crumbs.y + crumbs.height + 10
        ThemeText {
            y: 12
            text: panel.dossier.levelTitle
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        ThemeText {
            id: unitName
            objectName: "dossierName"
            y: 12 + Theme.small + 6
            width: parent.width - close.width
            text: panel.dossier.name
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            font.pixelSize: Theme.elder ? 28 : 21
            font.weight: Font.Medium
        }
        IconButton {
            id: close
            objectName: "dossierClose"
            anchors { right: parent.right; rightMargin: -8 }
            y: 8
            iconName: "close"
            label: qsTr("Close (Esc)")
            onClicked: panel.closed()
        }
        DossierCrumbs {
            id: crumbs
            y: unitName.y + unitName.implicitHeight + 6
            width: parent.width
            crumbs: panel.dossier.crumbs
            onPicked: code => panel.unitPicked(code)
        }
    }
    Rule {
        anchors.top: head.bottom
        x: 1
        width: parent.width - 2
    }
    Flickable {
        id: body
        objectName: "dossierBody"
        anchors { top: head.bottom; topMargin: 1; bottom: parent.bottom; bottomMargin: 2 }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + 2 * Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        // Another unit is read from its beginning.
        Connections {
            target: panel.dossier
            function onCodeChanged() { body.contentY = 0; }
        }
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column
            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: Theme.pad
            visible: !panel.dossier.loading

            DossierPast {
                width: parent.width
                visible: panel.past && panel.restorable
                restoring: panel.registers.restoring
                code: panel.dossier.code
                day: panel.registers.mapSession.days.day
                onPlaceWanted: (lon, lat) => panel.registers.map.goToPlace(lon, lat, 1)
            }
            DossierClass {
                id: classes
                width: parent.width
                dossier: panel.dossier
                project: panel.project
                whyNot: panel.noRecord
                onPhotoPicked: hash => panel.registers.photoShown = hash
                onUnitPicked: code => panel.unitPicked(code)
                onClassPicked: index => panel.classPicked(index)
            }
            Rule { width: parent.width }
            DossierFacts {
                width: parent.width
                dossier: panel.dossier
            }
            DossierServing {
                width: parent.width
                dossier: panel.dossier
                writable: panel.noStructure === ""
                onUnitPicked: code => panel.unitPicked(code)
                onEditWanted: orgPopup.open()
            }
            DossierBorder {
                width: parent.width
                visible: !panel.project.readOnly && panel.dossier.bounded
                whyNot: panel.noStructure
                nested: panel.dossier.crumbs.length > 1
                onPicked: task => panel.borderPicked(task)
            }
            DossierShares {
                width: parent.width
                visible: panel.dossier.coverage.length > 0
                dossier: panel.dossier
            }
            DossierResponsible {
                width: parent.width
                visible: panel.registers.responsibility.people.length > 0
                registers: panel.registers
            }
            DossierTimeline {
                width: parent.width
                timeline: panel.registers.timeline
                restoring: panel.registers.restoring
                writable: panel.restorable
                onPlaceWanted: (lon, lat) => panel.registers.map.goToPlace(lon, lat, 1)
                onPhotoPicked: hash => panel.registers.photoShown = hash
            }
            DossierLying {
                width: parent.width
                dossier: panel.dossier
                registers: panel.registers
                writable: panel.noRecord === ""
            }
        }
    }
    OrgPopup {
        id: orgPopup
        parent: T.Overlay.overlay
        editor: panel.registers.orgs
        pick: panel.registers.pick
    }
    ThemeText {
        anchors.centerIn: body
        visible: panel.dossier.loading
        text: qsTr("One moment…")
        color: Theme.muted
    }
}
