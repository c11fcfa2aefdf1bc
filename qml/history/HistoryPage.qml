// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What was and what is to come: the change log, two days compared, and plans.
Item {
    id: page
    required property RegisterSession session
    readonly property string tab: session.historyTab
    objectName: "historyPage"

    PageHead {
        id: head
        width: parent.width
        title: qsTr("History")
        note: page.tab !== "log" || page.session.log.total < 0 ? "" : page.session.log.filtered ? qsTr("Changes found: %1").arg(page.session.log.total)
                                              : qsTr("Changes: %1").arg(page.session.log.total)
        IconButton {
            objectName: "historyUndo"
            iconName: "undo"
            label: qsTr("Take the newest change back (Ctrl+Z)")
            enabled: page.session.project.canUndo && page.session.mapSession.ofToday
            onClicked: page.session.mapSession.undo()
        }
        IconButton {
            objectName: "historyRedo"
            iconName: "redo"
            label: qsTr("Make the change again (Ctrl+Shift+Z)")
            enabled: page.session.project.canRedo && page.session.mapSession.ofToday
            onClicked: page.session.mapSession.redo()
        }
    }
    Flickable {
        id: strip
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        height: tabs.implicitHeight
        contentWidth: tabs.implicitWidth
        clip: true
        flickableDirection: Flickable.HorizontalFlick
        Segmented {
            id: tabs
            objectName: "historyTabs"
            choices: [{ key: "log", title: qsTr("Changes") }, { key: "compare", title: qsTr("Compare days") },
                      { key: "plans", title: page.session.plans.waiting > 0 ? qsTr("Plans %1").arg(page.session.plans.waiting) : qsTr("Plans") }]
            current: page.tab
            onChosen: key => page.session.historyTab = key
        }
    }
    Item {
        anchors { top: strip.bottom; bottom: parent.bottom }
        width: parent.width
        LogPage {
            anchors.fill: parent
            visible: page.tab === "log"
            session: page.session
        }
        ComparePage {
            anchors.fill: parent
            visible: page.tab === "compare"
            session: page.session
        }
        PlansPage {
            anchors.fill: parent
            visible: page.tab === "plans"
            session: page.session
        }
    }
}
