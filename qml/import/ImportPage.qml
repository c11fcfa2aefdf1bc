// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Bringing a file into the county: one page that fills itself as far as it can.
Item {
    id: page
    required property RegisterSession session
    readonly property ImportTask task: session.importing
    readonly property var found: task.found
    readonly property bool known: found.known
    signal fileWanted

    objectName: "importPage"

    PageHead {
        id: head
        width: parent.width
        title: qsTr("Import")
        canGoBack: true
        onBack: page.session.endImport()
        IconButton {
            objectName: "importOther"
            iconName: "open"
            label: qsTr("Another file…")
            enabled: page.task.phase !== "importing"
            onClicked: page.fileWanted()
        }
    }
    Flickable {
        id: view
        objectName: "importView"
        anchors { top: head.bottom; bottom: foot.top }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + 2 * Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        enabled: page.task.phase !== "importing"
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            x: Theme.pad
            y: Theme.pad
            width: view.width - 2 * Theme.pad
            spacing: Theme.pad
            ImportHead {
                width: parent.width
                task: page.task
            }
            SectionTitle {
                width: parent.width
                visible: goal.visible
                text: qsTr("Into what")
            }
            ImportGoal {
                id: goal
                width: parent.width
                visible: page.known && page.found.asks !== "layer"
                task: page.task
            }
            SectionTitle {
                width: parent.width
                visible: texts.visible
                text: qsTr("How it reads")
            }
            ImportSamples {
                id: texts
                width: parent.width
                visible: page.known && page.found.samples.length > 0
                task: page.task
            }
            SectionTitle {
                width: parent.width
                visible: place.visible
                text: qsTr("Where it lies")
            }
            ImportPlace {
                id: place
                width: parent.width
                visible: page.known && page.found.placed
                task: page.task
            }
            SectionTitle {
                width: parent.width
                visible: checked.visible
                text: qsTr("What the import does")
            }
            ImportCheck {
                id: checked
                width: parent.width
                visible: page.task.phase === "checked" || page.task.phase === "importing" || page.task.phase === "done"
                task: page.task
                onPlaceShown: if (page.session.narrow) page.session.place = "map"
            }
            KeepImport {
                width: parent.width
                visible: page.known && page.found.asks === ""
                task: page.task
                onKept: recipe => page.session.client.preferences.keepImport(recipe)
            }
        }
    }
    ImportFoot {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        task: page.task
        onFindingsWanted: view.contentY = Math.max(0, Math.min(column.y + checked.y - Theme.pad, view.contentHeight - view.height))
        onUndone: page.session.mapSession.undo()
        onClosed: page.session.endImport()
    }
}
