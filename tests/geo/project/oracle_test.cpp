// SPDX-License-Identifier: GPL-3.0-or-later
// Random edits of a file on all levels, judged after each batch by SpatiaLite, taken back to the last byte and
// brought back again.
#include "oracle.h"

#include "edit/compare.h"
#include "geo/borders/hand.h"
#include "made_file.h"
#include "same_snapshot.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <random>

namespace xiangtu::project {
namespace {

using model::Level;

/// Sequences of 40 edits: XIANGTU_EDIT_SEEDS asks for more, XIANGTU_SHORT for fewer.
std::uint32_t seeds() {
    const char* asked = std::getenv("XIANGTU_EDIT_SEEDS");
    if (asked) return std::uint32_t(std::strtoul(asked, nullptr, 10));
    return std::getenv("XIANGTU_SHORT") ? 2 : 8;
}

class RandomHands {
public:
    RandomHands(std::uint32_t seed, std::filesystem::path file) : m_random(seed), m_file(std::move(file)) {
        makeFile(m_file, {.side = 8, .edgePoints = 1 + int(seed % 3), .seed = seed});
        m_project.emplace(openedToday(m_file));
        for (int i = 0; i < 40; ++i) addRecord();
        m_start = m_project->store().log(1).front().seq;
        m_first = m_project->state().snapshot;
    }

    /// Edits, with some undos and redos between them.
    void edit(int edits, std::map<std::string, int>& outcomes) {
        for (int i = 0; i < edits; ++i) {
            const unsigned dice = m_random() % 20;
            if (dice == 0 && standing() > 0) {
                expectDone(m_project->undo("手"));
                if (m_random() % 2 == 0) expectDone(m_project->redo("手"));
                continue;
            }
            if (dice == 1) {
                addClass();
                continue;
            }
            const borders::Request request = borders::Hand(*m_project->state().snapshot, m_random).draw();
            const Outcome outcome = m_project->apply(edit::EditBorders{request, {}, "随机", ""}, "手");
            ++outcomes[std::string(edit::titleOf(request.operation)) +
                       (outcome.ok() ? " ok" : ": " + outcome.error().detail)];
        }
    }
    void expectSound() {
        EXPECT_EQ(faultsOf(m_file), "");
        const Project fresh = openedToday(m_file, store::OpenMode::readOnly);
        EXPECT_EQ(differenceOf(*m_project->state().snapshot, *fresh.state().snapshot), "");
        EXPECT_TRUE(m_project->state().topology->conflicts().empty());
        const base::Date yesterday{base::Date::today().days - 1};
        EXPECT_TRUE(edit::compare(*m_first, m_project->store().load(yesterday, {})).empty()) << "the past has changed";
        for (const Level level : model::kLevels) EXPECT_EQ(households(level), households(Level::county));
    }
    /// To the last byte and back, after closing the file.
    void expectAllTakenBackAndMadeAgain(const std::string& atFirst) {
        m_project.emplace(openedToday(m_file));
        const std::string after = dumpOf(m_file);
        const auto last = m_project->state().snapshot;
        int undone = 0;
        for (; standing() > 0; ++undone) expectDone(m_project->undo("手"));
        EXPECT_TRUE(dumpOf(m_file) == atFirst) << "not as it was";
        EXPECT_EQ(differenceOf(*m_project->state().snapshot, *m_first), "");
        EXPECT_EQ(faultsOf(m_file), "");
        m_project.emplace(openedToday(m_file));
        while (undone-- > 0) expectDone(m_project->redo("手"));
        EXPECT_TRUE(dumpOf(m_file) == after) << "not made again";
        EXPECT_EQ(differenceOf(*m_project->state().snapshot, *last), "");
        EXPECT_FALSE(m_project->store().checkChain().brokenAt);
    }

private:
    static void expectDone(const Outcome& outcome) {
        if (!outcome.ok()) ADD_FAILURE() << outcome.error().detail;
    }
    void addRecord() {
        const auto share = [&] { return (double(m_random()) + 0.5) / 4294967296.0; };
        const geom::GeoPoint place{110.0 + share() * 0.0155 + 0.00025, 36.5 + share() * 0.0155 + 0.00025};
        expectDone(m_project->apply(edit::AddRecord{"event",
                                                    {},
                                                    {},
                                                    place,
                                                    {{"title_text", std::string("事")},
                                                     {"category", std::string("other")},
                                                     {"reported_on", std::string("2026-01-05")},
                                                     {"first_receiver", std::string("王")}},
                                                    ""},
                                    "手"));
    }
    void addClass() {
        const auto& units = m_project->state().snapshot->table(Level::grid).units;
        const model::Code code = units[m_random() % units.size()].code;
        const char* const classes[]{"red", "orange", "blue", "green", "yellow"};
        (void)m_project->apply(edit::SetClass{{code}, "risk5", classes[m_random() % 5], "巡查", ""}, "手");
    }
    /// Edits that stand, without the records every file begins with.
    std::int64_t standing() {
        const auto last = m_project->store().lastUndoable({});
        return last && last->seq > m_start ? last->seq : 0;
    }
    std::int64_t households(Level level) const {
        std::int64_t sum = 0;
        for (const auto& unit : m_project->state().snapshot->table(level).units) sum += unit.households;
        return sum;
    }

    std::mt19937 m_random;
    std::filesystem::path m_file;
    std::optional<Project> m_project;
    std::shared_ptr<const model::Snapshot> m_first;
    std::int64_t m_start = 0;
};

TEST(Oracle, FindsNothingWrongAfterRandomEditsAndUndoLeavesNoTrace) {
    std::map<std::string, int> outcomes;
    for (std::uint32_t seed = 1; seed <= seeds() && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const support::TempDir dir;
        const auto file = dir / "随机.sqlite";
        RandomHands hands(seed, file);
        const std::string atFirst = dumpOf(file);
        ASSERT_EQ(faultsOf(file), "");
        for (int batch = 0; batch < 4 && !testing::Test::HasFailure(); ++batch) {
            hands.edit(10, outcomes);
            hands.expectSound();
        }
        hands.expectAllTakenBackAndMadeAgain(atFirst);
    }
    for (const auto& [name, count] : outcomes) std::cout << count << "  " << name << '\n';
    for (const char* title : {"split_unit", "merge_units", "give_land", "reshape_border", "move_vertex",
                              "insert_vertex", "delete_vertex"}) {
        EXPECT_GT(outcomes[std::string(title) + " ok"], 0) << title;
    }
}

}  // namespace
}  // namespace xiangtu::project
