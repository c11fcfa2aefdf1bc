// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/selection.h"

#include "app/query/unit_areas.h"
#include "app/query/unit_place.h"
#include "base/error.h"
#include "geodesy/area.h"
#include "query/neighbours.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace xiangtu::app {

namespace {

using model::UnitRef;

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw base::Error(base::Fault::usage, std::string(kSelect) + ": " + name + " " + why);
}

struct Condition {
    std::string kind, op, what, of, n;

    [[nodiscard]] double number() const {
        bool ok = false;
        const double value = QString::fromStdString(n).toDouble(&ok);
        if (!ok || !std::isfinite(value)) refuse("conditions", "\"" + n + "\" is not a number");
        return value;
    }
};

std::vector<Condition> conditionsOf(const std::string& text) {
    std::vector<Condition> list;
    if (text.empty()) return list;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    if (!document.isArray()) refuse("conditions", "cannot be read");
    for (const QJsonValue& value : document.array()) {
        const QJsonObject each = value.toObject();
        const auto part = [&](const char* key) { return each.value(QLatin1String(key)).toString().toStdString(); };
        list.push_back({part("kind"), part("op"), part("what"), part("of"), part("n")});
    }
    return list;
}

/// Which rows of a level a question of the core speaks of.
Rows rowsOf(const query::Ground& ground, model::Level level, const query::Question& question,
            const base::Progress& progress) {
    Rows rows(ground.table(level).units.size(), 0);
    for (const auto& row : query::ask(ground, question, query::Shapes::none, progress).table.rows) {
        if (row.unit.valid() && row.unit.level == level) rows[row.unit.row] = 1;
    }
    return rows;
}

Rows turned(Rows rows) {
    for (char& row : rows) row = row == 0 ? 1 : 0;
    return rows;
}

/// One condition after the other, for all units of a level at once.
class Conditions {
public:
    Conditions(const query::Ground& ground, model::Level level, const base::Progress& progress)
        : m_ground(ground), m_snapshot(ground.snapshot()), m_level(level), m_progress(progress) {}

    [[nodiscard]] Rows holds(const Condition& c) const {
        const bool denied = c.op == "not" || c.op == "beyond";
        if (c.kind == "org") return denied ? turned(served()) : served();
        if (c.kind == "class") return denied ? turned(ofClass(c)) : ofClass(c);
        if (c.kind == "neighbour") return denied ? turned(besideClass(c)) : besideClass(c);
        if (c.kind == "households" || c.kind == "area") return byFigure(c);
        if (c.kind == "distance") return byDistance(c);
        if (c.kind == "record") return denied ? without(c) : turned(without(c));
        if (c.kind == "land") return denied ? turned(withLand(c)) : withLand(c);
        refuse("conditions", "\"" + c.kind + "\" is not known");
    }

private:
    [[nodiscard]] std::size_t size() const { return m_ground.table(m_level).units.size(); }
    [[nodiscard]] std::string levelText() const { return std::string(model::levelName(m_level)); }

