// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// The parameters of a question, one under the other.
Column {
    id: fields
    required property AskSession session
    readonly property QuestionForm form: session.form
    spacing: 8

    Repeater {
        model: fields.form.fields
        QuestionField {
            width: fields.width
            session: fields.session
        }
    }
}
