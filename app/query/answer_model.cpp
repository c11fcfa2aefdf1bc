// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/answer_model.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/query/question_words.h"
#include "app/registers/words.h"
#include "store/store.h"

#include <QCoreApplication>

#include <atomic>

namespace xiangtu::app {

namespace {

struct AnswerTexts {
    Q_DECLARE_TR_FUNCTIONS(AnswerTexts)
};

/// The column a line is called by.
std::size_t titleColumn(const indicators::Table& table) {
    for (const char* key : {"name", "place", "record", "label"}) {
        const auto found = std::ranges::find(table.columns, key, &indicators::Table::Column::key);
        if (found != table.columns.end()) return std::size_t(found - table.columns.begin());
    }
    return 0;
}

}  // namespace

AnswerModel::AnswerModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_error = text;
        take(nullptr);
    });
    connect(&m_export, &LatestJob::failed, this, &AnswerModel::failed);
    connect(this, &AnswerModel::coloursChanged, this, &AnswerModel::showOnMapSoon);
}

AnswerModel::~AnswerModel() = default;

void AnswerModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &AnswerModel::takeState);
        connect(m_project, &ProjectObject::fileChanged, this, &AnswerModel::clear);
    }
    emit projectChanged();
    takeState();
}

void AnswerModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    beginResetModel();
    endResetModel();
    emit changed();
}

void AnswerModel::takeState() {
    const project::State state = m_project ? m_project->state() : project::State{};
    const auto snapshot = state.complete ? state.snapshot : nullptr;
    if (m_snapshot == snapshot) return;
    m_snapshot = snapshot;
    m_ground.reset();
    if (!snapshot) return clear();
    m_ground = std::make_shared<const query::Ground>(
        snapshot, state.units, state.topology, [file = m_project->file().toStdString()](base::Date day) {
            return std::make_shared<const model::Snapshot>(store::open(file, store::OpenMode::readOnly)->load(day, {}));
        });
    if (!m_question.isEmpty()) start();
}

void AnswerModel::ask(const QVariantMap& question) {
    m_question = question;
    m_level.reset();
    start();
}

void AnswerModel::start() {
    if (!m_ground) return;
    m_error.clear();
    tell({}, -1);
    m_job.start<std::shared_ptr<const ShownAnswer>>(
        [ground = m_ground, question = toQuestion(m_question)](const base::Progress& progress) {
            return std::make_shared<const ShownAnswer>(answerTo(ground, question, progress));
        },
        [this](std::shared_ptr<const ShownAnswer> shown) { take(std::move(shown)); }, listening());
    emit changed();
}

base::Progress AnswerModel::listening() {
    // Asking again makes what the question before still says worthless.
    const int run = ++m_run;
    auto last = std::make_shared<std::atomic<int>>(-1);
    return base::Progress([this, run, last](std::string_view stage, std::int64_t done, std::int64_t total) {
        const int percent = total > 0 ? int(100 * done / total) : -1;
        if (last->exchange(percent) == percent) return;
        const auto heard = [this, run, percent, key = QByteArray(stage.data(), qsizetype(stage.size()))] {
            if (run == m_run && busy()) tell(key, percent);
        };
        QMetaObject::invokeMethod(this, heard, Qt::QueuedConnection);
    });
}

void AnswerModel::tell(const QByteArray& stage, int percent) {
    m_stage = stage;
    m_percent = percent;
    emit progressed();
}

QString AnswerModel::stage() const {
    if (m_stage == "distances") return AnswerTexts::tr("Measuring distances…");
    if (m_stage == "outlines") return AnswerTexts::tr("Preparing outlines…");
    if (m_stage == "land") return AnswerTexts::tr("Measuring land…");
    if (m_stage == "areas") return AnswerTexts::tr("Measuring areas…");
    if (m_stage == "candidates") return AnswerTexts::tr("Trying places…");
    if (m_stage == "conditions") return AnswerTexts::tr("Checking conditions…");
    return AnswerTexts::tr("Looking…");
}

void AnswerModel::cancel() {
    m_job.cancel();
    emit changed();
}

void AnswerModel::clear() {
    m_job.cancel();
    m_question.clear();
    m_error.clear();
    take(nullptr);
}

void AnswerModel::take(std::shared_ptr<const ShownAnswer> shown) {
    beginResetModel();
    m_shown = std::move(shown);
    m_drawnInstead.reset();
    endResetModel();
    showOnMapSoon();
    emit changed();
}

QString AnswerModel::error() const { return m_error.isEmpty() ? QString() : refusedWords(m_error); }

QString AnswerModel::sentence() const { return m_shown ? sentenceOf(m_shown->question, m_shown->answer) : QString(); }

