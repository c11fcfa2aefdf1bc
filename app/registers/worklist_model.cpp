// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/worklist_model.h"

#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xiangtu::app {

namespace {

using indicators::Matter;
using indicators::Urgency;

struct WorklistTexts {
    Q_DECLARE_TR_FUNCTIONS(WorklistTexts)
};

constexpr std::array kFilters{"mine", "overdue", "due", "open", "closed"};
enum Filter { mine, overdue, due, open, closed };

struct Question {
    int filter = open;
    std::string registerId;
    model::UnitRef within;
    QString words;
    std::string author;
};

bool names(const model::RegisterDef& def, const model::Record& record, const std::string& author) {
    for (std::size_t f = 0; f < def.fields.size(); ++f) {
        if (def.fields[f].type != model::FieldType::person) continue;
        const model::Value value = record.values[f];
        const auto* name = std::get_if<std::string>(&value);
        if (name && *name == author) return true;
    }
    return false;
}

WorklistModel::Line lineOf(const model::Snapshot& snapshot, const Matter& matter, const model::Record& record) {
    const model::RegisterTable& table = *snapshot.registers[matter.registerIndex];
    const model::Lifecycle* lifecycle = snapshot.catalogue->findLifecycle(table.def.lifecycle);
    WorklistModel::Line line;
    line.registerIndex = matter.registerIndex;
    line.record = record.id;
    line.title = recordTitle(snapshot, table.def, record);
    if (record.state < lifecycle->states.size()) line.state = titleOf(lifecycle->states[record.state].title);
    line.due = dueText(matter, record.due);
    line.day = fromUtf8(record.due.iso());
    line.unit = unitCode(snapshot, record.unit);
    line.unitName = unitName(snapshot, record.unit);
    line.urgency = urgencyName(matter.urgency);
    if (matter.escalatedTo) line.escalated = levelTitle(*matter.escalatedTo);
    return line;
}

bool belongs(int filter, Urgency urgency, bool isMine) {
    switch (filter) {
    case mine: return isMine && urgency != Urgency::closed;
    case overdue: return urgency == Urgency::overdue;
    case due: return urgency == Urgency::overdue || urgency == Urgency::nearlyDue;
    case open: return urgency != Urgency::closed;
    default: return urgency == Urgency::closed;
    }
}

WorklistModel::List listOf(const model::Snapshot& snapshot, const Question& question, const base::Progress& progress) {
    WorklistModel::List list;
    std::vector<bool> has(snapshot.registers.size());
    for (const Matter& matter : indicators::matters(snapshot, question.within)) {
        progress.check();
        const model::RegisterTable& table = *snapshot.registers[matter.registerIndex];
        has[matter.registerIndex] = true;
        if (!question.registerId.empty() && table.def.id != question.registerId) continue;
        const model::Record& record = *table.find(matter.record);
        const bool isMine = names(table.def, record, question.author);
        for (int f = mine; f <= closed; ++f) list.counts[std::size_t(f)] += belongs(f, matter.urgency, isMine);
        if (!belongs(question.filter, matter.urgency, isMine)) continue;
        WorklistModel::Line line = lineOf(snapshot, matter, record);
        const bool found = question.words.isEmpty() || searchText(line.title).contains(question.words) ||
                           searchText(line.unitName).contains(question.words) ||
                           searchText(line.state).contains(question.words);
        if (found) list.lines.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < has.size(); ++i) {
        if (has[i]) list.registers.push_back(i);
    }
    return list;
}

}  // namespace

WorklistModel::WorklistModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, &WorklistModel::failed);
}

void WorklistModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &WorklistModel::refresh);
        connect(m_project, &ProjectObject::authorChanged, this, &WorklistModel::refresh);
        connect(m_project, &ProjectObject::roleChanged, this, &WorklistModel::chosenChanged);
    }
    emit projectChanged();
    refresh();
}

void WorklistModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    refresh();
}

void WorklistModel::setFilter(const QString& filter) {
    if (m_filter == filter || std::ranges::find(kFilters, filter.toStdString()) == kFilters.end()) return;
    m_filter = filter;
    chooseNone();
    emit filterChanged();
    refresh();
}

void WorklistModel::setRegisterId(const QString& id) {
    if (m_registerId == id) return;
    m_registerId = id;
    chooseNone();
    emit filterChanged();
    refresh();
}

