// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Xiangtu.App
import Xiangtu.Ui

/// Hands data on as files other programs read: what, which of it, in which form, where to, on one page.
Popup {
    id: page
    required property Client client
    required property AskSession ask
    readonly property Preferences preferences: client.preferences
    readonly property bool wide: width >= (Theme.elder ? 900 : 700)
    /// The answer that is open, where there is one.
    readonly property var openAnswer: ask.answer.question
    readonly property bool written: run.busy || run.outcome !== ""

    /// What ExportForm.begin() takes; {}: the settings of the last time.
    function show(what: var): void {
        run.clear();
        if (Object.keys(what).length === 0) form.begin(preferences.draft("export"));
        else form.begin(what);
        body.contentY = 0;
        open();
    }

    objectName: "exportPage"
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? Math.max(12, (parent.height - height) / 2) : 0
    width: Math.min(parent ? parent.width - 24 : 900, Theme.elder ? 1080 : 880)
    height: Math.min(parent ? parent.height - 24 : 760, Theme.elder ? 960 : 760)
    padding: Theme.pad
    modal: true
    focus: true
    closePolicy: run.busy ? Popup.NoAutoClose : Popup.CloseOnEscape
    background: Card {}

    ExportForm {
        id: form
        project: page.client.project
        language: page.preferences.language
        questions: (page.openAnswer.id !== undefined ? [{ name: page.ask.form.title, question: page.openAnswer }] : [])
                   .concat(page.preferences.questions)
    }
    ExportPreview {
        id: preview
        form: form
        styleDir: page.client.styleDir
        active: page.opened && !page.written
    }
    ExportRun {
        id: run
        form: form
        styleDir: page.client.styleDir
        onWritten: page.preferences.setDraft("export", form.recipe)
    }
    Connections {
        target: page.client.project
        function onFileChanged(): void { page.close(); }
    }
    Item {
        anchors.fill: parent
        ThemeText {
            id: title
            text: qsTr("Export")
            font.pixelSize: Theme.large
            font.weight: Font.Medium
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Flickable {
            id: body
            anchors { top: title.bottom; topMargin: 12; bottom: foot.visible ? foot.top : parent.bottom; bottomMargin: 10 }
            width: parent.width
            clip: true
            contentHeight: page.written ? result.implicitHeight : Math.max(settings.implicitHeight, side.y + side.implicitHeight)
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Column {
                id: settings
                visible: !page.written
                width: page.wide ? (body.width - 40) * 0.46 : body.width - 12
                spacing: 16
                ExportSource {
                    width: parent.width
                    form: form
                }
                ExportRecipes {
                    width: parent.width
                    form: form
                    preferences: page.preferences
                }
            }
            Column {
                id: side
                visible: !page.written
                x: page.wide ? settings.width + 28 : 0
                y: page.wide ? 0 : settings.implicitHeight + 16
                width: page.wide ? body.width - x - 12 : settings.width
                spacing: 16
                ExportShape {
                    width: parent.width
                    form: form
                }
                ExportFieldTable {
                    width: parent.width
                    preview: preview
                }
            }
            ExportResult {
                id: result
                visible: page.written
                width: body.width - 12
                run: run
                onClosed: page.close()
            }
        }
        Column {
            id: foot
            visible: !page.written
            anchors.bottom: parent.bottom
            width: parent.width
            spacing: 8
            Rule { width: parent.width }
            ExportTarget {
                width: parent.width
                form: form
                preview: preview
            }
            ExportFoot {
                width: parent.width
                form: form
                preview: preview
                run: run
                onClosed: page.close()
            }
        }
    }
}
