// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Photos side by side, a hit shows one large; papers, and photos that cannot be read, by their names.
Flow {
    id: tiles
    required property RegisterSession session
    /// Fingerprints with commas between.
    required property string hashes
    property int side: Theme.elder ? 132 : 92
    property int atMost: 60
    readonly property var parts: hashes === "" ? [] : hashes.split(",").slice(0, atMost)
    spacing: 6

    Repeater {
        model: tiles.parts
        AbstractButton {
            id: tile
            required property string modelData
            objectName: "photo_" + photo.status
            width: tiles.side
            height: tiles.side
            enabled: photo.status === "photo"
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Photo %1").arg(photo.name)
            onClicked: tiles.session.photoShown = modelData
            background: Rectangle {
                radius: Theme.radius
                color: Theme.sunken
                border.color: Theme.line
            }
            AttachmentItem {
                id: photo
                anchors.fill: parent
                anchors.margins: 1
                project: tiles.session.project
                hash: tile.modelData
            }
            Column {
                anchors.centerIn: parent
                width: parent.width - 8
                visible: photo.status !== "photo"
                spacing: 2
                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: photo.status === "paper" ? "text" : photo.status === "loading" ? "busy" : "damaged"
                    tint: Theme.muted
                }
                ThemeText {
                    objectName: "photoName"
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.WrapAnywhere
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    text: photo.status === "loading" ? "" : photo.name !== "" ? photo.name : qsTr("not in the file")
                    color: Theme.muted
                    font.pixelSize: Theme.elder ? 18 : 11
                }
            }
            FocusRing { control: tile; visible: tile.visualFocus }
            Tip { visible: tile.hovered && photo.name !== ""; text: photo.name }
        }
    }
}
