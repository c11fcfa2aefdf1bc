// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// The list to choose from for one field, searched by name, pinyin, initials or code.
Popup {
    id: popup
    required property RegisterSession session
    property RecordForm form: session.form
    readonly property PickModel pick: session.pick
    property string heading
    property int row: -1

    function forField(index: int, name: string, title: string): void {
        row = index;
        heading = title;
        pick.offerField(form.registerId, name);
        open();
    }
    function forUnit(): void {
        row = -1;
        heading = qsTr("Unit");
        pick.offerUnits(form.anchorLevel);
        open();
    }
    function take(index: int): void {
        const key = pick.keyAt(index);
        if (key === "") return;
        if (row >= 0) form.setText(row, key);
        else form.unit = key;
        close();
    }

    objectName: "pickPopup"
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (parent.height - height) / 2 : 0
    width: Math.min(parent ? parent.width - 32 : 400, Theme.elder ? 520 : 420)
    height: Math.min(parent ? parent.height - 64 : 400, 520)
    modal: true
    focus: true
    padding: 12
    background: Card {}
    onOpened: search.forceActiveFocus()

    Item {
        anchors.fill: parent
        ThemeText {
            id: title
            text: popup.heading
            font.weight: Font.Medium
        }
        ThemeField {
            id: search
            objectName: "pickSearch"
            anchors { top: title.bottom; topMargin: 8 }
            width: parent.width
            iconName: "search"
            placeholderText: qsTr("Search name, pinyin, initials, code")
            text: popup.pick.query
            onTextEdited: popup.pick.query = text
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            onAccepted: popup.take(Math.max(0, list.currentIndex))
        }
        ListView {
            id: list
            objectName: "pickList"
            anchors { top: search.bottom; topMargin: 8; bottom: parent.bottom }
            width: parent.width
            clip: true
            model: popup.pick
            currentIndex: 0
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            delegate: ItemDelegate {
                id: line
                required property int index
                required property string key
                required property string note
                required text
                objectName: "pickLine"
                width: list.width
                height: words.implicitHeight + 14
                padding: 0
                onClicked: popup.take(index)
                Column {
                    id: words
                    anchors { left: parent.left; leftMargin: 10; right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
                    ThemeText {
                        width: parent.width
                        elide: Text.ElideRight
                        text: line.text
                    }
                    ThemeText {
                        width: parent.width
                        visible: text !== ""
                        elide: Text.ElideRight
                        text: line.note
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                }
                contentItem: Item {}
                background: Rectangle {
                    radius: 4
                    color: line.ListView.isCurrentItem ? Theme.accentWash : line.hovered ? Theme.hover : "transparent"
                }
            }
        }
        Nothing {
            anchors.centerIn: list
            visible: popup.pick.count === 0
            words: popup.pick.busy ? qsTr("Searching…") : qsTr("Nothing has this name")
        }
    }
}
