// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Xiangtu.Ui

/// A month to pick a day from; days after `latest` cannot be picked.
Popup {
    id: popup
    /// ISO; the day that stands out, "" = none.
    property string day
    property string latest: iso(new Date())
    /// Some usual days, above the month.
    property bool usualDays: false
    property string heading
    signal picked(string day)

    property int year: 2000
    property int month: 0
    readonly property real room: parent && parent.Window.window ? parent.Window.window.width : 400
    readonly property real cell: Math.min(Theme.elder ? 56 : 40, (room - 48) / 7)
    readonly property var usual: {
        const now = new Date();
        return [{ key: iso(new Date(now.getFullYear(), now.getMonth(), 0)), text: qsTr("End of last month") },
                { key: iso(new Date(now.getFullYear(), now.getMonth() - now.getMonth() % 3, 0)), text: qsTr("End of last quarter") },
                { key: iso(new Date(now.getFullYear() - 1, 11, 31)), text: qsTr("End of last year") }];
    }

    function iso(date: date): string { return Qt.formatDate(date, "yyyy-MM-dd"); }
    function dateOf(text: string): date {
        return new Date(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
    }
    function turn(months: int): void {
        const at = new Date(year, month + months, 1);
        year = at.getFullYear();
        month = at.getMonth();
    }
    function take(chosen: string): void {
        close();
        picked(chosen);
    }
    /// The day that stands in the box: a Monday is the first of a week.
    function dayAt(index: int): date {
        const first = new Date(year, month, 1);
        return new Date(year, month, 1 - (first.getDay() + 6) % 7 + index);
    }

    objectName: "dayPicker"
    modal: true
    focus: true
    padding: 12
    T.Overlay.modal: Rectangle { color: "#33000000" }
    background: Card {}
    onAboutToShow: {
        const at = day === "" ? new Date() : dateOf(day);
        year = at.getFullYear();
        month = at.getMonth();
    }

    Column {
        spacing: 8
        ThemeText {
            visible: text !== ""
            width: 7 * popup.cell
            wrapMode: Text.Wrap
            text: popup.heading
            font.weight: Font.Medium
        }
        Flow {
            visible: popup.usualDays
            width: 7 * popup.cell
            spacing: 6
            Repeater {
                model: popup.usual
                ActionButton {
                    required property var modelData
                    required property int index
                    objectName: "usualDay_" + index
                    implicitHeight: Theme.elder ? 48 : 30
                    leftPadding: 10
                    rightPadding: 10
                    text: modelData.text
                    onClicked: popup.take(modelData.key)
                }
            }
        }
        Item {
            width: 7 * popup.cell
            height: Theme.target
            Row {
                IconButton { objectName: "yearBack"; iconName: "fastBack"; label: qsTr("Year before"); onClicked: popup.turn(-12) }
                IconButton { objectName: "monthBack"; iconName: "left"; label: qsTr("Month before"); onClicked: popup.turn(-1) }
            }
            ThemeText {
                objectName: "monthShown"
                anchors.centerIn: parent
                text: qsTr("%1-%2").arg(popup.year).arg(String(popup.month + 1).padStart(2, "0"))
                font.weight: Font.Medium
            }
            Row {
                anchors.right: parent.right
                IconButton { objectName: "monthOn"; iconName: "right"; label: qsTr("Month after"); onClicked: popup.turn(1) }
                IconButton { objectName: "yearOn"; iconName: "fastForward"; label: qsTr("Year after"); onClicked: popup.turn(12) }
            }
        }
        Grid {
            columns: 7
            Repeater {
                model: [qsTr("Mo"), qsTr("Tu"), qsTr("We"), qsTr("Th"), qsTr("Fr"), qsTr("Sa"), qsTr("Su")]
                ThemeText {
                    required property string modelData
                    width: popup.cell
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
            Repeater {
                model: 42
                AbstractButton {
                    id: box
                    required property int index
                    readonly property date at: popup.dayAt(index)
                    readonly property string key: popup.iso(at)
                    readonly property bool ofMonth: at.getMonth() === popup.month
                    objectName: ofMonth ? "day_" + key : ""
                    width: popup.cell
                    height: Theme.elder ? 52 : 34
                    text: String(at.getDate())
                    enabled: popup.latest === "" || key <= popup.latest
                    opacity: !enabled ? 0.35 : ofMonth ? 1 : 0.55
                    Accessible.name: key
                    onClicked: popup.take(key)
                    contentItem: ThemeText {
                        horizontalAlignment: Text.AlignHCenter
                        text: box.text
                        color: box.key === popup.day ? Theme.accentInk : Theme.ink
                    }
                    background: Rectangle {
                        radius: Theme.radius
                        color: box.key === popup.day ? Theme.accent : box.hovered && box.enabled ? Theme.hover : "transparent"
                        FocusRing { control: box; visible: box.visualFocus }
                    }
                }
            }
        }
    }
}
