// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.Ui

/// The reports of the catalogue by their rhythm.
Item {
    id: part
    required property RegisterSession session
    readonly property var reports: session.report.reports
    objectName: "reportList"

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: part.reports
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        ScrollBar.vertical: ScrollBar {}
        delegate: Item {
            id: line
            required property var modelData
            required property int index
            signal clicked
            width: list.width
            height: button.y + button.height
            onClicked: part.session.report.reportId = modelData.key
            SectionTitle {
                id: rhythm
                x: Theme.pad
                y: line.index === 0 ? 0 : 14
                visible: line.modelData.heading !== ""
                width: parent.width - 2 * Theme.pad
                text: line.modelData.heading
            }
            AbstractButton {
                id: button
                objectName: "report_" + line.modelData.key
                y: rhythm.visible ? rhythm.y + rhythm.implicitHeight : 0
                width: parent.width
                height: Theme.elder ? 60 : 44
                focusPolicy: Qt.NoFocus
                Accessible.name: line.modelData.title
                onClicked: line.clicked()
                background: Rectangle {
                    color: button.hovered ? Theme.hover : "transparent"
                    border.width: line.ListView.isCurrentItem && list.activeFocus ? 2 : 0
                    border.color: Theme.accent
                }
                ThemeText {
                    anchors { left: parent.left; leftMargin: Theme.pad; right: tables.left; rightMargin: 8 }
                    height: parent.height
                    elide: Text.ElideRight
                    text: line.modelData.title
                }
                ThemeText {
                    id: tables
                    anchors { right: parent.right; rightMargin: Theme.pad }
                    height: parent.height
                    text: line.modelData.tables
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }
        Keys.onReturnPressed: if (currentIndex >= 0) part.session.report.reportId = part.reports[currentIndex].key
    }
    Nothing {
        anchors.centerIn: list
        visible: part.reports.length === 0
        words: part.session.report.busy ? qsTr("Counting…") : qsTr("This file declares no report")
    }
}
