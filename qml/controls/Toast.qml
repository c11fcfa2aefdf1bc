// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// News that goes by itself. It may carry one thing to do about it, and in small print what the program says
/// about a fault.
Rectangle {
    id: toast
    property string text
    property string action
    property string technical
    property bool problem: false
    /// The user took the offered action.
    signal acted

    function say(words: string): void { tell(words, "", false, ""); }
    function complain(words: string, detail: string): void { tell(words, "", true, detail); }
    function tell(words: string, actionWords: string, isProblem: bool, detail: string): void {
        text = words;
        technical = detail;
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
    height: Math.max(Theme.target + 8, column.implicitHeight + 20)
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
        Column {
            id: column
            readonly property real most: Math.min(640, toast.parent.width - 2 * Theme.pad - 40
                                                       - (button.visible ? button.width + 12 : 0))
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4
            ThemeText {
                objectName: "toastText"
                width: Math.min(implicitWidth, column.most)
                wrapMode: Text.Wrap
                text: toast.text
                color: toast.problem ? Theme.ink : Theme.window
            }
            ThemeText {
                objectName: "toastTechnical"
                width: Math.min(implicitWidth, column.most)
                visible: toast.technical !== ""
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                text: qsTr("Technical detail: %1").arg(toast.technical)
                color: toast.problem ? Theme.muted : Theme.window
                font.pixelSize: Theme.small
            }
        }
        ActionButton {
            id: button
            anchors.verticalCenter: parent.verticalCenter
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
