// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// A register on the map or not, with the colour its records have there. Empty ones are left out.
ThemeSwitch {
    id: line
    required property string registerId
    required property string title
    required property string amount
    required property color colour
    required property bool onMap

    objectName: "registerLayer_" + registerId
    visible: amount !== "0" || onMap
    height: visible ? implicitHeight : 0
    text: title
    leftPadding: Theme.elder ? 26 : 20
    checked: onMap
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.elder ? 16 : 12
        height: width
        radius: width / 2
        color: line.colour
    }
}
