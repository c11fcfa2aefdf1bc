// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/comparison_model.h"

#include "app/history/comparison.h"
#include "app/history/log_words.h"
#include "app/models/figures.h"
#include "app/models/terms.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace xiangtu::app {

namespace {

const QString kIndicator = QStringLiteral("indicator");
/// What is less is written as no change.
constexpr double kSeenM2 = 0.5;

}  // namespace

ComparisonModel::ComparisonModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_busy = false;
        emit changed();
        emit failed(text);
    });
}

void ComparisonModel::watch(QPointer<ProjectObject>& part, ProjectObject* file) {
    if (part == file) return;
    if (part) part->disconnect(this);
    part = file;
    if (part) connect(part, &ProjectObject::stateChanged, this, &ComparisonModel::refresh);
    emit sourcesChanged();
    refresh();
}

void ComparisonModel::setEarlier(ProjectObject* file) { watch(m_earlier, file); }
void ComparisonModel::setLater(ProjectObject* file) { watch(m_later, file); }

void ComparisonModel::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit sourcesChanged();
    refresh();
}

void ComparisonModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    list();
    showOnMap();
}

QString ComparisonModel::level() const { return m_level ? fromUtf8(model::levelName(*m_level)) : QString(); }

void ComparisonModel::setLevel(const QString& level) {
    m_asked = model::parseLevel(level.toStdString());
    list();
    showOnMap();
}

void ComparisonModel::setKind(const QString& kind) {
    if (m_kind == kind) return;
    m_kind = kind;
    list();
}

void ComparisonModel::setMap(MapItem* map) {
    if (m_map == map) return;
    m_map = map;
    emit mappedChanged();
    showOnMap();
}

void ComparisonModel::setMapped(bool mapped) {
    if (m_mapped == mapped) return;
    m_mapped = mapped;
    emit mappedChanged();
    showOnMap();
}

void ComparisonModel::setColours(const QVariantMap& colours) {
    if (m_colours == colours) return;
    m_colours = colours;
    emit coloursChanged();
    showOnMap();
}

void ComparisonModel::refresh() {
    const bool ready = m_active && m_earlier && m_later && m_earlier != m_later && m_earlier->state().complete &&
                       m_later->state().complete;
    if (!ready) {
        m_job.cancel();
        m_busy = false;
        m_comparison.reset();
        list();
        showOnMap();
        return;
    }
    const auto earlier = m_earlier->state().snapshot;
    const auto later = m_later->state().snapshot;
    if (m_comparison && m_comparison->earlier == earlier && m_comparison->later == later) return;
    m_busy = true;
    m_job.start<std::shared_ptr<const Comparison>>(
        [earlier, later](const base::Progress&) {
            return std::make_shared<const Comparison>(compareDays(earlier, later));
        },
        [this](std::shared_ptr<const Comparison> comparison) {
            m_busy = false;
            m_comparison = std::move(comparison);
            list();
            showOnMap();
        });
    emit changed();
}

void ComparisonModel::list() {
    beginResetModel();
    m_rows.clear();
    m_level.reset();
    if (m_comparison) {
        m_level = m_asked;
        for (auto l = model::kLevels.rbegin(); l != model::kLevels.rend() && !m_level; ++l) {
            if (m_comparison->count(*l) > 0) m_level = *l;
        }
        if (!m_level) m_level = model::Level::grid;
        for (std::uint32_t i = 0; i < m_comparison->all.size(); ++i) {
            const edit::UnitDifference& difference = m_comparison->all[i];
            if (difference.level != *m_level) continue;
            if (m_kind.isEmpty() || kindName(kindOf(difference)) == m_kind) m_rows.push_back(i);
        }
    }
    endResetModel();
    emit changed();
}

void ComparisonModel::showOnMap() {
    if (!m_map || !m_map->mapOptions()) return;
    MapOptions& options = *m_map->mapOptions();
    if (!m_mapped || !m_comparison) {
        if (!std::exchange(m_onMap, false)) return;
        m_map->setDifferences({}, {});
        options.setFigures(nullptr);
        if (options.theme() == kIndicator) options.setTheme(m_themeBefore);
        return;
    }
    std::array<std::uint32_t, kDifferenceKinds> rgb{};
    for (std::size_t k = 0; k < rgb.size(); ++k) rgb[k] = colourOf(DifferenceKind(k)).rgb() & 0xFFFFFF;
    const std::uint32_t same = m_colours.value(QStringLiteral("same")).value<QColor>().rgb() & 0xFFFFFF;
    auto theme = std::make_shared<scene::FigureTheme>(differenceTheme(*m_comparison, *m_level, rgb, same));
    if (!std::exchange(m_onMap, true)) m_themeBefore = options.theme();
    options.setFigures(std::move(theme));
    options.setTheme(kIndicator);
    m_map->setDifferences(
        differenceShapes(*m_comparison, *m_level),
        {colourOf(DifferenceKind::moved), colourOf(DifferenceKind::fresh), colourOf(DifferenceKind::gone)});
}

