// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Why a file did not open, by the kind of fault.
Notice {
    id: page
    required property Client client
    signal openRequested

    readonly property string kind: client.project.errorKind
    readonly property var said: FaultWords.of(kind)

    objectName: "errorPage"
    iconName: said.icon
    tint: Theme.seal
    heading: said.heading
    explanation: said.advice
    file: client.project.file
    technical: client.project.errorText

    ActionButton {
        objectName: "errorOpenOther"
        primary: true
        iconName: "open"
        text: qsTr("Open another file…")
        onClicked: page.openRequested()
    }
    ActionButton {
        objectName: "errorRetry"
        iconName: "retry"
        text: qsTr("Try again")
        onClicked: page.client.project.reopen()
    }
    ActionButton {
        objectName: "errorHome"
        text: qsTr("Start page")
        onClicked: page.client.project.close()
    }
}
