// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// What is to be done, most pressing first. Several matters can be moved one step together.
Item {
    id: page
    required property RegisterSession session
    readonly property WorklistModel work: session.worklist
    objectName: "worklistPage"

    readonly property var numbers: work.counts
    readonly property var registers: work.registers
    readonly property var refusals: work.refusals
    readonly property var filters: [{ key: "open", title: qsTr("Open %1").arg(numbers.open) },
                                    { key: "mine", title: qsTr("Mine %1").arg(numbers.mine) },
                                    { key: "due", title: qsTr("Due %1").arg(numbers.due) },
                                    { key: "overdue", title: qsTr("Overdue %1").arg(numbers.overdue) },
                                    { key: "closed", title: qsTr("Closed %1").arg(numbers.closed) }]

    Connections {
        target: page.work
        function onMoved(done: int, refused: int): void {
            outcome.text = refused === 0 ? qsTr("%1 moved.").arg(done) : qsTr("%1 moved, %2 not:").arg(done).arg(refused);
        }
        function onChosenChanged(): void { if (page.work.chosenCount > 0) outcome.text = ""; }
    }
    PageHead {
        id: head
        width: parent.width
        title: qsTr("To do")
        note: page.session.project.author === "" ? "" : qsTr("“Mine” names %1").arg(page.session.project.author)
        WorkSwitch { session: page.session }
    }
    Column {
        id: tools
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        Flickable {
            width: parent.width
            height: tabs.implicitHeight
            contentWidth: tabs.implicitWidth
            clip: true
            flickableDirection: Flickable.HorizontalFlick
            Segmented {
                id: tabs
                objectName: "worklistFilter"
                choices: page.filters
                current: page.work.filter
                onChosen: key => page.work.filter = key
            }
        }
        Flow {
            width: parent.width
            spacing: 8
            ThemeField {
                objectName: "worklistSearch"
                width: Math.min(parent.width, 220)
                iconName: "search"
                placeholderText: qsTr("Find a matter")
                text: page.work.query
                onTextEdited: page.work.query = text
            }
            DropDown {
                objectName: "worklistRegister"
                label: qsTr("Register")
                model: page.registers
                chosen: Math.max(0, page.registers.findIndex(r => r.key === page.work.registerId))
                onActivated: index => page.work.registerId = page.registers[index].key
            }
            ChoiceChip {
                objectName: "worklistHere"
                readonly property string unit: page.session.mapSession.dossier.code
                visible: unit !== "" || page.work.within !== ""
                text: page.work.within === "" ? qsTr("Only in %1").arg(page.session.mapSession.dossier.name) : qsTr("Only in one unit")
                checked: page.work.within !== ""
                onClicked: page.work.within = page.work.within === "" ? unit : ""
            }
        }
    }
    ListView {
        id: list
        objectName: "worklist"
        anchors { top: tools.bottom; topMargin: 8; bottom: foot.top }
        width: parent.width
        clip: true
        model: page.work
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        delegate: WorklistLine {
            width: list.width
            current: ListView.isCurrentItem && list.activeFocus
            onClicked: page.session.openRecord(registerId, record, "worklist")
            onTicked: page.work.choose(index, !chosen)
        }
        Keys.onReturnPressed: (currentItem as WorklistLine)?.clicked()
        Keys.onSpacePressed: (currentItem as WorklistLine)?.ticked()
    }
    Nothing {
        anchors.centerIn: list
        visible: page.work.count === 0
        words: page.work.busy ? qsTr("One moment…") : qsTr("Nothing to do here")
        advice: page.work.busy ? "" : qsTr("Matters come from registers with steps and deadlines.")
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: page.work.chosenCount > 0 || outcome.text !== "" ? batch.implicitHeight + 20 : 0
        visible: height > 0
        Rule { width: parent.width }
        Column {
            id: batch
            x: Theme.pad
            y: 10
            width: parent.width - 2 * Theme.pad
            spacing: 8
            ThemeText {
                id: outcome
                objectName: "batchOutcome"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
            }
            ListView {
                objectName: "batchRefusals"
                width: parent.width
                height: visible ? Math.min(contentHeight, 180) : 0
                visible: outcome.text !== "" && count > 0
                clip: true
                model: page.refusals
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                delegate: LinkText {
                    required property var modelData
                    objectName: "batchRefusal"
                    width: ListView.view.width
                    text: qsTr("%1: %2").arg(modelData.title).arg(modelData.reason)
                    onClicked: page.session.openRecord(modelData.registerId, modelData.record, "worklist")
                }
            }
            Flow {
                width: parent.width
                visible: page.work.chosenCount > 0
                spacing: 8
                ThemeText {
                    height: Theme.target
                    text: page.work.chosenActions.length > 0 ? qsTr("%1 chosen").arg(page.work.chosenCount)
                                                             : qsTr("%1 chosen: no step fits all of them").arg(page.work.chosenCount)
                }
                Repeater {
                    model: page.work.chosenActions
                    ActionButton {
                        required property var modelData
                        objectName: "batch_" + modelData.id
                        text: modelData.title
                        onClicked: {
                            if (modelData.note || modelData.needs.length > 0) dialog.ask(modelData, page.work.chosenCount);
                            else page.work.moveChosen(modelData.id, "", null);
                        }
                    }
                }
                ActionButton {
                    text: qsTr("Choose none")
                    onClicked: page.work.chooseNone()
                }
            }
        }
    }
    StepDialog {
        id: dialog
        session: page.session
        onAgreed: (action, note, evidence) => page.work.moveChosen(action, note, evidence)
    }
}
