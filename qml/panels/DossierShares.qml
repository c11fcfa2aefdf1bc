// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What lies below a unit: how its classes share the smallest units, and how many are served.
Column {
    id: part
    required property DossierModel dossier
    spacing: 8

    SectionTitle {
        width: parent.width
        text: qsTr("Classes below it")
        figure: part.dossier.sharesTitle
    }
    Row {
        id: bar
        width: parent.width
        height: Theme.elder ? 20 : 12
        Repeater {
            model: part.dossier.shares
            Rectangle {
                required property var modelData
                width: bar.width * modelData.share
                height: bar.height
                color: modelData.colour.valid ? modelData.colour : Theme.line
            }
        }
    }
    Repeater {
        model: part.dossier.shares
        ShareLine {
            required property var modelData
            width: part.width
            title: modelData.name
            figure: modelData.text
            colour: modelData.colour.valid ? modelData.colour : Theme.line
        }
    }
    Item { width: 1; height: 2 }
    SectionTitle {
        width: parent.width
        text: qsTr("Served by a Party organisation")
    }
    Repeater {
        model: part.dossier.coverage
        Column {
            id: level
            required property var modelData
            width: part.width
            spacing: 4
            ShareLine {
                width: parent.width
                title: level.modelData.title
                figure: level.modelData.text
                attention: !level.modelData.full
            }
            Rectangle {
                width: parent.width
                height: 4
                radius: 2
                color: Theme.sealWash
                Rectangle {
                    width: parent.width * level.modelData.share
                    height: 4
                    radius: 2
                    color: Theme.accent
                }
            }
        }
    }
}
