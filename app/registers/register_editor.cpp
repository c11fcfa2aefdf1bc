// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/register_editor.h"

#include "app/models/terms.h"
#include "app/registers/declaring.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xiangtu::app {

namespace {

struct EditorTexts {
    Q_DECLARE_TR_FUNCTIONS(EditorTexts)
};

constexpr std::array kAnchors{model::Anchor::unit, model::Anchor::point, model::Anchor::line, model::Anchor::polygon,
                              model::Anchor::link};
constexpr std::size_t kTypes = std::size_t(model::FieldType::attachment) + 1;
const QString kAnyLevel = QStringLiteral("any");

bool chooses(model::FieldType type) {
    return type == model::FieldType::choice || type == model::FieldType::multiChoice;
}

std::optional<model::FieldType> parseType(const QString& name) {
    for (std::size_t i = 0; i < kTypes; ++i) {
        if (fromUtf8(model::fieldTypeName(model::FieldType(i))) == name) return model::FieldType(i);
    }
    return std::nullopt;
}

}  // namespace

RegisterEditor::RegisterEditor(QObject* parent) : QAbstractListModel(parent) {}

void RegisterEditor::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::roleChanged, this, &RegisterEditor::mayChanged);
        connect(m_project, &ProjectObject::fileChanged, this, &RegisterEditor::mayChanged);
    }
    emit projectChanged();
    emit mayChanged();
}

void RegisterEditor::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit listsChanged();
}

bool RegisterEditor::may() const {
    if (!m_project || m_project->readOnly()) return false;
    const auto role = model::parseRole(m_project->role().toStdString());
    return role == model::Role::planner || role == model::Role::administrator;
}

std::shared_ptr<const model::Snapshot> RegisterEditor::snapshot() const {
    return m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
}

void RegisterEditor::begin() {
    m_counted = m_fresh;
    setError({});
    // The lists first: whoever shows a choice looks it up in them.
    emit listsChanged();
    emit changed();
    emit rowsChanged();
}

void RegisterEditor::startNew() {
    beginResetModel();
    m_fresh = true;
    m_def = {};
    const auto now = snapshot();
    if (now && !now->catalogue->groups.empty()) m_def.group = now->catalogue->groups.back().id;
    m_def.anchor = model::Anchor::unit;
    m_def.anchorLevel = model::Level::village;
    m_rows.clear();
    endResetModel();
    begin();
    addField();
}

void RegisterEditor::startEdit(const QString& registerId) {
    const auto now = snapshot();
    const model::RegisterDef* def = now ? now->catalogue->find(registerId.toStdString()) : nullptr;
    if (!def) return;
    beginResetModel();
    m_fresh = false;
    m_def = *def;
    m_rows.clear();
    for (const model::FieldDef& field : def->fields) m_rows.push_back({field, choicesText(field.choices), {}, true});
    m_def.fields.clear();
    endResetModel();
    begin();
}

void RegisterEditor::setTitleZh(const QString& title) {
    m_def.title.zh = title.trimmed().toStdString();
    emit changed();
}
void RegisterEditor::setTitleEn(const QString& title) {
    m_def.title.en = title.trimmed().toStdString();
    emit changed();
}
void RegisterEditor::setGroup(const QString& id) {
    m_def.group = id.toStdString();
    emit changed();
}
QString RegisterEditor::anchor() const { return fromUtf8(model::anchorName(m_def.anchor)); }
void RegisterEditor::setAnchor(const QString& anchor) {
    for (const model::Anchor each : kAnchors) {
        if (fromUtf8(model::anchorName(each)) == anchor) m_def.anchor = each;
    }
    if (m_def.anchor != model::Anchor::unit) m_def.anchorLevel.reset();
    emit changed();
}
QString RegisterEditor::level() const {
    return m_def.anchorLevel ? fromUtf8(model::levelName(*m_def.anchorLevel)) : kAnyLevel;
}
void RegisterEditor::setLevel(const QString& level) {
    m_def.anchorLevel = model::parseLevel(level.toStdString());
    emit changed();
}
void RegisterEditor::setLifecycle(const QString& id) {
    m_def.lifecycle = id.toStdString();
    emit changed();
}
void RegisterEditor::setCounted(bool counted) {
    m_counted = counted;
    emit changed();
}

