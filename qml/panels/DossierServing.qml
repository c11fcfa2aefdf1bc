// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Who serves the unit and the units above it; what nobody serves stands out.
Column {
    id: part
    required property DossierModel dossier
    property bool writable: false
    signal unitPicked(string code)
    signal editWanted
    spacing: 8

    SectionTitle {
        width: parent.width
        text: qsTr("Party organisations serving it")
    }
    Repeater {
        model: part.dossier.serving
        Item {
            id: line
            required property var modelData
            required property int index
            objectName: "serving_" + index
            readonly property bool hole: modelData.hole
            width: part.width
            height: words.implicitHeight + 4
            Icon {
                y: 2
                name: line.hole ? "warning" : "party"
                side: Theme.elder ? 24 : 18
                tint: line.hole ? Theme.seal : Theme.accent
            }
            Column {
                id: words
                x: Theme.elder ? 36 : 28
                width: parent.width - x
                ThemeText {
                    width: parent.width
                    text: line.modelData.org
                    wrapMode: Text.Wrap
                    color: line.hole ? Theme.seal : Theme.ink
                }
                ThemeText {
                    width: parent.width
                    text: line.hole ? qsTr("%1 %2").arg(line.modelData.level).arg(line.modelData.unit)
                                    : qsTr("%1 · %2").arg(line.modelData.kind).arg(line.modelData.unit)
                    elide: Text.ElideRight
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }
    }
    ActionButton {
        objectName: "orgEdit"
        visible: part.writable
        iconName: "party"
        text: qsTr("Change organisations…")
        onClicked: part.editWanted()
    }
}
