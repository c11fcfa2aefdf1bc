// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What is said about accounts: roles, why somebody was not let in, why an account was not changed.
QtObject {
    readonly property var roles: [{ key: "grid_worker", text: qsTr("Grid worker") }, { key: "leader", text: qsTr("Leader") },
                                  { key: "planner", text: qsTr("Planner") }, { key: "administrator", text: qsTr("Administrator") }]
    function role(key: string): string {
        const found = roles.find(r => r.key === key);
        return found ? found.text : key;
    }
    /// What a role may do, in a line.
    function rights(key: string): string {
        switch (key) {
        case "grid_worker": return qsTr("Sets classes, keeps records and photos.");
        case "leader": return qsTr("Looks, and takes the steps of matters that are a leader's.");
        case "planner": return qsTr("Also changes borders, names and Party organisations, and imports.");
        case "administrator": return qsTr("Also keeps registers and accounts; works in the whole file.");
        default: return "";
        }
    }
    function problem(accounts: AccountDesk): string {
        switch (accounts.problem) {
        case "": return "";
        case "wrongPin": return accounts.seconds > 0 ? qsTr("Wrong PIN. Please wait %1 s.").arg(accounts.seconds)
                                                     : qsTr("Wrong PIN. Tries left before a wait: %1").arg(accounts.triesLeft);
        case "waiting": return qsTr("Too many wrong PINs. Please wait %1 s.").arg(accounts.seconds);
        case "disabled": return qsTr("This account is disabled.");
        case "tampered": return qsTr("The PIN of this account was changed by another program and does not count. Ask the administrator.");
        default: return qsTr("There is no such account.");
        }
    }
    function refusal(reason: string, field: string): string {
        switch (reason) {
        case "weakPin": return qsTr("A PIN has 6 to 12 digits, not all alike and not in a row.");
        case "lastAdministrator": return qsTr("This is the last administrator: somebody must be able to keep the accounts.");
        case "badAccount": return field === "name" ? qsTr("Please give a name that no other account has.")
                                : field === "scope" ? qsTr("Please say where the account may write. An administrator works in the whole file.")
                                : qsTr("The first account must be an administrator's.");
        case "nothingToDo": return qsTr("The account is like that already.");
        default: return RefusalWords.of(reason);
        }
    }
}
