// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/asked_place.h"

#include "app/query/selection.h"
#include "app/query/unit_place.h"
#include "base/error.h"
#include "geom/wkt.h"
#include "model/expression.h"
#include "query/belt.h"
#include "query/places.h"

#include <algorithm>
#include <charconv>

namespace xiangtu::app {

namespace {

using model::UnitRef;

/// More circles than that hide the map.
constexpr std::size_t kMostReaches = 400;

class Finder {
public:
    Finder(const query::Ground& ground, const query::Question& question, const query::Answer& answer,
           const base::Progress& progress)
        : m_ground(ground), m_question(question), m_answer(answer), m_progress(progress) {}

    [[nodiscard]] AskedPlace place() {
        const std::string& id = m_question.id;
        if (id == kSelect) {
            selected();
        } else if (id == "tour") {
            tour();
        } else {
            for (const char* name : {"area", "line", "at"}) drawn(given(name));
            record();
            if (id == "inside" || id == "overlay") outline(given("unit"));
            if (id == "around" && given("from").empty()) circle();
            if (id == "around" || id == "further-than" || id == "propose-points") reaches();
        }
        if (id != "tour") outline(given("within"));
        return std::move(m_place);
    }

private:
    /// As given, else the preset of the question.
    [[nodiscard]] std::string given(const char* name) const {
        const std::string text = parameter(m_question, name);
        const query::QuestionDef* def = query::findQuestion(m_question.id);
        if (!text.empty() || !def) return text;
        const auto param = std::ranges::find(def->params, std::string_view(name), &query::Param::name);
        return param == def->params.end() ? std::string() : std::string(param->preset);
    }
    [[nodiscard]] double metres() const {
        const std::string text = given("metres");
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        // What was refused as a radius was not answered.
        return value > 0 && value <= query::kFurthestMetres / 4 ? value : 0;
    }
    void addBelt(const geom::GeoShape& shape, std::vector<geom::GeoMultiPolygon>& to) const {
        m_progress.check();
        if (metres() <= 0) return;
        try {
            if (auto land = query::beltAround(shape, metres()); !land.empty()) to.push_back(std::move(land));
        } catch (const base::Error& error) {
            if (error.fault() == base::Fault::cancelled) throw;
        }
    }
    void addShape(const geom::GeoShape& shape) {
        if (const auto* point = std::get_if<geom::GeoPoint>(&shape)) m_place.places.push_back(*point);
        if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&shape)) m_place.land.push_back(*parts);
        if (const auto* lines = std::get_if<geom::GeoMultiLine>(&shape)) {
            m_place.lines.insert(m_place.lines.end(), lines->begin(), lines->end());
        }
    }
    [[nodiscard]] static geom::GeoShape shapeIn(const std::string& text, bool closed) {
        if (text.find('(') != std::string::npos) return geom::shapeFromWkt(text);
        const geom::GeoLine places = placesOf(text);
        if (places.size() == 1) return places.front();
        if (closed) return geom::GeoMultiPolygon{{places, {}}};
        return geom::GeoMultiLine{places};
    }

    void selected() {
        if (const std::string ring = given("area"); !ring.empty()) return addShape(shapeIn(ring, true));
        const std::string at = given("at"), line = given("line");
        if (at.empty() && line.empty()) return;
        const geom::GeoLine places = placesOf(at.empty() ? line : at);
        geom::GeoShape shape = places.front();
        if (at.empty() && places.size() > 1) shape = geom::GeoMultiLine{places};
        addShape(shape);
        addBelt(shape, m_place.land);
    }
    void drawn(const std::string& text) {
        if (!text.empty()) addShape(shapeIn(text, text == given("area")));
    }
    void record() {
        const std::string id = given("record");
        const model::RegisterTable* table = id.empty() ? nullptr : m_ground.snapshot().findRegister(given("register"));
        std::int64_t number = 0;
        std::from_chars(id.data(), id.data() + id.size(), number);
        const model::Record* found = table ? table->find(number) : nullptr;
        if (found) addShape(found->shape);
    }
    [[nodiscard]] UnitRef unit(const std::string& code) const {
        const auto parsed = model::Code::parse(code);
        return parsed ? m_ground.snapshot().findUnit(*parsed) : UnitRef();
    }
    void outline(const std::string& code) {
        if (const UnitRef found = unit(code); found.valid()) {
            m_place.reach.push_back(geom::toGeo(m_ground.table(found.level).shapes.feature(found.row)));
        }
    }
    void circle() {
        geom::GeoShape centre;
        if (!m_place.places.empty()) centre = m_place.places.front();
        if (const UnitRef found = unit(given("unit")); m_place.places.empty() && found.valid()) {
            if (const auto& seat = m_ground.seats(found.level)[found.row]) centre = geom::toGeo(*seat);
            addShape(centre);
        }
        addBelt(centre, m_place.land);
    }
    /// How far the places reach that the question counts from, and those it proposes.
    void reaches() {
        std::vector<geom::GeoShape> shapes;
        if (!given("from").empty()) shapes = query::placesFrom(m_ground, m_question);
        if (shapes.size() > kMostReaches) shapes.clear();
        for (const geom::GeoShape& shape : shapes) addBelt(shape, m_place.reach);
        if (m_question.id != "propose-points") return;
        for (const geom::GeoShape& shape : m_answer.shapes) addBelt(shape, m_place.land);
    }
    void tour() {
        const auto& columns = m_answer.table.columns;
        const auto leg =
            std::size_t(std::ranges::find(columns, "leg_m", &indicators::Table::Column::key) - columns.begin());
        for (std::size_t i = 0; i < m_answer.shapes.size(); ++i) {
            const auto* at = std::get_if<geom::GeoPoint>(&m_answer.shapes[i]);
            if (!at) continue;
            const auto metres = model::numberOf(m_answer.table.rows[i].cells[leg]);
            m_place.stops.push_back({*at, metres.value_or(0)});
        }
    }

    const query::Ground& m_ground;
    const query::Question& m_question;
    const query::Answer& m_answer;
    const base::Progress& m_progress;
    AskedPlace m_place;
};

}  // namespace

AskedPlace askedPlace(const query::Ground& ground, const query::Question& question, const query::Answer& answer,
                      const base::Progress& progress) {
    try {
        return Finder(ground, question, answer, progress).place();
    } catch (const base::Error& error) {
        if (error.fault() == base::Fault::cancelled) throw;
        return {};
    }
}

}  // namespace xiangtu::app
