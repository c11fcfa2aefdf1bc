// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/log_model.h"

#include "app/history/log_words.h"
#include "app/models/review_words.h"
#include "app/models/terms.h"
#include "edit/review_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct LogTexts {
    Q_DECLARE_TR_FUNCTIONS(LogTexts)
};

LogModel::Line shown(const store::LogLine& line, const model::Snapshot& snapshot) {
    LogModel::Line out;
    out.seq = line.entry.seq;
    out.sentence = sentenceOf(line, snapshot);
    out.reason = fromUtf8(line.entry.set.reason);
    out.author = fromUtf8(line.entry.set.author);
    out.moment = momentText(line.entry.set.at);
    out.kind = kindOf(line.entry.set.title);
    out.standing = !line.entry.undoneBy.has_value();
    out.takesBack = line.entry.kind == store::LogEntry::Kind::undo;
    // What was taken back has moved back.
    if (out.standing && !out.takesBack) out.review = reviewList(edit::reviewOf(line.entry.set), snapshot);
    for (const store::LogUnit& unit : line.units) {
        const auto code = model::Code::parse(unit.code);
        if (!code || !snapshot.findUnit(unit.level, *code).valid()) continue;
        out.unit = fromUtf8(unit.code);
        out.where = whereText(snapshot, snapshot.findUnit(unit.level, *code));
        break;
    }
    return out;
}

/// A class carries its reason itself; the log names it for other edits only.
QString reasonOf(const edit::ChangeSet& set) {
    for (const edit::Change& change : set.changes) {
        if (change.table != "unit_class") continue;
        const model::Fields& row = change.after ? *change.after : *change.before;
        if (const auto* reason = std::get_if<std::string>(&model::field(row, "reason"))) return fromUtf8(*reason);
    }
    return {};
}

}  // namespace

/// What one reading of the file gives.
struct LogModel::Page {
    std::vector<Line> lines;
    QStringList authors;
    int total = -1;
    bool more = false;
};

LogModel::LogModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_busy = false;
        m_more = false;
        emit changed();
        emit failed(text);
    });
}

void LogModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::fileChanged, this, &LogModel::clearFilter);
        connect(m_project, &ProjectObject::stateChanged, this, &LogModel::refresh);
    }
    emit projectChanged();
    refresh();
}

void LogModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    refresh();
}

void LogModel::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit activeChanged();
    refresh();
}

void LogModel::setFilter(QString& part, const QString& value) {
    if (part == value) return;
    part = value;
    emit filterChanged();
    m_more = false;
    refresh();
}

bool LogModel::filtered() const {
    return !(m_author.isEmpty() && m_kind.isEmpty() && m_within.isEmpty() && m_fromDay.isEmpty() && m_toDay.isEmpty());
}

void LogModel::clearFilter() {
    if (!filtered()) return;
    for (QString* part : {&m_author, &m_kind, &m_within, &m_fromDay, &m_toDay}) part->clear();
    emit filterChanged();
    refresh();
}

store::LogFilter LogModel::filter() const {
    store::LogFilter filter;
    filter.author = m_author.toStdString();
    filter.titles = titlesOf(m_kind);
    filter.takingBack = m_kind == QLatin1String("takenBack");
    filter.within = m_within.toStdString();
    if (const auto day = base::Date::parse(m_fromDay.toStdString())) filter.from = beginOf(*day);
    if (const auto day = base::Date::parse(m_toDay.toStdString())) filter.to = beginOf({day->days + 1});
    return filter;
}

void LogModel::refresh() {
    const bool ready = m_active && m_project && m_project->state().complete;
    if (ready) return read(0, std::max(kPage, std::min(m_lines.size(), 4 * kPage)));
    m_job.cancel();
    m_busy = false;
    if (!m_project || !m_project->state().snapshot) take({}, 0);
}

void LogModel::read(qint64 before, std::size_t lines) {
    m_busy = true;
    emit changed();
    m_job.start<std::shared_ptr<Page>>(
        [file = m_project->file().toStdString(), snapshot = m_project->state().snapshot, filter = filter(), before,
         lines](const base::Progress& progress) {
            const auto store = store::open(file, store::OpenMode::readOnly);
            auto page = std::make_shared<Page>();
            for (const store::LogLine& line : store->logLines(filter, before, lines)) {
                progress.check();
                Line& out = page->lines.emplace_back(shown(line, *snapshot));
                if (out.reason.isEmpty()) out.reason = reasonOf(line.entry.set);
            }
            page->more = page->lines.size() == lines;
            if (before == 0) {
                page->total = int(store->countLog(filter));
                for (const std::string& author : store->logAuthors()) page->authors << fromUtf8(author);
            }
            return page;
        },
        [this, before](const std::shared_ptr<Page>& page) {
            m_busy = false;
            take(*page, before);
        });
}

void LogModel::take(const Page& page, qint64 before) {
    // Whoever is told of new lines may ask for more of them at once: not before these are there.
    m_more = false;
    if (before > 0) {
        if (!page.lines.empty()) {
            beginInsertRows({}, count(), count() + int(page.lines.size()) - 1);
            m_lines.insert(m_lines.end(), page.lines.begin(), page.lines.end());
            m_more = page.more;
            endInsertRows();
        }
    } else {
        m_total = page.total;
        m_authors = page.authors;
        // The same lines again: the list keeps its place.
        if (m_lines != page.lines) {
            beginResetModel();
            m_lines = page.lines;
            m_more = page.more;
            endResetModel();
        }
        m_more = page.more;
    }
    emit changed();
}

QVariantList LogModel::authors() const {
    QVariantList list{QVariantMap{{"key", QString()}, {"text", LogTexts::tr("Everybody")}}};
    for (const QString& author : m_authors) {
        list << QVariantMap{{"key", author}, {"text", author.isEmpty() ? LogTexts::tr("without a name") : author}};
    }
    return list;
}

bool LogModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more && !m_busy; }

void LogModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent) && !m_lines.empty()) read(m_lines.back().seq, kPage);
}

int LogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant LogModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[std::size_t(at.row())];
    switch (role) {
    case SeqRole: return line.seq;
    case SentenceRole: return line.sentence;
    case ReasonRole: return line.reason;
    case AuthorRole: return line.author;
    case MomentRole: return line.moment;
    case WhereRole: return line.where;
    case KindRole: return line.kind;
    case UnitRole: return line.unit;
    case StandingRole: return line.standing;
    case TakesBackRole: return line.takesBack;
    case ReviewRole: return line.review;
    default: return {};
    }
}

QHash<int, QByteArray> LogModel::roleNames() const {
    return {{SeqRole, "seq"},           {SentenceRole, "sentence"},   {ReasonRole, "reason"}, {AuthorRole, "author"},
            {MomentRole, "moment"},     {WhereRole, "where"},         {KindRole, "kind"},     {UnitRole, "unit"},
            {StandingRole, "standing"}, {TakesBackRole, "takesBack"}, {ReviewRole, "review"}};
}

}  // namespace xiangtu::app
