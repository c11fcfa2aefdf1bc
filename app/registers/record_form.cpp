// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/record_form.h"

#include "app/models/terms.h"
#include "app/registers/words.h"
#include "model/field_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(FormTexts)
};

/// So many fields stand on the first page; more than that nobody fills in standing at a doorstep.
constexpr int kFirstPage = 12;
// Keys of a draft that are no field names: those begin with a letter.
const QString kUnitKey = QStringLiteral("@unit");
const QString kPlacesKey = QStringLiteral("@places");

QList<double> placesOf(const geom::GeoShape& shape) {
    QList<double> places;
    const auto add = [&](const std::vector<geom::GeoPoint>& points) {
        for (const geom::GeoPoint& p : points) places << p.lon << p.lat;
    };
    if (const auto* point = std::get_if<geom::GeoPoint>(&shape)) add({*point});
    if (const auto* lines = std::get_if<geom::GeoMultiLine>(&shape); lines && !lines->empty()) add(lines->front());
    if (const auto* areas = std::get_if<geom::GeoMultiPolygon>(&shape); areas && !areas->empty())
        add(areas->front().outer);
    return places;
}

}  // namespace

RecordForm::RecordForm(QObject* parent) : QAbstractListModel(parent) {}

void RecordForm::setProject(ProjectObject* project) {
    if (m_project == project) return;
    m_project = project;
    emit projectChanged();
}

void RecordForm::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (!m_def) return;
    retitle();
    emit dataChanged(index(0), index(rowCount() - 1));
    emit started();
    emit sectionsChanged();
    emit placeChanged();
}

void RecordForm::startNew(const QString& registerId, const QString& unit, const QVariantMap& draft) {
    m_registerId = registerId;
    m_record = 0;
    m_stepFields.clear();
    m_unit = unit;
    build(nullptr);
    if (!m_def) return;
    if (draft.contains(kUnitKey)) m_unit = draft.value(kUnitKey).toString();
    m_unitBefore = m_unit;
    QList<double> places;
    for (const QVariant& number : draft.value(kPlacesKey).toList()) places << number.toDouble();
    if (!places.isEmpty()) setPlaces(places);
    for (Entry& entry : m_entries) {
        const QString name = fromUtf8(field(entry).name);
        if (draft.contains(name)) entry.text = draft.value(name).toString();
        m_dirty = m_dirty || entry.text != entry.before;
    }
    if (!m_entries.empty()) emit dataChanged(index(0), index(rowCount() - 1));
    emit placeChanged();
    emit draftChanged();
    emit sectionsChanged();
    askPhotos();
}

void RecordForm::startEdit(const QString& registerId, qint64 record) {
    m_registerId = registerId;
    m_record = record;
    m_stepFields.clear();
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const model::RegisterTable* table = snapshot ? snapshot->findRegister(registerId.toStdString()) : nullptr;
    const model::Record* found = table ? table->find(record) : nullptr;
    if (found) m_unit = unitCode(*snapshot, found->unit);
    build(found);
    m_unitBefore = m_unit;
    if (found) m_shape = found->shape;
    emit placeChanged();
}

void RecordForm::startStep(const QString& registerId, const QStringList& fields) {
    m_registerId = registerId;
    m_record = 0;
    m_stepFields = fields;
    m_unit.clear();
    m_unitBefore.clear();
    build(nullptr);
}

