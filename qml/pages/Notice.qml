// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// A calm full page: what happened, to which file, and what to do.
Rectangle {
    id: notice
    property string iconName: ""
    property color tint: Theme.accent
    required property string heading
    property string explanation
    /// A command to give, shown as it is typed.
    property string detail
    property string file
    /// What the program says about the fault, folded away.
    property string technical
    default property alias actions: buttons.data

    color: Theme.window
    Accessible.role: Accessible.Pane
    Accessible.name: heading

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.pad)
        clip: true

        Column {
            id: column
            width: Math.min(560, parent.width - 2 * Theme.pad)
            anchors.centerIn: parent
            spacing: Theme.pad

            Icon {
                visible: notice.iconName !== ""
                name: notice.iconName
                tint: notice.tint
                side: 44
            }
            ThemeText {
                objectName: "noticeHeading"
                width: parent.width
                wrapMode: Text.Wrap
                text: notice.heading
                font.pixelSize: Theme.title
                font.weight: Font.Medium
            }
            ThemeText {
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                lineHeight: 1.3
                text: notice.explanation
                color: Theme.muted
                font.pixelSize: Theme.elder ? Theme.body : 15
            }
            Rectangle {
                width: parent.width
                height: facts.implicitHeight + 2 * 12
                visible: notice.file !== "" || notice.detail !== ""
                radius: Theme.radius
                color: Theme.sunken
                border.color: Theme.line
                Column {
                    id: facts
                    x: 14
                    y: 12
                    width: parent.width - 28
                    spacing: 6
                    ThemeText {
                        visible: notice.file !== ""
                        text: qsTr("File")
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    ThemeText {
                        objectName: "noticeFile"
                        width: parent.width
                        visible: text !== ""
                        wrapMode: Text.WrapAnywhere
                        text: notice.file
                    }
                    ThemeText {
                        objectName: "noticeDetail"
                        width: parent.width
                        visible: text !== ""
                        wrapMode: Text.Wrap
                        text: notice.detail
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    TechnicalDetail {
                        width: parent.width
                        words: notice.technical
                    }
                }
            }
            Flow {
                id: buttons
                width: parent.width
                spacing: Theme.gap
            }
        }
    }
}
