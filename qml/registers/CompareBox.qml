// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// The earlier day figures are compared with: some usual ones, or any date.
Row {
    id: box
    required property RegisterSession session
    spacing: 8

    function iso(date: date): string { return Qt.formatDate(date, "yyyy-MM-dd"); }
    readonly property var days: {
        const now = new Date();
        return [{ key: "", text: qsTr("No comparison") },
                { key: iso(new Date(now.getFullYear(), now.getMonth(), 0)), text: qsTr("End of last month") },
                { key: iso(new Date(now.getFullYear(), now.getMonth() - now.getMonth() % 3, 0)), text: qsTr("End of last quarter") },
                { key: iso(new Date(now.getFullYear() - 1, 11, 31)), text: qsTr("End of last year") },
                { key: "other", text: qsTr("Another day…") }];
    }
    DropDown {
        id: choice
        objectName: "compareChoice"
        label: qsTr("Compare with")
        model: box.days
        onActivated: index => {
            other.visible = box.days[index].key === "other";
            if (!other.visible) box.session.figures.earlierDay = box.days[index].key;
        }
    }
    ThemeField {
        id: other
        objectName: "compareDay"
        visible: false
        width: Theme.elder ? 190 : 130
        placeholderText: "2026-01-31"
        maximumLength: 10
        inputMethodHints: Qt.ImhDate
        Accessible.name: qsTr("Day to compare with")
        onEditingFinished: box.session.figures.earlierDay = text
    }
}
