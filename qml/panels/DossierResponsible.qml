// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Who answers for the unit, and how many others the same people answer for; lines on the map show where.
Column {
    id: part
    required property RegisterSession registers
    readonly property Responsibility responsibility: registers.responsibility
    readonly property var people: responsibility.people
    property bool all: false
    spacing: 6

    SectionTitle {
        width: parent.width
        text: qsTr("Who answers for it")
        figure: String(part.people.length)
    }
    Repeater {
        model: part.all ? part.people : part.people.slice(0, 5)
        Column {
            id: person
            required property var modelData
            readonly property var parts: [modelData.office, modelData.count > 0 ? qsTr("and for %1 other units").arg(modelData.count) : ""]
            objectName: "responsible"
            width: part.width
            ThemeText {
                width: parent.width
                elide: Text.ElideRight
                text: person.modelData.role === "" ? person.modelData.person : qsTr("%1 · %2").arg(person.modelData.person).arg(person.modelData.role)
                font.pixelSize: Theme.elder ? Theme.body : 13
            }
            ThemeText {
                width: parent.width
                visible: text !== ""
                elide: Text.ElideRight
                text: person.parts.filter(t => t !== "").join(" · ")
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
    }
    LinkText {
        visible: part.people.length > 5
        text: part.all ? qsTr("Fewer") : qsTr("All %1").arg(part.people.length)
        onClicked: part.all = !part.all
    }
    ThemeSwitch {
        objectName: "linesSwitch"
        width: parent.width
        visible: part.responsibility.codes.length > 0
        text: qsTr("Lines to these units on the map")
        checked: part.registers.linesShown
        onToggled: part.registers.linesShown = checked
    }
}
