// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/register_editor.h"

#include "app/models/terms.h"
#include "app/registers/declaring.h"
#include "app/registers/words.h"

#include <algorithm>
#include <array>

namespace xiangtu::app {

namespace {

constexpr std::array kAnchors{model::Anchor::unit, model::Anchor::point, model::Anchor::line, model::Anchor::polygon,
                              model::Anchor::link};
constexpr std::size_t kTypes = std::size_t(model::FieldType::attachment) + 1;
const QString kAnyLevel = QStringLiteral("any");

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

RegisterEditor::Row RegisterEditor::rowOf(const model::FieldDef& field) {
    Row row;
    row.field = field;
    row.choices = choicesText(field.choices);
    row.preset = fromUtf8(model::toText(field.defaultValue));
    if (field.min) row.least = fromUtf8(model::toText(*field.min));
    if (field.max) row.most = fromUtf8(model::toText(*field.max));
    row.old = true;
    return row;
}

void RegisterEditor::startEdit(const QString& registerId) {
    const auto now = snapshot();
    const model::RegisterDef* def = now ? now->catalogue->find(registerId.toStdString()) : nullptr;
    if (!def) return;
    beginResetModel();
    m_fresh = false;
    m_def = *def;
    m_rows.clear();
    for (const model::FieldDef& field : def->fields) m_rows.push_back(rowOf(field));
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
    if (key == QLatin1String("formula")) edited.field.formula = words;
    if (key == QLatin1String("preset")) edited.preset = text;
    if (key == QLatin1String("least")) edited.least = text;
    if (key == QLatin1String("most")) edited.most = text;
    if (key == QLatin1String("level")) edited.field.level = model::parseLevel(words);
    if (key == QLatin1String("type")) edited.field.type = parseType(text).value_or(edited.field.type);
    edited.error.clear();
    rowChanged(row);
    if (key == QLatin1String("title")) emit rowsChanged();
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
    case DefaultRole: return row.preset;
    case LeastRole: return row.least;
    case MostRole: return row.most;
    case LevelRole: return row.field.level ? fromUtf8(model::levelName(*row.field.level)) : kAnyLevel;
    default: return {};
    }
}

QHash<int, QByteArray> RegisterEditor::roleNames() const {
    return {{TitleRole, "title"},     {TitleEnRole, "titleEn"}, {TypeRole, "type"},
            {UnitRole, "unit"},       {RequiredRole, "needed"}, {SensitiveRole, "sensitive"},
            {ChoicesRole, "choices"}, {OfRole, "of"},           {ErrorRole, "error"},
            {OldRole, "old"},         {RetiredRole, "retired"}, {FormulaRole, "formula"},
            {DefaultRole, "preset"},  {LeastRole, "least"},     {MostRole, "most"},
            {LevelRole, "level"}};
}

}  // namespace xiangtu::app
