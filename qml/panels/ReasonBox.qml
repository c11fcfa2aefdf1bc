// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Xiangtu.App
import Xiangtu.Ui

/// Why a class is given: words of one's own or a reason given lately, and a photo.
Column {
    id: box
    required property ProjectObject project
    required property int scheme
    property string fieldName: "reasonField"
    readonly property string words: field.text.trim() === "" ? qsTr("updated on the map") : field.text.trim()
    readonly property string photo: reason.photo
    readonly property var recent: reason.recent
    /// Reasons that contain what was typed so far; one that is typed out in full is not offered.
    readonly property var offered: recent.filter(r => r !== field.text && r.includes(field.text.trim())).slice(0, 5)
    spacing: 6

    function clear(): void {
        field.clear();
        reason.clearPhoto();
    }

    ClassReason {
        id: reason
        project: box.project
        scheme: box.scheme
    }
    Row {
        width: parent.width
        spacing: 6
        ThemeField {
            id: field
            objectName: box.fieldName
            width: parent.width - camera.width - parent.spacing
            placeholderText: qsTr("Reason for the change")
            maximumLength: 200
        }
        IconButton {
            id: camera
            objectName: "reasonPhoto"
            iconName: "camera"
            label: qsTr("Add a photo to the next change")
            enabled: !reason.busy
            onClicked: dialog.open()
        }
    }
    Flow {
        width: parent.width
        visible: box.offered.length > 0
        spacing: 6
        Repeater {
            model: box.offered
            ChoiceChip {
                required property string modelData
                objectName: "reasonChip"
                width: Math.min(implicitWidth, box.width)
                text: modelData
                Accessible.role: Accessible.Button
                onClicked: field.text = modelData
            }
        }
    }
    Row {
        visible: reason.photo !== ""
        spacing: 8
        PhotoTile {
            objectName: "reasonPhotoTile"
            project: box.project
            hash: reason.photo
            enabled: false
        }
        LinkText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Leave the photo out")
            onClicked: reason.clearPhoto()
        }
    }
    FileDialog {
        id: dialog
        title: qsTr("Photo for the change")
        nameFilters: [qsTr("Photos (*.jpg *.jpeg *.png)")]
        onAccepted: reason.addPhoto(selectedFile)
    }
}
