// SPDX-License-Identifier: GPL-3.0-or-later
#include "applied.h"
#include "same_topology.h"

#include "borders/face_changes.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace xiangtu::borders {
namespace {

using geom::GeoPoint;
using model::Level;
using model::Snapshot;

/// Edits as a hand that knows nothing would make them.
class Hand {
public:
    Hand(const Snapshot& snapshot, std::mt19937& random) : m_snapshot(snapshot), m_random(random) {}

    Request draw() {
        Request request;
        request.options.children = below(3) == 0 ? ChildPolicy::whole : ChildPolicy::cut;
        request.options.parents = below(2) == 0 ? ParentPolicy::follow : ParentPolicy::refuse;
        request.options.parts = below(6) == 0 ? PartsPolicy::allow : PartsPolicy::refuse;
        switch (below(9)) {
        case 0: request.operation = Split{unit(), line(2 + below(4))}; break;
        case 1: request.operation = merge(); break;
        case 2: request.operation = give(); break;
        case 3: request.operation = giveArea(); break;
        case 4:
        case 5: request.operation = Reshape{unit(), line(2 + below(5)), std::nullopt}; break;
        case 6: {
            const GeoPoint from = vertex();
            request.operation = MoveVertex{from, beside(from, below(2) == 0 ? 0.4 : 0.08)};
            break;
        }
        case 7: {
            const GeoPoint from = vertex();
            request.options.reach = 1e-4;
            request.operation = InsertVertex{beside(from, 0.05), beside(from, 0.1)};
            break;
        }
        default: request.operation = DeleteVertex{vertex()};
        }
        return request;
    }

private:
    int below(int n) { return int(m_random() % unsigned(n)); }
    double share() { return double(m_random()) / 4294967296.0; }

    UnitName unit() {
        const Level level = model::kLevels[std::size_t(1 + below(4))];
        const auto& units = m_snapshot.table(level).units;
        m_row = std::uint32_t(below(int(units.size())));
        m_level = level;
        m_box = m_snapshot.table(level).shapes.box(m_row);
        return {level, units[m_row].code};
    }
    /// In or around the box of the unit drawn last.
    GeoPoint somewhere() {
        const double w = double(m_box.max.x) - m_box.min.x, h = double(m_box.max.y) - m_box.min.y;
        return {(m_box.min.x + (share() * 1.6 - 0.3) * w) / 1e7, (m_box.min.y + (share() * 1.6 - 0.3) * h) / 1e7};
    }
    geom::GeoLine line(int points) {
        geom::GeoLine out;
        for (int i = 0; i < points; ++i) { out.push_back(below(4) == 0 ? vertexOf(m_level, m_row) : somewhere()); }
        return out;
    }
    GeoPoint vertexOf(Level level, std::uint32_t row) {
        const auto& shapes = m_snapshot.table(level).shapes;
        const auto ring = shapes.ring(shapes.firstRing(row));
        return geom::toGeo(ring[std::size_t(below(int(ring.size())))]);
    }
    GeoPoint vertex() {
        (void)unit();
        return vertexOf(m_level, m_row);
    }
    GeoPoint beside(GeoPoint p, double cells) {
        return {p.lon + (share() * 2 - 1) * cells * 0.002, p.lat + (share() * 2 - 1) * cells * 0.002};
    }
    /// A unit of the same level whose box meets that of the one drawn last.
    model::Code another() {
        const auto& table = m_snapshot.table(m_level);
        std::vector<model::Code> near;
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            if (row != m_row && table.shapes.box(row).intersects(m_box)) near.push_back(table.units[row].code);
        }
        return near.empty() ? table.units[m_row].code : near[std::size_t(below(int(near.size())))];
    }
    Operation merge() {
        const UnitName first = unit();
        Merge op{first.level, {first.code}, std::nullopt};
        for (int i = 1 + below(2); i > 0; --i) op.units.push_back(another());
        return op;
    }
    Operation give() {
        const UnitName from = unit();
        return GivePiece{from.level, from.code, another(), line(2 + below(3)), std::nullopt};
    }
    Operation giveArea() {
        const UnitName from = unit();
        geom::GeoRing ring;
        for (int i = 3 + below(2); i > 0; --i) ring.push_back(somewhere());
        return GiveArea{from.level, from.code, another(), ring};
    }

    const Snapshot& m_snapshot;
    std::mt19937& m_random;
    Level m_level = Level::grid;
    std::uint32_t m_row = 0;
    geom::GridBox m_box;
};

void run(std::uint32_t seed, int edits, std::map<std::string, int>& outcomes) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Snapshot county = support::snapshot({.side = 8, .edgePoints = 1 + int(seed % 3), .seed = seed});
    ASSERT_EQ(faultOf(county), "");
    topology::Topology borders = built(county);
    for (int i = 0; i < edits; ++i) {
        const Request request = Hand(county, random).draw();
        const auto result = tried(county, request.operation, request.options);
        const std::string name = std::to_string(request.operation.index());
        if (!result) {
            ++outcomes[name + " " + outcome(result)];
            // There is nothing dirty about this county.
            EXPECT_NE(result.error().reason, Reason::dirty) << "edit " << i << " " << result.error().detail;
            continue;
        }
        ++outcomes[name + " ok"];
        for (const Level level : model::kLevels) {
            ASSERT_EQ(result.value().latticeChange(level), result.value().latticeChange(Level::county)) << "edit " << i;
        }
        const Snapshot next = applied(county, result.value());
        ASSERT_EQ(faultOf(next), "") << "edit " << i << ", operation " << name;
        borders = patched(borders, county, next);
        if (i % 4 == 0) { ASSERT_EQ(difference(borders, built(next)), "") << "edit " << i << ", operation " << name; }
        county = next;
    }
}

TEST(RandomEdits, KeepEveryInvariantOfTheCoverage) {
    std::map<std::string, int> outcomes;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        run(seed, 60, outcomes);
        if (HasFatalFailure()) break;
    }
    for (const auto& [name, count] : outcomes) std::cout << count << "  " << name << '\n';
    // Every operation came through sometimes.
    for (const char* name : {"0 ok", "1 ok", "2 ok", "3 ok", "4 ok", "5 ok", "6 ok", "7 ok"})
        EXPECT_GT(outcomes[name], 0) << name;
}

}  // namespace
}  // namespace xiangtu::borders
