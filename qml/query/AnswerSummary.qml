// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// How much of the answer lies in which township or village, most first.
Column {
    id: summary
    required property AskSession session
    readonly property AnswerModel answer: session.answer
    readonly property var lines: answer.summary
    /// The first ones, until somebody wants them all.
    property bool whole: false
    readonly property int few: 5
    spacing: 2

    Row {
        width: parent.width
        spacing: 8
        ThemeText {
            height: levels.height
            text: qsTr("By")
            color: Theme.muted
        }
        ChoiceBox {
            id: levels
            objectName: "summaryLevel"
            label: qsTr("Sums by units of this level")
            choices: summary.answer.levels
            value: summary.answer.level
            onPicked: key => summary.answer.level = key
        }
    }
    Repeater {
        model: summary.whole ? summary.lines : summary.lines.slice(0, summary.few)
        Item {
            id: line
            required property var modelData
            width: summary.width
            height: Math.max(name.height, figures.implicitHeight)
            LinkText {
                id: name
                objectName: "summaryLine"
                width: Math.min(implicitWidth, parent.width * 0.42)
                text: line.modelData.name
                onClicked: summary.session.showUnit(line.modelData.code)
            }
            ThemeText {
                id: figures
                anchors { left: parent.left; leftMargin: parent.width * 0.44; right: parent.right }
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.Wrap
                text: line.modelData.text
                font.pixelSize: Theme.small
            }
        }
    }
    LinkText {
        objectName: "summaryMore"
        visible: summary.lines.length > summary.few
        text: summary.whole ? qsTr("Fewer") : qsTr("All %1").arg(summary.lines.length)
        onClicked: summary.whole = !summary.whole
    }
}
