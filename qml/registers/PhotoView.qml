// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// One photo as large as the window, until it is closed.
Popup {
    id: popup
    required property RegisterSession session
    readonly property bool wanted: popup.session.photoShown !== ""
    onWantedChanged: {
        if (wanted) popup.open();
        else popup.close();
    }
    onClosed: popup.session.photoShown = ""

    objectName: "photoView"
    x: 16
    y: 16
    width: parent ? parent.width - 32 : 0
    height: parent ? parent.height - 32 : 0
    modal: true
    focus: true
    padding: 8
    background: Card {}

    Item {
        anchors.fill: parent
        AttachmentItem {
            id: photo
            objectName: "photoWhole"
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: words.top; bottomMargin: 8 }
            project: popup.session.project
            hash: popup.session.photoShown
            whole: true
        }
        ThemeText {
            anchors.centerIn: photo
            visible: photo.status !== "photo"
            text: photo.status === "loading" ? qsTr("One moment…") : qsTr("This photo cannot be read.")
            color: Theme.muted
        }
        ThemeText {
            id: words
            anchors { left: parent.left; leftMargin: 8; right: close.left; bottom: parent.bottom }
            height: Theme.target
            elide: Text.ElideMiddle
            text: photo.taken === "" ? photo.name : qsTr("%1 · %2").arg(photo.name).arg(photo.taken)
            color: Theme.muted
        }
        IconButton {
            id: close
            objectName: "photoClose"
            anchors { right: parent.right; bottom: parent.bottom }
            iconName: "close"
            label: qsTr("Close (Esc)")
            onClicked: popup.close()
        }
    }
}
