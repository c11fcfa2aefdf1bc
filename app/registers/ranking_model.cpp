// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/ranking_model.h"

#include "app/models/terms.h"
#include "app/registers/board_model.h"
#include "app/registers/table_work.h"
#include "app/registers/words.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace xiangtu::app {

namespace {

struct RankingTexts {
    Q_DECLARE_TR_FUNCTIONS(RankingTexts)
};

}  // namespace

RankingModel::RankingModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, &RankingModel::failed);
    connect(&m_export, &LatestJob::failed, this, &RankingModel::failed);
}

void RankingModel::setSource(FiguresSource* source) {
    if (m_source == source) return;
    if (m_source) m_source->disconnect(this);
    m_source = source;
    if (m_source) connect(m_source, &FiguresSource::changed, this, &RankingModel::refresh);
    emit sourceChanged();
    refresh();
}

void RankingModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit thresholdChanged();
    emit changed();
}

void RankingModel::setIndicatorId(const QString& id) {
    if (m_indicatorId == id) return;
    m_indicatorId = id;
    m_threshold.reset();
    emit indicatorChanged();
    emit thresholdChanged();
    refresh();
}

QString RankingModel::level() const {
    const auto used = usedLevel();
    return used ? fromUtf8(model::levelName(*used)) : QString();
}

void RankingModel::setLevel(const QString& level) {
    const auto parsed = model::parseLevel(level.toStdString());
    if (parsed == m_level) return;
    m_level = parsed;
    emit indicatorChanged();
    refresh();
}

void RankingModel::setWithin(const QString& code) {
    if (m_within == code) return;
    m_within = code;
    emit withinChanged();
    refresh();
}

void RankingModel::setRamp(const QVariantList& ramp) {
    m_ramp = ramp;
    emit rampChanged();
    showOnMap();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {ColourRole});
    emit changed();
}

const model::IndicatorDef* RankingModel::def() const {
    const FiguresSource::Figures figures = m_source ? m_source->figures() : nullptr;
    return figures ? figures->snapshot().catalogue->findIndicator(m_indicatorId.toStdString()) : nullptr;
}

std::vector<model::Level> RankingModel::possibleLevels() const {
    std::vector<model::Level> levels;
    const model::IndicatorDef* declared = def();
    if (!declared) return levels;
    const model::Snapshot& snapshot = m_source->figures()->snapshot();
    const auto code = model::Code::parse(m_within.toStdString());
    const model::UnitRef within = code ? snapshot.findUnit(*code) : topUnit(snapshot);
    for (const model::Level level : declared->levels) {
        const bool below = !within.valid() || level > within.level;
        if (below && !snapshot.table(level).units.empty()) levels.push_back(level);
    }
    return levels;
}

std::optional<model::Level> RankingModel::usedLevel() const {
    const std::vector<model::Level> levels = possibleLevels();
    if (levels.empty()) return std::nullopt;
    return m_level && std::ranges::find(levels, *m_level) != levels.end() ? *m_level : levels.front();
}

QVariantList RankingModel::levels() const {
    QVariantList list;
    for (const model::Level level : possibleLevels()) {
        list << QVariantMap{{"key", fromUtf8(model::levelName(level))}, {"text", levelTitle(level)}};
    }
    return list;
}

void RankingModel::refresh() {
    const FiguresSource::Figures figures = m_source ? m_source->figures() : nullptr;
    const auto indicator = figures ? figures->find(m_indicatorId.toStdString()) : std::nullopt;
    const auto level = usedLevel();
    if (!indicator || !level) {
        m_job.cancel();
        beginResetModel();
        m_ranking.reset();
        m_figures.reset();
        endResetModel();
        m_busy = false;
        showOnMap();
        emit changed();
        return;
    }
    RankingQuestion question{*indicator, *level, {}, m_threshold};
    const auto code = model::Code::parse(m_within.toStdString());
    question.within = code ? figures->snapshot().findUnit(*code) : topUnit(figures->snapshot());
    m_busy = true;
    m_job.start<std::shared_ptr<Answer>>(
        [figures, earlier = m_source->earlier(), question](const base::Progress&) {
            return std::make_shared<Answer>(Answer{figures, rank(*figures, earlier.get(), question), question.level});
        },
        [this](const std::shared_ptr<Answer>& answer) {
            beginResetModel();
            m_figures = answer->figures;
            m_ranking = std::make_shared<const Ranking>(std::move(answer->ranking));
            endResetModel();
            m_busy = false;
            showOnMap();
            emit changed();
        });
    emit changed();
}

QString RankingModel::title() const { return def() ? titleOf(def()->title) : QString(); }
QString RankingModel::unit() const { return def() ? fromUtf8(def()->unit) : QString(); }
bool RankingModel::hasThreshold() const { return def() && asksThreshold(def()->measure) && !def()->thresholds.empty(); }

double RankingModel::threshold() const {
    if (m_threshold) return *m_threshold;
    return hasThreshold() ? def()->thresholds.front() : 0;
}

void RankingModel::setThreshold(double threshold) {
    if (!hasThreshold() || threshold == this->threshold()) return;
    m_threshold = threshold;
    emit thresholdChanged();
    refresh();
}

double RankingModel::thresholdMost() const { return hasThreshold() ? 2 * def()->thresholds.back() : 1; }

QString RankingModel::thresholdText() const {
    const double value = threshold();
    // Ten-thousands are how such amounts are spoken of.
    if (value >= 10000) return RankingTexts::tr("%1 ten thousand").arg(plainNumber(value / 10000, 2));
    return plainNumber(value, 2);
}

