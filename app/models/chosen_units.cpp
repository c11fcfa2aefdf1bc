// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chosen_units.h"

#include "app/models/dossier_words.h"
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "geodesy/area.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>

namespace xiangtu::app {

namespace {

using model::Code;
using model::Level;
using model::UnitRef;

struct ChosenTexts {
    Q_DECLARE_TR_FUNCTIONS(ChosenTexts)
};

struct Found {
    Level level = Level::grid;
    std::vector<Code> codes;
};

Found unitsWithin(const project::State& state, const std::vector<geom::GridPoint>& ring, std::optional<Level> only,
                  const base::Progress& progress) {
    const geom::GridBox box = geom::boxOf(ring);
    for (int l = model::kLevelCount - 1; l >= 0; --l) {
        const Level level = Level(l);
        if (only && level != *only) continue;
        Found found{level, {}};
        const model::LevelTable& table = state.snapshot->table(level);
        for (const std::uint32_t row : state.units->unitsIn(level, box)) {
            progress.check();
            if (geom::contains(ring, table.shapes.centroid(row))) found.codes.push_back(table.units[row].code);
        }
        if (!found.codes.empty()) return found;
    }
    return {only.value_or(Level::grid), {}};
}

ChosenUnits::Sum sumOf(const model::Snapshot& snapshot, Level level, const std::vector<Code>& codes, std::size_t scheme,
                       const base::Progress& progress) {
    ChosenUnits::Sum sum;
    const std::size_t classes = scheme < snapshot.schemes->size() ? (*snapshot.schemes)[scheme].classes.size() : 0;
    sum.perClass.resize(classes + 1);
    for (const Code code : codes) {
        progress.check();
        const UnitRef ref = snapshot.findUnit(level, code);
        if (!ref.valid()) continue;
        const model::Unit& unit = snapshot.unit(ref);
        if (unit.households >= 0) {
            sum.households += unit.households;
            sum.anyHouseholds = true;
        }
        sum.areaM2 += geodesy::area(snapshot.table(level).shapes, ref.row);
        ++sum.perClass[std::min(classes, std::size_t(snapshot.classOf(scheme, ref)))];
    }
    return sum;
}

}  // namespace

ChosenUnits::ChosenUnits(QObject* parent) : QObject(parent) {
    connect(&m_lasso, &LatestJob::failed, this, &ChosenUnits::failed);
    connect(&m_summing, &LatestJob::failed, this, &ChosenUnits::failed);
}

void ChosenUnits::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &ChosenUnits::takeState);
        connect(m_project, &ProjectObject::fileChanged, this, &ChosenUnits::clear);
    }
    emit projectChanged();
    takeState();
}

void ChosenUnits::setScheme(int scheme) {
    if (int(m_scheme) == scheme || scheme < 0) return;
    m_scheme = std::size_t(scheme);
    emit schemeChanged();
    sumUp();
}

void ChosenUnits::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit changed();
}

void ChosenUnits::takeState() {
    m_snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    std::vector<Code> left;
    for (const Code code : m_codes) {
        if (m_snapshot && m_snapshot->findUnit(m_level, code).valid()) left.push_back(code);
    }
    if (left.size() != m_codes.size())
        setCodes(m_level, std::move(left));
    else
        sumUp();
}

void ChosenUnits::setCodes(Level level, std::vector<Code> codes) {
    std::ranges::sort(codes);
    const auto repeated = std::ranges::unique(codes);
    codes.erase(repeated.begin(), repeated.end());
    if (level == m_level && codes == m_codes) return;
    m_level = level;
    m_codes = std::move(codes);
    emit chosenChanged();
    sumUp();
}

void ChosenUnits::toggleAt(double lon, double lat) {
    if (!m_snapshot || !m_project) return;
    const auto place = geom::snapToGrid(geom::GeoPoint{lon, lat});
    const auto& units = *m_project->state().units;
    const auto unit = m_codes.empty() ? units.smallestAt(place) : units.unitAt(m_level, place);
    if (unit) toggle(fromUtf8(m_snapshot->unit(*unit).code.text()));
}

