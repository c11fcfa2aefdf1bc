// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Declaring a register or changing its fields, by planners.
Item {
    id: page
    required property RegisterSession session
    readonly property RegisterEditor editor: session.editor
    objectName: "editorPage"

    function rowOf(list: var, key: string): int { return Math.max(0, list.findIndex(e => e.key === key)); }

    PageHead {
        id: head
        width: parent.width
        title: page.editor.fresh ? qsTr("New register") : qsTr("Fields of “%1”").arg(page.session.table.title)
        note: page.editor.fresh ? "" : qsTr("Records keep what they have; the file is copied beside itself first.")
        canGoBack: true
        onBack: page.session.stepBack()
    }
    Flickable {
        id: list
        objectName: "editorFields"
        anchors { top: head.bottom; bottom: foot.top }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + 24
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            y: 12
            width: list.width
            spacing: 4
            Column {
                x: Theme.pad
                width: parent.width - 2 * Theme.pad
                spacing: 8
                Flow {
                    width: parent.width
                    spacing: 8
                    ThemeField {
                        objectName: "registerTitle"
                        width: Math.min(parent.width, Theme.elder ? 320 : 230)
                        placeholderText: qsTr("Name in Chinese")
                        text: page.editor.titleZh
                        onTextEdited: page.editor.titleZh = text
                    }
                    ThemeField {
                        objectName: "registerTitleEn"
                        width: Math.min(parent.width, Theme.elder ? 400 : 270)
                        placeholderText: qsTr("Name in English (may stay empty)")
                        text: page.editor.titleEn === page.editor.titleZh ? "" : page.editor.titleEn
                        onTextEdited: page.editor.titleEn = text
                    }
                    DropDown {
                        objectName: "registerGroup"
                        width: Math.min(parent.width, Theme.elder ? 360 : 270)
                        label: qsTr("Group")
                        model: page.editor.groups
                        chosen: page.rowOf(page.editor.groups, page.editor.group)
                        onActivated: index => page.editor.group = page.editor.groups[index].key
                    }
                    DropDown {
                        objectName: "registerAnchor"
                        label: qsTr("Stands on")
                        enabled: page.editor.fresh
                        model: page.editor.anchors
                        chosen: page.rowOf(page.editor.anchors, page.editor.anchor)
                        onActivated: index => page.editor.anchor = page.editor.anchors[index].key
                    }
                    DropDown {
                        objectName: "registerLevel"
                        label: qsTr("Level of the unit")
                        visible: page.editor.anchor === "unit"
                        enabled: page.editor.fresh
                        model: page.editor.levels
                        chosen: page.rowOf(page.editor.levels, page.editor.level)
                        onActivated: index => page.editor.level = page.editor.levels[index].key
                    }
                    DropDown {
                        objectName: "registerLifecycle"
                        width: Math.min(parent.width, Theme.elder ? 360 : 270)
                        label: qsTr("Steps it goes through")
                        model: page.editor.lifecycles
                        chosen: page.rowOf(page.editor.lifecycles, page.editor.lifecycle)
                        onActivated: index => page.editor.lifecycle = page.editor.lifecycles[index].key
                    }
                }
                ThemeSwitch {
                    objectName: "registerCounted"
                    width: parent.width
                    visible: page.editor.fresh
                    text: qsTr("Count and report it on the board")
                    checked: page.editor.counted
                    onToggled: page.editor.counted = checked
                }
                SectionTitle {
                    width: parent.width
                    text: qsTr("Fields")
                    figure: String(page.editor.count)
                }
            }
            Repeater {
                model: page.editor
                EditorField {
                    width: column.width
                    editor: page.editor
                    lastOne: index === page.editor.count - 1
                }
            }
            ActionButton {
                objectName: "addField"
                x: Theme.pad
                iconName: "plus"
                text: qsTr("Add a field")
                onClicked: page.editor.addField()
            }
        }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.target, problem.implicitHeight) + 20
        Rule { width: parent.width }
        ThemeText {
            id: problem
            objectName: "editorError"
            anchors { left: parent.left; leftMargin: Theme.pad; right: save.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            wrapMode: Text.Wrap
            text: page.editor.error !== "" ? page.editor.error : page.editor.may ? "" : qsTr("Only planners and administrators may change registers.")
            color: Theme.seal
            font.pixelSize: Theme.elder ? Theme.body : 13
            Accessible.role: Accessible.AlertMessage
        }
        ActionButton {
            id: save
            objectName: "editorSave"
            anchors { right: parent.right; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
            primary: true
            iconName: "check"
            text: qsTr("Save")
            enabled: page.editor.may && !page.editor.busy
            onClicked: page.editor.save()
        }
    }
}
