// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// One account: a new one, another scope and role, or only another PIN.
Column {
    id: form
    required property AccountDesk accounts
    /// Code and name of the unit selected on the map; "" = none.
    property string selectedCode: ""
    property string selectedName: ""
    /// new | change | pin | own
    property string task: ""
    property var account: null
    property string problem: ""
    readonly property bool first: accounts.list.length === 0
    readonly property string role: AccountWords.roles[Math.max(0, rolePick.currentIndex)].key
    signal closed

    function start(wanted: string, about: var): void {
        task = wanted;
        account = about;
        problem = "";
        pad.clear();
        again.clear();
        nameField.text = about ? about.name : "";
        const role = about ? about.role : form.first ? "administrator" : "grid_worker";
        rolePick.currentIndex = AccountWords.roles.findIndex(r => r.key === role);
        scopeField.text = about ? about.scope : form.first ? "*" : "";
        if (wanted === "new") nameField.forceActiveFocus();
        else if (wanted !== "change") pad.begin();
    }
    function addPlace(code: string): void {
        const others = scopeField.text.trim() === "*" ? [] : scopeField.text.split(/[,\s]+/).filter(c => c !== "" && c !== code);
        scopeField.text = others.concat([code]).join(", ");
    }
    function save(): void {
        problem = "";
        if (task !== "change" && pad.pin !== again.text) {
            problem = qsTr("These were two different PINs.");
            return;
        }
        const scope = role === "administrator" ? "*" : scopeField.text;
        if (task === "new") accounts.add(nameField.text, role, scope, pad.pin);
        else if (task === "change") accounts.change(account.id, role, scope);
        else accounts.setPin(account.id, pad.pin);
    }
    spacing: 10
    visible: task !== ""

    Connections {
        target: form.accounts
        enabled: form.task !== ""
        function onSaved() { form.task = ""; form.closed(); }
        function onRefused(reason, field) { form.problem = AccountWords.refusal(reason, field); }
        function onFailed(kind, text) { form.problem = qsTr("Nothing was changed: %1").arg(FaultWords.cause(kind)); }
    }
    ThemeText {
        width: parent.width
        wrapMode: Text.Wrap
        text: form.task === "new" ? (form.first ? qsTr("The first administrator") : qsTr("A new account"))
              : form.account === null ? "" : form.task === "change" ? qsTr("Role and scope of %1").arg(form.account.name)
                                                                    : qsTr("A new PIN for %1").arg(form.account.name)
        font.pixelSize: Theme.large
        font.weight: Font.Medium
    }
    ThemeField {
        id: nameField
        objectName: "accountName"
        width: parent.width
        visible: form.task === "new"
        placeholderText: qsTr("Name")
        maximumLength: 40
    }
    DropDown {
        id: rolePick
        objectName: "accountRole"
        width: parent.width
        visible: (form.task === "new" && !form.first) || form.task === "change"
        label: qsTr("Role")
        model: AccountWords.roles
    }
    ThemeText {
        width: parent.width
        visible: form.task === "new" || form.task === "change"
        wrapMode: Text.Wrap
        text: AccountWords.rights(form.role)
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Column {
        width: parent.width
        spacing: 6
        visible: (form.task === "new" || form.task === "change") && form.role !== "administrator"
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: qsTr("May write below these units (codes; * = everywhere)")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        ThemeField {
            id: scopeField
            objectName: "accountScope"
            width: parent.width
            placeholderText: qsTr("Codes, with commas between")
        }
        Flow {
            width: parent.width
            spacing: 6
            DropDown {
                objectName: "accountTownship"
                label: qsTr("Add a township")
                displayText: label
                model: form.accounts.townships
                onActivated: index => form.addPlace(form.accounts.townships[index].key)
            }
            ActionButton {
                objectName: "accountSelected"
                visible: form.selectedCode !== ""
                iconName: "plus"
                text: qsTr("Add %1").arg(form.selectedName)
                onClicked: form.addPlace(form.selectedCode)
            }
            ActionButton {
                objectName: "accountEverywhere"
                text: qsTr("Everywhere")
                onClicked: scopeField.text = "*"
            }
        }
    }
    PinPad {
        id: pad
        objectName: "newPin"
        width: parent.width
        visible: form.task !== "change"
        label: qsTr("New PIN, 6 to 12 digits")
        onAgreed: again.forceActiveFocus()
    }
    ThemeField {
        id: again
        objectName: "pinAgain"
        width: parent.width
        visible: form.task !== "change"
        placeholderText: qsTr("The PIN once more")
        echoMode: TextInput.Password
        maximumLength: 12
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        horizontalAlignment: TextInput.AlignHCenter
        onAccepted: form.save()
    }
    ThemeText {
        objectName: "accountProblem"
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: form.problem
        color: Theme.seal
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        width: parent.width
        spacing: 8
        ActionButton {
            objectName: "accountSave"
            primary: true
            enabled: !form.accounts.busy
            text: qsTr("Save")
            onClicked: form.save()
        }
        ActionButton {
            objectName: "accountCancel"
            text: qsTr("Cancel")
            onClicked: { form.task = ""; form.closed(); }
        }
    }
}
