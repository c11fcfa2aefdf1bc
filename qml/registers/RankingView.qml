// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// One figure for every unit of a level, best first: rank, movement, classes, movable threshold. A line
/// leads to its unit on the map, and the unit selected on the map is marked.
Item {
    id: view
    required property RegisterSession session
    readonly property RankingModel ranking: session.ranking
    readonly property string selected: session.mapSession.dossier.code
    readonly property var levels: ranking.levels
    objectName: "rankingView"
    onSelectedChanged: {
        const row = ranking.rowOfUnit(selected);
        if (row >= 0) list.positionViewAtIndex(row, ListView.Contain);
    }

    PageHead {
        id: head
        width: parent.width
        title: view.ranking.title
        note: view.session.board.unitName
        canGoBack: true
        onBack: view.session.stepBack()
        ExportButton {
            suggested: view.ranking.title
            onPicked: file => view.ranking.exportCsv(file)
        }
    }
    Column {
        id: tools
        anchors { top: head.bottom; topMargin: 10 }
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        spacing: 8
        Segmented {
            objectName: "rankingLevels"
            visible: view.levels.length > 1
            choices: view.levels.map(l => ({ key: l.key, title: l.text }))
            current: view.ranking.level
            onChosen: key => view.ranking.level = key
        }
        Row {
            width: parent.width
            visible: view.ranking.hasThreshold
            spacing: 10
            ThemeText {
                id: mark
                height: slider.height
                text: qsTr("Threshold %1").arg(view.ranking.thresholdText)
            }
            ThemeSlider {
                id: slider
                objectName: "thresholdSlider"
                width: Math.max(80, parent.width - mark.width - 10)
                from: 0
                to: view.ranking.thresholdMost
                stepSize: to / 100
                value: view.ranking.threshold
                Accessible.name: mark.text
                onMoved: view.ranking.threshold = value
            }
        }
        ThemeText {
            objectName: "reachText"
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: view.ranking.reachText
        }
        Flow {
            width: parent.width
            spacing: 12
            Repeater {
                model: view.ranking.classes
                Row {
                    id: bin
                    required property var modelData
                    spacing: 6
                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.elder ? 24 : 16
                        height: width
                        radius: 3
                        color: bin.modelData.colour
                        border.color: Theme.line
                    }
                    ThemeText {
                        text: qsTr("%1 (%2)").arg(bin.modelData.title).arg(bin.modelData.count)
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
    ListView {
        id: list
        objectName: "rankingList"
        anchors { top: tools.bottom; topMargin: 8; bottom: parent.bottom }
        width: parent.width
        clip: true
        model: view.ranking
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        delegate: RankingLine {
            width: ListView.view.width
            chosen: code === view.selected
            current: ListView.isCurrentItem && list.activeFocus
            unit: view.ranking.unit
            onClicked: view.session.showUnit(code)
        }
        Keys.onReturnPressed: (currentItem as RankingLine)?.clicked()
    }
    Nothing {
        anchors.centerIn: list
        visible: view.ranking.count === 0
        words: view.ranking.busy ? qsTr("Counting…") : qsTr("No units below to compare")
    }
}
