// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// What a kind of fault means to the person in front of the screen, and what to do about it.
QtObject {
    function of(kind: string): var {
        switch (kind) {
        case "notADatabase":
            return { icon: "fileUnknown", heading: qsTr("This is not a Xiangtu file"),
                     advice: qsTr("The file is not a database. Perhaps it is a spreadsheet or a picture, or it was cut off while being copied. Xiangtu files end in .sqlite.") };
        case "foreignFile":
            return { icon: "fileUnknown", heading: qsTr("This database belongs to another program"),
                     advice: qsTr("The file is a sound database, but Xiangtu did not make it. Map data in it can be brought into a Xiangtu file with “xiangtu import”.") };
        case "damaged":
            return { icon: "damaged", heading: qsTr("This file is damaged"),
                     advice: qsTr("Part of its content cannot be read. The file was left exactly as it is. Open the latest backup beside it, or copy the file again from where it came from.") };
        case "newerVersion":
            return { icon: "update", heading: qsTr("This file was made by a newer Xiangtu"),
                     advice: qsTr("To keep its content safe this version does not open it. Install the newer version on this computer, then try again.") };
        case "noPermission":
            return { icon: "lock", heading: qsTr("No permission to read this file"),
                     advice: qsTr("Ask the person who looks after this computer for the right to read it, or copy it into your own folder.") };
        case "busy":
            return { icon: "busy", heading: qsTr("Another program is using this file"),
                     advice: qsTr("Close the other program or window that has it open, then try again.") };
        case "diskFull":
            return { icon: "disk", heading: qsTr("The disk is full"),
                     advice: qsTr("There is no room to work with this file. Make some room on the disk, then try again. Nothing was lost.") };
        case "format":
        case "geometry":
        case "crs":
            return { icon: "damaged", heading: qsTr("Something in this file cannot be understood"),
                     advice: qsTr("The file was left exactly as it is. The technical detail names the place.") };
        default:
            return { icon: "fileUnknown", heading: qsTr("This file cannot be read"),
                     advice: qsTr("Perhaps it was moved or renamed, or the drive it lies on is no longer there. Check that it is where it was, then try again.") };
        }
    }
    /// The cause alone, to stand behind what did not work: "Nothing was changed: …".
    function cause(kind: string): string {
        switch (kind) {
        case "noPermission": return qsTr("there is no permission to write this file.");
        case "diskFull": return qsTr("the disk is full. Make some room on it, then try again.");
        case "busy": return qsTr("another program is using this file. Close it there, then try again.");
        case "notADatabase":
        case "foreignFile":
        case "newerVersion":
        case "damaged": return qsTr("the file is damaged or was replaced. Open it again.");
        case "format":
        case "geometry":
        case "crs": return qsTr("something in the data cannot be understood.");
        case "io": return qsTr("the file cannot be read or written. Check that the drive it lies on is still there.");
        default: return qsTr("something went wrong inside the program.");
        }
    }
}
