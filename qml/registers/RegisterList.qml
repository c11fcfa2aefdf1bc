// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
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
        section.property: "groupTitle"
        section.delegate: Item {
            required property string section
            width: list.width
            height: words.implicitHeight + 20
            SectionTitle {
                id: words
                x: Theme.pad
                y: 14
                width: parent.width - 2 * Theme.pad
                text: parent.section
            }
        }
        delegate: ItemDelegate {
            id: line
            required property string registerId
            required property string title
            required property string amount
            required property string anchor
            required property color colour
            required property bool onMap
            objectName: "register_" + registerId
            width: list.width
            height: Theme.elder ? 60 : 44
            padding: 0
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("%1, %2 records").arg(title).arg(amount)
            onClicked: page.session.openTable(registerId)
            background: Rectangle {
                color: line.hovered ? Theme.hover : "transparent"
                Rectangle {
                    visible: line.ListView.isCurrentItem && list.activeFocus
                    anchors.fill: parent
                    color: "transparent"
                    border.width: 2
                    border.color: Theme.accent
                }
            }
            Item {
                anchors.fill: parent
                Rectangle {
                    id: chip
                    x: Theme.pad
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.elder ? 16 : 10
                    height: width
                    radius: width / 2
                    color: line.onMap ? line.colour : "transparent"
                    border.width: 2
                    border.color: line.colour
                }
                ThemeText {
                    anchors { left: chip.right; leftMargin: 10; right: figures.left; rightMargin: 8 }
                    height: parent.height
                    elide: Text.ElideRight
                    text: line.title
                }
                ThemeText {
                    id: figures
                    anchors { right: eye.left; rightMargin: 8 }
                    height: parent.height
                    text: line.amount
                    color: Theme.muted
                }
                IconButton {
                    id: eye
                    objectName: "showOnMap"
                    anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                    iconName: line.onMap ? "eye" : "eyeOff"
                    label: line.onMap ? qsTr("Take %1 off the map").arg(line.title) : qsTr("Show %1 on the map").arg(line.title)
                    onClicked: page.session.registers.setShownOnMap(line.registerId, !line.onMap)
                }
            }
        }
        Keys.onReturnPressed: (currentItem as ItemDelegate)?.clicked()
    }
    Nothing {
        anchors.centerIn: list
        visible: list.count === 0
        words: page.session.registers.query === "" ? qsTr("This file declares no register") : qsTr("No register has this name")
    }
}
