// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One of a list of a model with the roles key and text.
ComboBox {
    id: box
    property string label
    /// Row that is chosen. A ComboBox loses its own row for good whenever its list runs empty.
    property int chosen: 0
    onChosenChanged: currentIndex = chosen
    onCountChanged: if (count > 0) currentIndex = chosen
    // Another list of the same length begins at its first row.
    onModelChanged: if (count > 0) currentIndex = chosen

    implicitHeight: Theme.target
    implicitWidth: Theme.elder ? 240 : 192
    textRole: "text"
    valueRole: "key"
    font.family: Theme.family
    font.pixelSize: Theme.body
    Accessible.name: label

    contentItem: ThemeText {
        leftPadding: 12
        rightPadding: Theme.icon + 12
        text: box.displayText
        elide: Text.ElideRight
    }
    indicator: Icon {
        x: box.width - width - 8
        anchors.verticalCenter: parent.verticalCenter
        name: "down"
        tint: Theme.muted
        side: Theme.elder ? 24 : 16
    }
    background: Rectangle {
        radius: Theme.radius
        color: box.down ? Theme.pressed : box.hovered ? Theme.hover : Theme.panel
        border.color: Theme.line
        FocusRing { control: box; visible: box.visualFocus }
    }
    delegate: ItemDelegate {
        id: line
        required property int index
        text: box.textAt(index)
        width: ListView.view.width
        height: Theme.target
        highlighted: box.highlightedIndex === index
        contentItem: ThemeText {
            leftPadding: 4
            text: line.text
            elide: Text.ElideRight
            color: line.index === box.currentIndex ? Theme.accent : Theme.ink
        }
        background: Rectangle { color: line.highlighted ? Theme.hover : "transparent" }
    }
    popup: Popup {
        y: box.height + 4
        width: Math.max(box.width, Theme.elder ? 300 : 200)
        implicitHeight: contentItem.implicitHeight + 8
        padding: 4
        contentItem: ListView {
            clip: true
            implicitHeight: Math.min(contentHeight, 400)
            model: box.popup.visible ? box.delegateModel : null
            currentIndex: box.highlightedIndex
        }
        background: Card {}
    }
}
