// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// One photo kept in the file, small.
AbstractButton {
    id: tile
    required property ProjectObject project
    property string hash: ""

    implicitWidth: Theme.elder ? 72 : 48
    implicitHeight: implicitWidth
    enabled: photo.status === "photo"
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Photo %1").arg(photo.name)
    background: Rectangle {
        radius: Theme.radius
        color: Theme.sunken
        border.color: Theme.line
    }
    AttachmentItem {
        id: photo
        anchors.fill: parent
        anchors.margins: 1
        project: tile.project
        hash: tile.hash
    }
    Icon {
        anchors.centerIn: parent
        visible: photo.status !== "photo"
        name: photo.status === "loading" ? "busy" : "damaged"
        tint: Theme.muted
    }
    FocusRing { control: tile; visible: tile.visualFocus }
}