    [[nodiscard]] Rows served() const {
        const auto& servedBy = m_snapshot.party->servedBy[model::indexOf(m_level)];
        Rows rows(size(), 0);
        for (std::size_t i = 0; i < std::min(rows.size(), servedBy.size()); ++i) {
            rows[i] = servedBy[i] != model::PartyTable::kNone ? 1 : 0;
        }
        return rows;
    }
    [[nodiscard]] Rows ofClass(const Condition& c) const {
        const auto scheme = m_snapshot.findScheme(c.of);
        if (!scheme) refuse("conditions", "\"" + c.of + "\": the file has no such colour scheme");
        const auto& classes = (*m_snapshot.schemes)[*scheme].classes;
        const auto found = std::ranges::find(classes, c.what, &model::SchemeClass::code);
        if (found == classes.end()) refuse("conditions", "\"" + c.what + "\" is not a class of the scheme");
        Rows rows(size(), 0);
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            rows[i] = m_snapshot.classOf(*scheme, {m_level, i}) == found - classes.begin() ? 1 : 0;
        }
        return rows;
    }
    [[nodiscard]] Rows besideClass(const Condition& c) const {
        const Rows coloured = ofClass(c);
        Rows rows(size(), 0);
        for (const query::Neighbours& pair : query::neighbours(m_ground.topology(), model::indexOf(m_level))) {
            if (coloured[pair.a] != 0) rows[pair.b] = 1;
            if (coloured[pair.b] != 0) rows[pair.a] = 1;
        }
        return rows;
    }
    [[nodiscard]] Rows byFigure(const Condition& c) const {
        const double n = c.number();
        const auto& table = m_ground.table(m_level);
        const bool byArea = c.kind == "area";
        const auto areas = byArea ? unitAreas(table.shapes, Rows(size(), 1), m_progress) : std::vector<double>();
        Rows rows(size(), 0);
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            const double figure = byArea ? geodesy::muFromSquareMetres(areas[i]) : double(table.units[i].households);
            // Without a figure there is nothing to compare.
            if (figure >= 0) rows[i] = (c.op == "least" ? figure >= n : figure <= n) ? 1 : 0;
        }
        return rows;
    }
    [[nodiscard]] Rows byDistance(const Condition& c) const {
        query::Question further{"further-than", {{"metres", c.n}, {"from", c.what}, {"of", levelText()}}};
        further.params["where"] = conditionOn(m_snapshot, c.what, c.of);
        const Rows beyond = rowsOf(m_ground, m_level, further, m_progress);
        if (c.op == "beyond") return beyond;
        Rows near = turned(beyond);
        const auto& seats = m_ground.seats(m_level);
        for (std::size_t i = 0; i < near.size(); ++i) {
            if (!seats[i]) near[i] = 0;
        }
        return near;
    }
    [[nodiscard]] Rows without(const Condition& c) const {
        if (c.what.empty()) refuse("conditions", "is needed");
        return rowsOf(
            m_ground, m_level,
            {"holes", {{"level", levelText()}, {"of", c.what}, {"where", conditionOn(m_snapshot, c.what, c.of)}}},
            m_progress);
    }
    [[nodiscard]] Rows withLand(const Condition& c) const {
        return rowsOf(
            m_ground, m_level,
            {"overlay", {{"by", levelText()}, {"register", c.what}, {"where", conditionOn(m_snapshot, c.what, c.of)}}},
            m_progress);
    }

    const query::Ground& m_ground;
    const model::Snapshot& m_snapshot;
    model::Level m_level;
    const base::Progress& m_progress;
};

}  // namespace

std::string conditionOn(const model::Snapshot& snapshot, const std::string& registerId, const std::string& choice) {
    const model::RegisterTable* table = snapshot.findRegister(registerId);
    if (choice.empty() || !table || table->def.symbolField.empty()) return {};
    std::string quoted;
    for (const char c : choice) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return table->def.symbolField + " = '" + quoted + "'";
}

query::Answer select(const query::Ground& ground, const query::Question& question, const base::Progress& progress) {
    const auto level = model::parseLevel(parameter(question, "level"));
    if (!level || ground.table(*level).units.empty()) {
        refuse("level", "\"" + parameter(question, "level") + "\": the file has no units of that level");
    }
    const std::vector<Condition> list = conditionsOf(parameter(question, "conditions"));
    const bool any = parameter(question, "match") == "any";
    const Rows there = unitsInPlace(ground, *level, question, progress);
    Rows chosen(there.size(), any && !list.empty() ? 0 : 1);
    const Conditions conditions(ground, *level, progress);
    for (std::size_t c = 0; c < list.size(); ++c) {
        progress.report("conditions", std::int64_t(c), std::int64_t(list.size()));
        progress.check();
        const Rows holds = conditions.holds(list[c]);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            chosen[i] = (any ? chosen[i] != 0 || holds[i] != 0 : chosen[i] != 0 && holds[i] != 0) ? 1 : 0;
        }
    }
    const model::Snapshot& snapshot = ground.snapshot();
    const model::LevelTable& table = ground.table(*level);
    query::Answer answer;
    query::Lines lines(answer, {"符合条件的单元", "Units that fit"});
    lines.unitColumns().text("parent", "上级", "In").number("households", "户数", "Households", "户");
    lines.number("area_mu", "面积", "Area", "亩", 2);
    double households = 0, area = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = chosen[i] != 0 && there[i] != 0 ? 1 : 0;
    const std::vector<double> areas = unitAreas(table.shapes, chosen, progress);
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i] == 0) continue;
        const UnitRef unit{*level, i}, parent = snapshot.unit(unit).parent;
        const std::int64_t living = std::max(0, table.units[i].households);
        const double mu = geodesy::muFromSquareMetres(areas[i]);
        households += double(living);
        area += mu;
        lines.row(unit, query::unitCells(snapshot, unit,
                                         {parent.valid() ? snapshot.unit(parent).name : std::string(), living, mu}));
    }
    const double count = double(answer.table.rows.size());
    lines.sum("units", "单元", "Units", count, "个");
    lines.sum("share", "占同级单元", "Of all of that level", 100 * count / double(table.units.size()), "%", 2);
    lines.sum("households", "户数", "Households", households, "户");
    lines.sum("area", "面积", "Area", area, "亩", 2);
    return answer;
}

}  // namespace xiangtu::app
