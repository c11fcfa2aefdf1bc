// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Asks for what a step needs, evidence and note, once for all matters that take it.
Popup {
    id: dialog
    required property RegisterSession session
    readonly property RecordForm form: session.stepForm
    property string actionId: ""
    property string heading: ""
    property int matters: 1
    property bool noteNeeded: false
    property bool evidenceNeeded: false
    /// Everything is there; evidence is null when none was asked for.
    signal agreed(string action, string note, RecordForm evidence)

    function ask(action: var, count: int): void {
        dialog.actionId = action.id;
        dialog.heading = action.title;
        dialog.matters = count;
        dialog.noteNeeded = action.note;
        dialog.evidenceNeeded = action.needs.length > 0;
        note.clear();
        if (dialog.evidenceNeeded) dialog.form.startStep(action.registerId, action.needs);
        dialog.open();
    }
    function agree(): void {
        if (dialog.evidenceNeeded && !dialog.form.check()) return;
        if (dialog.noteNeeded && note.text.trim() === "") return;
        dialog.close();
        dialog.agreed(dialog.actionId, note.text.trim(), dialog.evidenceNeeded ? dialog.form : null);
    }

    objectName: "stepDialog"
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (parent.height - height) / 2 : 0
    width: Math.min(parent ? parent.width - 24 : 400, Theme.elder ? 620 : 520)
    height: Math.min(parent ? parent.height - 24 : 400, head.implicitHeight + body.contentHeight + foot.height + 48)
    modal: true
    focus: true
    padding: 12
    background: Card {}

    Item {
        anchors.fill: parent
        Column {
            id: head
            width: parent.width
            spacing: 2
            ThemeText {
                objectName: "stepHeading"
                width: parent.width
                wrapMode: Text.Wrap
                text: dialog.heading
                font.pixelSize: Theme.large
                font.weight: Font.Medium
            }
            ThemeText {
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                text: dialog.matters < 2 ? "" : dialog.evidenceNeeded ? qsTr("For %1 matters; what one of them has already, it keeps.").arg(dialog.matters)
                                                                      : qsTr("For %1 matters.").arg(dialog.matters)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        Flickable {
            id: body
            objectName: "stepFields"
            anchors { top: head.bottom; topMargin: 8; bottom: foot.top; bottomMargin: 8 }
            width: parent.width
            clip: true
            contentHeight: column.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Column {
                id: column
                width: body.width
                Repeater {
                    model: dialog.evidenceNeeded ? dialog.form : null
                    FormField {
                        width: column.width
                        form: dialog.form
                        session: dialog.session
                        onPickAsked: picker.forField(index, name, title)
                        onSeenAsked: body.contentY = Math.max(0, Math.min(y - 20, body.contentHeight - body.height))
                    }
                }
                Item {
                    width: parent.width
                    height: dialog.noteNeeded ? note.height + 12 : 0
                    visible: dialog.noteNeeded
                    ThemeField {
                        id: note
                        objectName: "batchNote"
                        x: Theme.pad
                        y: 6
                        width: parent.width - 2 * Theme.pad
                        placeholderText: qsTr("Note for this step")
                        maximumLength: 400
                        onAccepted: dialog.agree()
                    }
                }
            }
        }
        Row {
            id: foot
            anchors { right: parent.right; bottom: parent.bottom }
            spacing: 8
            ActionButton {
                objectName: "batchCancel"
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }
            ActionButton {
                objectName: "batchGo"
                primary: true
                enabled: !dialog.noteNeeded || note.text.trim() !== ""
                text: qsTr("Do it")
                onClicked: dialog.agree()
            }
        }
    }
    PickPopup {
        id: picker
        session: dialog.session
        form: dialog.form
    }
}
