// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/report_model.h"

#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xiangtu::app {

namespace {

struct ReportTexts {
    Q_DECLARE_TR_FUNCTIONS(ReportTexts)
};

constexpr std::array kRhythms{model::Rhythm::week, model::Rhythm::month, model::Rhythm::quarter, model::Rhythm::year};

}  // namespace

ReportModel::ReportModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_error = text;
        show(nullptr);
        emit failed(text);
    });
    connect(&m_export, &LatestJob::failed, this, &ReportModel::failed);
}

void ReportModel::setSource(FiguresSource* source) {
    if (m_source == source) return;
    if (m_source) m_source->disconnect(this);
    m_source = source;
    if (m_source) {
        connect(m_source, &FiguresSource::changed, this, &ReportModel::follow);
        connect(m_source, &FiguresSource::busyChanged, this, &ReportModel::changed);
    }
    emit sourceChanged();
    follow();
}

void ReportModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit reportsChanged();
    // Widths follow the words.
    refresh();
}

QVariantList ReportModel::reports() const {
    QVariantList list;
    if (!m_catalogue) return list;
    for (const model::Rhythm rhythm : kRhythms) {
        QString heading = titleOf(model::rhythmTitles(rhythm));
        for (const model::ReportDef& report : m_catalogue->reports) {
            if (report.rhythm != rhythm) continue;
            list << QVariantMap{{"key", fromUtf8(report.id)},
                                {"title", titleOf(report.title)},
                                {"heading", heading},
                                {"tables", ReportTexts::tr("Tables: %1").arg(report.tables.size())}};
            heading.clear();
        }
    }
    return list;
}

QVariantList ReportModel::units() const {
    QVariantList list{QVariantMap{{"key", QString()}, {"text", ReportTexts::tr("Whole county")}}};
    if (!m_townships) return list;
    for (const model::Unit& unit : m_townships->units) {
        list << QVariantMap{{"key", fromUtf8(unit.code.text())}, {"text", fromUtf8(unit.name)}};
    }
    return list;
}

void ReportModel::setReportId(const QString& id) {
    if (m_reportId == id) return;
    m_reportId = id;
    m_table = 0;
    show(nullptr);
    emit questionChanged();
    refresh();
}

void ReportModel::setWithin(const QString& code) {
    if (m_within == code) return;
    m_within = code;
    emit questionChanged();
    refresh();
}

void ReportModel::setDay(const QString& day) {
    if (m_day == day.trimmed()) return;
    m_day = day.trimmed();
    emit questionChanged();
    refresh();
}

bool ReportModel::dayWrong() const { return !m_day.isEmpty() && !base::Date::parse(m_day.toStdString()); }

void ReportModel::follow() {
    const FiguresSource::Figures figures = m_source ? m_source->figures() : nullptr;
    ProjectObject* project = m_source ? m_source->project() : nullptr;
    if (m_project != project) {
        if (m_project) m_project->disconnect(this);
        m_project = project;
        if (m_project) connect(m_project, &ProjectObject::dayLoaded, this, &ReportModel::takeDay);
    }
    const auto catalogue = figures ? figures->snapshot().catalogue : nullptr;
    const auto townships = figures ? figures->snapshot().levels[model::indexOf(model::Level::township)] : nullptr;
    if (m_catalogue != catalogue || m_townships != townships) {
        m_catalogue = catalogue;
        m_townships = townships;
        emit reportsChanged();
    }
    refresh();
}

std::shared_ptr<const ReportModel::Answer> ReportModel::answerOf(FiguresSource::Figures figures,
                                                                 const std::string& reportId,
                                                                 const std::string& within) {
    auto answer = std::make_shared<Answer>(Answer{std::move(figures), reportId, within, {}});
    const model::Snapshot& snapshot = answer->figures->snapshot();
    const model::ReportDef* report = snapshot.catalogue->findReport(reportId);
    if (!report) return answer;
    const auto code = model::Code::parse(within);
    const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef{};
    for (indicators::Table& table : indicators::reportTables(*answer->figures, *report, unit)) {
        answer->tables.push_back(layOut(snapshot, std::move(table)));
    }
    return answer;
}

void ReportModel::refresh() {
    const FiguresSource::Figures figures = m_source ? m_source->figures() : nullptr;
    m_waitsForDay = false;
    if (!figures || m_reportId.isEmpty()) {
        m_job.cancel();
        show(nullptr);
        return;
    }
    const auto day = base::Date::parse(m_day.toStdString());
    if (dayWrong()) {
        emit changed();
        return;
    }
    if (!day || *day == figures->snapshot().day) {
        work([figures](const base::Progress&) { return figures; });
        return;
    }
    m_job.cancel();
    m_waitsForDay = true;
    m_project->loadDay(*day);
    emit changed();
}

void ReportModel::takeDay(base::Date day, const std::shared_ptr<const model::Snapshot>& snapshot) {
    if (!m_waitsForDay || base::Date::parse(m_day.toStdString()) != day) return;
    m_waitsForDay = false;
    work([snapshot](const base::Progress& progress) {
        return std::make_shared<const indicators::Figures>(*snapshot, progress);
    });
}

