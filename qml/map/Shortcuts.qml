// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.Ui

/// The keys of the map page. Fields keep theirs: digits typed into a reason choose no class.
Item {
    id: keys
    required property MapPage page
    enabled: page.visible

    Instantiator {
        model: 9
        Shortcut {
            required property int index
            sequence: String(index + 1)
            enabled: keys.enabled && index < keys.page.classes.length
            onActivated: keys.page.setClass(index)
        }
    }
    Shortcut {
        sequence: "0"
        enabled: keys.enabled && !keys.page.session.bordering && (keys.page.session.choosing || keys.page.session.dossier.ownClass)
        onActivated: keys.page.setClass(-1)
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: keys.enabled
        onActivated: keys.page.session.undo()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Z", "Ctrl+Y"]
        enabled: keys.enabled && keys.page.client.project.canRedo
        onActivated: keys.page.session.redo()
    }
    Shortcut {
        sequences: ["Ctrl+F", "/"]
        enabled: keys.enabled
        onActivated: keys.page.startSearch()
    }
    Shortcut {
        sequence: "Q"
        enabled: keys.enabled
        onActivated: keys.page.registers.go("ask")
    }
    Shortcut {
        sequence: "Esc"
        enabled: keys.enabled
        onActivated: keys.page.stepBack()
    }
    Shortcut {
        sequence: "Alt+Left"
        enabled: keys.enabled
        onActivated: keys.page.session.map.goBack()
    }
    Shortcut {
        sequence: "Alt+Right"
        enabled: keys.enabled
        onActivated: keys.page.session.map.goForward()
    }
}
