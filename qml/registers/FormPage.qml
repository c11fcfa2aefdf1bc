// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// The form of a record: where it stands, twelve fields at most, the others under folded headings.
/// What is wrong is said at its field; nothing typed is lost.
Item {
    id: page
    required property RegisterSession session
    readonly property RecordForm form: session.form
    objectName: "formPage"

    PageHead {
        id: head
        width: parent.width
        title: page.form.title
        note: page.form.record > 0 ? "" : page.form.dirty ? qsTr("Kept as a draft until it is saved") : ""
        canGoBack: true
        onBack: page.session.stepBack()
        ActionButton {
            objectName: "takeAllLast"
            visible: page.form.record === 0 && page.form.hasLast
            iconName: "copy"
            text: qsTr("Same as last")
            onClicked: page.form.takeAllLast()
        }
    }
    Flickable {
        id: list
        objectName: "formFields"
        anchors { top: head.bottom; bottom: foot.top }
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + 12
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            width: list.width
            FormPlace {
                width: parent.width
                session: page.session
                onUnitAsked: picker.forUnit()
            }
            Repeater {
                model: page.form
                FormField {
                    width: column.width
                    form: page.form
                    session: page.session
                    onUncoverAsked: page.session.setUncovered(page.form.registerId, page.form.record, true)
                    onPickAsked: picker.forField(index, name, title)
                    onSeenAsked: list.contentY = Math.max(0, Math.min(y - 40, list.contentHeight - list.height))
                }
            }
        }
        Connections {
            target: page.form
            function onStarted(): void { list.contentY = 0; }
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
            objectName: "formError"
            anchors { left: parent.left; leftMargin: Theme.pad; right: buttons.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            wrapMode: Text.Wrap
            text: page.form.error
            color: Theme.seal
            font.pixelSize: Theme.elder ? Theme.body : 13
            Accessible.role: Accessible.AlertMessage
        }
        Row {
            id: buttons
            anchors { right: parent.right; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
            spacing: 8
            ActionButton {
                objectName: "formDiscard"
                visible: page.form.dirty
                text: qsTr("Start over")
                onClicked: page.form.discard()
            }
            ActionButton {
                objectName: "formSave"
                primary: true
                iconName: "check"
                text: qsTr("Save")
                enabled: !page.form.busy
                onClicked: {
                    // What is being typed counts, too.
                    head.forceActiveFocus();
                    page.form.save();
                }
            }
        }
    }
    PickPopup {
        id: picker
        session: page.session
    }
}
