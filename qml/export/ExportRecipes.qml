// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Xiangtu.App
import Xiangtu.Ui

/// Exports kept under a name: one hit makes the form what it was. As files they are what `xiangtu export --recipe` takes.
Column {
    id: part
    required property ExportForm form
    required property Preferences preferences
    readonly property var kept: preferences.recipes
    property string problem: ""
    spacing: 6

    SectionTitle {
        width: parent.width
        text: qsTr("Recipes")
    }
    Repeater {
        model: part.kept
        QuestionLine {
            required property var modelData
            required property int index
            objectName: "recipe_" + index
            width: part.width
            iconName: "history"
            text: modelData.name
            removable: true
            onClicked: part.problem = part.form.take(modelData.recipe)
            onRemoved: part.preferences.forgetRecipe(modelData.name)
        }
    }
    Row {
        width: parent.width
        spacing: 8
        ThemeField {
            id: name
            objectName: "recipeName"
            width: parent.width - keep.width - 8
            placeholderText: qsTr("Keep these settings as…")
            onAccepted: keep.clicked()
        }
        ActionButton {
            id: keep
            objectName: "keepRecipe"
            text: qsTr("Keep")
            enabled: name.text.trim() !== ""
            onClicked: {
                if (name.text.trim() === "") return;
                part.preferences.keepRecipe(name.text, part.form.recipe);
                name.text = "";
                name.focus = false;
            }
        }
    }
    Flow {
        width: parent.width
        spacing: 16
        LinkText {
            objectName: "recipeLoad"
            text: qsTr("Take a recipe from a file…")
            onClicked: opening.open()
        }
        LinkText {
            objectName: "recipeSave"
            text: qsTr("Save as a file…")
            onClicked: saving.open()
        }
    }
    ThemeText {
        objectName: "recipeProblem"
        width: parent.width
        visible: part.problem !== ""
        wrapMode: Text.Wrap
        text: qsTr("This recipe cannot be read or written.")
        color: Theme.seal
    }
    TechnicalDetail {
        width: parent.width
        words: part.problem
    }
    FileDialog {
        id: opening
        title: qsTr("Take a recipe from a file")
        nameFilters: [qsTr("Recipes (*.json)"), qsTr("All files (*)")]
        onAccepted: part.problem = part.form.load(selectedFile)
    }
    FileDialog {
        id: saving
        title: qsTr("Save the recipe")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        nameFilters: [qsTr("Recipes (*.json)")]
        onAccepted: part.problem = part.form.save(selectedFile)
    }
}
