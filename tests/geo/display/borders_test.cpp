// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/borders.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace xiangtu::display {
namespace {

struct Fixture {
    model::Snapshot snapshot = support::snapshot({.side = 4});
    store::Kept kept;
    Borders built;
    std::vector<Section> sections;

    Fixture() {
        kept.levels = snapshot.levels;
        std::array<const geom::PolygonSet*, model::kLevelCount> levels{};
        for (std::size_t l = 0; l < levels.size(); ++l) levels[l] = &snapshot.levels[l]->shapes;
        built = {std::make_shared<topology::Topology>(topology::build(levels)),
                 std::make_shared<index::UnitIndex>(snapshot)};
        addBorders(built, sections);
    }
    [[nodiscard]] bool readable() const { return readBorders(Extras(sections), kept).topology != nullptr; }
    /// One number of a section replaced.
    void put(std::string_view name, std::size_t at, std::uint32_t number) {
        const auto place = std::ranges::find(sections, name, &Section::name);
        const auto old = Extras(std::vector<Section>{*place}).array<std::uint32_t>(name).value();
        std::vector<std::uint32_t> values(old.begin(), old.end());
        values.at(at) = number;
        *place = section(std::string(name), base::SharedArray<std::uint32_t>(std::move(values)));
    }
};

TEST(Borders, ComeBackAsTheyWere) {
    const Fixture f;
    const Borders borders = readBorders(Extras(f.sections), f.kept);
    ASSERT_TRUE(borders.topology);
    for (std::uint32_t grid = 0; grid < 16; ++grid) {
        EXPECT_EQ(borders.topology->neighbours(4, grid), f.built.topology->neighbours(4, grid)) << grid;
    }
    EXPECT_EQ(borders.units->unitsIn(model::Level::grid, f.snapshot.table(model::Level::grid).shapes.extent()).size(),
              16u);
}

TEST(Borders, AreNothingWhereTheyNameUnitsThatAreNotThere) {
    const auto grids = std::uint32_t(Fixture().snapshot.table(model::Level::grid).units.size());
    struct Case {
        const char* section;
        std::size_t at;
    };
    const std::size_t lastFace = Extras(Fixture().sections).array<std::uint32_t>("arc.faces")->size() - 1;
    for (const Case& c :
         {Case{"arc.faces", lastFace}, Case{"tree.numbers.4", 3}, Case{"face.start.4", 2}, Case{"face.arcs.4", 0}}) {
        Fixture f;
        ASSERT_TRUE(f.readable());
        f.put(c.section, c.at, grids + 1'000'000);
        EXPECT_FALSE(f.readable()) << c.section;
    }
}

TEST(Borders, AreNothingWhereOneArrayIsMissing) {
    for (std::size_t missing = 0; missing < Fixture().sections.size(); ++missing) {
        Fixture f;
        const std::string name = f.sections[missing].name;
        f.sections.erase(f.sections.begin() + std::ptrdiff_t(missing));
        EXPECT_FALSE(f.readable()) << name;
    }
}

}  // namespace
}  // namespace xiangtu::display
