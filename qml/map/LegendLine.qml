// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// One colour of the legend; hitting it shows or hides the units that carry it.
AbstractButton {
    id: line
    required property LegendModel legend
    required property int index
    required property string title
    required property string amount
    required property string quantity
    required property bool shown
    required property int classIndex
    required property bool hasSwatch

    objectName: "legendLine"
    implicitHeight: Math.max(Theme.elder ? 48 : 28, words.implicitHeight + 6)
    enabled: classIndex >= 0
    checkable: false
    Accessible.role: classIndex >= 0 ? Accessible.CheckBox : Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(title).arg(amount)
    Accessible.checked: shown
    onClicked: legend.setShown(index, !shown)

    background: Rectangle {
        radius: 4
        color: line.hovered && line.enabled ? Theme.hover : "transparent"
        FocusRing { control: line; visible: line.visualFocus }
    }
    LegendSwatch {
        id: swatch
        x: 6
        width: Theme.elder ? 30 : 22
        height: Theme.elder ? 22 : 16
        anchors.verticalCenter: parent.verticalCenter
        visible: line.hasSwatch
        legend: line.legend
        row: line.index
    }
    Column {
        id: words
        anchors { left: parent.left; leftMargin: swatch.width + 14; right: figures.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        opacity: line.shown ? 1 : 0.45
        ThemeText {
            width: parent.width
            elide: Text.ElideRight
            text: line.title
            font.strikeout: !line.shown
        }
        ThemeText {
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: line.quantity
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ThemeText {
        id: figures
        anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
        text: line.amount
        color: Theme.muted
        font.pixelSize: Theme.small
        opacity: line.shown ? 1 : 0.45
    }
}
