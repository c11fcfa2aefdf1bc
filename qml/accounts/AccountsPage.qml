// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Who may write into this file, for its administrators; and the way from a file open to everybody to one that is not.
Popup {
    id: page
    required property AccountDesk accounts
    required property ProjectObject project
    property string selectedCode: ""
    property string selectedName: ""
    readonly property var everybody: accounts.list
    readonly property bool keeper: project.role === "administrator" && project.signedIn !== ""
    property string problem: ""

    /// "" = the list; "own" = one's own PIN.
    function show(task: string): void {
        problem = "";
        open();
        if (task === "own") form.start("own", everybody.find(a => a.name === project.signedIn));
        else form.task = "";
    }

    objectName: "accountsPage"
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? Math.max(12, (parent.height - height) / 2) : 0
    width: Math.min(parent ? parent.width - 24 : 500, Theme.elder ? 640 : 520)
    height: Math.min(parent ? parent.height - 24 : 700, column.implicitHeight + 2 * padding)
    padding: Theme.pad
    modal: true
    focus: true
    background: Card {}

    Connections {
        target: page.accounts
        enabled: page.opened && form.task === ""
        function onRefused(reason, field) { page.problem = AccountWords.refusal(reason, field); }
        function onSaved() { page.problem = ""; }
    }
    Flickable {
        anchors.fill: parent
        clip: true
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            width: parent.width - 12
            spacing: 10
            Column {
                width: parent.width
                spacing: 10
                visible: form.task === ""
                ThemeText {
                    width: parent.width
                    text: qsTr("Accounts")
                    font.pixelSize: Theme.large
                    font.weight: Font.Medium
                }
                ThemeText {
                    objectName: "accountsExplained"
                    width: parent.width
                    wrapMode: Text.Wrap
                    text: page.project.hasAccounts
                          ? qsTr("Only who signs in changes this file, by role and scope. Who holds the file can read it without signing in.")
                          : qsTr("This file has no accounts: whoever holds it can change all of it. With the first administrator that ends: then everybody signs in before changing something. Keep the PIN: nobody can look it up.")
                    color: Theme.muted
                }
                ActionButton {
                    objectName: "accountNew"
                    visible: page.keeper || (!page.project.hasAccounts && !page.project.readOnly)
                    primary: true
                    iconName: "plus"
                    text: page.project.hasAccounts ? qsTr("A new account") : qsTr("Set up the first administrator")
                    onClicked: form.start("new", null)
                }
                ThemeText {
                    objectName: "accountsProblem"
                    width: parent.width
                    visible: text !== ""
                    wrapMode: Text.Wrap
                    text: page.problem
                    color: Theme.seal
                }
                Repeater {
                    model: page.keeper ? page.accounts.list : []
                    AccountLine {
                        width: column.width
                        accounts: page.accounts
                        onWanted: task => form.start(task, modelData)
                    }
                }
                ActionButton {
                    objectName: "accountsClose"
                    text: qsTr("Close")
                    onClicked: page.close()
                }
            }
            AccountForm {
                id: form
                width: parent.width
                accounts: page.accounts
                selectedCode: page.selectedCode
                selectedName: page.selectedName
                onClosed: if (!page.keeper) page.close()
            }
        }
    }
}
