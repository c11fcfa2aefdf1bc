// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// A sound file without units: nothing is wrong, there is only nothing to see yet.
Notice {
    id: page
    required property Client client
    signal openRequested

    objectName: "emptyPage"
    iconName: "map"
    heading: qsTr("There are no units in this file yet")
    explanation: qsTr("Bring in the boundaries of the county, its townships and villages, then open the file again:")
    file: client.project.file
    detail: "xiangtu import FILE.sqlite SOURCE.shp --level township"

    ActionButton {
        primary: true
        iconName: "open"
        text: qsTr("Open another file…")
        onClicked: page.openRequested()
    }
    ActionButton {
        iconName: "retry"
        text: qsTr("Read again")
        onClicked: page.client.project.reopen()
    }
    ActionButton {
        text: qsTr("Start page")
        onClicked: page.client.project.close()
    }
}