void RecordForm::build(const model::Record* record) {
    beginResetModel();
    m_entries.clear();
    m_sections.clear();
    m_shape = {};
    m_drawn = false;
    m_last.reset();
    m_def.reset();
    m_dirty = false;
    m_snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    const model::RegisterTable* table = m_snapshot ? m_snapshot->findRegister(m_registerId.toStdString()) : nullptr;
    if (table) {
        auto def = std::make_shared<model::RegisterDef>(table->def);
        for (model::FieldDef& declared : def->fields) {
            if (!m_stepFields.contains(fromUtf8(declared.name))) continue;
            declared.required = true;
            declared.group.reset();
        }
        m_def = std::move(def);
        if (!table->records.empty()) m_last = table->records.back();
        int section = 0;
        for (std::size_t i = 0; i < m_def->fields.size(); ++i) {
            const model::FieldDef& declared = m_def->fields[i];
            if (declared.retired || !declared.formula.empty()) continue;
            if (!m_stepFields.isEmpty() && !m_stepFields.contains(fromUtf8(declared.name))) continue;
            const std::optional<model::Titles> before =
                m_entries.empty() ? std::nullopt : field(m_entries.back()).group;
            const bool heading = declared.group && declared.group != before;
            const bool full = section == 0 && int(m_entries.size()) == kFirstPage;
            if (heading || full) {
                m_sections.push_back({});
                section = int(m_sections.size());
            }
            Entry entry{i, section, {}, {}, {}};
            const model::Value& value = record ? record->values[i] : declared.defaultValue;
            entry.text = entry.before = fromUtf8(model::toText(value));
            m_entries.push_back(std::move(entry));
        }
        retitle();
    }
    endResetModel();
    m_placeError.clear();
    setError({});
    m_photos.clear();
    emit started();
    emit sectionsChanged();
    emit draftChanged();
    askPhotos();
}

void RecordForm::retitle() {
    for (std::size_t s = 0; s < m_sections.size(); ++s) {
        const auto first = std::ranges::find(m_entries, int(s + 1), &Entry::section);
        const auto& group = field(*first).group;
        m_sections[s].title = group ? titleOf(*group) : FormTexts::tr("More");
    }
}

QString RecordForm::title() const {
    if (!m_def) return {};
    return m_record == 0 ? FormTexts::tr("New: %1").arg(titleOf(m_def->title)) : titleOf(m_def->title);
}

QString RecordForm::anchor() const { return m_def ? fromUtf8(model::anchorName(m_def->anchor)) : QString(); }
QString RecordForm::anchorLevel() const {
    return m_def && m_def->anchorLevel ? fromUtf8(model::levelName(*m_def->anchorLevel)) : QString();
}

void RecordForm::setUnit(const QString& code) {
    if (m_unit == code) return;
    m_unit = code;
    m_placeError.clear();
    m_dirty = true;
    emit placeChanged();
    emit draftChanged();
}

QString RecordForm::unitTitle() const {
    const auto code = model::Code::parse(m_unit.toStdString());
    if (!m_snapshot || !code) return {};
    const model::UnitRef unit = m_snapshot->findUnit(*code);
    if (!unit.valid()) return {};
    return QStringLiteral("%1 %2").arg(levelTitle(unit.level), unitName(*m_snapshot, unit));
}

void RecordForm::setText(int row, const QString& text) {
    if (row < 0 || row >= rowCount() || m_entries[std::size_t(row)].text == text) return;
    m_entries[std::size_t(row)].text = text;
    changedAt(row);
}

void RecordForm::toggleChoice(int row, const QString& code) {
    if (row < 0 || row >= rowCount()) return;
    Entry& entry = m_entries[std::size_t(row)];
    const QStringList chosen = entry.text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    QStringList kept;
    // In the order of the declaration, so that the same choices are the same text.
    for (const model::Choice& choice : field(entry).choices) {
        const QString each = fromUtf8(choice.code);
        if (each == code ? !chosen.contains(each) : chosen.contains(each)) kept << each;
    }
    entry.text = kept.join(QLatin1Char(','));
    changedAt(row);
}

void RecordForm::changedAt(int row) {
    m_entries[std::size_t(row)].error.clear();
    m_dirty = true;
    emit dataChanged(index(row), index(row), {TextRole, ShownRole, ErrorRole});
    if (m_entries[std::size_t(row)].section > 0) emit sectionsChanged();
    emit draftChanged();
    emit errorChanged();
    if (field(m_entries[std::size_t(row)]).type == model::FieldType::photo) askPhotos();
}

void RecordForm::takeLast(int row) {
    if (!m_last || row < 0 || row >= rowCount()) return;
    setText(row, fromUtf8(model::toText(m_last->values[m_entries[std::size_t(row)].field])));
}

void RecordForm::takeAllLast() {
    for (int row = 0; row < rowCount(); ++row) {
        if (m_entries[std::size_t(row)].text.isEmpty()) takeLast(row);
    }
}

