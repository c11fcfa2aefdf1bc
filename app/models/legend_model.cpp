// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/legend_model.h"

#include "app/models/figures.h"
#include "app/models/terms.h"

#include <algorithm>
#include <utility>

namespace xiangtu::app {

namespace {

struct Answer {
    scene::Legend legend;
    std::shared_ptr<const style::StyleSheet> style;
};

QString amountText(const scene::LegendEntry& entry) {
    if (entry.total <= 0) return countText(entry.count);
    return QStringLiteral("%1 / %2 · %3")
        .arg(countText(entry.count), countText(entry.total), shareText(double(entry.count) / double(entry.total)));
}

QString quantityText(const scene::LegendEntry& entry) {
    QStringList parts;
    for (const auto& [sum, unit] : entry.stated) {
        const int decimals = sum == double(qint64(sum)) ? 0 : 1;
        parts << numberText(sum, decimals) + QLatin1Char(' ') + fromUtf8(unit);
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

LegendModel::LegendModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        setBusy(false);
        emit failed(text);
    });
}

void LegendModel::setMap(MapItem* map) {
    if (m_map == map) return;
    if (m_map) {
        m_map->disconnect(this);
        if (m_map->mapOptions()) m_map->mapOptions()->disconnect(this);
    }
    m_map = map;
    if (m_map) {
        connect(m_map, &MapItem::geometryChanged, this, &LegendModel::refresh);
        connect(m_map, &MapItem::viewChanged, this, &LegendModel::followView);
        if (m_map->mapOptions()) {
            connect(m_map->mapOptions(), &MapOptions::changed, this, &LegendModel::refresh);
            connect(m_map->mapOptions(), &MapOptions::registersShownChanged, this, &LegendModel::refresh);
        }
        if (m_map->project()) connect(m_map->project(), &ProjectObject::stateChanged, this, &LegendModel::refresh);
    }
    emit mapChanged();
    refresh();
}

void LegendModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit changed();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1));
}

void LegendModel::followView() {
    if (!m_judged || !m_snapshot || !m_map->mapOptions()) return;
    const scene::Options& options = m_map->mapOptions()->options();
    if (options.theme != scene::Theme::partyCoverage) return;
    if (scene::coverageLevel(options, m_map->metresPerPixel(), *m_snapshot) != *m_judged) refresh();
}

void LegendModel::refresh() {
    const auto geometry = m_map ? m_map->geometry() : nullptr;
    const auto snapshot = m_map && m_map->project() ? m_map->project()->state().snapshot : nullptr;
    // Classes change without moving a border, borders never without a new geometry.
    if (!geometry || !snapshot || !m_map->mapOptions() || geometry->snapshot().levels != snapshot->levels) {
        m_job.cancel();
        setBusy(geometry != nullptr && snapshot != nullptr);
        if (!snapshot && m_legend) {
            beginResetModel();
            m_legend.reset();
            m_snapshot.reset();
            endResetModel();
            emit changed();
        }
        return;
    }
    const scene::Options options = m_map->mapOptions()->options();
    const double metresPerPixel = m_map->metresPerPixel();
    m_judged = scene::coverageLevel(options, metresPerPixel, *snapshot);
    setBusy(true);
    m_job.start<Answer>(
        [=, dir = m_map->styleDir().toStdString()](const base::Progress&) {
            const char* sheet = options.appearance == scene::Appearance::dark ? "dark" : "light";
            Answer answer;
            answer.style = std::make_shared<const style::StyleSheet>(style::load(dir, sheet));
            answer.legend = scene::buildLegend(*geometry, *snapshot, *answer.style, options, metresPerPixel);
            return answer;
        },
        [this, snapshot](Answer answer) {
            beginResetModel();
            m_legend = std::move(answer.legend);
            m_style = std::move(answer.style);
            m_snapshot = snapshot;
            endResetModel();
            emit changed();
            setBusy(false);
        });
}

void LegendModel::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

QString LegendModel::title() const { return m_legend ? titleOf(m_legend->title) : QString(); }
QString LegendModel::counted() const { return m_legend ? titleOf(m_legend->counted) : QString(); }

bool LegendModel::hatching() const { return m_map && m_map->mapOptions() && m_map->mapOptions()->hatching(); }

int LegendModel::classOf(const scene::LegendEntry& entry) const {
    if (!m_map || !m_map->mapOptions() || m_map->mapOptions()->options().theme != scene::Theme::fiveColour) return -1;
    const std::size_t scheme = m_map->mapOptions()->options().scheme;
    if (scheme >= m_snapshot->schemes->size()) return -1;
    const auto& classes = (*m_snapshot->schemes)[scheme].classes;
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return c.code == entry.key; });
    return found == classes.end() ? -1 : int(found - classes.begin());
}

void LegendModel::setShown(int row, bool shown) {
    const scene::LegendEntry* line = entry(row);
    const int position = line ? classOf(*line) : -1;
    if (position >= 0) m_map->mapOptions()->setClassShown(position, shown);
}

const scene::LegendEntry* LegendModel::entry(int row) const {
    return row >= 0 && row < count() ? &m_legend->entries[std::size_t(row)] : nullptr;
}

int LegendModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant LegendModel::data(const QModelIndex& index, int role) const {
    const scene::LegendEntry* line = entry(index.row());
    if (!line) return {};
    switch (role) {
    case KeyRole: return fromUtf8(line->key);
    case TitleRole: return titleOf(line->title);
    case AmountRole: return amountText(*line);
    case QuantityRole: return quantityText(*line);
    case ShownRole: return line->shown;
    case ClassRole: return classOf(*line);
    case HasSwatchRole: return line->colour != 0 || !line->symbol.empty();
    default: return {};
    }
}

QHash<int, QByteArray> LegendModel::roleNames() const {
    return {{KeyRole, "key"},     {TitleRole, "title"},      {AmountRole, "amount"},      {QuantityRole, "quantity"},
            {ShownRole, "shown"}, {ClassRole, "classIndex"}, {HasSwatchRole, "hasSwatch"}};
}

}  // namespace xiangtu::app
