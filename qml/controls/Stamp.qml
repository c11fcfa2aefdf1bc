// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// The mark 示例数据: set like a seal, so that nobody takes the county for a real one.
Rectangle {
    implicitWidth: words.implicitWidth + 14
    implicitHeight: words.implicitHeight + 4
    radius: 3
    color: Theme.sealWash
    border.color: Theme.seal
    ThemeText {
        id: words
        anchors.centerIn: parent
        text: qsTr("Demo data")
        color: Theme.seal
        font.pixelSize: Theme.small
        font.weight: Font.Medium
    }
}
