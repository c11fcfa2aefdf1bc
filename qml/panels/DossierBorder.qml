// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What can be done with the unit's border.
Column {
    id: part
    /// Why it cannot be changed; "" = it can.
    property string whyNot: ""
    /// There is a unit above it.
    property bool nested: true
    signal picked(string task)
    spacing: 8

    SectionTitle {
        width: parent.width
        text: qsTr("Border")
    }
    ThemeText {
        objectName: "borderWhyNot"
        visible: part.whyNot !== ""
        width: parent.width
        wrapMode: Text.Wrap
        text: part.whyNot
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Flow {
        width: parent.width
        spacing: 8
        enabled: part.whyNot === ""
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
        ActionButton {
            objectName: "task_give"
            text: qsTr("Hand land over")
            onClicked: part.picked("give")
        }
        ActionButton {
            objectName: "task_fit"
            visible: part.nested
            text: qsTr("Fit into the unit above")
            onClicked: part.picked("fit")
        }
    }
}
