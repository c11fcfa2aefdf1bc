// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The earlier of two days under a curtain over the map: what lies left of the bar is of then, right of it of the
/// later day. Both show the same place; the bar is dragged or moved by keys.
Item {
    id: curtain
    required property MapItem map
    required property MapSession session
    /// Where the bar stands, 0 … 1.
    property real share: 0.5
    readonly property bool settled: !visible || under.complete
    readonly property string laterName: session.laterDays.day === "" ? qsTr("today") : session.laterDays.day

    objectName: "curtain"

    Item {
        width: Math.round(curtain.width * curtain.share)
        height: parent.height
        clip: true
        MapItem {
            id: under
            objectName: "earlierMap"
            width: curtain.width
            height: curtain.height
            project: curtain.visible ? curtain.session.earlierDays.shown : null
            mapOptions: curtain.session.options
            styleDir: curtain.session.client.styleDir
            shownRegisters: curtain.map.shownRegisters
            linkedTo: curtain.map
            activeFocusOnTab: false
            onTapped: (lon, lat) => curtain.session.tap(lon, lat)
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Map of %1").arg(curtain.session.earlierDays.day)
        }
        Rectangle {
            anchors { left: parent.left; top: parent.top; margins: 10 }
            visible: parent.width > width + 20
            width: before.implicitWidth + 20
            height: before.implicitHeight + 10
            radius: Theme.radius
            color: Theme.sealWash
            border.color: Theme.seal
            ThemeText {
                id: before
                objectName: "curtainBefore"
                anchors.centerIn: parent
                text: curtain.session.earlierDays.day
                color: Theme.seal
                font.weight: Font.Medium
            }
        }
    }
    Rectangle {
        anchors { right: parent.right; top: parent.top; margins: 10 }
        visible: curtain.width * (1 - curtain.share) > width + 20
        width: after.implicitWidth + 20
        height: after.implicitHeight + 10
        radius: Theme.radius
        color: Theme.accentWash
        border.color: Theme.accent
        ThemeText {
            id: after
            objectName: "curtainAfter"
            anchors.centerIn: parent
            text: curtain.laterName
            color: Theme.accent
            font.weight: Font.Medium
        }
    }
    Rectangle {
        id: bar
        objectName: "curtainBar"
        x: Math.round(curtain.width * curtain.share) - width / 2
        width: 4
        height: parent.height
        color: Theme.seal
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Curtain between the two days")
        Keys.onLeftPressed: curtain.share = Math.max(0, curtain.share - 0.05)
        Keys.onRightPressed: curtain.share = Math.min(1, curtain.share + 0.05)
        Rectangle {
            anchors.centerIn: parent
            width: Theme.target
            height: width
            radius: width / 2
            color: Theme.panel
            border.width: 2
            border.color: Theme.seal
            Icon { anchors.centerIn: parent; name: "compare"; tint: Theme.seal }
            FocusRing { control: bar; radius: width / 2 }
        }
        MouseArea {
            anchors { fill: parent; leftMargin: -Theme.target / 2; rightMargin: -Theme.target / 2 }
            cursorShape: Qt.SplitHCursor
            preventStealing: true
            onPositionChanged: mouse => {
                if (pressed) curtain.share = Math.max(0, Math.min(1, mapToItem(curtain, mouse.x, 0).x / curtain.width));
            }
        }
    }
}
