// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// One line of news that goes by itself; it may carry one thing to do about it.
Rectangle {
    id: toast
    property string text
    property string action
    property bool problem: false
    /// The user took the offered action.
    signal acted

    function say(words: string): void { tell(words, "", false); }
    function complain(words: string): void { tell(words, "", true); }
    function tell(words: string, actionWords: string, isProblem: bool): void {
        text = words;
        action = actionWords;
        problem = isProblem;
        opacity = 1;
        away.restart();
    }
    function hide(): void {
        away.stop();
        opacity = 0;
    }

    objectName: "toast"
    visible: opacity > 0
    opacity: 0
    width: Math.min(parent.width - 2 * Theme.pad, row.implicitWidth + 2 * Theme.pad)
    height: Math.max(Theme.target + 8, words.implicitHeight + 20)
    radius: Theme.radius
    color: problem ? Theme.sealWash : Theme.ink
    border.width: problem ? 1 : 0
    border.color: Theme.seal
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Behavior on opacity { NumberAnimation { duration: Theme.quick } }

    Timer {
        id: away
        interval: toast.problem ? 10000 : 6000
        onTriggered: toast.opacity = 0
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 12
        ThemeText {
            id: words
            objectName: "toastText"
            width: Math.min(implicitWidth, toast.parent.width - 2 * Theme.pad - 40 - (button.visible ? button.width + 12 : 0))
            height: button.height
            wrapMode: Text.Wrap
            text: toast.text
            color: toast.problem ? Theme.ink : Theme.window
        }
        ActionButton {
            id: button
            objectName: "toastAction"
            visible: toast.action !== ""
            text: toast.action
            onClicked: {
                toast.hide();
                toast.acted();
            }
        }
    }
}
