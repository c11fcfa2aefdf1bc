// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Colours, sizes and text sizes of the controls. The map's own colours come from data/styles.
QtObject {
    property bool dark: false
    /// Elder mode: text of 20 px and more, targets of 48 px and more.
    property bool elder: false

    readonly property string family: "Noto Sans CJK SC"
    readonly property string digits: "Noto Sans Mono CJK SC"
    readonly property int small: elder ? 20 : 12
    readonly property int body: elder ? 21 : 14
    readonly property int large: elder ? 24 : 17
    readonly property int title: elder ? 30 : 26

    readonly property int target: elder ? 52 : 36
    readonly property int row: elder ? 52 : 32
    readonly property int icon: elder ? 28 : 20
    readonly property int gap: elder ? 12 : 8
    readonly property int pad: elder ? 20 : 16
    readonly property int radius: 6
    readonly property int quick: 120

    readonly property color window: dark ? "#15191B" : "#F3F0E8"
    readonly property color panel: dark ? "#1D2326" : "#FDFCF8"
    readonly property color sunken: dark ? "#14181A" : "#F1EEE5"
    readonly property color hover: dark ? "#2A3236" : "#EDE9DE"
    readonly property color pressed: dark ? "#343E43" : "#E2DCCD"
    readonly property color line: dark ? "#343D41" : "#DED8C9"
    readonly property color ink: dark ? "#ECE8DD" : "#22292B"
    readonly property color muted: dark ? "#A3ACAC" : "#626A69"
    readonly property color faint: dark ? "#6F7A7C" : "#A09F95"
    readonly property color accent: dark ? "#7DB9BE" : "#1E5C66"
    readonly property color accentInk: dark ? "#10181A" : "#FFFFFF"
    readonly property color accentWash: dark ? "#23383B" : "#E1ECEA"
    /// Cinnabar: the stamp, and what needs attention.
    readonly property color seal: dark ? "#E58A76" : "#A8382A"
    readonly property color sealWash: dark ? "#3A2523" : "#F7E7E1"
    /// What went well, and what soon needs attention.
    readonly property color good: dark ? "#7CC79A" : "#2B7548"
    readonly property color soon: dark ? "#E0B050" : "#8A5E00"
    readonly property color shade: dark ? "#66000000" : "#1F3A3423"
    /// What differs between two days (ComparisonModel::colours); what does not stays pale.
    readonly property var differences: dark ? { other: "#9C86B8", classes: "#D9A441", moved: "#5FA8D3", "new": "#6FBF73", gone: "#E0685A", same: "#2A3236" }
                                            : { other: "#8B6FB0", classes: "#E0A526", moved: "#2F7FB8", "new": "#3C9A4E", gone: "#C0392B", same: "#E9E5DA" }
    /// Little to much, one hue after the other, told apart in grey, too.
    readonly property var ramp: dark ? ["#22353A", "#2C5A5F", "#3C8584", "#6BB5A0", "#C3E3B4"]
                                             : ["#E7EDCB", "#B4D7B0", "#74B7A6", "#3B8A96", "#1E5570"]
}