QVariantList AnswerModel::sums() const {
    QVariantList list;
    if (!m_shown) return list;
    for (const query::Sum& sum : m_shown->answer.sums) {
        list << QVariantMap{{"title", titleOf(sum.title)}, {"value", figureText(sum.value, sum.decimals, sum.unit)}};
    }
    return list;
}

QStringList AnswerModel::notes() const {
    QStringList list;
    if (m_shown) {
        for (const model::Titles& note : m_shown->answer.notes) list << titleOf(note);
    }
    return list;
}

QVariantList AnswerModel::levels() const {
    QVariantList list;
    if (!m_shown) return list;
    for (const LevelSummary& each : m_shown->levels) {
        list << QVariantMap{{"key", fromUtf8(model::levelName(each.level))}, {"text", levelTitle(each.level)}};
    }
    return list;
}

const LevelSummary* AnswerModel::summaryShown() const {
    if (!m_shown || m_shown->levels.empty()) return nullptr;
    const auto found =
        std::ranges::find(m_shown->levels, m_level.value_or(m_shown->levels.front().level), &LevelSummary::level);
    return found == m_shown->levels.end() ? &m_shown->levels.front() : &*found;
}

QString AnswerModel::level() const {
    const LevelSummary* summary = summaryShown();
    return summary ? fromUtf8(model::levelName(summary->level)) : QString();
}

void AnswerModel::setLevel(const QString& level) {
    m_level = model::parseLevel(level.toStdString());
    emit changed();
}

QVariantList AnswerModel::summary() const {
    QVariantList list;
    const LevelSummary* summary = summaryShown();
    if (!summary) return list;
    for (const LevelSummary::Line& line : summary->lines) {
        if (list.size() == kSummaryLines) break;
        QString text =
            line.of > 0
                ? AnswerTexts::tr("%1 of %2").arg(plainNumber(double(line.count), 0), plainNumber(double(line.of), 0))
                : plainNumber(double(line.count), 0);
        if (line.households > 0) text = AnswerTexts::tr("%1 · %2 households").arg(text, countText(line.households));
        if (line.squareMetres > 0) text = AnswerTexts::tr("%1 · %2").arg(text, muText(line.squareMetres));
        list << QVariantMap{{"code", unitCode(m_shown->snapshot(), line.unit)},
                            {"name", unitName(m_shown->snapshot(), line.unit)},
                            {"text", text}};
    }
    return list;
}

QStringList AnswerModel::codes() const {
    QStringList list;
    if (!m_shown || m_shown->markedCount > kOutlined) return list;
    for (std::uint32_t row = 0; row < m_shown->marked.size(); ++row) {
        if (m_shown->marked[row] != 0) list << unitCode(m_shown->snapshot(), {m_shown->level, row});
    }
    return list;
}

QVariantMap AnswerModel::placeOf(int row) const {
    if (row < 0 || row >= count()) return {};
    const auto& line = m_shown->answer.table.rows[std::size_t(row)];
    QVariantMap place{{"code", unitCode(m_shown->snapshot(), line.unit)}, {"placed", false}};
    if (line.record > 0 && !m_shown->answer.table.registerId.empty()) {
        place[QStringLiteral("registerId")] = fromUtf8(m_shown->answer.table.registerId);
        place[QStringLiteral("record")] = qint64(line.record);
    }
    if (const auto at = geom::firstPoint(shapeOfRow(*m_shown, std::size_t(row)))) {
        place[QStringLiteral("lon")] = at->lon;
        place[QStringLiteral("lat")] = at->lat;
        place[QStringLiteral("placed")] = true;
    }
    return place;
}

int AnswerModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant AnswerModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const auto row = std::size_t(at.row());
    const query::Answer& answer = m_shown->answer;
    const std::size_t title = titleColumn(answer.table);
    switch (role) {
    case TitleRole: return answerCell(answer, row, title);
    case DetailRole: {
        QStringList parts;
        for (std::size_t c = 0; c < answer.table.columns.size(); ++c) {
            const auto& column = answer.table.columns[c];
            const QString cell = c == title || column.key == "code" ? QString() : answerCell(answer, row, c);
            if (cell.isEmpty()) continue;
            parts << (column.key == "level" ? cell : AnswerTexts::tr("%1 %2").arg(titleOf(column.title), cell));
        }
        return parts.join(QStringLiteral(" · "));
    }
    case CodeRole: return unitCode(m_shown->snapshot(), answer.table.rows[row].unit);
    default: return {};
    }
}

QHash<int, QByteArray> AnswerModel::roleNames() const {
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {CodeRole, "code"}};
}

}  // namespace xiangtu::app
