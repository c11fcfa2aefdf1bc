// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The records that lie in the unit, register by register under the headings of the catalogue, with
/// what is due; a line leads to its record, and one more can be added here.
Column {
    id: part
    required property DossierModel dossier
    required property RegisterSession registers
    property bool writable: true
    spacing: 10

    Repeater {
        model: part.dossier.lying
        Column {
            id: register
            required property var modelData
            required property int index
            readonly property bool first: index === 0 || part.dossier.lying[index - 1].group !== modelData.group
            objectName: "lying_" + modelData.registerId
            width: part.width
            spacing: 4
            ThemeText {
                visible: register.first && text !== ""
                topPadding: 4
                text: register.modelData.group
                color: Theme.accent
                font.weight: Font.Medium
            }
            Item {
                width: parent.width
                height: Math.max(title.implicitHeight, add.visible ? add.height : 0)
                LinkText {
                    id: title
                    anchors { left: parent.left; right: figures.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
                    text: register.modelData.title
                    onClicked: {
                        part.registers.openTable(register.modelData.registerId);
                        part.registers.table.within = part.dossier.code;
                    }
                }
                ThemeText {
                    id: figures
                    anchors { right: add.visible ? add.left : parent.right; verticalCenter: parent.verticalCenter }
                    text: register.modelData.sum === "" ? register.modelData.count
                          : qsTr("%1 · %2").arg(register.modelData.count).arg(register.modelData.sum)
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
                IconButton {
                    id: add
                    objectName: "addHere_" + register.modelData.registerId
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    visible: part.writable
                    iconName: "plus"
                    label: qsTr("Add to %1 here").arg(register.modelData.title)
                    onClicked: part.registers.addRecord(register.modelData.registerId, part.dossier.code)
                }
            }
            ThemeText {
                objectName: "lyingDue"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                text: register.modelData.due
                color: register.modelData.overdue ? Theme.seal : Theme.soon
                font.pixelSize: Theme.small
            }
            Repeater {
                model: register.modelData.items
                Column {
                    id: item
                    required property var modelData
                    width: register.width
                    spacing: 4
                    LinkText {
                        objectName: "lyingRecord"
                        width: parent.width
                        text: item.modelData.text
                        onClicked: part.registers.openRecord(register.modelData.registerId, item.modelData.record, "table")
                    }
                    AttachmentTiles {
                        width: parent.width
                        visible: item.modelData.photos !== ""
                        session: part.registers
                        hashes: item.modelData.photos
                        side: Theme.elder ? 96 : 60
                        atMost: 4
                    }
                }
            }
            ThemeText {
                visible: text !== ""
                text: register.modelData.more
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
    }
    ActionButton {
        objectName: "addHere"
        visible: part.writable
        iconName: "plus"
        text: qsTr("Add a record here…")
        onClicked: {
            part.registers.view = "list";
            part.registers.go("registers");
        }
    }
}
