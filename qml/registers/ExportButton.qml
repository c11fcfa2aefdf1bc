// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import Xiangtu.Ui

/// Saves what is shown as a table that every spreadsheet opens.
IconButton {
    id: button
    required property string suggested
    signal picked(url file)

    objectName: "exportButton"
    iconName: "export"
    label: qsTr("Save as a table (CSV)")
    onClicked: dialog.open()
    FileDialog {
        id: dialog
        title: qsTr("Save as a table (CSV)")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("Tables (*.csv)")]
        currentFile: currentFolder + "/" + button.suggested + ".csv"
        onAccepted: button.picked(selectedFile)
    }
}
