// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/record_table_model.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct TableTexts {
    Q_DECLARE_TR_FUNCTIONS(TableTexts)
};

}  // namespace

struct RecordTableModel::Answer : TableAnswer {
    std::shared_ptr<const model::Snapshot> snapshot;
};

RecordTableModel::RecordTableModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        setBusy(false);
        emit failed(text);
    });
    connect(&m_export, &LatestJob::failed, this, &RecordTableModel::failed);
}

void RecordTableModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &RecordTableModel::refresh);
    emit projectChanged();
    refresh();
}

void RecordTableModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    refresh();
}

void RecordTableModel::setRegisterId(const QString& id) {
    if (m_registerId == id) return;
    m_registerId = id;
    m_query.clear();
    m_condition.clear();
    m_conditionError.clear();
    m_order.clear();
    m_columnKeys.clear();
    clear();
    emit registerChanged();
    emit queryChanged();
    emit conditionChanged();
    emit orderChanged();
    emit changed();
    refresh();
}

void RecordTableModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    emit queryChanged();
    refresh();
}

void RecordTableModel::setCondition(const QString& condition) {
    if (m_condition == condition) return;
    m_condition = condition;
    refresh();
    emit conditionChanged();
}

void RecordTableModel::setWithin(const QString& code) {
    if (m_within == code) return;
    m_within = code;
    emit withinChanged();
    refresh();
}

void RecordTableModel::setOrder(const QString& order) {
    if (m_order == order) return;
    m_order = order;
    emit orderChanged();
    refresh();
}

void RecordTableModel::sortBy(const QString& key) {
    if (m_order == key)
        setOrder(QLatin1Char('-') + key);
    else
        setOrder(m_order == QLatin1Char('-') + key ? QString() : key);
}

void RecordTableModel::setColumnShown(const QString& key, bool shown) {
    const model::RegisterDef* declared = def();
    if (!declared) return;
    std::vector<std::string> keys;
    for (const QVariant& field : fields()) {
        const QVariantMap map = field.toMap();
        const QString name = map.value(QStringLiteral("key")).toString();
        if (name == key ? shown : map.value(QStringLiteral("shown")).toBool()) keys.push_back(name.toStdString());
    }
    // A table of nothing could not be told from an empty one.
    if (keys.empty()) return;
    m_columnKeys = std::move(keys);
    const QString sorted = m_order.startsWith(QLatin1Char('-')) ? m_order.mid(1) : m_order;
    if (!shown && sorted == key) setOrder(QString());
    refresh();
}

const model::RegisterDef* RecordTableModel::def() const {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const model::RegisterTable* table = snapshot ? snapshot->findRegister(m_registerId.toStdString()) : nullptr;
    return table ? &table->def : nullptr;
}

void RecordTableModel::clear() {
    beginResetModel();
    m_snapshot.reset();
    m_answer = {};
    endResetModel();
}

void RecordTableModel::refresh() {
    const auto snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    const model::RegisterDef* declared = snapshot ? def() : nullptr;
    if (!declared) {
        m_job.cancel();
        clear();
        setBusy(false);
        emit changed();
        return;
    }
    indicators::RecordQuery query;
    query.registerId = declared->id;
    const auto faultBefore = m_conditionError;
    m_conditionError.clear();
    try {
        query.where = model::Expression::parse(m_condition.trimmed().toStdString(), declared);
    } catch (const base::Error& e) { m_conditionError = fromUtf8(e.what()); }
    if (m_conditionError != faultBefore) emit conditionChanged();
    if (!m_conditionError.isEmpty()) return;  // the last table that could be read stays
    if (const auto code = model::Code::parse(m_within.toStdString())) query.within = snapshot->findUnit(*code);
    std::erase_if(m_columnKeys, [&](const std::string& key) { return !declared->fieldAt(key); });
    query.columns = m_columnKeys;
    query.order = m_order.toStdString();
    setBusy(true);
    m_job.start<std::shared_ptr<Answer>>(
        [snapshot, query, words = m_query](const base::Progress& progress) {
            auto answer = std::make_shared<Answer>();
            static_cast<TableAnswer&>(*answer) = makeTable(*snapshot, query, words, progress);
            answer->snapshot = snapshot;
            return answer;
        },
        [this](const std::shared_ptr<Answer>& answer) { take(answer); });
}

