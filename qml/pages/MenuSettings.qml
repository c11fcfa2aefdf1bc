// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Language, look, large text, the name written into the history, and as what one acts.
Column {
    id: settings
    required property Preferences preferences
    /// The open file says itself who works on it.
    property bool hasAccounts: false
    leftPadding: 10
    rightPadding: 10
    spacing: 10
    readonly property var roles: [{ key: "grid_worker", text: qsTr("Grid worker") }, { key: "leader", text: qsTr("Leader") },
                                  { key: "planner", text: qsTr("Planner") }, { key: "administrator", text: qsTr("Administrator") }]
    readonly property real inner: width - leftPadding - rightPadding

    Segmented {
        objectName: "languageChoice"
        choices: [{ key: "zh", title: "中文" }, { key: "en", title: "English" }]
        current: settings.preferences.language
        onChosen: key => settings.preferences.language = key
    }
    Segmented {
        objectName: "styleChoice"
        choices: [{ key: "light", title: qsTr("Light") }, { key: "dark", title: qsTr("Dark") }]
        current: settings.preferences.dark ? "dark" : "light"
        onChosen: key => settings.preferences.dark = key === "dark"
    }
    ThemeSwitch {
        objectName: "elderSwitch"
        width: settings.inner
        text: qsTr("Large text and buttons")
        checked: settings.preferences.elder
        onToggled: settings.preferences.elder = checked
    }
    Column {
        width: settings.inner
        visible: !settings.hasAccounts
        spacing: 4
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: qsTr("Your name, as written into the history")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        ThemeField {
            objectName: "authorField"
            width: parent.width
            text: settings.preferences.author
            placeholderText: qsTr("Your name")
            maximumLength: 40
            onEditingFinished: settings.preferences.author = text
        }
    }
    Column {
        width: settings.inner
        visible: !settings.hasAccounts
        spacing: 4
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: qsTr("You act as")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        DropDown {
            objectName: "roleChoice"
            width: parent.width
            label: qsTr("You act as")
            model: settings.roles
            currentIndex: Math.max(0, settings.roles.findIndex(r => r.key === settings.preferences.role))
            onActivated: index => settings.preferences.role = settings.roles[index].key
        }
        ThemeText {
            width: parent.width
            wrapMode: Text.Wrap
            text: qsTr("This only decides which steps are offered. It is no protection: whoever has the file can change it.")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
}
