// SPDX-License-Identifier: GPL-3.0-or-later
// How what is typed becomes a declaration, and the file follows it.
#include "app/models/terms.h"
#include "app/registers/declaring.h"
#include "app/registers/register_editor.h"
#include "app/registers/words.h"
#include "base/error.h"

#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct EditorSaveTexts {
    Q_DECLARE_TR_FUNCTIONS(EditorSaveTexts)
};

bool chooses(model::FieldType type) {
    return type == model::FieldType::choice || type == model::FieldType::multiChoice;
}

}  // namespace

bool RegisterEditor::readRow(Row& row, const std::vector<std::string>& taken) {
    row.error.clear();
    model::FieldDef& field = row.field;
    if (field.title.zh.empty() && field.title.en.empty()) row.error = EditorSaveTexts::tr("The field needs a name.");
    if (field.title.zh.empty()) field.title.zh = field.title.en;
    if (field.title.en.empty()) field.title.en = field.title.zh;
    if (!row.old) field.name = identifierOf(QString::fromStdString(field.title.zh), taken);
    field.choices = chooses(field.type) ? choicesOf(row.choices, field.choices) : std::vector<model::Choice>();
    if (chooses(field.type) && field.choices.empty())
        row.error = EditorSaveTexts::tr("Say what there is to choose from.");
    if (field.type != model::FieldType::record) field.of.clear();
    if (field.type == model::FieldType::record && field.of.empty())
        row.error = EditorSaveTexts::tr("Say which register it points to.");
    if (field.type != model::FieldType::unit) field.level.reset();
    return row.error.isEmpty();
}

std::optional<model::RegisterDef> RegisterEditor::declared() {
    const auto now = snapshot();
    if (!now) return std::nullopt;
    model::RegisterDef def = m_def;
    if (def.title.zh.empty()) def.title.zh = def.title.en;
    if (def.title.en.empty()) def.title.en = def.title.zh;
    bool sound = true;
    // Columns every table has would be hidden by a field of their name.
    std::vector<std::string> taken{"id",       "unit_id", "unit_code",   "unit_name", "valid_from",
                                   "valid_to", "state",   "state_since", "due",       "geom"};
    for (const Row& row : m_rows) {
        if (row.old) taken.push_back(row.field.name);
    }
    for (Row& row : m_rows) {
        sound = readRow(row, taken) && sound;
        if (!row.old) taken.push_back(row.field.name);
        def.fields.push_back(row.field);
    }
    if (!m_rows.empty()) emit dataChanged(index(0), index(count() - 1), {ErrorRole});
    if (def.title.zh.empty()) {
        setError(EditorSaveTexts::tr("The register needs a name."));
        return std::nullopt;
    }
    if (def.fields.empty()) {
        setError(EditorSaveTexts::tr("The register needs at least one field."));
        return std::nullopt;
    }
    if (!sound) {
        setError(EditorSaveTexts::tr("Something is missing in a field; nothing was saved yet."));
        return std::nullopt;
    }
    if (m_fresh) {
        std::vector<std::string> ids;
        for (const auto& each : now->catalogue->registers) ids.push_back(each.id);
        def.id = identifierOf(QString::fromStdString(def.title.zh), ids);
        const auto named = std::ranges::find(def.fields, model::FieldType::text, &model::FieldDef::type);
        if (named != def.fields.end()) def.labelField = named->name;
    }
    return def;
}

void RegisterEditor::save() {
    if (m_busy || !m_project) return;
    setError({});
    if (!may()) return setError(EditorSaveTexts::tr("Only planners and administrators may change registers."));
    const auto def = declared();
    if (!def) return;
    model::Catalogue catalogue;
    try {
        catalogue = withRegister(*snapshot()->catalogue, *def);
        if (m_fresh && m_counted) catalogue = withFigures(std::move(catalogue), *def);
    } catch (const base::Error& e) {
        return setError(EditorSaveTexts::tr("The register cannot be like this: %1").arg(fromUtf8(e.what())));
    }
    m_busy = true;
    emit busyChanged();
    const QString id = fromUtf8(def->id);
    m_project->setCatalogue(catalogue, this, [this, id](const ProjectObject::Answer& answer) {
        m_busy = false;
        emit busyChanged();
        if (answer.saved()) {
            emit saved(id);
            return;
        }
        const std::string field = answer.refusal ? answer.refusal->field : std::string();
        for (int row = 0; !field.empty() && row < count(); ++row) {
            if (m_rows[std::size_t(row)].field.name != field) continue;
            m_rows[std::size_t(row)].error = answerText(answer);
            rowChanged(row);
        }
        setError(answerText(answer));
    });
}

}  // namespace xiangtu::app