void RecordTableModel::take(const std::shared_ptr<Answer>& answer) {
    beginResetModel();
    m_snapshot = answer->snapshot;
    m_answer = std::move(static_cast<TableAnswer&>(*answer));
    endResetModel();
    setBusy(false);
    emit changed();
}

void RecordTableModel::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

QString RecordTableModel::title() const {
    const model::RegisterDef* declared = def();
    return declared ? titleOf(declared->title) : QString();
}

QString RecordTableModel::withinName() const {
    const auto code = model::Code::parse(m_within.toStdString());
    return m_snapshot && code ? unitName(*m_snapshot, m_snapshot->findUnit(*code)) : QString();
}

QString RecordTableModel::countWords() const { return TableTexts::tr("Records: %1").arg(countText(count())); }

QVariantList RecordTableModel::columns() const { return m_answer.table ? columnList(m_answer) : QVariantList(); }

QStringList RecordTableModel::sums() const {
    QStringList list;
    for (const std::size_t c : m_answer.columns) {
        list << (m_answer.sums[c] ? plainNumber(*m_answer.sums[c], 2) : QString());
    }
    return list;
}

bool RecordTableModel::hasSensitive() const {
    const model::RegisterDef* declared = def();
    return declared && std::ranges::any_of(declared->fields, &model::FieldDef::sensitive);
}

void RecordTableModel::setSensitiveShown(bool shown) {
    if (sensitiveShown() == shown) return;
    m_sensitive = shown ? Sensitive::shown : Sensitive::covered;
    emit sensitiveShownChanged();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {CellsRole});
}

QVariantList RecordTableModel::fields() const {
    QVariantList list;
    const model::RegisterDef* declared = def();
    if (!declared) return list;
    const std::vector<std::size_t> usual = declared->listColumns();
    for (std::size_t i = 0; i < declared->fields.size(); ++i) {
        const model::FieldDef& field = declared->fields[i];
        if (field.retired) continue;
        const bool shown = m_columnKeys.empty() ? std::ranges::find(usual, i) != usual.end()
                                                : std::ranges::find(m_columnKeys, field.name) != m_columnKeys.end();
        list << QVariantMap{{"key", fromUtf8(field.name)}, {"title", titleOf(field.title)}, {"shown", shown}};
    }
    return list;
}

int RecordTableModel::rowOfRecord(qint64 record) const {
    for (std::size_t i = 0; i < m_answer.rows.size(); ++i) {
        if (m_answer.table->rows[m_answer.rows[i]].record == record) return int(i);
    }
    return -1;
}

qint64 RecordTableModel::recordAt(int row) const {
    return row >= 0 && row < count() ? m_answer.table->rows[m_answer.rows[std::size_t(row)]].record : 0;
}

QString RecordTableModel::unitAt(int row) const {
    return row >= 0 && row < count() ? unitCode(*m_snapshot, m_answer.table->rows[m_answer.rows[std::size_t(row)]].unit)
                                     : QString();
}

void RecordTableModel::exportCsv(const QUrl& file) {
    if (!m_answer.table) return;
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.path();
    m_export.start<int>(
        [snapshot = m_snapshot, table = m_answer.table, rows = m_answer.rows, path, sensitive = m_sensitive,
         language = dataLanguage()](const base::Progress&) {
            const indicators::Table shown = forExport(*table, rows, sensitive);
            writeFile(path, indicators::csv(*snapshot, shown, language));
            return int(shown.rows.size());
        },
        [this, path](int rows) { emit exported(path, rows); });
}

int RecordTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RecordTableModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const std::size_t row = m_answer.rows[std::size_t(at.row())];
    switch (role) {
    case CellsRole: {
        QStringList cells;
        for (const std::size_t c : m_answer.columns)
            cells << tableCell(*m_snapshot, *m_answer.table, row, c, m_sensitive);
        return cells;
    }
    case RecordRole: return qint64(m_answer.table->rows[row].record);
    case UnitRole: return unitCode(*m_snapshot, m_answer.table->rows[row].unit);
    case UrgencyRole: return urgencyOf(*m_snapshot, *m_answer.table, row);
    default: return {};
    }
}

QHash<int, QByteArray> RecordTableModel::roleNames() const {
    return {{CellsRole, "cells"}, {RecordRole, "record"}, {UnitRole, "unit"}, {UrgencyRole, "urgency"}};
}

}  // namespace xiangtu::app
