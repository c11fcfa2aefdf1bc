// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// Households, area and code.
Column {
    id: part
    required property DossierModel dossier
    spacing: 10

    FactLine {
        objectName: "factHouseholds"
        width: parent.width
        title: qsTr("Households")
        value: part.dossier.households
        note: part.dossier.householdsNote
    }
    FactLine {
        objectName: "factArea"
        width: parent.width
        title: qsTr("Area")
        value: part.dossier.areaMu
        note: part.dossier.areaOther
    }
    FactLine {
        objectName: "factCode"
        width: parent.width
        title: qsTr("Code")
        value: part.dossier.code
    }
}
