// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What each field is called in the file.
Rectangle {
    id: table
    required property ExportPreview preview
    readonly property var fields: preview.fields
    objectName: "exportFields"
    implicitHeight: column.implicitHeight + 20
    radius: Theme.radius
    color: Theme.sunken
    border.color: Theme.line

    Column {
        id: column
        x: 12
        y: 10
        width: parent.width - 24
        spacing: 4
        SectionTitle {
            width: parent.width
            text: qsTr("Fields in the file")
            figure: table.fields.length > 0 ? String(table.fields.length) : ""
        }
        Repeater {
            model: table.fields
            Row {
                id: line
                required property var modelData
                width: column.width
                spacing: 8
                ThemeText {
                    width: parent.width * 0.4
                    elide: Text.ElideRight
                    text: line.modelData.name
                    font.family: Theme.digits
                }
                ThemeText {
                    width: parent.width * 0.36 - 8
                    elide: Text.ElideRight
                    text: line.modelData.unit === "" ? line.modelData.title
                                                     : qsTr("%1 (%2)").arg(line.modelData.title).arg(line.modelData.unit)
                }
                ThemeText {
                    width: parent.width * 0.24 - 8
                    elide: Text.ElideRight
                    text: line.modelData.type
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }
        ThemeText {
            visible: table.fields.length === 0
            text: table.preview.busy ? qsTr("One moment…") : qsTr("Nothing to name yet.")
            color: Theme.muted
        }
    }
}
