// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/progress.h"
#include "base/result.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace xiangtu::base {
namespace {

TEST(Error, PutsContextInFront) {
    Error error(Fault::format, "field 3 is empty");
    error.addContext("row 12");
    error.addContext("grids.csv");
    EXPECT_STREQ(error.what(), "grids.csv: row 12: field 3 is empty");
    EXPECT_EQ(error.fault(), Fault::format);
}

TEST(Error, EveryFaultHasItsOwnName) {
    std::set<std::string_view> names;
    for (int i = 0; i <= int(Fault::usage); ++i) names.insert(faultName(Fault(i)));
    EXPECT_EQ(names.size(), std::size_t(Fault::usage) + 1);
    EXPECT_FALSE(names.contains("unknown"));
}

TEST(Progress, CopiesShareOneStopFlag) {
    Progress progress;
    const Progress copy = progress;
    EXPECT_NO_THROW(copy.check());
    progress.cancel();
    EXPECT_TRUE(copy.cancelled());
    try {
        copy.check();
        FAIL() << "cancelled work must not go on";
    } catch (const Error& e) { EXPECT_EQ(e.fault(), Fault::cancelled); }
}

TEST(Progress, TellsWhoeverListens) {
    std::vector<std::string> heard;
    const Progress progress([&](std::string_view stage, std::int64_t done, std::int64_t total) {
        heard.push_back(std::string(stage) + std::to_string(done) + "/" + std::to_string(total));
    });
    progress.report("units", 1, 4);
    EXPECT_EQ(heard, std::vector<std::string>{"units1/4"});
}

TEST(Result, HoldsEitherSide) {
    const Result<int, std::string> good(7);
    const Result<int, std::string> bad(std::string("no such unit"));
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(good.value(), 7);
    EXPECT_FALSE(bad.ok());
    EXPECT_EQ(bad.error(), "no such unit");
}

}  // namespace
}  // namespace xiangtu::base
