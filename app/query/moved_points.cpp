// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/moved_points.h"

#include "app/models/figures.h"
#include "app/query/unit_place.h"
#include "base/error.h"
#include "query/belt.h"
#include "query/places.h"

#include <QCoreApplication>

#include <utility>

namespace xiangtu::app {

namespace {

struct MovedTexts {
    Q_DECLARE_TR_FUNCTIONS(MovedTexts)
};

std::int64_t sumOf(const query::Answer& answer, std::string_view key) {
    for (const query::Sum& sum : answer.sums) {
        if (sum.key == key) return std::int64_t(sum.value);
    }
    return 0;
}

/// Asked of the core: what is further away than the points reach from all that is there already.
std::shared_ptr<const MovedPoints::Unreached> unreachedIn(const query::Ground& ground, const query::Question& question,
                                                          const query::Answer& proposed, const std::string& metres,
                                                          const base::Progress& progress) {
    auto out = std::make_shared<MovedPoints::Unreached>();
    out->before = sumOf(proposed, "before");
    out->all = sumOf(proposed, "households");
    query::Question open{"further-than", {{"metres", metres}, {"of", "grid"}}};
    for (const char* name : {"from", "where", "within"}) open.params[name] = parameter(question, name);
    const auto& grids = ground.table(model::Level::grid);
    const auto& seats = ground.seats(model::Level::grid);
    const auto add = [&](std::uint32_t row) {
        if (!seats[row]) return;
        out->places.push_back(geom::toGeo(*seats[row]));
        out->households.push_back(std::max(0, grids.units[row].households));
    };
    if (open.params["from"].empty()) {
        const Rows within =
            unitsInPlace(ground, model::Level::grid, {{}, {{"within", open.params["within"]}}}, progress);
        for (std::uint32_t row = 0; row < within.size(); ++row) {
            if (within[row] != 0) add(row);
        }
        return out;
    }
    for (const auto& row : query::ask(ground, open, query::Shapes::none, progress).table.rows) add(row.unit.row);
    return out;
}

}  // namespace

MovedPoints::MovedPoints(QObject* parent) : QObject(parent) {}
MovedPoints::~MovedPoints() = default;

void MovedPoints::setAnswer(AnswerModel* answer) {
    if (m_answer == answer) return;
    if (m_answer) m_answer->disconnect(this);
    m_answer = answer;
    if (m_answer) {
        connect(m_answer, &AnswerModel::changed, this, &MovedPoints::takeAnswer);
        connect(m_answer, &AnswerModel::mappedChanged, this, [this] {
            connectMap();
            takeAnswer();
        });
    }
    connectMap();
    emit answerChanged();
    takeAnswer();
}

void MovedPoints::connectMap() {
    MapItem* map = m_answer ? m_answer->map() : nullptr;
    if (m_map == map) return;
    if (m_map) m_map->disconnect(this);
    m_map = map;
    if (!m_map) return;
    connect(m_map, &MapItem::handleMoved, this, &MovedPoints::carry);
    connect(m_map, &MapItem::handleLeft, this, [this] {
        if (active()) showHandles();
    });
}

void MovedPoints::takeAnswer() {
    std::shared_ptr<const ShownAnswer> shown = m_answer && m_answer->mapped() ? m_answer->shown() : nullptr;
    if (shown && (shown->question.id != "propose-points" || shown->answer.shapes.empty())) shown.reset();
    if (shown == m_taken) return;
    m_taken = std::move(shown);
    putBack();
}

void MovedPoints::putBack() {
    const bool had = active();
    m_job.cancel();
    m_points.clear();
    m_reach.clear();
    m_unreached.reset();
    m_reached = -1;
    m_moved = false;
    if (m_taken) {
        for (const geom::GeoShape& shape : m_taken->answer.shapes) {
            if (const auto at = geom::firstPoint(shape)) m_points.push_back(*at);
        }
        const std::string given = parameter(m_taken->question, "metres");
        m_metres = QString::fromStdString(given.empty() ? "1000" : given).toDouble();
        m_reached = sumOf(m_taken->answer, "after");
        if (m_taken->place.land.size() == m_points.size()) m_reach = m_taken->place.land;
    }
    if (m_answer) m_answer->drawInstead({});
    if (had || active()) showHandles();
    emit changed();
}

void MovedPoints::showHandles() {
    if (!m_map) return;
    std::vector<EditHandle> handles;
    for (const geom::GeoPoint at : m_points) handles.push_back({at, false});
    m_map->setHandles(std::move(handles));
}

void MovedPoints::carry(int index, double lon, double lat, bool done) {
    if (index < 0 || std::size_t(index) >= m_points.size() || !m_taken) return;
    m_points[std::size_t(index)] = {lon, lat};
    m_moved = true;
    drawReach(std::size_t(index));
    if (done) showHandles();
    count();
}

void MovedPoints::drawReach(std::size_t index) {
    if (m_reach.empty() || !m_answer) return;
    AskedPlace place = m_taken->place;
    try {
        m_reach[index] = query::beltAround(m_points[index], m_metres);
    } catch (const base::Error&) {
        m_reach[index].clear();  // at the pole there is no such outline
    }
    place.land = m_reach;
    m_answer->drawInstead(std::move(place));
}

void MovedPoints::count() {
    using Counted = std::pair<std::shared_ptr<const Unreached>, std::int64_t>;
    m_job.start<Counted>(
        [ground = m_taken->ground, question = m_taken->question, proposed = m_taken->answer, known = m_unreached,
         points = m_points, metres = m_metres](const base::Progress& progress) {
            const auto unreached = known ? known
                                         : unreachedIn(*ground, question, proposed,
                                                       QString::number(metres, 'g', 12).toStdString(), progress);
            return Counted(unreached, reached(*unreached, points, metres));
        },
        [this](const Counted& counted) {
            m_unreached = counted.first;
            m_reached = counted.second;
            emit changed();
        });
}

std::int64_t MovedPoints::reached(const Unreached& unreached, const std::vector<geom::GeoPoint>& points,
                                  double metres) {
    const query::Places near(std::vector<geom::GeoShape>(points.begin(), points.end()));
    std::int64_t sum = unreached.before;
    for (std::size_t i = 0; i < unreached.places.size(); ++i) {
        if (near.anyWithin(unreached.places[i], metres)) sum += unreached.households[i];
    }
    return sum;
}

QString MovedPoints::text() const {
    if (!active() || !m_taken) return {};
    if (!m_moved) return MovedTexts::tr("Drag a point on the map to see what it would reach elsewhere.");
    return MovedTexts::tr("With the points as they stand now: %1 of %2 households are reached; as proposed: %3.")
        .arg(countText(m_reached), countText(sumOf(m_taken->answer, "households")),
             countText(sumOf(m_taken->answer, "after")));
}

}  // namespace xiangtu::app
