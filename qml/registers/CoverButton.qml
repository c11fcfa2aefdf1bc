// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// Sensitive values of a register are covered until somebody asks to see them, by this.
IconButton {
    id: button
    required property RegisterSession session
    required property string registerId
    readonly property bool uncovered: session.isUncovered(registerId)

    objectName: "coverButton"
    iconName: uncovered ? "eye" : "eyeOff"
    checked: uncovered
    label: uncovered ? qsTr("Cover sensitive fields") : qsTr("Show sensitive fields")
    onClicked: session.setUncovered(registerId, !uncovered)
}
