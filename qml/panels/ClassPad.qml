// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// The classes of the scheme as big buttons; keys 1 to 9 do the same.
Grid {
    id: pad
    required property var classes
    /// Of the classes of several units: how many have each is written below.
    property bool counted: false
    signal picked(int index)
    readonly property int across: Math.max(1, Math.min(classes.length, Theme.elder || classes.length > 5 ? 3 : 5))
    columns: across
    spacing: 6

    Repeater {
        model: pad.classes
        AbstractButton {
            id: button
            required property var modelData
            required property int index
            objectName: "classButton_" + index
            width: (pad.width - (pad.across - 1) * pad.spacing) / pad.across
            height: Math.max(Theme.elder ? 84 : 62, words.implicitHeight + (pad.counted ? 58 : 38))
            text: modelData.meaning
            Accessible.role: Accessible.RadioButton
            Accessible.name: qsTr("%1: %2 (key %3)").arg(modelData.name).arg(modelData.meaning).arg(index + 1)
            Accessible.checked: modelData.current
            onClicked: pad.picked(button.modelData.index)
            Column {
                width: parent.width
                spacing: 4
                topPadding: 6
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: button.width - 16
                    height: Theme.elder ? 26 : 18
                    radius: 3
                    color: button.modelData.colour
                    border.color: Qt.darker(button.modelData.colour, 1.25)
                    Icon {
                        anchors.centerIn: parent
                        visible: button.modelData.current
                        name: "check"
                        side: parent.height
                        tint: "#FFFFFF"
                    }
                }
                ThemeText {
                    id: words
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: button.width - 4
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    text: button.modelData.meaning
                    font.pixelSize: Theme.elder ? 20 : 12
                }
                ThemeText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: pad.counted && button.modelData.count > 0
                    text: button.modelData.count ?? ""
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: button.down ? Theme.pressed : button.hovered ? Theme.hover : Theme.panel
                border.width: button.modelData.current ? 2 : 1
                border.color: button.modelData.current ? Theme.accent : Theme.line
                FocusRing { control: button; visible: button.visualFocus }
            }
            Tip { visible: button.hovered; text: qsTr("%1 – key %2").arg(button.modelData.name).arg(button.index + 1) }
        }
    }
}
