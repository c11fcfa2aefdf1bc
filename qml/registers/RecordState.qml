// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The state of a matter and its clock; a button for each step that is possible, and for the others of
/// this state who may take them.
Column {
    id: part
    required property RegisterSession session
    /// The page over which a step's dialog stands.
    required property Item dialogParent
    readonly property RecordDetails details: session.details
    readonly property var actions: details.actions
    /// The step whose note is asked for.
    property string asking: ""
    spacing: 10

    Connections {
        target: part.details
        function onStepped(): void {
            part.asking = "";
            note.clear();
        }
        function onChanged(): void { if (!part.actions.some(a => a.id === part.asking)) part.asking = ""; }
    }
    Row {
        spacing: 10
        ThemeText {
            objectName: "recordState"
            text: part.details.stateTitle
            font.pixelSize: Theme.large
            font.weight: Font.Medium
        }
        ThemeText {
            objectName: "recordDue"
            anchors.verticalCenter: parent.verticalCenter
            text: part.details.due
            color: part.details.urgency === "overdue" ? Theme.seal : part.details.urgency === "nearlyDue" ? Theme.soon : Theme.muted
        }
    }
    Flow {
        width: parent.width
        spacing: 8
        visible: part.session.project.mayWrite
        Repeater {
            model: part.actions
            ActionButton {
                required property var modelData
                objectName: "action_" + modelData.id
                visible: modelData.may
                enabled: !part.details.busy
                primary: part.asking === modelData.id
                text: modelData.title
                onClicked: {
                    part.details.forgetError();
                    if (modelData.needs.length > 0) dialog.ask(modelData, 1);
                    else if (modelData.note) part.asking = modelData.id;
                    else part.details.act(modelData.id, "", null);
                }
            }
        }
    }
    Column {
        id: ask
        readonly property var action: part.actions.find(a => a.id === part.asking)
        width: parent.width
        visible: action !== undefined
        spacing: 8
        Row {
            width: parent.width
            spacing: 8
            ThemeField {
                id: note
                objectName: "stepNote"
                width: parent.width - go.width - 8
                placeholderText: qsTr("Note for this step")
                maximumLength: 400
                onAccepted: go.clicked()
            }
            ActionButton {
                id: go
                objectName: "stepGo"
                primary: true
                text: qsTr("Do it")
                enabled: !part.details.busy && note.text.trim() !== ""
                onClicked: if (enabled) part.details.act(part.asking, note.text.trim(), null)
            }
        }
    }
    ThemeText {
        objectName: "stepError"
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: part.details.error
        color: Theme.seal
        Accessible.role: Accessible.AlertMessage
    }
    Repeater {
        model: part.actions.filter(a => !a.may)
        ThemeText {
            required property var modelData
            objectName: "mayNot_" + modelData.id
            width: part.width
            wrapMode: Text.Wrap
            text: qsTr("“%1” is for: %2").arg(modelData.title).arg(modelData.who)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    StepDialog {
        id: dialog
        session: part.session
        parent: part.dialogParent
        onAgreed: (action, note, evidence) => part.details.act(action, note, evidence)
    }
}
