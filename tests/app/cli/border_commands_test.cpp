// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands_fixture.h"

#include <algorithm>
#include <cstdio>

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