void ChosenUnits::toggle(const QString& text) {
    const auto code = Code::parse(text.toStdString());
    if (!m_snapshot || !code) return;
    const UnitRef unit = m_codes.empty() ? m_snapshot->findUnit(*code) : m_snapshot->findUnit(m_level, *code);
    if (!unit.valid()) return;
    std::vector<Code> codes = m_codes;
    const auto there = std::ranges::find(codes, *code);
    if (there == codes.end())
        codes.push_back(*code);
    else
        codes.erase(there);
    setCodes(unit.level, std::move(codes));
}

void ChosenUnits::addWithin(const QList<double>& places) {
    if (!m_snapshot || !m_project || places.size() < 6) return;
    std::vector<geom::GridPoint> ring;
    for (qsizetype i = 0; i + 1 < places.size(); i += 2) {
        ring.push_back(geom::snapToGrid(geom::GeoPoint{places[i], places[i + 1]}));
    }
    const auto only = m_codes.empty() ? std::nullopt : std::optional(m_level);
    m_lasso.start<Found>([state = m_project->state(), ring = std::move(ring),
                          only](const base::Progress& progress) { return unitsWithin(state, ring, only, progress); },
                         [this](const Found& found) {
                             if (found.codes.empty()) emit foundNothing();
                             std::vector<Code> codes = m_codes;
                             codes.insert(codes.end(), found.codes.begin(), found.codes.end());
                             setCodes(m_codes.empty() ? found.level : m_level, std::move(codes));
                             emit changed();
                         });
    emit changed();
}

void ChosenUnits::clear() {
    m_lasso.cancel();
    setCodes(m_level, {});
}

void ChosenUnits::setClass(int index, const QString& reason, const QString& photo) {
    if (!m_snapshot || !m_project || m_codes.empty() || m_scheme >= m_snapshot->schemes->size()) return;
    const model::Scheme& scheme = (*m_snapshot->schemes)[m_scheme];
    if (index >= int(scheme.classes.size())) return;
    const QString code = index < 0 ? QString() : fromUtf8(scheme.classes[std::size_t(index)].code);
    m_project->setClass(codes(), fromUtf8(scheme.key), code, reason, photo);
}

void ChosenUnits::sumUp() {
    if (!m_snapshot || m_codes.empty()) {
        m_summing.cancel();
        m_sum = {};
        emit changed();
        return;
    }
    m_summing.start<Sum>(
        [snapshot = m_snapshot, level = m_level, codes = m_codes, scheme = m_scheme](const base::Progress& progress) {
            return sumOf(*snapshot, level, codes, scheme, progress);
        },
        [this](const Sum& sum) {
            m_sum = sum;
            emit changed();
        });
}

QStringList ChosenUnits::codes() const {
    QStringList list;
    for (const Code code : m_codes) list << fromUtf8(code.text());
    return list;
}

QString ChosenUnits::levelTitleText() const { return levelTitle(m_level); }

QString ChosenUnits::households() const {
    return m_sum.anyHouseholds ? ChosenTexts::tr("%1 households").arg(countText(m_sum.households)) : QString();
}

QString ChosenUnits::areaMu() const { return m_sum.areaM2 > 0 ? muText(m_sum.areaM2) : QString(); }

QString ChosenUnits::schemeTitle() const {
    return m_snapshot && m_scheme < m_snapshot->schemes->size() ? titleOf((*m_snapshot->schemes)[m_scheme].name)
                                                                : QString();
}

QVariantList ChosenUnits::classes() const {
    if (!m_snapshot) return {};
    QVariantList list;
    const QVariantList known = classList(*m_snapshot, m_scheme, model::ClassColumn::kUnset);
    for (qsizetype i = 0; i < known.size(); ++i) {
        QVariantMap each = known[i].toMap();
        const int having = std::size_t(i) < m_sum.perClass.size() ? m_sum.perClass[std::size_t(i)] : 0;
        each["count"] = having;
        each["current"] = having > 0 && having == count();
        list << each;
    }
    return list;
}

}  // namespace xiangtu::app
