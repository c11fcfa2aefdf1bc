// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/coverage.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace xiangtu::support {

namespace {

using geom::GridPoint;
using model::Level;

/// Grids along one side of a full unit of each level; the county takes everything.
constexpr std::array<int, model::kLevelCount> kBlock{1 << 20, 8, 4, 2, 1};
constexpr std::array<std::string_view, 12> kNames{"樟木", "交口", "七里", "雷赤", "安沟", "罗子",
                                                  "石桥", "柳湾", "长滩", "高坪", "双河", "太和"};
constexpr std::array<std::string_view, model::kLevelCount> kEnding{"县", "镇", "村", "组", "网格"};

/// A number in [-1, 1) that depends on nothing but its arguments (SplitMix64).
double noise(std::uint64_t seed, int i, int j, int channel) {
    std::uint64_t z = seed * 0x9E3779B97F4A7C15ull + (std::uint64_t(std::uint32_t(i)) << 34) +
                      (std::uint64_t(std::uint32_t(j)) << 8) + std::uint64_t(channel);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return double((z ^ (z >> 31)) >> 11) * 0x1p-52 - 1.0;
}

struct Vec {
    double x = 0;
    double y = 0;
};

/// Corner (i, j) of the cells, in cell sizes from the south-west corner.
Vec corner(const CoverageOptions& o, int i, int j) {
    return {i + 0.15 * noise(o.seed, i, j, 0), j + 0.15 * noise(o.seed, i, j, 1)};
}

GridPoint place(const CoverageOptions& o, Vec v) {
    return geom::snapToGrid(
        geom::GeoPoint{o.southWest.lon + v.x * o.cellDegrees, o.southWest.lat + v.y * o.cellDegrees});
}

/// Points of the cell edge from corner (i, j) one step east or north, without its last corner.
geom::Ring edge(const CoverageOptions& o, int i, int j, bool north) {
    const Vec a = corner(o, i, j);
    const Vec b = north ? corner(o, i, j + 1) : corner(o, i + 1, j);
    geom::Ring points{place(o, a)};
    for (int k = 1; k <= o.edgePoints; ++k) {
        const double t = double(k) / (o.edgePoints + 1);
        const double aside = 0.06 * noise(o.seed, i, j, (north ? 64 : 128) + k);
        points.push_back(
            place(o, {a.x + t * (b.x - a.x) - aside * (b.y - a.y), a.y + t * (b.y - a.y) + aside * (b.x - a.x)}));
    }
    return points;
}

void appendForward(geom::Ring& ring, const geom::Ring& edge) { ring.insert(ring.end(), edge.begin(), edge.end()); }

/// The edge walked the other way, starting at `last` (its far corner) and without its first corner.
void appendBackward(geom::Ring& ring, const geom::Ring& edge, GridPoint last) {
    ring.push_back(last);
    ring.insert(ring.end(), edge.rbegin(), edge.rend() - 1);
}

struct Rect {
    int left, bottom, right, top;
};

class Grower {
public:
    explicit Grower(const CoverageOptions& options) : m_options(options) {
        for (const Level level : model::kLevels) m_tables[indexOf(level)].level = level;
    }

    Tables grow() {
        add(Level::county, *model::Code::parse("990000"), {}, {0, 0, m_options.side, m_options.side});
        Tables tables;
        for (std::size_t l = 0; l < tables.size(); ++l) {
            tables[l] = std::make_shared<const model::LevelTable>(std::move(m_tables[l]));
        }
        return tables;
    }

private:
    /// Adds a unit and everything in it; returns its households.
    std::int32_t add(Level level, model::Code code, model::UnitRef parent, Rect rect) {
        model::LevelTable& table = m_tables[indexOf(level)];
        const auto row = std::uint32_t(table.units.size());
        model::Unit unit;
        unit.id = {std::int64_t(++m_lastId)};
        unit.code = code;
        unit.name = std::string(kNames[row % kNames.size()]) + std::string(kEnding[indexOf(level)]);
        unit.kind = model::guessUnitKind(level, unit.name);
        unit.parent = parent;
        unit.from = base::Date::of(2024, 1, 1);
        table.units.push_back(unit);
        table.shapes.add({blockShape(m_options, rect.left, rect.bottom, rect.right, rect.top)});

        std::int32_t households = 0;
        if (level == Level::grid) {
            households = 1 + std::int32_t(row % 5);
        } else {
            const auto below = Level(indexOf(level) + 1);
            const int step = kBlock[indexOf(below)];
            int sequence = 0;
            for (int y = rect.bottom; y < rect.top; y += step) {
                for (int x = rect.left; x < rect.right; x += step) {
                    const Rect part{x, y, std::min(x + step, rect.right), std::min(y + step, rect.top)};
                    households += add(below, code.child(++sequence), {level, row}, part);
                }
            }
        }
        m_tables[indexOf(level)].units[row].households = households;
        return households;
    }

