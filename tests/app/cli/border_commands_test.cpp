// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands_fixture.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace xiangtu::cli {
namespace {

using model::Level;

class BorderCommands : public Commands {
protected:
    /// The grid with the largest box: surely wide enough to be cut in two.
    [[nodiscard]] static std::uint32_t largest(const model::Snapshot& snapshot) {
        const auto& shapes = snapshot.table(Level::grid).shapes;
        std::uint32_t best = 0;
        for (std::uint32_t row = 0; row < shapes.size(); ++row) {
            if (shapes.twiceArea(row) > shapes.twiceArea(best)) best = row;
        }
        return best;
    }
    [[nodiscard]] static std::string codeOf(const model::Snapshot& snapshot, std::uint32_t row) {
        return snapshot.table(Level::grid).units[row].code.text();
    }
    /// Across the middle of the grid's box, a little beyond both sides.
    [[nodiscard]] static std::string across(const model::Snapshot& snapshot, std::uint32_t row) {
        const geom::GridBox& box = snapshot.table(Level::grid).shapes.box(row);
        const auto left = geom::toGeo(geom::GridPoint{box.min.x - 200, (box.min.y / 2 + box.max.y / 2)});
        const auto right = geom::toGeo(geom::GridPoint{box.max.x + 200, (box.min.y / 2 + box.max.y / 2)});
        char text[160];
        std::snprintf(text, sizeof text, "%.7f %.7f, %.7f %.7f", left.lon, left.lat, right.lon, right.lat);
        return text;
    }
    /// The code of the unit that `before` does not have.
    [[nodiscard]] static std::string newCode(const model::Snapshot& before, const model::Snapshot& after) {
        for (const auto& unit : after.table(Level::grid).units) {
            if (!before.findUnit(Level::grid, unit.code).valid()) return unit.code.text();
        }
        return {};
    }
};

TEST_F(BorderCommands, SplitMergeUndoRedoAndWhatHistoryTells) {
    const model::Snapshot before = load();
    const std::uint32_t row = largest(before);
    const std::string code = codeOf(before, row);
    const std::string today = base::Date::today().iso();
    ASSERT_EQ(run({"split", file.string(), code, "--line", across(before, row), "--preview"}), 0) << errors;
    EXPECT_TRUE(has(output, "preview") && has(output, "mu") && has(output, "new")) << output;
    EXPECT_EQ(load().table(Level::grid).units.size(), 600u);

    ASSERT_EQ(run({"split", file.string(), code, "--line", across(before, row), "--name", "河东网格", "--reason",
                   "户数过多", "--json"}),
              0)
        << errors;
    EXPECT_EQ(json()["title"], "split_unit");
    const model::Snapshot split = load();
    EXPECT_EQ(split.table(Level::grid).units.size(), 601u);
    const std::string made = newCode(before, split);
    ASSERT_FALSE(made.empty());
    EXPECT_EQ(split.unit(split.findUnit(Level::grid, *model::Code::parse(made))).name, "河东网格");

    ASSERT_EQ(run({"history", file.string(), code}), 0) << errors;
    EXPECT_TRUE(has(output, "split off: " + made) && has(output, "户数过多") && has(output, "王网格员")) << output;
    ASSERT_EQ(run({"compare", file.string(), "2026-01-01", today, "--json"}), 0) << errors;
    const base::Json difference = json();
    EXPECT_TRUE(std::ranges::any_of(difference, [&](const base::Json& d) {
        return d["code"] == made && d["change"] == "new";
    })) << output;
    ASSERT_EQ(run({"as-of", file.string(), "2026-01-01", "--level", "grid", "--json"}), 0) << errors;
    EXPECT_EQ(json().size(), 600u);

    ASSERT_EQ(run({"undo", file.string()}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 600u);
    ASSERT_EQ(run({"redo", file.string()}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 601u);
    EXPECT_EQ(run({"redo", file.string()}), 3) << output;
    ASSERT_EQ(run({"merge", file.string(), code, made, "--into", code}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 600u);
    ASSERT_EQ(run({"history", file.string(), made}), 0) << "a unit that is no more has a history, too: " << errors;
    EXPECT_TRUE(has(output, "went into " + code)) << output;
    ASSERT_EQ(run({"history", file.string(), "--verify"}), 0) << errors;
    EXPECT_TRUE(has(output, "4 line(s), unbroken")) << output;
}

TEST_F(BorderCommands, WhatWouldBreakTheBordersIsRefusedWithThePlace) {
    const model::Snapshot snapshot = load();
    const std::string code = codeOf(snapshot, 0);
    EXPECT_EQ(run({"split", file.string(), code, "--line", "1 1, 2 2"}), 3);
    EXPECT_TRUE(has(errors, "refused (border, doesNotCross)")) << errors;
    EXPECT_EQ(run({"merge", file.string(), code, codeOf(snapshot, 599)}), 3);
    EXPECT_TRUE(has(errors, "refused (border")) << errors;
    EXPECT_EQ(run({"split", file.string(), "999", "--line", "1 1, 2 2"}), 3);
    EXPECT_TRUE(has(errors, "unknownUnit")) << errors;
    EXPECT_EQ(run({"split", file.string(), code, "--line", "here and there"}), 2);
    EXPECT_TRUE(has(errors, "is not a line like")) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 600u);
    ASSERT_EQ(run({"history", file.string()}), 0);
    EXPECT_EQ(output, "no edits yet\n");
}

TEST_F(BorderCommands, RenameAndRestoreLeaveATrace) {
    const model::Snapshot before = load();
    const std::string code = codeOf(before, 3);
    const std::string name = before.table(Level::grid).units[3].name;
    ASSERT_EQ(run({"rename", file.string(), code, "新街口网格", "--reason", "更名"}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units[3].name, "新街口网格");
    EXPECT_EQ(run({"rename", file.string(), code, "新街口网格"}), 3);
    ASSERT_EQ(run({"history", file.string(), code, "--json"}), 0) << errors;
    const base::Json life = json();
    EXPECT_TRUE(std::ranges::any_of(life, [&](const base::Json& h) {
        return h["what"] == "name" && h["before"] == name && h["after"] == "新街口网格" && h["reason"] == "更名";
    })) << output;
    ASSERT_EQ(run({"restore", file.string(), code, "--day", "2026-01-01"}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units[3].name, name);
    EXPECT_EQ(run({"restore", file.string(), code, "--day", "2026-01-01"}), 3) << "nothing is different any more";
}

TEST_F(BorderCommands, EveryBorderEditCanBeShownAsJsonWithoutBeingMade) {
    const model::Snapshot before = load();
    const auto& table = before.table(Level::grid);
    const std::uint32_t row = largest(before);
    const std::string code = codeOf(before, row);
    const auto text = [](geom::GridPoint p) {
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%.7f %.7f", geom::toGeo(p).lon, geom::toGeo(p).lat);
        return std::string(buffer);
    };
    const geom::GridBox& box = table.shapes.box(row);
    const std::string area = text({box.min.x - 500, box.min.y - 500}) + ", " +
                             text({box.max.x + 500, box.min.y - 500}) + ", " +
                             text({box.max.x + 500, box.min.y + (box.max.y - box.min.y) / 2}) + ", " +
                             text({box.min.x - 500, box.min.y + (box.max.y - box.min.y) / 2});
    std::string taker;
    for (const model::Unit& unit : table.units) {
        if (unit.code.text() == code) continue;
        const std::vector<std::string> give{
            "give",          file.string(), code,    unit.code.text(), "--area", area, "--cross-parents",
            "--allow-parts", "--preview",   "--json"};
        if (table.shapes.box(before.findUnit(Level::grid, unit.code).row).intersects(box) && run(give) == 0) {
            taker = unit.code.text();
            break;
        }
    }
    ASSERT_FALSE(taker.empty()) << errors;
    EXPECT_EQ(json()["title"], "give_land");
    EXPECT_FALSE(json()["units"].empty());
    // A vertex of the border between two points of it, put in, shown and taken out again.
    const auto ring = table.shapes.ring(table.shapes.firstRing(row));
    const auto inserted = [&](std::size_t i) {
        const geom::GridPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        return std::vector<std::string>{"insert-vertex", file.string(), "--at",
                                        text({std::midpoint(a.x, b.x), std::midpoint(a.y, b.y)}), "--move-outline"};
    };
    std::size_t at = 0;
    while (at < ring.size() && run(inserted(at)) != 0) ++at;
    ASSERT_LT(at, ring.size()) << errors;
    ASSERT_EQ(run({"delete-vertex", file.string(), "--at", inserted(at)[3], "--move-outline", "--preview", "--json"}),
              0)
        << errors;
    EXPECT_EQ(json()["title"], "delete_vertex");
    ASSERT_EQ(run({"delete-vertex", file.string(), "--at", inserted(at)[3], "--move-outline"}), 0) << errors;
    EXPECT_EQ(run({"give", file.string(), code, taker}), 2) << "neither line nor area";
    EXPECT_EQ(run({"fit", file.string(), before.table(Level::township).units[0].code.text(), "--preview"}), 3);
    EXPECT_TRUE(has(errors, "nothingToDo")) << errors;
    ASSERT_EQ(run({"rename", file.string(), code, "试名", "--preview", "--json"}), 0) << errors;
    EXPECT_EQ(json()["title"], "rename_unit");
    EXPECT_NE(load().table(Level::grid).units[row].name, "试名");
}

TEST_F(BorderCommands, WhatWasMergedAwayComesBack) {
    const model::Snapshot before = load();
    std::string gone, into;
    for (std::uint32_t row = 1; row < 600 && gone.empty(); ++row) {
        if (run({"merge", file.string(), codeOf(before, row - 1), codeOf(before, row), "--into",
                 codeOf(before, row - 1)}) == 0) {
            gone = codeOf(before, row);
        }
    }
    ASSERT_FALSE(gone.empty()) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 599u);
    ASSERT_EQ(run({"restore", file.string(), gone, "--day", "2026-01-01", "--preview", "--json"}), 0) << errors;
    EXPECT_EQ(json()["title"], "restore_unit");
    EXPECT_EQ(load().table(Level::grid).units.size(), 599u);
    ASSERT_EQ(run({"restore", file.string(), gone, "--day", "2026-01-01"}), 0) << errors;
    const model::Snapshot after = load();
    const auto ref = after.findUnit(Level::grid, *model::Code::parse(gone));
    ASSERT_TRUE(ref.valid());
    EXPECT_EQ(after.unit(ref).name, before.unit(before.findUnit(Level::grid, *model::Code::parse(gone))).name);
}

TEST_F(BorderCommands, PoliciesAreSaidInTheEdit) {
    const model::Snapshot before = load();
    const std::uint32_t row = largest(before);
    const std::string code = codeOf(before, row);
    ASSERT_EQ(run({"split", file.string(), code, "--line", across(before, row), "--policy", "households=keep"}), 0)
        << errors;
    const model::Snapshot after = load();
    EXPECT_EQ(after.unit(after.findUnit(Level::grid, *model::Code::parse(code))).households,
              before.unit({Level::grid, row}).households);
    EXPECT_EQ(run({"split", file.string(), code, "--line", across(before, row), "--policy", "households=half"}), 2);
    EXPECT_EQ(run({"split", file.string(), code, "--line", across(before, row), "--policy", "households=sum"}), 3);
    EXPECT_TRUE(has(errors, "badValue")) << errors;
}

TEST_F(BorderCommands, OrganisationsComeChangeAndGo) {
    const model::Snapshot before = load();
    const std::string village = before.table(Level::village).units[0].code.text();
    ASSERT_EQ(run({"org", "set-up", file.string(), "红旗党支部", "--serves", village}), 0) << errors;
    ASSERT_EQ(run({"org", "list", file.string(), "--within", village, "--json"}), 0) << errors;
    const base::Json listed = json();
    const auto made = std::ranges::find_if(listed, [](const base::Json& o) { return o["name"] == "红旗党支部"; });
    ASSERT_NE(made, listed.end()) << output;
    const std::string id = std::to_string((*made)["id"].get<std::int64_t>());
    ASSERT_EQ(run({"org", "rename", file.string(), id, "东风党支部"}), 0) << errors;
    const std::string other = before.table(Level::village).units[1].code.text();
    ASSERT_EQ(run({"org", "serve", file.string(), id, other}), 0) << errors;
    ASSERT_EQ(run({"org", "dissolve", file.string(), id, "--reason", "合并"}), 0) << errors;
    ASSERT_EQ(run({"org", "list", file.string(), "--json"}), 0) << errors;
    EXPECT_EQ(json().size(), before.party->orgs.size());
    EXPECT_EQ(run({"org", "dissolve", file.string(), id}), 3);
    EXPECT_TRUE(has(errors, "unknownOrganisation")) << errors;
    EXPECT_EQ(run({"org", "set-up", file.string(), "无单位", "--kind", "branch"}), 3);
}

TEST_F(BorderCommands, AnEditForADayToComeIsAPlan) {
    const model::Snapshot before = load();
    const std::uint32_t row = largest(before);
    const std::string code = codeOf(before, row);
    const std::string day = base::Date{base::Date::today().days + 30}.iso();
    ASSERT_EQ(run({"split", file.string(), code, "--line", across(before, row), "--day", day}), 0) << errors;
    EXPECT_TRUE(has(output, "plan 1: kept for " + day)) << output;
    EXPECT_EQ(load().table(Level::grid).units.size(), 600u);
    ASSERT_EQ(run({"plans", file.string(), "apply"}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 600u) << "its day is not there yet";
    ASSERT_EQ(run({"plans", file.string(), "--json"}), 0) << errors;
    EXPECT_EQ(json()[0]["state"], "planned");
    EXPECT_EQ(run({"rename", file.string(), code, " ", "--day", day}), 3) << "what does not fit today is no plan";
    ASSERT_EQ(run({"plans", file.string(), "withdraw", "--id", "1"}), 0) << errors;
    ASSERT_EQ(run({"plans", file.string(), "--json"}), 0) << errors;
    EXPECT_EQ(json()[0]["state"], "withdrawn");
}

}  // namespace
}  // namespace xiangtu::cli
