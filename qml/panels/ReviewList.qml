// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.Ui

/// What moved with the land of an edit of borders; what a person should look at stands first and says so.
Column {
    id: list
    /// reviewList()
    required property var entries
    readonly property int open: entries.filter(e => !e.certain).length
    readonly property int most: 12
    property bool all: false
    signal picked(var entry)
    spacing: 2

    ThemeText {
        objectName: "reviewOpen"
        width: parent.width
        visible: list.open > 0
        wrapMode: Text.Wrap
        text: qsTr("To be looked at by a person: %1").arg(list.open)
        color: Theme.seal
        font.pixelSize: Theme.small
    }
    Repeater {
        model: list.all ? list.entries : list.entries.slice(0, list.most)
        ReviewLine {
            required property var modelData
            width: list.width
            entry: modelData
            onClicked: list.picked(modelData)
        }
    }
    LinkText {
        objectName: "reviewAll"
        visible: list.entries.length > list.most
        text: list.all ? qsTr("Fewer") : qsTr("All %1").arg(list.entries.length)
        onClicked: list.all = !list.all
    }
}
