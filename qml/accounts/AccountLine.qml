// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// One account in the administrator's list, with what can be done with it.
Column {
    id: line
    required property var modelData
    required property AccountDesk accounts
    signal wanted(string task)
    spacing: 4

    ThemeText {
        width: parent.width
        elide: Text.ElideRight
        text: line.modelData.disabled ? qsTr("%1 (disabled)").arg(line.modelData.name) : line.modelData.name
        color: line.modelData.disabled ? Theme.muted : Theme.ink
        font.weight: Font.Medium
    }
    ThemeText {
        width: parent.width
        wrapMode: Text.Wrap
        text: qsTr("%1 · %2").arg(AccountWords.role(line.modelData.role))
                             .arg(line.modelData.scope === "*" ? qsTr("the whole file") : line.modelData.places)
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Flow {
        width: parent.width
        spacing: 6
        ActionButton {
            objectName: "accountChange_" + line.modelData.name
            text: qsTr("Role and scope")
            onClicked: line.wanted("change")
        }
        ActionButton {
            objectName: "accountPin_" + line.modelData.name
            text: qsTr("New PIN")
            onClicked: line.wanted("pin")
        }
        ActionButton {
            objectName: "accountDisable_" + line.modelData.name
            text: line.modelData.disabled ? qsTr("Enable") : qsTr("Disable")
            onClicked: line.accounts.setDisabled(line.modelData.id, line.modelData.disabled ? "enabled" : "disabled")
        }
    }
    Rule { width: parent.width }
}
