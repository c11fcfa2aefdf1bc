// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Whether the log is as it was written: a button, and what came of it.
Rectangle {
    id: card
    required property ChainModel chain
    readonly property bool broken: chain.checked && !chain.whole
    height: Math.max(Theme.target, words.implicitHeight) + 12
    radius: Theme.radius
    color: broken ? Theme.sealWash : Theme.sunken
    border.color: broken ? Theme.seal : Theme.line

    Icon {
        id: sign
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        name: card.broken ? "warning" : card.chain.checked ? "check" : "lock"
        tint: card.broken ? Theme.seal : card.chain.checked ? Theme.good : Theme.muted
    }
    Column {
        id: words
        anchors { left: sign.right; leftMargin: 10; right: button.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        ThemeText {
            objectName: "chainText"
            width: parent.width
            wrapMode: Text.Wrap
            text: card.chain.busy ? qsTr("Checking…")
                  : !card.chain.checked ? qsTr("Is the log as it was written?")
                  : card.chain.whole ? qsTr("Nothing was changed afterwards: %1 lines fit together.").arg(card.chain.lines)
                  : qsTr("Line %1 is not as it was written: the log was changed from outside.").arg(card.chain.brokenAt)
            color: card.broken ? Theme.seal : Theme.ink
        }
        ThemeText {
            width: parent.width
            visible: card.chain.checked && text !== ""
            elide: Text.ElideMiddle
            text: card.broken ? card.chain.reason : card.chain.head === "" ? "" : qsTr("Newest check sum: %1").arg(card.chain.head)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ActionButton {
        id: button
        objectName: "chainCheck"
        anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
        text: qsTr("Check")
        enabled: !card.chain.busy
        onClicked: card.chain.check()
    }
}
