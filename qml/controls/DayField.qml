// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Xiangtu.Ui

/// A day, typed or picked from a month.
Item {
    id: part
    required property string label
    /// ISO; "" = none.
    property string day
    property string latest: Qt.formatDate(new Date(), "yyyy-MM-dd")
    property bool usualDays: false
    property string emptyText
    signal chosen(string day)

    implicitWidth: Theme.elder ? 250 : 178
    implicitHeight: Theme.target
    onDayChanged: field.text = day

    function offer(text: string): void {
        const words = text.trim();
        const valid = words === "" || (/^\d{4}-\d{2}-\d{2}$/.test(words) && picker.iso(picker.dateOf(words)) === words
                                       && (latest === "" || words <= latest));
        if (!valid) field.text = day;
        else if (words !== day) chosen(words);
    }
    ThemeField {
        id: field
        objectName: part.objectName + "_text"
        width: parent.width - button.width
        placeholderText: part.emptyText === "" ? part.label : part.emptyText
        text: part.day
        maximumLength: 10
        inputMethodHints: Qt.ImhDate
        Accessible.name: part.label
        onEditingFinished: part.offer(text)
    }
    IconButton {
        id: button
        objectName: part.objectName + "_pick"
        anchors.right: parent.right
        iconName: "calendar"
        label: qsTr("%1: pick a day").arg(part.label)
        onClicked: picker.open()
    }
    DayPicker {
        id: picker
        y: parent.height + 4
        x: Math.min(0, parent.width - width)
        margins: 8
        day: part.day
        latest: part.latest
        usualDays: part.usualDays
        heading: part.label
        onPicked: day => part.chosen(day)
    }
}
