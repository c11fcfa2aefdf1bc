// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/place.h"

#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace xiangtu::display {
namespace {

TEST(Place, IsBesideTheFileOrInTheUsersCacheFolder) {
    const support::TempDir dir;
    ::setenv("XDG_CACHE_HOME", dir.path().c_str(), 1);
    const auto places = placesOf(dir / "县.sqlite");
    const auto others = placesOf(dir / "乡.sqlite");
    ::unsetenv("XDG_CACHE_HOME");
    ASSERT_EQ(places.size(), 2u);
    EXPECT_EQ(places[0], dir / "县.sqlite.display");
    EXPECT_EQ(places[1].parent_path(), dir / "xiangtu");
    EXPECT_NE(places[1], others[1]) << "each file has its own";
}

TEST(Place, WithoutAHomeThereIsOnlyTheOneBeside) {
    const char* home = std::getenv("HOME");
    const std::string before = home ? home : "";
    ::unsetenv("HOME");
    ::unsetenv("XDG_CACHE_HOME");
    EXPECT_EQ(placesOf("/data/a.sqlite").size(), 1u);
    if (home) ::setenv("HOME", before.c_str(), 1);
}

}  // namespace
}  // namespace xiangtu::display
