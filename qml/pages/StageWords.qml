// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// What a stage of a long job is called.
QtObject {
    function of(stage: string): string {
        switch (stage) {
        case "units": return qsTr("Reading units…");
        case "shapes": return qsTr("Reading boundaries…");
        case "party": return qsTr("Reading Party organisations…");
        case "classes": return qsTr("Reading colours…");
        case "registers": return qsTr("Reading registers…");
        case "topology": return qsTr("Joining boundaries…");
        case "index": return qsTr("Preparing search…");
        case "coverage": return qsTr("Checking boundaries…");
        case "county":
        case "township":
        case "village":
        case "natural_village":
        case "grid": return qsTr("Dividing the land…");
        case "parents": return qsTr("Nesting units…");
        case "write":
        case "commit": return qsTr("Saving…");
        case "upgrade": return qsTr("Bringing the file up to date…");
        default: return qsTr("Opening…");
        }
    }
}