void WorklistModel::setWithin(const QString& code) {
    if (m_within == code) return;
    m_within = code;
    chooseNone();
    emit filterChanged();
    refresh();
}

void WorklistModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    emit filterChanged();
    refresh();
}

void WorklistModel::refresh() {
    const auto snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    if (!snapshot) {
        m_job.cancel();
        beginResetModel();
        m_list.reset();
        m_lines.clear();
        endResetModel();
        m_busy = false;
        chooseNone();
        emit changed();
        return;
    }
    Question question;
    question.filter = int(std::ranges::find(kFilters, m_filter.toStdString()) - kFilters.begin());
    question.registerId = m_registerId.toStdString();
    if (const auto code = model::Code::parse(m_within.toStdString())) question.within = snapshot->findUnit(*code);
    question.words = foldQuery(m_query);
    question.author = m_project->author().toStdString();
    m_busy = true;
    emit changed();
    m_job.start<std::shared_ptr<List>>(
        [snapshot, question](const base::Progress& progress) {
            auto list = std::make_shared<List>(listOf(*snapshot, question, progress));
            list->snapshot = snapshot;
            return list;
        },
        [this](const std::shared_ptr<List>& list) {
            // The same lines again: the list keeps its place and its choice.
            const bool same = m_list && m_lines == list->lines;
            m_list = list;
            if (!same) {
                beginResetModel();
                m_lines = list->lines;
                std::erase_if(m_chosen, [&](const Key& key) {
                    return std::ranges::none_of(m_lines,
                                                [&](const Line& l) { return key == Key(l.registerIndex, l.record); });
                });
                endResetModel();
            }
            m_busy = false;
            emit changed();
            emit chosenChanged();
        });
}

QVariantMap WorklistModel::counts() const {
    QVariantMap map;
    for (std::size_t f = 0; f < kFilters.size(); ++f) {
        map.insert(QString::fromLatin1(kFilters[f]), m_list ? m_list->counts[f] : 0);
    }
    return map;
}

QVariantList WorklistModel::registers() const {
    QVariantList list{QVariantMap{{"key", QString()}, {"text", WorklistTexts::tr("All registers")}}};
    if (!m_list) return list;
    for (const std::size_t i : m_list->registers) {
        const model::RegisterDef& def = m_list->snapshot->registers[i]->def;
        list << QVariantMap{{"key", fromUtf8(def.id)}, {"text", titleOf(def.title)}};
    }
    return list;
}

QString WorklistModel::registerAt(int row) const {
    if (row < 0 || row >= count()) return {};
    return fromUtf8(m_list->snapshot->registers[m_lines[std::size_t(row)].registerIndex]->def.id);
}

qint64 WorklistModel::recordAt(int row) const {
    return row >= 0 && row < count() ? qint64(m_lines[std::size_t(row)].record) : 0;
}

int WorklistModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant WorklistModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[std::size_t(at.row())];
    switch (role) {
    case RegisterRole: return registerAt(at.row());
    case RegisterTitleRole: return titleOf(m_list->snapshot->registers[line.registerIndex]->def.title);
    case RecordRole: return qint64(line.record);
    case TitleRole: return line.title;
    case UnitRole: return line.unit;
    case UnitNameRole: return line.unitName;
    case StateRole: return line.state;
    case DueRole: return line.due;
    case DayRole: return line.day;
    case UrgencyRole: return line.urgency;
    case EscalatedRole: return line.escalated;
    case ChosenRole: return std::ranges::find(m_chosen, Key(line.registerIndex, line.record)) != m_chosen.end();
    default: return {};
    }
}

QHash<int, QByteArray> WorklistModel::roleNames() const {
    return {{RegisterRole, "registerId"},
            {RegisterTitleRole, "registerTitle"},
            {RecordRole, "record"},
            {TitleRole, "title"},
            {UnitRole, "unit"},
            {UnitNameRole, "unitName"},
            {StateRole, "stateTitle"},
            {DueRole, "due"},
            {DayRole, "day"},
            {UrgencyRole, "urgency"},
            {EscalatedRole, "escalated"},
            {ChosenRole, "chosen"}};
}

}  // namespace xiangtu::app
