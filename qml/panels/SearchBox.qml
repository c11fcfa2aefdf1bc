// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Search over all levels by name, pinyin, initials or code. Enter takes the hit that is marked.
ThemeField {
    id: field
    required property SearchModel search
    signal picked(string code)

    function take(row: int): void {
        const code = search.codeAt(row);
        if (code === "") {
            pending = search.searching;
            return;
        }
        pending = false;
        picked(code);
        results.close();
        focus = false;
    }
    function look(words: string): void {
        pending = false;
        search.query = words;
        results.open();
    }
    /// Enter was hit before the answer came.
    property bool pending: false

    objectName: "searchField"
    iconName: "search"
    placeholderText: qsTr("Search name, pinyin, initials, code")
    text: search.query
    onTextEdited: look(text)
    onActiveFocusChanged: if (activeFocus && text !== "") results.open()
    onAccepted: take(Math.max(0, list.currentIndex))
    Keys.onDownPressed: list.incrementCurrentIndex()
    Keys.onUpPressed: list.decrementCurrentIndex()
    // While one types, Esc is the field's and not the page's.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: {
        results.close();
        search.query = "";
        focus = false;
    }

    Connections {
        target: field.search
        function onSearchingChanged() {
            list.currentIndex = 0;
            if (field.pending && !field.search.searching) field.take(0);
        }
    }

    Popup {
        id: results
        y: field.height + 6
        x: Math.min(0, field.width - width)
        width: Math.min(Math.max(field.width, Theme.elder ? 460 : 340), field.Window.width - 16)
        padding: 4
        visible: false
        closePolicy: Popup.CloseOnPressOutsideParent
        background: Card {}
        height: 8 + (list.count > 0 ? Math.min(list.contentHeight, 420) : Theme.target)
        Item {
            anchors.fill: parent
            ThemeText {
                anchors.fill: parent
                anchors.leftMargin: 12
                visible: list.count === 0
                text: field.search.searching ? qsTr("Searching…")
                      : field.text === "" ? qsTr("For example: zhangmu, zm, 433123") : qsTr("Nothing has this name")
                color: Theme.muted
                elide: Text.ElideRight
            }
            ListView {
                id: list
                objectName: "searchList"
                anchors.fill: parent
                clip: true
                model: field.search
                currentIndex: 0
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                delegate: SearchLine {
                    width: ListView.view.width
                    highlighted: ListView.isCurrentItem
                    onClicked: field.take(index)
                }
            }
        }
    }
}
