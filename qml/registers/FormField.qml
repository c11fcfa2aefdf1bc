// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Xiangtu.App
import Xiangtu.Ui

/// One field of a form, entered in the way its type asks for; what is wrong stands under it.
Item {
    id: field
    required property int index
    required property string name
    required property string title
    required property string type
    required property string unit
    required property string text
    required property string shown
    required property string error
    required property bool needed
    required property bool sensitive
    required property var choices
    required property bool unfolded
    required property int opens
    required property string last
    required property RecordForm form
    required property RegisterSession session
    /// What the record says stays covered, and cannot be changed, until somebody asks to see it.
    readonly property bool covered: sensitive && form.record > 0 && !form.sensitiveShown
    readonly property bool picks: type === "choice" || type === "unit" || type === "organisation" || type === "record"
    readonly property bool files: type === "photo" || type === "attachment"
    readonly property bool line: !picks && !files && type !== "long_text" && type !== "yes_no" && type !== "multi_choice"
    signal pickAsked
    signal uncoverAsked
    /// It is wrong, and the first that is.
    signal seenAsked
    Connections {
        target: field.form
        function onWrongAt(row: int): void { if (row === field.index) field.seenAsked(); }
    }

    objectName: "field_" + name
    height: column.y + (unfolded ? column.implicitHeight + 8 : 0)

    FormSection {
        id: heading
        visible: field.opens > 0
        width: parent.width
        section: field.opens
        form: field.form
    }
    Column {
        id: column
        visible: field.unfolded
        x: Theme.pad
        y: (heading.visible ? heading.height : 0) + (field.unfolded ? 6 : 0)
        width: parent.width - 2 * Theme.pad
        spacing: 4
        Item {
            width: parent.width
            height: Math.max(label.implicitHeight, same.visible ? same.height : 0)
            ThemeText {
                id: label
                anchors { left: parent.left; right: same.left; verticalCenter: parent.verticalCenter }
                elide: Text.ElideRight
                text: (field.needed ? "* " : "") + (field.unit === "" ? field.title : qsTr("%1 (%2)").arg(field.title).arg(field.unit))
                color: field.error !== "" ? Theme.seal : Theme.muted
                font.pixelSize: Theme.elder ? Theme.small : 13
            }
            LinkText {
                id: same
                objectName: "same_" + field.name
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                visible: field.form.record === 0 && field.text === "" && field.last !== "" && !field.files
                width: Math.min(implicitWidth, field.width * 0.5)
                text: qsTr("Last time: %1").arg(field.last)
                onClicked: field.form.takeLast(field.index)
            }
        }
        Row {
            visible: field.covered
            spacing: 8
            ThemeText {
                height: Theme.target
                text: field.text === "" ? qsTr("Not filled in") : "●●●"
                color: Theme.muted
            }
            ActionButton {
                objectName: "uncover_" + field.name
                iconName: "eye"
                text: qsTr("Show")
                onClicked: field.uncoverAsked()
            }
        }
        Row {
            width: parent.width
            visible: field.line && !field.covered
            spacing: 8
            ThemeField {
                id: words
                objectName: "input_" + field.name
                width: parent.width - (extra.visible ? extra.width + 8 : 0)
                text: field.text
                Accessible.name: field.title
                placeholderText: field.type === "date" ? "2026-03-08" : field.type === "month" ? "2026-03" : field.type === "year" ? "2026" : ""
                inputMethodHints: field.type === "text" || field.type === "person" ? Qt.ImhNone
                                  : field.type === "date" || field.type === "month" ? Qt.ImhDate : Qt.ImhFormattedNumbersOnly
                onTextEdited: field.form.setText(field.index, text)
            }
            IconButton {
                id: extra
                objectName: "extra_" + field.name
                visible: field.type === "date" || field.type === "person"
                iconName: field.type === "date" ? "calendar" : "person"
                label: field.type === "date" ? qsTr("Today") : qsTr("Names in this file")
                onClicked: field.type === "date" ? field.form.setText(field.index, Qt.formatDate(new Date(), "yyyy-MM-dd")) : field.pickAsked()
            }
        }
        ScrollView {
            width: parent.width
            visible: field.type === "long_text" && !field.covered
            height: visible ? (Theme.elder ? 130 : 84) : 0
            TextArea {
                id: area
                objectName: "area_" + field.name
                text: field.text
                wrapMode: TextArea.Wrap
                color: Theme.ink
                selectByMouse: true
                font.family: Theme.family
                font.pixelSize: Theme.body
                Accessible.name: field.title
                background: Rectangle {
                    radius: Theme.radius
                    color: Theme.sunken
                    border.color: area.activeFocus ? Theme.accent : Theme.line
                    border.width: area.activeFocus ? 2 : 1
                }
                onTextChanged: if (activeFocus) field.form.setText(field.index, text)
                KeyNavigation.priority: KeyNavigation.BeforeItem
                Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
            }
        }
        Segmented {
            objectName: "yesno_" + field.name
            visible: field.type === "yes_no" && !field.covered
            choices: [{ key: "1", title: qsTr("Yes") }, { key: "0", title: qsTr("No") }, { key: "", title: qsTr("Not said") }]
            current: field.text
            onChosen: key => field.form.setText(field.index, key)
        }
        PickButton {
            objectName: "pick_" + field.name
            visible: field.picks && !field.covered
            width: parent.width
            text: field.shown
            label: field.title
            clearable: field.text !== ""
            onClicked: field.pickAsked()
            onCleared: field.form.setText(field.index, "")
        }
        Flow {
            width: parent.width
            visible: field.type === "multi_choice" && !field.covered
            spacing: 6
            Repeater {
                model: field.type === "multi_choice" ? field.choices : []
                ChoiceChip {
                    required property var modelData
                    objectName: "chip_" + modelData.key
                    text: modelData.text
                    checked: field.text.split(",").includes(modelData.key)
                    onClicked: field.form.toggleChoice(field.index, modelData.key)
                }
            }
        }
        AttachmentTiles {
            width: parent.width
            visible: field.files && !field.covered && field.text !== ""
            session: field.session
            hashes: field.files && !field.covered ? field.text : ""
        }
        Row {
            visible: field.files && !field.covered
            spacing: 8
            ActionButton {
                iconName: "plus"
                text: field.type === "photo" ? qsTr("Add a photo…") : qsTr("Add a paper…")
                onClicked: fileDialog.open()
            }
            ThemeText {
                height: Theme.target
                visible: field.text !== ""
                text: qsTr("%1 kept in the file").arg(field.text.split(",").length)
                color: Theme.muted
            }
            IconButton {
                visible: field.text !== ""
                iconName: "trash"
                label: qsTr("Take them off this record")
                onClicked: field.form.setText(field.index, "")
            }
        }
        ThemeText {
            objectName: "error_" + field.name
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: field.error
            color: Theme.seal
            font.pixelSize: Theme.elder ? Theme.body : 13
            Accessible.role: Accessible.AlertMessage
        }
    }
    FileDialog {
        id: fileDialog
        nameFilters: field.type === "photo" ? [qsTr("Photos (*.jpg *.jpeg *.png)")] : [qsTr("All files (*)")]
        onAccepted: field.form.addFile(field.index, selectedFile)
    }
}
