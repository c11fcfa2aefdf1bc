// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.Ui

/// A PIN, typed on the keyboard or with large keys. What is typed is not shown.
Column {
    id: pad
    property alias pin: field.text
    property string label: qsTr("PIN")
    readonly property int most: 12
    signal agreed

    function clear(): void { field.clear(); }
    function begin(): void { field.forceActiveFocus(); }
    spacing: 8

    ThemeField {
        id: field
        objectName: "pinField"
        width: parent.width
        placeholderText: pad.label
        echoMode: TextInput.Password
        maximumLength: pad.most
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
        horizontalAlignment: TextInput.AlignHCenter
        font.pixelSize: Theme.large
        onAccepted: pad.agreed()
    }
    Grid {
        columns: 3
        spacing: 6
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "✓"]
            ActionButton {
                id: key
                required property string modelData
                objectName: "pinKey_" + modelData
                width: (pad.width - 12) / 3
                height: Math.max(44, Theme.target)
                text: modelData
                Accessible.name: modelData === "⌫" ? qsTr("Delete") : modelData === "✓" ? qsTr("Done") : modelData
                contentItem: ThemeText {
                    text: key.text
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: Theme.large
                }
                onClicked: {
                    if (modelData === "✓") pad.agreed();
                    else if (modelData === "⌫") field.text = field.text.slice(0, -1);
                    else if (field.text.length < pad.most) field.text += modelData;
                }
            }
        }
    }
}
