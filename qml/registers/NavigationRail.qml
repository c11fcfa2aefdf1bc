// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// Map, board, registers, worklist and questions: a rail at the left, in narrow windows a bar at the foot.
Rectangle {
    id: rail
    required property string current
    property bool upright: true
    property int pressing: 0
    signal chosen(string key)

    objectName: "navigation"
    color: Theme.panel
    implicitWidth: Theme.elder ? 96 : 68
    implicitHeight: Theme.elder ? 76 : 56
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    readonly property var pages: [{ key: "map", icon: "map", title: qsTr("Map") },
                                  { key: "board", icon: "board", title: qsTr("Board") },
                                  { key: "registers", icon: "table", title: qsTr("Registers") },
                                  { key: "worklist", icon: "tasks", title: qsTr("To do") },
                                  { key: "history", icon: "history", title: qsTr("History") },
                                  { key: "ask", icon: "ask", title: qsTr("Ask") }]

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        y: rail.upright ? 8 : 0
        columns: rail.upright ? 1 : rail.pages.length
        spacing: rail.upright ? 4 : 0
        Repeater {
            model: rail.pages
            AbstractButton {
                id: page
                required property var modelData
                readonly property bool isCurrent: rail.current === modelData.key
                objectName: "nav_" + modelData.key
                width: rail.upright ? rail.width - 8 : rail.width / rail.pages.length
                height: rail.upright ? (Theme.elder ? 84 : 60) : rail.height
                text: modelData.title
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: isCurrent
                onClicked: rail.chosen(modelData.key)
                Item {
                    anchors.fill: parent
                    Column {
                        anchors.centerIn: parent
                        spacing: 3
                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            name: page.modelData.icon
                            tint: page.isCurrent ? Theme.accent : Theme.muted
                        }
                        ThemeText {
                            width: page.width - 4
                            horizontalAlignment: Text.AlignHCenter
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 11
                            text: page.text
                            color: page.isCurrent ? Theme.accent : Theme.muted
                            font.pixelSize: Theme.small
                            font.weight: page.isCurrent ? Font.Medium : Font.Normal
                        }
                    }
                    Rectangle {
                        anchors { right: parent.right; top: parent.top; rightMargin: 4; topMargin: 2 }
                        visible: page.modelData.key === "worklist" && rail.pressing > 0
                        width: Math.max(height, number.implicitWidth + 8)
                        height: number.implicitHeight + 2
                        radius: height / 2
                        color: Theme.seal
                        ThemeText {
                            id: number
                            anchors.centerIn: parent
                            text: rail.pressing > 99 ? "99+" : String(rail.pressing)
                            color: Theme.accentInk
                            font.pixelSize: Theme.elder ? 16 : 10
                        }
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: page.isCurrent ? Theme.accentWash : page.hovered ? Theme.hover : "transparent"
                    FocusRing { control: page; anchors.margins: 1; visible: page.visualFocus }
                }
            }
        }
    }
    Rule {
        visible: !rail.upright
        width: parent.width
    }
    Rectangle {
        visible: rail.upright
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
