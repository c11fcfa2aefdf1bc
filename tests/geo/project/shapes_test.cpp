// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes at which topological editing elsewhere went wrong, on a file and judged by SpatiaLite.
#include "geo/borders/shapes.h"
#include "made_file.h"
#include "oracle.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <vector>

namespace xiangtu::project {
namespace {

using borders::Drawn;
using model::Code;
using model::Level;

struct Case {
    const char* name;
    model::Snapshot county;
    borders::Operation operation;
    borders::Options options{};
};

Code code(const char* text) { return *Code::parse(text); }

/// A township of two villages, a natural village and a grid in each.
model::Snapshot nested() {
    const Drawn::Ring whole{{0, 0}, {100, 0}, {200, 0}, {200, 100}, {100, 100}, {0, 100}};
    const Drawn::Ring west{{0, 0}, {100, 0}, {103, 50}, {100, 100}, {0, 100}};
    const Drawn::Ring east{{100, 0}, {200, 0}, {200, 100}, {100, 100}, {103, 50}};
    Drawn drawn;
    drawn.unit(Level::county, "990000", "", {whole}).unit(Level::township, "990000001", "990000", {whole});
    drawn.unit(Level::village, "990000001001", "990000001", {west});
    drawn.unit(Level::village, "990000001002", "990000001", {east});
    drawn.unit(Level::naturalVillage, "99000000100101", "990000001001", {west});
    drawn.unit(Level::naturalVillage, "99000000100201", "990000001002", {east});
    drawn.unit(Level::grid, "99000000100101001", "99000000100101", {west});
    drawn.unit(Level::grid, "99000000100201001", "99000000100201", {east});
    return drawn.snapshot();
}

std::vector<Case> cases() {
    const borders::UnitName a{Level::township, code("990000001")}, b{Level::township, code("990000002")};
    const Level grid = Level::grid, village = Level::village;
    std::vector<Case> all{
        {"junction of three (QGIS#39835, #28707)", borders::three(),
         borders::MoveVertex{Drawn::geo({100, 100}), Drawn::geo({110, 95})}},
        {"vertex into a shared border (QGIS#35079, #49312)", borders::three(),
         borders::InsertVertex{Drawn::geo({100, 50}), Drawn::geo({104, 52})}},
        {"split that ends on a neighbour (QGIS#50439)", borders::three(),
         borders::Split{b, Drawn::line({{150, -10}, {150, 110}})}},
        {"split through a hole", borders::ring(), borders::Split{a, Drawn::line({{150, -10}, {150, 310}})}},
        {"split with several crossings", borders::three(),
         borders::Split{b, Drawn::line({{90, 90}, {125, 110}, {150, 80}, {175, 110}, {210, 80}})}},
        {"split along an existing border", nested(), borders::Split{a, Drawn::line({{100, 0}, {103, 50}, {100, 100}})}},
        {"through a hole with several crossings, partly along its border", borders::ring(),
         borders::Split{
             a, Drawn::line(
                    {{-10, 50}, {120, 50}, {100, 100}, {100, 200}, {150, 250}, {180, 190}, {220, 190}, {310, 250}})}},
        {"vertex of the county, all levels",
         nested(),
         borders::MoveVertex{Drawn::geo({100, 0}), Drawn::geo({105, 4})},
         {.outer = borders::OuterPolicy::follow}},
        {"grid given to another village",
         nested(),
         borders::GiveArea{grid, code("99000000100101001"), code("99000000100201001"),
                           Drawn::line({{80, 20}, {140, 20}, {140, 60}, {80, 60}})},
         {.parents = borders::ParentPolicy::follow}},
        {"merge of villages", nested(), borders::Merge{village, {code("990000001001"), code("990000001002")}, {}}},
        {"reshape over a junction", borders::three(),
         borders::Reshape{a, Drawn::line({{100, 50}, {120, 100}, {100, 150}}), {}}},
        {"middle handed over, two parts remain",
         borders::three(),
         borders::GiveArea{Level::township, b.code, a.code, Drawn::line({{90, 40}, {210, 40}, {210, 60}, {90, 60}})},
         {.parts = borders::PartsPolicy::allow}},
    };
    return all;
}

TEST(Shapes, ThatBreakElsewhereAreSoundInTheFileAndLeaveNoTraceWhenTakenBack) {
    const support::TempDir dir;
    const auto empty = dir / "空.sqlite", file = dir / "形状.sqlite";
    (void)store::create(empty, XIANGTU_DATA_DIR);
    for (const Case& one : cases()) {
        SCOPED_TRACE(one.name);
        std::filesystem::copy_file(empty, file, std::filesystem::copy_options::overwrite_existing);
        fillFile(file, one.county);
        const std::string before = dumpOf(file);
        ASSERT_EQ(faultsOf(file), "");
        Project project = openedToday(file);
        const Outcome outcome = project.apply(edit::EditBorders{{one.operation, one.options}, {}, "", ""}, "王");
        if (!outcome.ok()) {
            ADD_FAILURE() << outcome.error().detail;
            continue;
        }
        EXPECT_EQ(faultsOf(file), "");
        const std::string after = dumpOf(file);
        EXPECT_NE(after, before);
        ASSERT_TRUE(project.undo("王").ok());
        EXPECT_EQ(dumpOf(file), before);
        ASSERT_TRUE(project.redo("王").ok());
        EXPECT_EQ(dumpOf(file), after);
    }
}

// qgis/QGIS#33438: vertices that are nearly but not quite equal. The oracle sees the fault, the fit mends it.
TEST(Shapes, NearlyEqualVerticesAreMendedInTheFile) {
    Drawn drawn;
    drawn.unit(Level::county, "990000", "", {{{0, 0}, {200, 0}, {200, 200}, {0, 200}}});
    drawn.unit(Level::township, "990000001", "990000", {{{0, 0}, {100, 0}, {100, 101}, {100, 200}, {0, 200}}});
    drawn.unit(Level::township, "990000002", "990000", {{{100, 0}, {200, 0}, {200, 200}, {100, 200}, {101, 100}}});
    const support::TempDir dir;
    const auto file = dir / "差一点.sqlite";
    (void)store::create(file, XIANGTU_DATA_DIR);
    fillFile(file, drawn.snapshot());
    EXPECT_NE(faultsOf(file), "");
    Project project = openedToday(file);
    const edit::EditBorders moved{{borders::MoveVertex{Drawn::geo({100, 101}), Drawn::geo({90, 101})}, {}}, {}, "", ""};
    const Outcome refused = project.apply(moved, "王");
    ASSERT_FALSE(refused.ok());
    ASSERT_TRUE(refused.error().border && refused.error().border->offer);
    const Outcome mended = project.apply(edit::EditBorders{*refused.error().border->offer, {}, "", ""}, "王");
    ASSERT_TRUE(mended.ok()) << mended.error().detail;
    EXPECT_EQ(faultsOf(file), "");
}

}  // namespace
}  // namespace xiangtu::project
