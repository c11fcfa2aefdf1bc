// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The quiet bar above the map: what is open, the four themes, search and tools. Folds into two rows
/// where one does not hold it.
Rectangle {
    id: bar
    required property MapSession session
    property bool compact: false
    property bool searching: false
    readonly property ProjectObject project: session.client.project
    readonly property real gap: Theme.gap
    readonly property bool twoRows: compact || lead.implicitWidth + themes.implicitWidth + tools.implicitWidth
                                    + (Theme.elder ? 260 : 200) + 4 * gap + 24 > width
    /// Room of the title in a small window; where it does not hold the demo stamp too, the stamp belongs on
    /// the map.
    readonly property real titleRoom: tools.x - lead.x - Theme.target - 2 * gap
    readonly property bool stampOnMap: compact && title.implicitWidth + stamp.implicitWidth + gap > titleRoom
    /// Room for the name of who is signed in; else its sign alone stands there.
    readonly property bool accountNamed: width > (Theme.elder ? 1180 : 900)
    signal menuRequested
    /// The button that tells who works on the file was hit.
    signal accountRequested(Item button)

    function startSearch(): void {
        searching = true;
        search.forceActiveFocus();
        search.selectAll();
    }

    function searchFor(words: string): void {
        startSearch();
        search.look(words);
    }

    objectName: "topBar"
    implicitHeight: (twoRows ? 2 * Theme.target + gap : Theme.target) + 16
    color: Theme.panel

    Row {
        id: lead
        x: bar.compact ? 4 : 10
        y: 8
        height: Theme.target
        spacing: bar.gap
        IconButton {
            objectName: "menuButton"
            iconName: "menu"
            label: qsTr("Menu")
            onClicked: bar.menuRequested()
        }
        ThemeText {
            id: title
            objectName: "titleText"
            height: parent.height
            visible: !(bar.compact && bar.searching)
            width: Math.min(implicitWidth, !bar.compact ? 240
                            : bar.titleRoom - (stamp.visible ? stamp.width + bar.gap : 0))
            elide: Text.ElideRight
            text: bar.project.title
            // A long title is set smaller before it is cut.
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.elder ? 20 : 13
            font.pixelSize: Theme.large
            font.weight: Font.Medium
        }
        Stamp {
            id: stamp
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.project.demo && !bar.stampOnMap && !(bar.compact && bar.searching)
        }
        ThemeText {
            height: parent.height
            visible: bar.project.readOnly && !bar.compact
            text: qsTr("read only")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }

    Flickable {
        id: themeArea
        x: bar.twoRows ? 10 : lead.x + lead.implicitWidth + 2 * bar.gap
        y: bar.twoRows ? Theme.target + 8 + bar.gap : 8
        width: Math.min(themes.implicitWidth, bar.width - x - 10)
        height: Theme.target
        contentWidth: themes.implicitWidth
        clip: contentWidth > width
        interactive: contentWidth > width
        flickableDirection: Flickable.HorizontalFlick
        Row {
            id: themes
            spacing: bar.gap
            Segmented {
                objectName: "themes"
                choices: [{ key: "five_colour", title: qsTr("Five colours") },
                          { key: "party_coverage", title: qsTr("Party coverage") },
                          { key: "demonstration", title: qsTr("Demonstration") },
                          { key: "industry", title: qsTr("Industry") }]
                current: bar.session.options.theme
                onChosen: key => bar.session.options.theme = key
            }
            DropDown {
                objectName: "schemePicker"
                visible: bar.session.options.theme === "five_colour" && bar.session.schemes.count > 1
                label: qsTr("Colour scheme")
                model: bar.session.schemes
                chosen: bar.session.options.scheme
                onActivated: index => bar.session.options.scheme = index
            }
            DropDown {
                objectName: "coveragePicker"
                visible: bar.session.options.theme === "party_coverage"
                label: qsTr("Level of Party coverage")
                model: bar.session.coverageLevels
                chosen: Math.max(0, bar.session.coverageLevels.findIndex(l => l.key === bar.session.options.coverageLevel))
                onActivated: index => bar.session.options.coverageLevel = bar.session.coverageLevels[index].key
            }
        }
    }

    // What a narrow window does not hold stands further right; nothing else would tell.
    Rectangle {
        anchors { right: themeArea.right; top: themeArea.top; bottom: themeArea.bottom }
        width: Theme.target
        visible: themeArea.interactive && !themeArea.atXEnd
        color: bar.color
        IconButton {
            objectName: "moreThemes"
            iconName: "right"
            label: qsTr("More")
            onClicked: themeArea.contentX = themeArea.contentWidth - themeArea.width
        }
    }

    SearchBox {
        id: search
        visible: !bar.compact || bar.searching
        x: bar.compact ? Theme.target + 12 : tools.x - width - bar.gap
        y: 8
        width: bar.compact ? tools.x - x - 4
                           : Math.min(Theme.elder ? 420 : 300, tools.x - 2 * bar.gap - (bar.twoRows ? lead.x + lead.implicitWidth : themeArea.x + themeArea.width))
        search: bar.session.search
        onPicked: code => {
            bar.searching = false;
            bar.session.show(code);
        }
        onActiveFocusChanged: if (!activeFocus && text === "") bar.searching = false
    }

    Row {
        id: tools
        anchors { right: parent.right; rightMargin: bar.compact ? 4 : 10 }
        y: 8
        ActionButton {
            id: account
            objectName: "accountButton"
            visible: bar.project.hasAccounts && bar.accountNamed
            width: Math.min(implicitWidth, Theme.elder ? 200 : 150)
            clip: true
            iconName: bar.project.signedIn === "" ? "lock" : "person"
            text: bar.project.signedIn === "" ? qsTr("Sign in") : bar.project.signedIn
            onClicked: bar.accountRequested(account)
        }
        IconButton {
            id: accountSign
            objectName: "accountSign"
            visible: bar.project.hasAccounts && !bar.accountNamed && !(bar.compact && bar.searching)
            iconName: bar.project.signedIn === "" ? "lock" : "person"
            label: bar.project.signedIn === "" ? qsTr("Sign in") : bar.project.signedIn
            onClicked: bar.accountRequested(accountSign)
        }
        IconButton {
            objectName: "searchButton"
            visible: bar.compact && !bar.searching
            iconName: "search"
            label: qsTr("Search")
            onClicked: bar.startSearch()
        }
        IconButton {
            objectName: "legendButton"
            visible: bar.compact && !bar.searching
            iconName: "legend"
            label: qsTr("Legend")
            checked: bar.session.sheet === "legend"
            onClicked: bar.session.toggleSheet("legend")
        }
        ToolButtons {
            visible: !bar.compact
            map: bar.session.map
        }
        IconButton {
            objectName: "layersButton"
            visible: !(bar.compact && bar.searching)
            iconName: "layers"
            label: qsTr("Layers")
            checked: bar.session.sheet === "layers"
            onClicked: bar.session.toggleSheet("layers")
        }
        IconButton {
            objectName: "dayButton"
            visible: !(bar.compact && bar.searching)
            iconName: "history"
            label: qsTr("The map of another day")
            checked: bar.session.days.active
            onClicked: dayPicker.open()
        }
        IconButton {
            objectName: "undoButton"
            visible: !bar.compact
            iconName: "undo"
            label: qsTr("Undo the last change (Ctrl+Z)")
            enabled: bar.project.canUndo && bar.session.ofToday
            onClicked: bar.session.undo()
        }
        IconButton {
            objectName: "redoButton"
            visible: !bar.compact && bar.project.canRedo && bar.session.ofToday
            iconName: "redo"
            label: qsTr("Make the change again (Ctrl+Shift+Z)")
            onClicked: bar.session.redo()
        }
    }
    DayPicker {
        id: dayPicker
        x: bar.width - width - 8
        y: bar.height + 4
        margins: 8
        heading: qsTr("The map of another day")
        usualDays: true
        day: bar.session.days.day
        onPicked: day => {
            if (!bar.session.openDay(day)) bar.session.days.leave();
        }
    }
    Rule { width: parent.width; anchors.bottom: parent.bottom }
}
