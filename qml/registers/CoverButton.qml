// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// Sensitive values of a register are covered until somebody asks to see them, by this.
IconButton {
    id: button
    required property RegisterSession session
    required property string registerId
    /// The one record it is about; 0 = a whole table.
    property var record: 0
    readonly property bool uncovered: session.isUncovered(registerId) && allowed
    readonly property bool allowed: session.mayUncover(registerId, record)

    objectName: "coverButton"
    iconName: uncovered ? "eye" : "eyeOff"
    checked: uncovered
    enabled: allowed
    label: uncovered ? qsTr("Cover sensitive fields") : qsTr("Show sensitive fields")
    onClicked: session.setUncovered(registerId, record, !uncovered)
}