void RecordForm::setSectionOpen(int section, bool open) {
    if (section < 1 || section > int(m_sections.size()) || m_sections[std::size_t(section - 1)].open == open) return;
    m_sections[std::size_t(section - 1)].open = open;
    emit dataChanged(index(0), index(rowCount() - 1), {OpenRole});
    emit sectionsChanged();
}

QVariantList RecordForm::sections() const {
    QVariantList list;
    for (std::size_t s = 0; s < m_sections.size(); ++s) {
        int count = 0, filled = 0, wrong = 0;
        for (const Entry& entry : m_entries) {
            if (entry.section != int(s + 1)) continue;
            ++count;
            if (!entry.text.isEmpty()) ++filled;
            if (!entry.error.isEmpty()) ++wrong;
        }
        list << QVariantMap{{"section", int(s + 1)}, {"title", m_sections[s].title}, {"count", count},
                            {"filled", filled},      {"open", m_sections[s].open},   {"wrong", wrong}};
    }
    return list;
}

int RecordForm::errorCount() const {
    return int(std::ranges::count_if(m_entries, [](const Entry& entry) { return !entry.error.isEmpty(); }));
}

QVariantMap RecordForm::draft() const {
    QVariantMap map;
    // An edit of a record that is there keeps no draft: the record may be another one by then.
    if (!m_dirty || m_record != 0 || !m_def || !m_stepFields.isEmpty()) return map;
    for (const Entry& entry : m_entries) {
        if (entry.text != entry.before) map.insert(fromUtf8(field(entry).name), entry.text);
    }
    if (m_unit != m_unitBefore) map.insert(kUnitKey, m_unit);
    if (m_drawn) {
        QVariantList places;
        for (const double number : placesOf(m_shape)) places << number;
        map.insert(kPlacesKey, places);
    }
    return map;
}

void RecordForm::discard() {
    if (m_record == 0)
        startNew(m_registerId, m_unitBefore, {});
    else
        startEdit(m_registerId, m_record);
}

int RecordForm::rowOf(const QString& name) const {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (fromUtf8(field(m_entries[i]).name) == name) return int(i);
    }
    return -1;
}

int RecordForm::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

QVariant RecordForm::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Entry& entry = m_entries[std::size_t(at.row())];
    const model::FieldDef& declared = field(entry);
    switch (role) {
    case NameRole: return fromUtf8(declared.name);
    case TitleRole: return titleOf(declared.title);
    case TypeRole: return fromUtf8(model::fieldTypeName(declared.type));
    case UnitRole: return fromUtf8(declared.unit);
    case TextRole: return entry.text;
    case ShownRole: {
        const auto value = valueOf(entry);
        return value ? cellText(*m_snapshot, declared, *value) : entry.text;
    }
    case ErrorRole: return entry.error;
    case RequiredRole: return declared.required;
    case SensitiveRole: return declared.sensitive;
    case ChoicesRole: {
        QVariantList list;
        for (const model::Choice& choice : declared.choices)
            list << QVariantMap{{"key", fromUtf8(choice.code)}, {"text", titleOf(choice.name)}};
        return list;
    }
    case SectionRole: return entry.section;
    case OpensRole:
        return at.row() > 0 && m_entries[std::size_t(at.row()) - 1].section != entry.section ? entry.section : 0;
    case OpenRole: return entry.section == 0 || m_sections[std::size_t(entry.section - 1)].open;
    case LastRole:
        return m_last && !declared.sensitive ? cellText(*m_snapshot, declared, m_last->values[entry.field]) : QString();
    default: return {};
    }
}

QHash<int, QByteArray> RecordForm::roleNames() const {
    return {{NameRole, "name"},           {TitleRole, "title"},     {TypeRole, "type"},       {UnitRole, "unit"},
            {TextRole, "text"},           {ShownRole, "shown"},     {ErrorRole, "error"},     {RequiredRole, "needed"},
            {SensitiveRole, "sensitive"}, {ChoicesRole, "choices"}, {SectionRole, "section"}, {OpensRole, "opens"},
            {OpenRole, "unfolded"},       {LastRole, "last"}};
}

}  // namespace xiangtu::app
