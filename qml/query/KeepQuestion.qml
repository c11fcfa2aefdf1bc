// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// Keeps the question as it is filled in under a name; it stands in the list from then on.
Row {
    id: keep
    required property AskSession session
    spacing: 8

    ThemeField {
        id: name
        objectName: "questionName"
        width: parent.width - button.width - 8
        placeholderText: qsTr("Keep this question as…")
        onAccepted: button.clicked()
    }
    ActionButton {
        id: button
        objectName: "keepQuestion"
        text: qsTr("Keep")
        enabled: name.text.trim() !== ""
        onClicked: {
            if (name.text.trim() === "") return;
            keep.session.keep(name.text);
            name.text = "";
            name.focus = false;
        }
    }
}
