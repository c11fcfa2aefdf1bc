// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What can be done with the unit's border.
Column {
    id: part
    signal picked(string task)
    spacing: 8

    SectionTitle {
        width: parent.width
        text: qsTr("Border")
    }
    Flow {
        width: parent.width
        spacing: 8
        ActionButton {
            objectName: "task_vertices"
            text: qsTr("Move corners")
            onClicked: part.picked("vertices")
        }
        ActionButton {
            objectName: "task_reshape"
            text: qsTr("Draw anew")
            onClicked: part.picked("reshape")
        }
        ActionButton {
            objectName: "task_split"
            text: qsTr("Split")
            onClicked: part.picked("split")
        }
    }
}