    const CoverageOptions& m_options;
    std::array<model::LevelTable, model::kLevelCount> m_tables;
    std::int64_t m_lastId = 0;
};

std::vector<model::Scheme> schemes() {
    using model::Hatch;
    model::Scheme scheme;
    scheme.id = {1};
    scheme.key = "risk5";
    scheme.name = {"风险五色", "Risk, five colours"};
    scheme.kind = model::SchemeKind::risk;
    scheme.classes = {{"green", {"绿", "Green"}, {"平稳", "Calm"}, 0x1A9850, Hatch::none, 1},
                      {"blue", {"蓝", "Blue"}, {"一般", "Ordinary"}, 0x4575B4, Hatch::horizontal, 2},
                      {"yellow", {"黄", "Yellow"}, {"提醒", "Noted"}, 0xFEE08B, Hatch::dots, 3},
                      {"orange", {"橙", "Orange"}, {"关注", "Watched"}, 0xFC8D59, Hatch::diagonal, 4},
                      {"red", {"红", "Red"}, {"重点", "Key"}, 0xD7301F, Hatch::crossed, 5}};
    return {scheme};
}

bool isServed(Level level, std::size_t row, std::size_t count) {
    return level == Level::township || (level == Level::village && row + 1 < count) ||
           (level == Level::naturalVillage && row % 2 == 0);
}

model::PartyOrgKind orgKind(Level level) {
    if (level == Level::township) return model::PartyOrgKind::committee;
    return level == Level::village ? model::PartyOrgKind::branch : model::PartyOrgKind::group;
}

std::string orgName(const model::Unit& unit, Level level) {
    return unit.name + (level == Level::township ? "党委" : level == Level::village ? "党支部" : "党小组");
}

model::PartyTable partyTable(const Tables& tables) {
    model::PartyTable party;
    for (const Level level : model::kLevels) {
        const auto& units = tables[indexOf(level)]->units;
        auto& servedBy = party.servedBy[indexOf(level)];
        servedBy.assign(units.size(), model::PartyTable::kNone);
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            if (!isServed(level, row, units.size())) continue;
            servedBy[row] = std::uint32_t(party.orgs.size());
            model::PartyOrg org;
            org.id = {std::int64_t(party.orgs.size()) + 1};
            const std::string name = orgName(units[row], level);
            org.name = name;
            org.kind = orgKind(level);
            org.serves = {level, row};
            org.established = base::Date::of(2024, 1, 1);
            if (const model::UnitRef above = units[row].parent; above.level != Level::county) {
                const std::uint32_t index = party.servedBy[indexOf(above.level)][above.row];
                if (index != model::PartyTable::kNone) org.parent = party.orgs[index].id;
            }
            party.orgs.add(org);
        }
    }
    return party;
}

/// Position in the scheme's classes of a grid, five = no class.
std::size_t classPosition(std::size_t gridRow) { return gridRow % 6; }

}  // namespace

geom::Polygon blockShape(const CoverageOptions& options, int left, int bottom, int right, int top) {
    geom::Ring ring;
    for (int i = left; i < right; ++i) appendForward(ring, edge(options, i, bottom, false));
    for (int j = bottom; j < top; ++j) appendForward(ring, edge(options, right, j, true));
    for (int i = right; i-- > left;) {
        appendBackward(ring, edge(options, i, top, false), place(options, corner(options, i + 1, top)));
    }
    for (int j = top; j-- > bottom;) {
        appendBackward(ring, edge(options, left, j, true), place(options, corner(options, left, j + 1)));
    }
    return {std::move(ring), {}};
}

Tables levelTables(const CoverageOptions& options) { return Grower(options).grow(); }

model::Snapshot snapshot(const CoverageOptions& options) {
    model::Snapshot result;
    result.revision = 1;
    result.day = base::Date::of(2025, 1, 1);
    result.info.title = "樟木县";
    result.levels = levelTables(options);
    result.party = std::make_shared<const model::PartyTable>(partyTable(result.levels));
    result.schemes = std::make_shared<const std::vector<model::Scheme>>(schemes());
    model::ClassColumn column;
    for (const Level level : model::kLevels) {
        column.classOf[indexOf(level)].assign(result.table(level).units.size(), model::ClassColumn::kUnset);
    }
    auto& grids = column.classOf[indexOf(Level::grid)];
    for (std::size_t row = 0; row < grids.size(); ++row) {
        if (classPosition(row) < 5) grids[row] = std::uint8_t(classPosition(row));
    }
    result.classes = {std::make_shared<const model::ClassColumn>(std::move(column))};
    return result;
}

void fill(model::Sink& sink, const CoverageOptions& options) {
    const model::Snapshot source = snapshot(options);
    sink.setTitle(source.info.title, false);
    for (const Level level : model::kLevels) {
        const model::LevelTable& table = source.table(level);
        for (std::size_t row = 0; row < table.units.size(); ++row) {
            const model::Unit& unit = table.units[row];
            sink.add(model::NewUnit{.level = level,
                                    .code = unit.code,
                                    .name = unit.name,
                                    .kind = unit.kind,
                                    .parent = unit.parent.valid() ? source.unit(unit.parent).code : model::Code{},
                                    .households = unit.households,
                                    .from = unit.from,
                                    .to = unit.to,
                                    .shape = table.shapes.feature(row),
                                    .sourceCode = {}});
        }
    }
    for (const model::PartyOrg& org : source.party->orgs) {
        model::NewPartyOrg row;
        row.name = org.name;
        row.kind = org.kind;
        row.level = org.serves.level;
        row.serves = source.unit(org.serves).code;
        if (org.parent.stored()) {
            row.parentServes = source.unit(source.party->orgs[std::size_t(org.parent.value - 1)].serves).code;
        }
        row.established = org.established;
        sink.add(row);
    }
    const model::Scheme& scheme = source.schemes->front();
    const auto& grids = source.table(Level::grid).units;
    for (std::size_t row = 0; row < grids.size(); ++row) {
        if (classPosition(row) >= scheme.classes.size()) continue;
        sink.add(model::NewClass{.level = Level::grid,
                                 .unit = grids[row].code,
                                 .scheme = scheme.key,
                                 .classCode = scheme.classes[classPosition(row)].code,
                                 .from = base::Date::of(2024, 6, 1),
                                 .reason = "example",
                                 .author = "test"});
    }
}

}  // namespace xiangtu::support
