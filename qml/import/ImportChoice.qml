// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What is chosen from a list, with its name above and why it was proposed below.
Column {
    id: part
    required property string label
    required property var choices
    required property string value
    property string note
    property string boxName
    signal picked(string key)
    spacing: 4

    ThemeText {
        width: parent.width
        wrapMode: Text.Wrap
        text: part.label
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    ChoiceBox {
        objectName: part.boxName
        width: parent.width
        label: part.label
        choices: part.choices
        value: part.value
        onPicked: key => part.picked(key)
    }
    ThemeText {
        objectName: part.boxName + "_note"
        width: parent.width
        visible: text !== ""
        wrapMode: Text.Wrap
        text: part.note
        color: Theme.muted
        font.pixelSize: Theme.small
    }
}
