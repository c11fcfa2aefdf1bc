// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Keeps how this file was brought in under a name; it is offered for the next file with the same fields.
Row {
    id: keep
    required property ImportTask task
    signal kept(var recipe)
    spacing: 8

    ThemeField {
        id: name
        objectName: "importName"
        width: parent.width - button.width - 8
        placeholderText: qsTr("Keep these choices as…")
        onAccepted: button.clicked()
    }
    ActionButton {
        id: button
        objectName: "importKeep"
        text: qsTr("Keep")
        enabled: name.text.trim() !== ""
        onClicked: {
            if (name.text.trim() === "") return;
            keep.kept(keep.task.recipe(name.text));
            name.text = "";
            name.focus = false;
        }
    }
}
