// SPDX-License-Identifier: GPL-3.0-or-later
// How what is typed becomes a declaration, and where it says that it cannot be one.
#include "app/models/terms.h"
#include "app/registers/declaring.h"
#include "app/registers/register_editor.h"
#include "app/registers/words.h"
#include "base/error.h"
#include "model/catalogue_json.h"
#include "model/expression.h"
#include "model/field_rules.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct EditorTexts {
    Q_DECLARE_TR_FUNCTIONS(EditorTexts)
};

bool chooses(model::FieldType type) {
    return type == model::FieldType::choice || type == model::FieldType::multiChoice;
}

bool hasLimits(model::FieldType type) {
    using model::FieldType;
    return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money ||
           type == FieldType::year;
}

/// A number or no limit; false when it is neither.
bool readLimit(const QString& text, std::optional<double>& limit) {
    limit.reset();
    if (text.trimmed().isEmpty()) return true;
    bool ok = false;
    limit = text.trimmed().toDouble(&ok);
    return ok;
}

/// Columns every table has would be hidden by a field of their name.
std::vector<std::string> ownColumns() {
    return {"id", "unit_id", "unit_code", "unit_name", "valid_from", "valid_to", "state", "state_since", "due", "geom"};
}

QString unreadableRegister(const std::string& reason) {
    return EditorTexts::tr("The register cannot be like this: %1").arg(fromUtf8(reason));
}

}  // namespace

bool RegisterEditor::readRow(Row& row, const std::vector<std::string>& taken) {
    row.error.clear();
    model::FieldDef& field = row.field;
    if (field.title.zh.empty() && field.title.en.empty()) row.error = EditorTexts::tr("The field needs a name.");
    if (field.title.zh.empty()) field.title.zh = field.title.en;
    if (field.title.en.empty()) field.title.en = field.title.zh;
    if (!row.old) field.name = identifierOf(QString::fromStdString(field.title.zh), taken);
    field.choices = chooses(field.type) ? choicesOf(row.choices, field.choices) : std::vector<model::Choice>();
    if (chooses(field.type) && field.choices.empty()) row.error = EditorTexts::tr("Say what there is to choose from.");
    if (field.type != model::FieldType::record) field.of.clear();
    if (field.type == model::FieldType::record && field.of.empty())
        row.error = EditorTexts::tr("Say which register it points to.");
    if (field.type != model::FieldType::unit) field.level.reset();
    if (!field.formula.empty()) field.required = false;
    const bool limited = hasLimits(field.type);
    const bool read =
        readLimit(limited ? row.least : QString(), field.min) && readLimit(limited ? row.most : QString(), field.max);
    if (!read) row.error = EditorTexts::tr("Least and most must be numbers.");
    if (read && field.min && field.max && *field.min > *field.max)
        row.error = EditorTexts::tr("The most must not be less than the least.");
    const QString preset = field.formula.empty() ? row.preset.trimmed() : QString();
    const auto value = model::valueFromText(field, preset.toStdString());
    const std::string reason = value && !model::isNull(*value) ? model::reasonAgainst(field, *value) : std::string();
    field.defaultValue = value.value_or(model::Value());
    if (!value || !reason.empty()) {
        row.error =
            EditorTexts::tr("What it begins with: %1").arg(value ? fieldReason(reason) : unreadableReason(field.type));
    }
    return row.error.isEmpty();
}

std::optional<model::RegisterDef> RegisterEditor::declared() {
    const auto now = snapshot();
    if (!now) return std::nullopt;
    model::RegisterDef def = m_def;
    if (def.title.zh.empty()) def.title.zh = def.title.en;
    if (def.title.en.empty()) def.title.en = def.title.zh;
    bool sound = true;
    std::vector<std::string> taken = ownColumns();
    for (const Row& row : m_rows) {
        if (row.old) taken.push_back(row.field.name);
    }
    for (Row& row : m_rows) {
        sound = readRow(row, taken) && sound;
        if (!row.old) taken.push_back(row.field.name);
        def.fields.push_back(row.field);
    }
    // A formula may name any field: all of them have their names by now.
    for (Row& row : m_rows) {
        try {
            (void)model::Expression::parse(row.field.formula, &def);
        } catch (const base::Error& e) {
            if (row.error.isEmpty())
                row.error = EditorTexts::tr("This formula cannot be read: %1").arg(fromUtf8(e.what()));
            sound = false;
        }
    }
    if (!m_rows.empty()) emit dataChanged(index(0), index(count() - 1));
    if (def.title.zh.empty()) {
        setError(EditorTexts::tr("The register needs a name."));
        return std::nullopt;
    }
    if (def.fields.empty()) {
        setError(EditorTexts::tr("The register needs at least one field."));
        return std::nullopt;
    }
    if (!sound) {
        setError(EditorTexts::tr("Something in a field is missing or does not fit; nothing was saved yet."));
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

bool RegisterEditor::placeError(const model::RegisterDef& def, const std::string& fault) {
    static const QRegularExpression pointer(QStringLiteral("/fields/([a-z0-9_]+)(?:/\\w+)*: (.*)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto match = pointer.match(fromUtf8(fault));
    if (!match.hasMatch()) return false;
    bool isNumber = false;
    int at = match.captured(1).toInt(&isNumber);
    if (!isNumber) at = int(def.fieldAt(match.captured(1).toStdString()).value_or(def.fields.size()));
    if (at < 0 || at >= count()) return false;
    m_rows[std::size_t(at)].error = fieldReason(match.captured(2).toStdString());
    rowChanged(at);
    return true;
}

void RegisterEditor::save() {
    if (m_busy || !m_project) return;
    setError({});
    if (!may()) return setError(EditorTexts::tr("Only planners and administrators may change registers."));
    const auto def = declared();
    if (!def) return;
    model::Catalogue catalogue;
    try {
        catalogue = withRegister(*snapshot()->catalogue, *def);
        if (m_fresh && m_counted) catalogue = withFigures(std::move(catalogue), *def);
        model::checkCatalogue(catalogue, "catalogue");
    } catch (const base::Error& e) {
        placeError(*def, e.what());
        return setError(unreadableRegister(e.what()));
    }
    m_busy = true;
    emit busyChanged();
    m_project->setCatalogue(catalogue, this, [this, def = *def](const ProjectObject::Answer& answer) {
        m_busy = false;
        emit busyChanged();
        if (answer.saved()) {
            emit saved(fromUtf8(def.id));
            return;
        }
        const auto row = answer.refusal ? def.fieldAt(answer.refusal->field) : std::nullopt;
        if (row) {
            m_rows[*row].error = answerText(answer);
            rowChanged(int(*row));
        }
        setError(answerText(answer));
    });
}

QString RegisterEditor::names() const {
    std::vector<std::string> taken = ownColumns();
    for (const Row& row : m_rows) {
        if (row.old) taken.push_back(row.field.name);
    }
    QStringList list;
    for (const Row& row : m_rows) {
        const std::string& title = row.field.title.zh.empty() ? row.field.title.en : row.field.title.zh;
        if (title.empty()) continue;
        const std::string name = row.old ? row.field.name : identifierOf(fromUtf8(title), taken);
        if (!row.old) taken.push_back(name);
        list << QStringLiteral("%1 = %2").arg(fromUtf8(title), fromUtf8(name));
    }
    return list.join(EditorTexts::tr(", "));
}

}  // namespace xiangtu::app
