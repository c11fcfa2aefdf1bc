// SPDX-License-Identifier: GPL-3.0-or-later
// The change log for readers: page by page, narrowed, with names.
#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <set>

namespace xiangtu {
namespace {

using model::Level;
using store::LogFilter;

struct Fixture {
    support::TempDir dir;
    std::unique_ptr<store::Store> store = createFilled(dir / "史.sqlite");
    model::Snapshot before = store->load(base::Date::today(), {});
    std::int64_t risk = (*before.schemes)[*before.findScheme("risk5")].id.value;

    std::int64_t set(Level level, std::size_t row, const std::string& author, const std::string& at) {
        auto change = classRow(store->planContext("").nextClassRecord, before.table(level).units[row].id.value, risk,
                               "red", "2026-01-05");
        change.author = author;
        change.at = at;
        return store->commit(change, {}, base::Date::today()).seq;
    }
    [[nodiscard]] std::vector<std::int64_t> seqs(const LogFilter& filter, std::int64_t below = 0, std::size_t n = 100) {
        std::vector<std::int64_t> out;
        for (const auto& line : store->logLines(filter, below, n)) out.push_back(line.entry.seq);
        EXPECT_TRUE(below > 0 || store->countLog(filter) == std::int64_t(out.size()) || out.size() == n);
        return out;
    }
};

using Seqs = std::vector<std::int64_t>;

TEST(LogLines, PagesFollowEachOtherWithoutGapOrDouble) {
    Fixture f;
    for (int i = 0; i < 25; ++i) (void)f.set(Level::grid, std::size_t(i), "王芳", "2026-03-01T08:00:00.000Z");
    std::set<std::int64_t> all;
    std::int64_t below = 0;
    for (int page = 0; page < 3; ++page) {
        const auto seqs = f.seqs({}, below, 10);
        EXPECT_EQ(seqs.size(), page < 2 ? 10u : 5u);
        EXPECT_TRUE(std::is_sorted(seqs.rbegin(), seqs.rend()));
        all.insert(seqs.begin(), seqs.end());
        below = seqs.back();
    }
    EXPECT_EQ(all.size(), 25u);
    EXPECT_EQ(f.store->countLog({}), 25);
    EXPECT_TRUE(f.seqs({}, below, 10).empty());
}

TEST(LogLines, AreNarrowedByWhoWhatWhereAndWhen) {
    Fixture f;
    const auto first = f.set(Level::village, 0, "王芳", "2026-03-01T08:00:00.000Z");
    const auto second = f.set(Level::village, 1, "李强", "2026-03-02T08:00:00.000Z");
    auto inverse = edit::invert(f.store->log(1).front().set);
    inverse.author = "王芳";
    inverse.at = "2026-03-03T08:00:00.000Z";
    const auto third = f.store->commit(inverse, second, base::Date::today()).seq;

    LogFilter who;
    who.author = "王芳";
    EXPECT_EQ(f.seqs(who), (Seqs{third, first}));
    who.author = "nobody";
    EXPECT_TRUE(f.seqs(who).empty());
    LogFilter what;
    what.titles = {"rename_unit"};
    EXPECT_TRUE(f.seqs(what).empty());
    what.titles.push_back(f.store->log(1).front().set.title);
    EXPECT_EQ(f.seqs(what).size(), 3u);
    LogFilter back;
    back.takingBack = true;
    EXPECT_EQ(f.seqs(back), Seqs{third});
    LogFilter when;
    when.from = "2026-03-02";
    EXPECT_EQ(f.seqs(when), (Seqs{third, second}));
    when.to = "2026-03-03";
    EXPECT_EQ(f.seqs(when), Seqs{second});
    EXPECT_EQ(f.store->logAuthors(), (std::vector<std::string>{"李强", "王芳"}));

    // A unit, and those below it by their codes.
    const model::Unit& village = f.before.table(Level::village).units[0];
    LogFilter where;
    where.within = village.code.text();
    EXPECT_EQ(f.seqs(where), Seqs{first});
    where.within = f.before.unit(f.before.lineage({Level::village, 0}).front()).code.text();
    EXPECT_EQ(f.seqs(where).size(), 3u);
    where.author = "李强";
    EXPECT_EQ(f.seqs(where), Seqs{second});
}

TEST(LogLines, NameWhatTheyAreAbout) {
    Fixture f;
    auto set = classRow(f.store->planContext("").nextClassRecord, f.before.table(Level::grid).units[0].id.value, f.risk,
                        "red", "2026-01-05");
    for (const Level level : {Level::township, Level::village}) {
        auto more =
            classRow(set.changes.back().id + 1, f.before.table(level).units[0].id.value, f.risk, "red", "2026-01-05");
        set.changes.push_back(more.changes.front());
    }
    (void)f.store->commit(set, {}, base::Date::today());
    const auto lines = f.store->logLines({}, 0, 10);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].unitCount, 3u);
    ASSERT_EQ(lines[0].units.size(), 3u);
    EXPECT_EQ(lines[0].units[0].name, f.before.table(Level::township).units[0].name) << "the largest first";
    EXPECT_EQ(lines[0].units[2].code, f.before.table(Level::grid).units[0].code.text());
}

}  // namespace
}  // namespace xiangtu