void RegisterEditor::addField() {
    beginInsertRows({}, count(), count());
    m_rows.push_back({});
    endInsertRows();
    emit rowsChanged();
}

void RegisterEditor::removeField(int row) {
    if (row < 0 || row >= count()) return;
    Row& gone = m_rows[std::size_t(row)];
    if (gone.old) {
        gone.field.retired = !gone.field.retired;
        return rowChanged(row);
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit rowsChanged();
}

void RegisterEditor::moveField(int from, int to) {
    if (from < 0 || to < 0 || from >= count() || to >= count() || from == to) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto first = m_rows.begin();
    if (from < to)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    endMoveRows();
}

void RegisterEditor::setText(int row, const QString& key, const QString& text) {
    if (row < 0 || row >= count()) return;
    Row& edited = m_rows[std::size_t(row)];
    const std::string words = text.trimmed().toStdString();
    if (key == QLatin1String("title")) edited.field.title.zh = words;
    if (key == QLatin1String("titleEn")) edited.field.title.en = words;
    if (key == QLatin1String("unit")) edited.field.unit = words;
    if (key == QLatin1String("choices")) edited.choices = text;
    if (key == QLatin1String("of")) edited.field.of = words;
    if (key == QLatin1String("type")) edited.field.type = parseType(text).value_or(edited.field.type);
    edited.error.clear();
    rowChanged(row);
}

void RegisterEditor::setRequired(int row, bool required) {
    if (row < 0 || row >= count()) return;
    m_rows[std::size_t(row)].field.required = required;
    rowChanged(row);
}

void RegisterEditor::setSensitive(int row, bool sensitive) {
    if (row < 0 || row >= count()) return;
    m_rows[std::size_t(row)].field.sensitive = sensitive;
    rowChanged(row);
}

void RegisterEditor::rowChanged(int row) { emit dataChanged(index(row), index(row)); }

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
        setError(EditorTexts::tr("The register needs a name."));
        return std::nullopt;
    }
    if (def.fields.empty()) {
        setError(EditorTexts::tr("The register needs at least one field."));
        return std::nullopt;
    }
    if (!sound) {
        setError(EditorTexts::tr("Something is missing in a field; nothing was saved yet."));
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
    if (!may()) return setError(EditorTexts::tr("Only planners and administrators may change registers."));
    const auto def = declared();
    if (!def) return;
    model::Catalogue catalogue;
    try {
        catalogue = withRegister(*snapshot()->catalogue, *def);
        if (m_fresh && m_counted) catalogue = withFigures(std::move(catalogue), *def);
    } catch (const base::Error& e) {
        return setError(EditorTexts::tr("The register cannot be like this: %1").arg(fromUtf8(e.what())));
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

void RegisterEditor::setError(const QString& error) {
    m_error = error;
    emit errorChanged();
}

int RegisterEditor::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RegisterEditor::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[std::size_t(at.row())];
    switch (role) {
    case TitleRole: return fromUtf8(row.field.title.zh);
    case TitleEnRole: return fromUtf8(row.field.title.en);
    case TypeRole: return fromUtf8(model::fieldTypeName(row.field.type));
    case UnitRole: return fromUtf8(row.field.unit);
    case RequiredRole: return row.field.required;
    case SensitiveRole: return row.field.sensitive;
    case ChoicesRole: return row.choices;
    case OfRole: return fromUtf8(row.field.of);
    case ErrorRole: return row.error;
    case OldRole: return row.old;
    case RetiredRole: return row.field.retired;
    case FormulaRole: return fromUtf8(row.field.formula);
    default: return {};
    }
}

QHash<int, QByteArray> RegisterEditor::roleNames() const {
    return {{TitleRole, "title"},     {TitleEnRole, "titleEn"}, {TypeRole, "type"},
            {UnitRole, "unit"},       {RequiredRole, "needed"}, {SensitiveRole, "sensitive"},
            {ChoicesRole, "choices"}, {OfRole, "of"},           {ErrorRole, "error"},
            {OldRole, "old"},         {RetiredRole, "retired"}, {FormulaRole, "formula"}};
}

}  // namespace xiangtu::app
