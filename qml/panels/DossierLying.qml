// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The register records that lie in the unit, register by register.
Column {
    id: part
    required property DossierModel dossier
    spacing: 10

    Repeater {
        model: part.dossier.lying
        Column {
            id: register
            required property var modelData
            width: part.width
            spacing: 4
            SectionTitle {
                width: parent.width
                text: register.modelData.title
                figure: register.modelData.sum === "" ? register.modelData.count
                        : qsTr("%1 · %2").arg(register.modelData.count).arg(register.modelData.sum)
            }
            Repeater {
                model: register.modelData.lines
                ThemeText {
                    required property string modelData
                    width: register.width
                    text: modelData
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.elder ? Theme.body : 13
                }
            }
        }
    }
}
