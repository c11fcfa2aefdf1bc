// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// What is to do, by matters or by the cells one goes round.
Segmented {
    id: switcher
    required property RegisterSession session
    objectName: "workSwitch"
    choices: [{ key: "matters", title: qsTr("Matters") }, { key: "cells", title: qsTr("My cells") }]
    current: session.workTab
    onChosen: key => session.workTab = key
}
