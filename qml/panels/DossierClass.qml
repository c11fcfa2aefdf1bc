// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The class in the active scheme with its reason, buttons to change it or take it away, and what it was
/// before.
Column {
    id: part
    required property DossierModel dossier
    /// Why it cannot be changed; "" = it can.
    property string whyNot: ""
    readonly property bool writable: whyNot === ""
    required property ProjectObject project
    property alias reason: reasonBox
    signal photoPicked(string hash)
    signal unitPicked(string code)
    /// -1: none.
    signal classPicked(int index)
    spacing: 10

    SectionTitle {
        width: parent.width
        text: part.dossier.schemeTitle
    }
    Row {
        width: parent.width
        spacing: 12
        Rectangle {
            width: Theme.elder ? 40 : 28
            height: width
            radius: 5
            color: part.dossier.className === "" ? Theme.sunken : part.dossier.classColour
            border.color: Theme.line
        }
        Column {
            width: parent.width - 52
            ThemeText {
                objectName: "className"
                width: parent.width
                text: part.dossier.className === "" ? qsTr("No class yet") : part.dossier.className
                font.pixelSize: Theme.large
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }
            ThemeText {
                objectName: "classReason"
                width: parent.width
                visible: text !== ""
                text: part.dossier.classReason
                wrapMode: Text.Wrap
            }
            ThemeText {
                width: parent.width
                visible: part.dossier.classSince !== ""
                text: qsTr("since %1 · by %2").arg(part.dossier.classSince).arg(part.dossier.classAuthor)
                color: Theme.muted
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
            LinkText {
                width: parent.width
                visible: part.dossier.inheritedFrom !== ""
                text: qsTr("as %1").arg(part.dossier.inheritedFrom)
                onClicked: part.unitPicked(part.dossier.inheritedCode)
            }
        }
    }
    ClassPad {
        width: parent.width
        visible: part.writable
        classes: part.dossier.classes
        onPicked: index => part.classPicked(index)
    }
    ActionButton {
        id: noClass
        objectName: "classNone"
        visible: part.writable
        enabled: part.dossier.ownClass
        iconName: "close"
        text: qsTr("No class")
        Accessible.name: qsTr("No class (key 0)")
        onClicked: part.classPicked(-1)
        Tip { visible: noClass.hovered; text: qsTr("Take the class away – key 0") }
    }
    ReasonBox {
        id: reasonBox
        width: parent.width
        visible: part.writable
        project: part.project
        scheme: part.dossier.scheme
    }
    ThemeText {
        objectName: "classWhyNot"
        visible: !part.writable
        width: parent.width
        wrapMode: Text.Wrap
        text: part.whyNot
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    ClassHistory {
        width: parent.width
        visible: records.length > 1 || (records.length === 1 && part.dossier.className === "")
        records: part.dossier.history
        project: part.project
        onPhotoPicked: hash => part.photoPicked(hash)
    }
}
