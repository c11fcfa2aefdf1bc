// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// All registers by group, with how many records they have and whether they stand on the map.
Item {
    id: page
    required property RegisterSession session
    objectName: "registerList"

    PageHead {
        id: head
        width: parent.width
        title: qsTr("Registers")
        ActionButton {
            objectName: "newRegister"
            visible: page.session.editor.may
            iconName: "plus"
            text: qsTr("New register")
            onClicked: {
                page.session.editor.startNew();
                page.session.view = "editor";
            }
        }
    }
    ThemeField {
        id: search
        objectName: "registerSearch"
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        iconName: "search"
        placeholderText: qsTr("Find a register by name, pinyin, initials")
        text: page.session.registers.query
        onTextEdited: page.session.registers.query = text
        Keys.onDownPressed: list.forceActiveFocus()
    }
    ListView {
        id: list
        anchors { top: search.bottom; topMargin: 6; bottom: parent.bottom }
        width: parent.width
        clip: true
        model: page.session.registers
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        reuseItems: true
        ScrollBar.vertical: ScrollBar {}
        delegate: RegisterLine {
            width: list.width
            current: ListView.isCurrentItem && list.activeFocus
            onClicked: page.session.openTable(registerId)
            onShownToggled: page.session.registers.setShownOnMap(registerId, !onMap)
        }
        Keys.onReturnPressed: (currentItem as RegisterLine)?.clicked()
    }
    Nothing {
        anchors.centerIn: list
        visible: list.count === 0
        words: page.session.registers.query === "" ? qsTr("This file declares no register") : qsTr("No register has this name")
    }
}
