// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Xiangtu.App
import Xiangtu.Ui

/// One parameter: chosen from a list, typed, taken from the selected unit, or drawn on the map.
Item {
    id: field
    required property var modelData
    required property AskSession session
    readonly property QuestionForm form: session.form
    readonly property string name: modelData.name
    readonly property string kind: modelData.kind
    readonly property string value: form.values[name] ?? ""
    readonly property bool drawn: kind === "place" || kind === "line" || kind === "polygon"
    readonly property bool table: kind === "file"
    readonly property string unit: session.mapSession.dossier.code
    implicitHeight: Math.max(Theme.target, words.implicitHeight)

    ThemeText {
        id: words
        width: parent.width * 0.36
        height: Math.max(implicitHeight, Theme.target)
        wrapMode: Text.Wrap
        text: field.modelData.required ? qsTr("%1 *").arg(field.modelData.title) : field.modelData.title
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    ChoiceBox {
        objectName: field.kind === "choice" ? "param_" + field.name : ""
        visible: field.kind === "choice"
        anchors { left: words.right; right: parent.right; leftMargin: 8 }
        label: field.modelData.title
        choices: field.modelData.choices
        value: field.value === "" ? field.modelData.preset : field.value
        onPicked: key => field.form.set(field.name, key)
    }
    ThemeField {
        objectName: field.kind !== "choice" ? "param_" + field.name : ""
        visible: field.kind !== "choice"
        anchors { left: words.right; leftMargin: 8; right: aid.visible ? aid.left : parent.right; rightMargin: aid.visible ? 4 : 0 }
        placeholderText: field.modelData.preset === "" ? field.modelData.title : field.modelData.preset
        text: field.value
        onTextEdited: field.form.set(field.name, text)
        onAccepted: field.session.ask()
    }
    // Made when it is wanted: most fields are no tables.
    Loader {
        id: choosing
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Choose a table of points")
            nameFilters: [qsTr("Tables (*.csv *.txt *.tsv)"), qsTr("All files (*)")]
            onAccepted: {
                field.form.setFile(field.name, selectedFile);
                choosing.active = false;
            }
            onRejected: choosing.active = false
            Component.onCompleted: open()
        }
    }
    IconButton {
        id: aid
        objectName: "aid_" + field.name
        anchors.right: parent.right
        visible: field.drawn || field.table || field.kind === "unit"
        enabled: field.drawn || field.table || field.unit !== ""
        iconName: field.table ? "open" : field.drawn ? "draw" : "map"
        label: field.table ? qsTr("Choose a table of points") : field.drawn ? qsTr("Draw it on the map") : qsTr("The unit selected on the map")
        onClicked: {
            if (field.table) choosing.active = true;
            else if (!field.drawn) field.form.set(field.name, field.unit);
            else field.session.startDrawing(field.name, field.kind === "place" ? "drawPoint" : field.kind === "line" ? "drawLine" : "drawPolygon");
        }
    }
}
