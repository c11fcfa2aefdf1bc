// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Who works on the file: a name, then the PIN. Looking needs no name.
Popup {
    id: card
    required property AccountDesk accounts
    readonly property var everybody: accounts.list
    readonly property var names: everybody.filter(a => !a.disabled)
    property string chosen: ""

    function ask(): void {
        chosen = names.length === 1 ? names[0].name : "";
        pad.clear();
        accounts.forgetProblem();
        open();
    }
    function choose(name: string): void {
        chosen = name;
        pad.clear();
        accounts.forgetProblem();
        pad.begin();
    }
    function goIn(): void { if (pad.pin !== "" && !accounts.busy) accounts.signIn(chosen, pad.pin); }

    objectName: "signInCard"
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? Math.max(12, (parent.height - height) / 2) : 0
    width: Math.min(parent ? parent.width - 24 : 400, Theme.elder ? 480 : 380)
    height: Math.min(parent ? parent.height - 24 : 600, column.implicitHeight + 2 * padding)
    padding: Theme.pad
    modal: true
    focus: true
    background: Card {}
    onOpened: if (chosen !== "") pad.begin()

    Connections {
        target: card.accounts
        function onEntered(name) { card.close(); }
        function onProblemChanged() { if (card.accounts.problem === "wrongPin") pad.clear(); }
    }
    Flickable {
        anchors.fill: parent
        clip: true
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            width: parent.width
            spacing: 10
            ThemeText {
                width: parent.width
                wrapMode: Text.Wrap
                text: card.chosen === "" ? qsTr("Who is working?") : card.chosen
                font.pixelSize: Theme.large
                font.weight: Font.Medium
            }
            Column {
                width: parent.width
                visible: card.chosen === ""
                spacing: 6
                Repeater {
                    model: card.names
                    ActionButton {
                        required property var modelData
                        objectName: "signInName_" + modelData.name
                        width: parent ? parent.width : 0
                        iconName: "person"
                        text: qsTr("%1 · %2").arg(modelData.name).arg(AccountWords.role(modelData.role))
                        onClicked: card.choose(modelData.name)
                    }
                }
            }
            PinPad {
                id: pad
                width: parent.width
                visible: card.chosen !== ""
                enabled: !card.accounts.busy && card.accounts.seconds === 0
                onAgreed: card.goIn()
            }
            ThemeText {
                objectName: "signInProblem"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                text: card.chosen === "" ? "" : AccountWords.problem(card.accounts)
                color: Theme.seal
                Accessible.role: Accessible.AlertMessage
            }
            Flow {
                width: parent.width
                spacing: 8
                ActionButton {
                    objectName: "signInGo"
                    visible: card.chosen !== ""
                    primary: true
                    enabled: pad.pin !== "" && pad.enabled
                    text: qsTr("Sign in")
                    onClicked: card.goIn()
                }
                ActionButton {
                    objectName: "signInOther"
                    visible: card.chosen !== "" && card.names.length > 1
                    text: qsTr("Somebody else")
                    onClicked: card.choose("")
                }
                ActionButton {
                    objectName: "signInLook"
                    text: qsTr("Only look")
                    onClicked: card.close()
                }
            }
        }
    }
}
