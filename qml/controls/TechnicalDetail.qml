// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What the program itself says about a fault, in its own English words: folded away, for whoever is asked
/// to help.
Column {
    id: part
    required property string words
    property bool open: false
    visible: words !== ""
    spacing: 4
    onWordsChanged: open = false

    LinkText {
        objectName: "technicalLink"
        text: part.open ? qsTr("Hide the technical detail") : qsTr("Technical detail")
        onClicked: part.open = !part.open
    }
    ThemeText {
        objectName: "technicalText"
        width: parent.width
        visible: part.open
        wrapMode: Text.Wrap
        text: part.words
        color: Theme.muted
        font.pixelSize: Theme.small
    }
}
