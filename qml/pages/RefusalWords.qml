// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Why an edit was not made, by edit::refusalName.
QtObject {
    function of(reason: string): string {
        switch (reason) {
        case "unknownUnit": return qsTr("This unit is no longer in the file.");
        case "unknownScheme": return qsTr("This colour scheme is no longer in the file.");
        case "unknownClass": return qsTr("This class is no longer in the scheme.");
        case "badDate": return qsTr("This date does not fit.");
        case "reasonMissing": return qsTr("Please write down a reason first.");
        case "nothingToDo": return qsTr("It has this class already.");
        case "nothingToUndo": return qsTr("There is nothing to undo.");
        case "nothingToRedo": return qsTr("There is nothing to make again.");
        case "catalogueChanged": return qsTr("The newest change is one of registers and figures. Undo takes back neither that nor what came before it: declare it anew.");
        case "readOnly": return qsTr("This file is open for reading only.");
        case "changedSince": return qsTr("Somebody else has changed this since. Open the file again to see it.");
        case "notSignedIn": return qsTr("Sign in first: this file has accounts.");
        case "outsideScope": return qsTr("This is not yours to change.");
        case "notAllowed": return qsTr("Your role may not do this.");
        default: return qsTr("This could not be done.");
        }
    }
    /// The program's own sentence names something more: a code, a row, a day.
    function namesMore(reason: string): bool {
        switch (reason) {
        case "unknownUnit":
        case "unknownScheme":
        case "unknownClass":
        case "badDate":
        case "outsideScope":
        case "changedSince": return true;
        default: return false;
        }
    }
}
