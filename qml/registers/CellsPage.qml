// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// The cells a grid worker goes round, and the colours for the one that is picked: three taps in all.
Item {
    id: page
    required property RegisterSession session
    readonly property CellListModel cells: session.cells
    readonly property DossierModel dossier: session.mapSession.dossier
    readonly property var classes: cells.classes
    readonly property string author: session.project.author
    property alias reason: box
    /// -1: none.
    signal classPicked(int index, string reason, string photo)
    objectName: "cellsPage"

    onVisibleChanged: if (visible) takeCentre()
    function takeCentre(): void { cells.setCentre(session.map.centreLon, session.map.centreLat); }
    Connections {
        target: page.session.map
        enabled: page.visible
        function onCompleteChanged() { if (page.session.map.complete) page.takeCentre(); }
    }
    Connections {
        target: page.session.project
        function onChangeSaved() { box.clear(); }
    }
    PageHead {
        id: head
        width: parent.width
        title: qsTr("To do")
        note: page.author === "" ? "" : qsTr("“Mine” names %1").arg(page.author)
        WorkSwitch { session: page.session }
    }
    Column {
        id: tools
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        Flow {
            width: parent.width
            spacing: 8
            Segmented {
                objectName: "cellScope"
                choices: [{ key: "mine", title: qsTr("Mine") },
                          { key: "within", title: page.dossier.name === "" ? qsTr("Chosen unit") : page.dossier.name },
                          { key: "all", title: qsTr("All") }]
                current: page.cells.scope
                onChosen: key => {
                    // The unit chosen now; going through its cells chooses others.
                    if (key === "within") page.cells.within = page.dossier.code;
                    page.cells.scope = key;
                }
            }
            Segmented {
                objectName: "cellOrder"
                choices: [{ key: "near", title: qsTr("Nearest") }, { key: "due", title: qsTr("Due first") },
                          { key: "colour", title: qsTr("By colour") }]
                current: page.cells.order
                onChosen: key => page.cells.order = key
            }
        }
        Flow {
            width: parent.width
            spacing: 8
            ThemeField {
                objectName: "cellSearch"
                width: Math.min(parent.width, 220)
                iconName: "search"
                placeholderText: qsTr("Find a cell")
                text: page.cells.query
                onTextEdited: page.cells.query = text
            }
            Repeater {
                model: page.classes
                ChoiceChip {
                    required property var modelData
                    objectName: "cellClass_" + modelData.index
                    text: qsTr("%1 %2").arg(modelData.meaning).arg(modelData.count)
                    checked: page.cells.onlyClass === modelData.index
                    onClicked: page.cells.onlyClass = checked ? -1 : modelData.index
                }
            }
        }
        ThemeText {
            objectName: "cellCount"
            width: parent.width
            visible: page.cells.found > page.cells.count
            text: qsTr("The first %1 of %2").arg(page.cells.count).arg(page.cells.found)
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    ListView {
        id: list
        objectName: "cellList"
        anchors { top: tools.bottom; topMargin: 8; bottom: foot.top }
        width: parent.width
        clip: true
        model: page.cells
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        delegate: CellLine {
            width: list.width
            current: ListView.isCurrentItem && list.activeFocus
            isSelected: page.dossier.code === code
            onClicked: page.session.showUnit(code)
        }
        Keys.onReturnPressed: (currentItem as CellLine)?.clicked()
    }
    Nothing {
        anchors.centerIn: list
        visible: page.cells.count === 0
        words: page.cells.busy ? qsTr("One moment…") : page.cells.scope === "mine" && page.author === ""
               ? qsTr("Who are you? Say so in the menu.") : qsTr("No cell here")
        advice: page.cells.busy || page.cells.scope !== "mine" ? ""
                : qsTr("Mine are the cells of the units for which the register of responsibilities names you.")
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.dossier.active && page.session.project.mayRecord
        height: visible ? pad.implicitHeight + 22 : 0
        Rule { width: parent.width }
        Column {
            id: pad
            x: Theme.pad
            y: 10
            width: parent.width - 2 * Theme.pad
            spacing: 8
            ThemeText {
                objectName: "padUnit"
                width: parent.width
                elide: Text.ElideRight
                text: page.dossier.className === "" ? page.dossier.name
                      : qsTr("%1: %2").arg(page.dossier.name).arg(page.dossier.className)
                font.weight: Font.Medium
            }
            ClassPad {
                width: parent.width
                classes: page.dossier.classes
                onPicked: index => page.classPicked(index, box.words, box.photo)
            }
            ReasonBox {
                id: box
                width: parent.width
                project: page.session.project
                scheme: page.dossier.scheme
                fieldName: "cellReason"
            }
        }
    }
}
