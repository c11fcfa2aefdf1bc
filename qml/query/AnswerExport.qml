// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import Xiangtu.Ui

/// Takes an answer out of the program: as a table, as shapes, or as the picture on the map.
Row {
    id: row
    required property AskSession session
    readonly property string suggested: session.form.title.replace(/[\/\\?？:：*"<>|，、]/g, " ").trim()

    ExportButton {
        suggested: row.suggested
        onPicked: file => row.session.answer.exportCsv(file)
    }
    IconButton {
        objectName: "exportShapes"
        iconName: "globe"
        label: qsTr("Save with shapes (GeoJSON)")
        onClicked: shapes.open()
    }
    IconButton {
        objectName: "exportPicture"
        iconName: "camera"
        label: qsTr("Save the map as a picture (PNG)")
        onClicked: picture.open()
    }
    IconButton {
        objectName: "exportPdf"
        iconName: "print"
        label: qsTr("Save for printing (PDF)")
        onClicked: paper.open()
    }
    IconButton {
        objectName: "exportMore"
        iconName: "layers"
        label: qsTr("More formats…")
        onClicked: row.session.exportWanted({ question: row.session.answer.question, name: row.session.form.title })
    }
    FileDialog {
        id: paper
        title: qsTr("Save for printing (PDF)")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("Documents (*.pdf)")]
        currentFile: currentFolder + "/" + row.suggested + ".pdf"
        onAccepted: row.session.answer.exportPdf(selectedFile, row.session.form.title)
    }
    FileDialog {
        id: shapes
        title: qsTr("Save with shapes (GeoJSON)")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "geojson"
        nameFilters: [qsTr("GeoJSON (*.geojson)")]
        currentFile: currentFolder + "/" + row.suggested + ".geojson"
        onAccepted: row.session.answer.exportGeoJson(selectedFile)
    }
    FileDialog {
        id: picture
        title: qsTr("Save the map as a picture (PNG)")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "png"
        nameFilters: [qsTr("Pictures (*.png)")]
        currentFile: currentFolder + "/" + row.suggested + ".png"
        onAccepted: row.session.savePicture(selectedFile)
    }
}