void ReportModel::work(std::function<FiguresSource::Figures(const base::Progress&)> figures) {
    m_error.clear();
    m_job.start<std::shared_ptr<const Answer>>(
        [figures = std::move(figures), report = m_reportId.toStdString(), within = m_within.toStdString()](
            const base::Progress& progress) { return answerOf(figures(progress), report, within); },
        [this](const std::shared_ptr<const Answer>& answer) { show(answer); });
    emit changed();
}

void ReportModel::show(std::shared_ptr<const Answer> answer) {
    beginResetModel();
    m_answer = std::move(answer);
    if (m_answer && m_table >= int(m_answer->tables.size())) m_table = 0;
    endResetModel();
    emit changed();
}

bool ReportModel::busy() const { return m_job.busy() || m_waitsForDay || (m_source && m_source->busy()); }

const TableAnswer* ReportModel::shown() const {
    const bool there = m_answer && m_table < int(m_answer->tables.size());
    return there ? &m_answer->tables[std::size_t(m_table)] : nullptr;
}

QString ReportModel::title() const {
    const model::ReportDef* report = m_catalogue ? m_catalogue->findReport(m_reportId.toStdString()) : nullptr;
    return report ? titleOf(report->title) : QString();
}

QString ReportModel::withinName() const {
    if (!m_answer) return {};
    const auto code = model::Code::parse(m_answer->within);
    return code ? unitName(m_answer->figures->snapshot(), m_answer->figures->snapshot().findUnit(*code)) : QString();
}

QString ReportModel::dayShown() const {
    return m_answer ? fromUtf8(m_answer->figures->snapshot().day.iso()) : QString();
}

QVariantList ReportModel::tables() const {
    QVariantList list;
    for (std::size_t i = 0; m_answer && i < m_answer->tables.size(); ++i) {
        const TableAnswer& each = m_answer->tables[i];
        list << QVariantMap{{"key", QString::number(i)},
                            {"text", QStringLiteral("%1 (%2)").arg(titleOf(each.table->title)).arg(each.rows.size())}};
    }
    return list;
}

void ReportModel::setTable(int table) {
    if (m_table == table || !m_answer || table < 0 || table >= int(m_answer->tables.size())) return;
    beginResetModel();
    m_table = table;
    endResetModel();
    emit changed();
}

QString ReportModel::tableTitle() const { return shown() ? titleOf(shown()->table->title) : QString(); }
QString ReportModel::registerId() const { return shown() ? fromUtf8(shown()->table->registerId) : QString(); }
QVariantList ReportModel::columns() const { return shown() ? columnList(*shown()) : QVariantList(); }
int ReportModel::count() const { return shown() ? int(shown()->rows.size()) : 0; }

bool ReportModel::hasSensitive() const {
    return m_answer && std::ranges::any_of(m_answer->tables, [](const TableAnswer& each) {
               return std::ranges::any_of(each.table->columns, &indicators::Table::Column::sensitive);
           });
}

void ReportModel::setSensitiveShown(bool shown) {
    if (sensitiveShown() == shown) return;
    m_sensitive = shown ? Sensitive::shown : Sensitive::covered;
    emit sensitiveShownChanged();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {CellsRole});
}

void ReportModel::exportTable(const QUrl& file) {
    if (!shown()) return;
    write(
        file,
        [answer = m_answer, at = std::size_t(m_table), sensitive = m_sensitive, language = dataLanguage()] {
            const TableAnswer& each = answer->tables[at];
            return indicators::csv(answer->figures->snapshot(), forExport(*each.table, each.rows, sensitive), language);
        },
        count());
}

void ReportModel::exportReport(const QUrl& file) {
    if (!shown()) return;
    int rows = 0;
    for (const TableAnswer& each : m_answer->tables) rows += int(each.rows.size());
    write(
        file,
        [answer = m_answer, sensitive = m_sensitive, language = dataLanguage()] {
            const model::Snapshot& snapshot = answer->figures->snapshot();
            std::vector<indicators::Table> tables;
            for (const TableAnswer& each : answer->tables)
                tables.push_back(forExport(*each.table, each.rows, sensitive));
            return indicators::reportCsv(snapshot, *snapshot.catalogue->findReport(answer->reportId), tables, language);
        },
        rows);
}

void ReportModel::write(const QUrl& file, std::function<std::string()> text, int rows) {
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.path();
    m_export.start<int>(
        [path, text = std::move(text), rows](const base::Progress&) {
            writeFile(path, text());
            return rows;
        },
        [this, path](int written) { emit exported(path, written); });
}

int ReportModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ReportModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const TableAnswer& answer = *shown();
    const model::Snapshot& snapshot = m_answer->figures->snapshot();
    const std::size_t row = answer.rows[std::size_t(at.row())];
    switch (role) {
    case CellsRole: {
        QStringList cells;
        for (const std::size_t c : answer.columns) cells << tableCell(snapshot, *answer.table, row, c, m_sensitive);
        return cells;
    }
    case RecordRole: return qint64(answer.table->rows[row].record);
    case UnitRole: return unitCode(snapshot, answer.table->rows[row].unit);
    case UrgencyRole: return urgencyOf(snapshot, *answer.table, row);
    default: return {};
    }
}

QHash<int, QByteArray> ReportModel::roleNames() const {
    return {{CellsRole, "cells"}, {RecordRole, "record"}, {UnitRole, "unit"}, {UrgencyRole, "urgency"}};
}

}  // namespace xiangtu::app
