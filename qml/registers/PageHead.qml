// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// The head of a page beside the map: the way back, its title, what can be done at the right end.
Item {
    id: head
    required property string title
    property string note
    property bool canGoBack: false
    default property alias actions: buttons.data
    signal back

    implicitHeight: Math.max(Theme.target, words.implicitHeight) + 16
    IconButton {
        id: backButton
        objectName: "pageBack"
        visible: head.canGoBack
        x: 4
        anchors.verticalCenter: parent.verticalCenter
        iconName: "back"
        label: qsTr("Back")
        onClicked: head.back()
    }
    Column {
        id: words
        anchors { left: parent.left; leftMargin: head.canGoBack ? backButton.width + 8 : Theme.pad
                  right: buttons.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        ThemeText {
            objectName: "pageTitle"
            width: parent.width
            elide: Text.ElideRight
            text: head.title
            font.pixelSize: Theme.large
            font.weight: Font.Medium
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        ThemeText {
            width: parent.width
            visible: text !== ""
            elide: Text.ElideRight
            text: head.note
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    Row {
        id: buttons
        anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        spacing: 4
    }
    Rule { width: parent.width; anchors.bottom: parent.bottom }
}
