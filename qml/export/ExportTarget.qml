// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import Xiangtu.App
import Xiangtu.Ui

/// Where to: typed or picked.
ExportLine {
    id: part
    required property ExportForm form
    required property ExportPreview preview
    label: form.split ? qsTr("Folder the files come into") : qsTr("File")

    Row {
        width: parent.width
        spacing: 8
        ThemeField {
            objectName: "exportTarget"
            width: parent.width - pick.width - 8
            placeholderText: part.label
            text: part.form.target
            onEditingFinished: part.form.target = text
        }
        IconButton {
            id: pick
            objectName: "exportPick"
            iconName: "open"
            label: qsTr("Choose…")
            onClicked: {
                if (part.form.split) folder.open();
                else file.open();
            }
        }
    }
    ThemeSwitch {
        objectName: "exportReplace"
        width: parent.width
        visible: part.preview.inTheWay || part.form.replace
        text: qsTr("Replace what is there")
        checked: part.form.replace
        onToggled: part.form.replace = checked
    }
    FileDialog {
        id: file
        title: qsTr("Export as")
        fileMode: FileDialog.SaveFile
        onAccepted: part.form.pickTarget(selectedFile)
    }
    FolderDialog {
        id: folder
        title: qsTr("Export into the folder")
        onAccepted: part.form.pickTarget(selectedFolder)
    }
}
