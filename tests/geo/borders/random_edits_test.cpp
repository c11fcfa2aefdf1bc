// SPDX-License-Identifier: GPL-3.0-or-later
#include "applied.h"
#include "geo/borders/hand.h"
#include "same_topology.h"

#include "borders/face_changes.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <random>

namespace xiangtu::borders {
namespace {

using model::Level;
using model::Snapshot;

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
            EXPECT_NE(result.error().reason, Reason::dirty)
                << "edit " << i << ", operation " << name << ": " << result.error().detail;
            continue;
        }
        ++outcomes[name + " ok"];
        for (const Level level : model::kLevels) {
            ASSERT_EQ(result.value().latticeChange(level), result.value().latticeChange(Level::county)) << "edit " << i;
        }
        const Snapshot next = applied(county, result.value());
        ASSERT_EQ(faultOf(next), "") << "edit " << i << ", operation " << name;
        borders = patched(borders, next, faceChanges(county, next));
        if (i % 4 == 0) { ASSERT_EQ(difference(borders, built(next)), "") << "edit " << i << ", operation " << name; }
        county = next;
    }
}

/// 3,600 edits; XIANGTU_EDIT_SEEDS asks for more counties of 60 edits each.
std::uint32_t seeds() {
    const char* asked = std::getenv("XIANGTU_EDIT_SEEDS");
    return asked ? std::uint32_t(std::strtoul(asked, nullptr, 10)) : 60;
}

TEST(RandomEdits, KeepEveryInvariantOfTheCoverage) {
    std::map<std::string, int> outcomes;
    for (std::uint32_t seed = 1; seed <= seeds(); ++seed) {
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
