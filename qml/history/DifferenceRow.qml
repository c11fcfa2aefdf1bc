// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// One unit that differs between two days.
ItemDelegate {
    id: line
    required property int index
    required property string code
    required property string name
    required property string where
    required property string kind
    required property color colour
    required property string what
    required property string area
    required property string change
    property bool current: false
    /// It can be brought back: it is no more, and the later day is today.
    property bool restorable: false
    signal backWanted

    objectName: "differenceRow"
    height: words.implicitHeight + 16
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: name + ", " + what + ", " + area
    background: Rectangle {
        color: line.hovered ? Theme.hover : "transparent"
        Rectangle {
            visible: line.current
            anchors.fill: parent
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        Rule { width: parent.width; anchors.bottom: parent.bottom; opacity: 0.5 }
    }
    Item {
        anchors.fill: parent
        Rectangle {
            id: swatch
            x: Theme.pad
            y: 10
            width: Theme.elder ? 28 : 18
            height: width
            radius: 4
            color: line.colour
            border.color: Theme.faint
        }
        Column {
            id: words
            anchors { left: swatch.right; leftMargin: 12; right: parent.right; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
            Item {
                width: parent.width
                height: unitName.implicitHeight
                ThemeText {
                    id: unitName
                    width: parent.width - delta.implicitWidth - 8
                    elide: Text.ElideRight
                    text: line.name
                    font.strikeout: line.kind === "gone"
                }
                ThemeText {
                    id: delta
                    anchors.right: parent.right
                    text: line.change
                    color: Theme.accent
                }
            }
            ThemeText {
                width: parent.width
                visible: text !== ""
                elide: Text.ElideRight
                text: line.where
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            ThemeText {
                objectName: "differenceWhat"
                width: parent.width
                wrapMode: Text.Wrap
                text: line.area === "" ? line.what : qsTr("%1 · %2").arg(line.what).arg(line.area)
                font.pixelSize: Theme.elder ? Theme.body : 13
            }
            LinkText {
                objectName: "differenceBack"
                visible: line.restorable && line.kind === "gone"
                text: qsTr("Bring it back…")
                onClicked: line.backWanted()
            }
        }
    }
}
