// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The unit on the map of another day: bringing it back to how it was then, also when it is no more today.
Column {
    id: part
    required property RestoreModel restoring
    required property string code
    required property string day
    signal placeWanted(real lon, real lat)
    readonly property bool asked: restoring.code === code && restoring.day === day && code !== ""
    spacing: 8

    ActionButton {
        objectName: "restoreFromDay"
        iconName: "retry"
        visible: !part.asked
        text: qsTr("Bring back to how it was on %1").arg(part.day)
        onClicked: part.restoring.ask("", part.code, part.day)
    }
    RestoreBox {
        width: parent.width
        visible: part.asked
        restoring: part.restoring
        onPlaceWanted: (lon, lat) => part.placeWanted(lon, lat)
    }
}
