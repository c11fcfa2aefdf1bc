// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// The registers: their list, one as a table, one record, its form, and declaring one.
Item {
    id: pages
    required property RegisterSession session
    objectName: "registerPages"

    RegisterList {
        anchors.fill: parent
        visible: pages.session.view === "list"
        session: pages.session
    }
    RecordTable {
        anchors.fill: parent
        visible: pages.session.view === "table"
        session: pages.session
    }
    RecordPage {
        anchors.fill: parent
        visible: pages.session.view === "record"
        session: pages.session
    }
    FormPage {
        anchors.fill: parent
        visible: pages.session.view === "form"
        session: pages.session
    }
    EditorPage {
        anchors.fill: parent
        visible: pages.session.view === "editor"
        session: pages.session
    }
}
