// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// A heading of the form; a hit folds and unfolds what is under it.
AbstractButton {
    id: head
    required property int section
    required property RecordForm form
    readonly property var folds: form.sections
    readonly property var fold: folds.find(s => s.section === section)

    objectName: "formSection_" + section
    implicitHeight: Theme.target + 8
    text: fold === undefined ? "" : fold.title
    Accessible.role: Accessible.Button
    Accessible.name: text
    onClicked: form.setSectionOpen(fold.section, !fold.open)
    Item {
        anchors.fill: parent
        Icon {
            id: sign
            x: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            name: head.fold !== undefined && head.fold.open ? "down" : "right"
            tint: Theme.muted
            side: Theme.elder ? 24 : 16
        }
        ThemeText {
            anchors { left: sign.right; leftMargin: 8; right: figures.left; rightMargin: 8 }
            height: parent.height
            elide: Text.ElideRight
            text: head.text
            font.weight: Font.Medium
        }
        ThemeText {
            id: figures
            anchors { right: parent.right; rightMargin: Theme.pad }
            height: parent.height
            text: head.fold === undefined ? "" : head.fold.wrong > 0 ? qsTr("%1 to mend").arg(head.fold.wrong)
                                                                     : qsTr("%1 of %2").arg(head.fold.filled).arg(head.fold.count)
            color: head.fold !== undefined && head.fold.wrong > 0 ? Theme.seal : Theme.muted
            font.pixelSize: Theme.small
        }
    }
    background: Rectangle {
        color: head.hovered ? Theme.hover : Theme.sunken
        FocusRing { control: head; anchors.margins: 0; visible: head.visualFocus }
    }
}