QString RankingModel::reachText() const {
    if (!m_ranking || !m_ranking->reach) return {};
    const Ranking::Reach& reach = *m_ranking->reach;
    const QString now = RankingTexts::tr("%1 of %2 reach it.").arg(reach.reached).arg(reach.units);
    if (!reach.hasTarget) return now;
    return reach.needed == 0 ? RankingTexts::tr("%1 The target is met.").arg(now)
                             : RankingTexts::tr("%1 %2 more are needed for the target.").arg(now).arg(reach.needed);
}

QColor RankingModel::colourOf(std::uint8_t classIndex) const {
    const int classes = m_ranking ? int(m_ranking->theme.classes()) : 0;
    if (classIndex >= classes || m_ramp.isEmpty()) return Qt::transparent;
    // Few classes take their colours from the whole ramp.
    const int last = int(m_ramp.size()) - 1;
    const int at = classes == 1 ? last : qRound(double(classIndex) * last / (classes - 1));
    return m_ramp[std::clamp(at, 0, last)].value<QColor>();
}

QVariantList RankingModel::classes() const {
    QVariantList list;
    if (!m_ranking) return list;
    const scene::FigureTheme& theme = m_ranking->theme;
    for (std::size_t c = 0; c < theme.classes(); ++c) {
        list << QVariantMap{{"title", titleOf(theme.titles[c])},
                            {"colour", colourOf(std::uint8_t(c))},
                            {"count", qint64(theme.counts[c])}};
    }
    return list;
}

void RankingModel::setMapOptions(MapOptions* options) {
    if (m_mapOptions == options) return;
    m_mapOptions = options;
    emit mappedChanged();
    showOnMap();
}

void RankingModel::setMapped(bool mapped) {
    if (m_mapped == mapped) return;
    m_mapped = mapped;
    if (m_mapOptions && mapped) m_themeBefore = m_mapOptions->theme();
    emit mappedChanged();
    showOnMap();
}

void RankingModel::showOnMap() {
    if (!m_mapOptions) return;
    const QString figure = QStringLiteral("indicator");
    if (!m_mapped || !m_ranking) {
        if (!std::exchange(m_onMap, false)) return;
        m_mapOptions->setFigures(nullptr);
        if (m_mapOptions->theme() == figure) m_mapOptions->setTheme(m_themeBefore);
        return;
    }
    auto theme = std::make_shared<scene::FigureTheme>(m_ranking->theme);
    theme->rgb.clear();
    for (std::size_t c = 0; c < theme->classes(); ++c) theme->rgb.push_back(colourOf(std::uint8_t(c)).rgb() & 0xFFFFFF);
    m_onMap = true;
    m_mapOptions->setFigures(std::move(theme));
    m_mapOptions->setTheme(figure);
}

int RankingModel::rowOfUnit(const QString& code) const {
    for (int row = 0; row < count(); ++row) {
        if (unitCode(m_figures->snapshot(), m_ranking->lines[std::size_t(row)].unit) == code) return row;
    }
    return -1;
}

void RankingModel::exportCsv(const QUrl& file) {
    const model::IndicatorDef* declared = def();
    if (!m_ranking || !declared) return;
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.path();
    indicators::Table table{declared->title, {}, {}, {}};
    table.columns = {{"rank", {"名次", "Rank"}, {}, -1, true, false},
                     {"code", {"代码", "Code"}, {}, -1, false, false},
                     {"name", {"名称", "Name"}, {}, -1, false, false},
                     {declared->id, declared->title, declared->unit, declared->decimals, true, false}};
    m_export.start<int>(
        [figures = m_figures, ranking = m_ranking, table, path,
         language = dataLanguage()](const base::Progress&) mutable {
            const model::Snapshot& snapshot = figures->snapshot();
            for (const Ranking::Line& line : ranking->lines) {
                const model::Unit& unit = snapshot.unit(line.unit);
                std::vector<model::Value> cells(4);
                if (line.rank > 0) cells[0].emplace<std::int64_t>(line.rank);
                cells[1].emplace<std::string>(unit.code.text());
                cells[2].emplace<std::string>(unit.name);
                if (!std::isnan(line.value)) cells[3].emplace<double>(line.value);
                table.rows.push_back({line.unit, 0, std::move(cells)});
            }
            writeFile(path, indicators::csv(snapshot, table, language));
            return int(table.rows.size());
        },
        [this, path](int rows) { emit exported(path, rows); });
}

int RankingModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RankingModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Ranking::Line& line = m_ranking->lines[std::size_t(at.row())];
    const model::Snapshot& snapshot = m_figures->snapshot();
    const model::IndicatorDef* declared = snapshot.catalogue->findIndicator(m_indicatorId.toStdString());
    switch (role) {
    case RankRole: return line.rank > 0 ? QString::number(line.rank) : QString();
    case CodeRole: return unitCode(snapshot, line.unit);
    case NameRole: return unitName(snapshot, line.unit);
    case ValueRole:
        return std::isnan(line.value) ? QStringLiteral("–")
                                      : plainNumber(line.value, declared ? declared->decimals : 0);
    case ShareRole: {
        double most = 0;
        for (const Ranking::Line& each : m_ranking->lines) {
            if (!std::isnan(each.value)) most = std::max(most, each.value);
        }
        return std::isnan(line.value) || !(most > 0) ? 0.0 : std::clamp(line.value / most, 0.0, 1.0);
    }
    case MoveRole: return line.climbed;
    case ComparedRole: return line.compared;
    case ColourRole: return colourOf(line.classIndex);
    default: return {};
    }
}

QHash<int, QByteArray> RankingModel::roleNames() const {
    return {{RankRole, "rank"},   {CodeRole, "code"},  {NameRole, "name"},         {ValueRole, "value"},
            {ShareRole, "share"}, {MoveRole, "climb"}, {ComparedRole, "compared"}, {ColourRole, "colour"}};
}

}  // namespace xiangtu::app