QColor ComparisonModel::colourOf(DifferenceKind kind) const { return m_colours.value(kindName(kind)).value<QColor>(); }

QVariantList ComparisonModel::levels() const {
    QVariantList list;
    if (!m_comparison) return list;
    for (const model::Level level : model::kLevels) {
        const bool there =
            !m_comparison->later->table(level).units.empty() || !m_comparison->earlier->table(level).units.empty();
        if (!there) continue;
        list << QVariantMap{{"key", fromUtf8(model::levelName(level))},
                            {"title", levelTitle(level)},
                            {"count", qint64(m_comparison->count(level))}};
    }
    return list;
}

QVariantList ComparisonModel::kinds() const {
    QVariantList list;
    if (!m_comparison) return list;
    const Comparison::Sums sums = m_comparison->sums(*m_level);
    for (std::size_t k = kDifferenceKinds; k-- > 0;) {
        if (sums.counts[k] == 0) continue;
        const auto kind = DifferenceKind(k);
        list << QVariantMap{{"key", kindName(kind)},
                            {"title", kindTitle(kind)},
                            {"count", qint64(sums.counts[k])},
                            {"colour", colourOf(kind)}};
    }
    return list;
}

QString ComparisonModel::gained() const {
    const double area = m_comparison ? m_comparison->sums(*m_level).gained : 0;
    return area < kSeenM2 ? QString() : muText(area);
}

QString ComparisonModel::lost() const {
    const double area = m_comparison ? m_comparison->sums(*m_level).lost : 0;
    return area < kSeenM2 ? QString() : muText(area);
}

void ComparisonModel::show(int row) {
    if (!m_map || row < 0 || row >= count()) return;
    const geom::GridBox& box = m_comparison->all[m_rows[std::size_t(row)]].box;
    if (box.empty()) return;
    const geom::GeoPoint low = geom::toGeo(box.min), high = geom::toGeo(box.max);
    const double lat = (low.lat + high.lat) / 2;
    constexpr double kMetresPerDegree = 111320;
    constexpr double kRoom = 2.2;  // the unit and what lies around it
    const double wide = (high.lon - low.lon) * kMetresPerDegree * std::cos(lat * std::numbers::pi / 180);
    const double tall = (high.lat - low.lat) * kMetresPerDegree;
    const double scale =
        std::max({kRoom * wide / std::max(1.0, m_map->width()), kRoom * tall / std::max(1.0, m_map->height()), 0.2});
    m_map->goToPlace((low.lon + high.lon) / 2, lat, scale);
}

int ComparisonModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ComparisonModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const edit::UnitDifference& d = m_comparison->all[m_rows[std::size_t(at.row())]];
    const model::Unit& unit = d.isGone() ? m_comparison->earlier->unit(d.before) : m_comparison->later->unit(d.after);
    const double change = d.areaAfter - d.areaBefore;
    switch (role) {
    case CodeRole: return fromUtf8(unit.code.text());
    case NameRole: return fromUtf8(unit.name);
    case WhereRole:
        return d.isGone() ? whereText(*m_comparison->earlier, d.before) : whereText(*m_comparison->later, d.after);
    case KindRole: return kindName(kindOf(d));
    case ColourRole: return colourOf(kindOf(d));
    case WhatRole: return whatDiffers(*m_comparison, d);
    case AreaRole:
        if (d.isNew() || d.isGone()) return muText(d.isNew() ? d.areaAfter : d.areaBefore);
        return d.borderMoved ? QStringLiteral("%1 → %2").arg(muText(d.areaBefore), muText(d.areaAfter)) : QString();
    case ChangeRole:
        if (!d.borderMoved || std::abs(change) < kSeenM2) return QString();
        return (change > 0 ? QStringLiteral("+") : QStringLiteral("−")) + muText(std::abs(change));
    case MissingRole: return d.isGone() && !m_comparison->later->findUnit(d.level, unit.code).valid();
    default: return {};
    }
}

QHash<int, QByteArray> ComparisonModel::roleNames() const {
    return {{CodeRole, "code"}, {NameRole, "name"},     {WhereRole, "where"},
            {KindRole, "kind"}, {ColourRole, "colour"}, {WhatRole, "what"},
            {AreaRole, "area"}, {ChangeRole, "change"}, {MissingRole, "missing"}};
}

}  // namespace xiangtu::app
