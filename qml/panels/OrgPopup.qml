// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Xiangtu.App
import Xiangtu.Ui

/// The Party organisations of one unit: set one up, rename, dissolve, or let it serve another unit.
Popup {
    id: popup
    required property OrgEditor editor
    required property PickModel pick
    readonly property var orgs: editor.orgs
    readonly property var kinds: editor.kinds
    /// "" | setUp | rename | dissolve | serve
    property string task
    property var org: null
    property string servedCode
    property string servedName

    function begin(what: string, about: var): void {
        editor.forgetRefusal();
        task = what;
        org = about;
        servedCode = "";
        servedName = "";
        nameField.text = what === "rename" ? about.name : what === "setUp" ? editor.proposedName : "";
        kind.currentIndex = 0;
        reason.clear();
        if (what === "serve") pick.offerUnits(about.level);
    }
    function save(): void {
        if (task === "setUp") editor.setUp(nameField.text, kinds[kind.currentIndex].key, reason.text);
        else if (task === "rename") editor.rename(org.id, nameField.text, reason.text);
        else if (task === "dissolve") editor.dissolve(org.id, reason.text);
        else editor.serve(org.id, servedCode, reason.text);
    }

    objectName: "orgPopup"
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (parent.height - height) / 2 : 0
    width: Math.min(parent ? parent.width - 24 : 400, Theme.elder ? 620 : 480)
    height: Math.min(parent ? parent.height - 24 : 500, head.height + column.implicitHeight + 40)
    modal: true
    focus: true
    padding: 0
    T.Overlay.modal: Rectangle { color: "#33000000" }
    background: Card {}
    onAboutToShow: {
        task = "";
        editor.forgetRefusal();
    }

    Connections {
        target: popup.editor
        function onSaved() { popup.task = ""; }
    }
    PanelHeader {
        id: head
        width: parent.width
        title: qsTr("Party organisations of %1").arg(popup.editor.unitName)
        onClosed: popup.close()
    }
    Flickable {
        anchors { top: head.bottom; bottom: parent.bottom; bottomMargin: 12 }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            x: Theme.pad
            width: parent.width - 2 * Theme.pad
            spacing: 10

            ThemeText {
                objectName: "orgNone"
                width: parent.width
                visible: popup.task === "" && popup.orgs.length === 0
                wrapMode: Text.Wrap
                text: qsTr("No organisation serves it yet.")
                color: Theme.seal
            }
            Repeater {
                model: popup.task === "" ? popup.orgs : []
                Column {
                    id: line
                    required property var modelData
                    width: column.width
                    spacing: 6
                    ThemeText {
                        objectName: "orgName"
                        width: parent.width
                        wrapMode: Text.Wrap
                        text: line.modelData.name
                        font.weight: Font.Medium
                    }
                    ThemeText {
                        width: parent.width
                        wrapMode: Text.Wrap
                        text: qsTr("%1 · since %2").arg(line.modelData.kind).arg(line.modelData.since)
                              + (line.modelData.below > 0 ? qsTr(" · %1 below it").arg(line.modelData.below) : "")
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    Flow {
                        width: parent.width
                        spacing: 8
                        ActionButton {
                            objectName: "orgRename"
                            text: qsTr("Rename")
                            onClicked: popup.begin("rename", line.modelData)
                        }
                        ActionButton {
                            objectName: "orgServe"
                            text: qsTr("Serve another unit")
                            onClicked: popup.begin("serve", line.modelData)
                        }
                        ActionButton {
                            objectName: "orgDissolve"
                            text: qsTr("Dissolve")
                            onClicked: popup.begin("dissolve", line.modelData)
                        }
                    }
                    Rule { width: parent.width; opacity: 0.5 }
                }
            }
            ActionButton {
                objectName: "orgSetUp"
                visible: popup.task === "" && popup.kinds.length > 0
                iconName: "plus"
                text: qsTr("Set one up")
                primary: popup.orgs.length === 0
                onClicked: popup.begin("setUp", null)
            }

            ThemeText {
                objectName: "orgTask"
                width: parent.width
                visible: popup.task !== ""
                wrapMode: Text.Wrap
                text: popup.task === "setUp" ? qsTr("Set up an organisation that serves %1").arg(popup.editor.unitName)
                      : popup.org === null ? ""
                      : popup.task === "rename" ? qsTr("Rename %1").arg(popup.org.name)
                      : popup.task === "dissolve" ? qsTr("Dissolve %1").arg(popup.org.name) : qsTr("Which unit does %1 serve?").arg(popup.org.name)
                font.weight: Font.Medium
            }
            ThemeText {
                objectName: "orgBelow"
                width: parent.width
                visible: popup.task === "dissolve" && text !== ""
                wrapMode: Text.Wrap
                text: popup.org === null || popup.task !== "dissolve" || popup.org.below === 0 ? ""
                      : popup.org.above === "" ? qsTr("%1 below it (%2 …) then stand under none.").arg(popup.org.below).arg(popup.org.belowNames)
                      : qsTr("%1 below it (%2 …) then come under %3.").arg(popup.org.below).arg(popup.org.belowNames).arg(popup.org.above)
            }
            DropDown {
                id: kind
                objectName: "orgKind"
                visible: popup.task === "setUp" && popup.kinds.length > 1
                label: qsTr("Kind")
                model: popup.kinds
            }
            ThemeField {
                id: nameField
                objectName: "orgNameField"
                width: parent.width
                visible: popup.task === "setUp" || popup.task === "rename"
                placeholderText: qsTr("Name of the organisation")
                maximumLength: 80
            }
            ThemeField {
                objectName: "orgServeSearch"
                width: parent.width
                visible: popup.task === "serve"
                iconName: "search"
                placeholderText: qsTr("Search name, pinyin, initials, code")
                text: popup.pick.query
                onTextEdited: popup.pick.query = text
            }
            ListView {
                objectName: "orgServeList"
                visible: popup.task === "serve"
                width: parent.width
                height: visible ? Math.min(240, Math.max(60, contentHeight)) : 0
                clip: true
                model: popup.task === "serve" ? popup.pick : null
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                delegate: ItemDelegate {
                    id: offer
                    required property string key
                    required property string note
                    required text
                    objectName: "orgServeLine"
                    width: ListView.view.width
                    height: Math.max(Theme.target, words.implicitHeight + 10)
                    padding: 0
                    onClicked: {
                        popup.servedCode = key;
                        popup.servedName = text;
                    }
                    Column {
                        id: words
                        anchors { left: parent.left; leftMargin: 10; right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
                        ThemeText { width: parent.width; elide: Text.ElideRight; text: offer.text }
                        ThemeText { width: parent.width; elide: Text.ElideRight; text: offer.note; color: Theme.muted; font.pixelSize: Theme.small }
                    }
                    contentItem: Item {}
                    background: Rectangle {
                        radius: 4
                        color: popup.servedCode === offer.key ? Theme.accentWash : offer.hovered ? Theme.hover : "transparent"
                    }
                }
            }
            ThemeText {
                objectName: "orgServed"
                width: parent.width
                visible: popup.task === "serve"
                wrapMode: Text.Wrap
                text: popup.servedCode === "" ? qsTr("Nothing chosen: it then serves no unit.") : qsTr("It then serves %1.").arg(popup.servedName)
                color: Theme.muted
            }
            ThemeField {
                id: reason
                objectName: "orgReason"
                width: parent.width
                visible: popup.task !== ""
                placeholderText: qsTr("Reason for the change")
                maximumLength: 200
            }
            ThemeText {
                objectName: "orgRefusal"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                text: popup.editor.refusal
                color: Theme.seal
            }
            Row {
                visible: popup.task !== ""
                spacing: 8
                ActionButton {
                    objectName: "orgSave"
                    primary: true
                    enabled: !popup.editor.busy
                    text: popup.task === "dissolve" ? qsTr("Dissolve") : qsTr("Save")
                    onClicked: popup.save()
                }
                ActionButton {
                    objectName: "orgBack"
                    text: qsTr("Cancel")
                    onClicked: popup.task = ""
                }
            }
        }
    }
}
