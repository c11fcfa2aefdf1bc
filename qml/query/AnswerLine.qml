// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One line of an answer: what it is about, and what is said of it.
ItemDelegate {
    id: line
    required property int index
    required property string title
    required property string detail
    required property string code
    property bool chosen: false
    property bool current: false

    objectName: "answerLine"
    implicitHeight: Math.max(Theme.target, words.implicitHeight + 14)
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1: %2").arg(title).arg(detail)
    background: Rectangle {
        color: line.chosen ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
        Rectangle {
            visible: line.current
            anchors.fill: parent
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
    }
    Column {
        id: words
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        ThemeText {
            objectName: "answerTitle"
            width: parent.width
            elide: Text.ElideRight
            text: line.title
        }
        ThemeText {
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: line.detail
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
}
