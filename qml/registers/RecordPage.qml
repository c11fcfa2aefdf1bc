// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// One record: how it stands, what can be done next and by whom, its values, what was done before.
Item {
    id: page
    required property RegisterSession session
    readonly property RecordDetails details: session.details
    objectName: "recordPage"

    PageHead {
        id: head
        width: parent.width
        title: page.details.there ? page.details.title : qsTr("This record is no longer there")
        note: page.details.unitName === "" ? page.details.registerTitle
                                           : qsTr("%1 · %2").arg(page.details.registerTitle).arg(page.details.unitName)
        canGoBack: true
        onBack: page.session.stepBack()
        CoverButton {
            visible: page.details.hasSensitive
            registerId: page.details.registerId
            record: page.details.record
            session: page.session
        }
        IconButton {
            iconName: "map"
            label: qsTr("Show on the map")
            enabled: page.details.there
            onClicked: page.session.map.showRecord(page.details.registerId, page.details.record)
        }
        IconButton {
            objectName: "editRecord"
            iconName: "edit"
            label: qsTr("Change")
            enabled: page.details.there && page.session.project.mayRecord
            onClicked: page.session.editRecord()
        }
        IconButton {
            objectName: "endRecord"
            iconName: "trash"
            label: qsTr("End: it counts no longer from today on")
            enabled: page.details.there && page.session.project.mayRecord
            onClicked: page.details.end()
        }
    }
    Flickable {
        id: body
        anchors { top: head.bottom; bottom: parent.bottom }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + 2 * Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            x: Theme.pad
            y: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: Theme.pad

            RecordState {
                width: parent.width
                visible: page.details.stateTitle !== ""
                session: page.session
                dialogParent: page
            }
            Column {
                width: parent.width
                spacing: 8
                Repeater {
                    model: page.details.values
                    FactLine {
                        required property var modelData
                        width: column.width
                        wide: true
                        title: modelData.title
                        value: modelData.value
                    }
                }
            }
            Repeater {
                model: page.details.files
                Column {
                    id: kept
                    required property var modelData
                    width: column.width
                    spacing: 4
                    SectionTitle {
                        width: parent.width
                        text: kept.modelData.title
                    }
                    AttachmentTiles {
                        width: parent.width
                        session: page.session
                        hashes: kept.modelData.hashes
                    }
                }
            }
            RecordSteps {
                width: parent.width
                visible: page.details.steps.length > 0
                steps: page.details.steps
            }
        }
    }
}
