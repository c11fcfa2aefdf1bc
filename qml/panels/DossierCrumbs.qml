// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// County › township › village › natural village › grid: each one can be gone to.
Flow {
    id: flow
    required property var crumbs
    signal picked(string code)
    spacing: 2

    Repeater {
        model: flow.crumbs
        Row {
            id: crumb
            required property var modelData
            required property int index
            spacing: 2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: crumb.index > 0
                name: "right"
                side: Theme.elder ? 18 : 12
                tint: Theme.faint
            }
            AbstractButton {
                id: button
                objectName: "crumb_" + crumb.index
                readonly property bool current: crumb.modelData.current
                height: Theme.elder ? 48 : 24
                leftPadding: 4
                rightPadding: 4
                text: crumb.modelData.name
                Accessible.name: qsTr("%1 %2").arg(crumb.modelData.level).arg(text)
                onClicked: flow.picked(crumb.modelData.code)
                contentItem: ThemeText {
                    text: button.text
                    color: button.current ? Theme.ink : Theme.accent
                    font.pixelSize: Theme.elder ? Theme.body : 13
                    font.weight: button.current ? Font.Medium : Font.Normal
                }
                background: Rectangle {
                    radius: 4
                    color: button.hovered && !button.current ? Theme.accentWash : "transparent"
                    FocusRing { control: button; visible: button.visualFocus }
                }
                Tip { visible: button.hovered; text: crumb.modelData.level }
            }
        }
    }
}
