// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Changes kept for a day to come: what they will do, why one cannot be made, making one now or dropping it.
Item {
    id: page
    required property RegisterSession session
    readonly property PlanModel plans: session.plans
    readonly property bool writable: session.project.mayStructure && !session.mapSession.days.active

    ListView {
        id: list
        objectName: "planList"
        anchors.fill: parent
        anchors.topMargin: 8
        clip: true
        model: page.plans
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: PlanRow {
            width: list.width
            writable: page.writable
            onShown: if (unit !== "") page.session.showUnit(unit)
            onMade: page.plans.make(plan)
            onDropped: page.plans.drop(plan)
        }
    }
    Nothing {
        objectName: "plansNothing"
        anchors.centerIn: list
        visible: page.plans.count === 0
        words: page.plans.busy ? qsTr("One moment…") : qsTr("No plan yet")
        advice: page.plans.busy ? "" : qsTr("When a border is changed, give a day to come: the change waits here and is made on that day.")
    }
}
