// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Who is signed in, and what goes with it.
Popup {
    id: menu
    required property ProjectObject project
    required property AccountDesk accounts
    signal accountsWanted
    signal pinWanted
    signal signInWanted

    objectName: "accountMenu"
    width: Math.min(parent ? parent.width - 16 : 300, Theme.elder ? 400 : 280)
    padding: 8
    focus: true
    background: Card {}

    Column {
        width: parent.width
        Column {
            width: parent.width
            leftPadding: 10
            bottomPadding: 8
            spacing: 2
            ThemeText {
                objectName: "accountMenuName"
                width: parent.width - 20
                elide: Text.ElideRight
                text: menu.project.signedIn
                font.weight: Font.Medium
            }
            ThemeText {
                width: parent.width - 20
                wrapMode: Text.Wrap
                text: menu.project.scopeText === "" ? AccountWords.role(menu.project.role)
                      : qsTr("%1 · %2").arg(AccountWords.role(menu.project.role)).arg(menu.project.scopeText)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        MenuLine {
            objectName: "accountMenuPin"
            iconName: "lock"
            text: qsTr("Change my PIN")
            onClicked: { menu.close(); menu.pinWanted(); }
        }
        MenuLine {
            objectName: "accountMenuAccounts"
            visible: menu.project.role === "administrator"
            iconName: "settings"
            text: qsTr("Accounts…")
            onClicked: { menu.close(); menu.accountsWanted(); }
        }
        MenuLine {
            objectName: "accountMenuOther"
            iconName: "person"
            text: qsTr("Somebody else signs in")
            onClicked: { menu.close(); menu.accounts.signOut(); menu.signInWanted(); }
        }
        MenuLine {
            objectName: "accountMenuOut"
            iconName: "close"
            text: qsTr("Sign out")
            onClicked: { menu.close(); menu.accounts.signOut(); }
        }
    }
}
