// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The cards around signing in, each over the whole window.
Item {
    id: entry
    required property ProjectObject project
    required property DossierModel dossier
    property alias language: accounts.language
    /// Once per opening.
    property bool asked: false

    /// Who is signed in sees what goes with it; else somebody is asked to.
    function ask(button: Item): void {
        if (project.signedIn === "") {
            signIn.ask();
            return;
        }
        const at = button.mapToItem(entry, 0, button.height + 4);
        accountMenu.x = Math.max(8, Math.min(at.x, width - accountMenu.width - 8));
        accountMenu.y = at.y;
        accountMenu.open();
    }
    function showAccounts(task: string): void { page.show(task); }

    AccountDesk {
        id: accounts
        project: entry.project
    }
    /// A file with accounts asks at once who works on it.
    Connections {
        target: accounts
        function onListChanged() {
            if (!entry.project.hasAccounts || accounts.list.length === 0 || entry.asked) return;
            entry.asked = true;
            if (entry.project.signedIn === "" && !entry.project.readOnly && !page.opened) signIn.ask();
        }
    }
    Connections {
        target: entry.project
        function onPhaseChanged() {
            if (entry.project.phase === ProjectObject.Opening) entry.asked = false;
            if (entry.project.phase === ProjectObject.Closed || entry.project.phase === ProjectObject.Failed) {
                signIn.close();
                accountMenu.close();
                page.close();
            }
        }
    }
    SignInCard {
        id: signIn
        accounts: accounts
    }
    AccountMenu {
        id: accountMenu
        project: entry.project
        accounts: accounts
        onAccountsWanted: page.show("")
        onPinWanted: page.show("own")
        onSignInWanted: signIn.ask()
    }
    AccountsPage {
        id: page
        accounts: accounts
        project: entry.project
        selectedCode: entry.dossier.active ? entry.dossier.code : ""
        selectedName: entry.dossier.active ? entry.dossier.name : ""
    }
}
