// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.Ui

/// Which layers are drawn, how strongly and in which order; which borders are drawn.
Card {
    id: panel
    required property MapSession session
    required property RegisterSession registers
    signal closed

    objectName: "layerPanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Layers")

    PanelHeader {
        id: header
        width: parent.width
        title: qsTr("Layers")
        onClosed: panel.closed()
    }
    Flickable {
        anchors { top: header.bottom; bottom: parent.bottom; bottomMargin: 10 }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight
        Column {
            id: column
            x: 14
            width: parent.width - 28
            spacing: 2
            ListView {
                id: layers
                width: parent.width
                height: contentHeight
                interactive: false
                model: panel.session.layers
                delegate: LayerLine {
                    width: layers.width
                    layers: panel.session.layers
                    last: index === layers.count - 1
                }
                move: Transition { NumberAnimation { property: "y"; duration: Theme.quick } }
                displaced: Transition { NumberAnimation { property: "y"; duration: Theme.quick } }
            }
            Item { width: 1; height: 8; visible: panel.session.references.count > 0 }
            SectionTitle {
                objectName: "referenceTitle"
                width: parent.width
                visible: panel.session.references.count > 0
                text: qsTr("Reference layers")
            }
            Repeater {
                model: panel.session.references
                ThemeSwitch {
                    required property int index
                    required property string name
                    required property bool shown
                    objectName: "reference_" + index
                    width: column.width
                    text: name
                    checked: shown
                    onToggled: panel.session.references.setShown(index, checked)
                }
            }
            Item { width: 1; height: 8 }
            SectionTitle {
                width: parent.width
                text: qsTr("Borders of")
            }
            Repeater {
                model: panel.session.borders
                ThemeSwitch {
                    required property int index
                    required property string level
                    required property string title
                    required property bool shown
                    objectName: "border_" + level
                    width: column.width
                    text: title
                    checked: shown
                    onToggled: panel.session.borders.setShown(index, checked)
                }
            }
            // Last: there are many.
            Item { width: 1; height: 8 }
            SectionTitle {
                width: parent.width
                text: qsTr("Registers")
            }
            Repeater {
                model: panel.registers.registers
                RegisterSwitch {
                    width: column.width
                    onToggled: panel.registers.registers.setShownOnMap(registerId, checked)
                }
            }
        }
    }
}
