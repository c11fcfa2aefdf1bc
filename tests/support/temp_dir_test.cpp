// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace xiangtu::support {
namespace {

TEST(TempDir, VanishesWithItsContent) {
    std::filesystem::path kept;
    {
        const TempDir dir;
        kept = dir.path();
        std::filesystem::create_directory(dir / "inner");
        writeFile(dir / "inner/file", "x");
        EXPECT_TRUE(std::filesystem::exists(dir / "inner/file"));
    }
    EXPECT_FALSE(std::filesystem::exists(kept));
}

TEST(TempDir, TwoAreDifferent) {
    const TempDir a, b;
    EXPECT_NE(a.path(), b.path());
}

TEST(TempDir, FilesComeBackByteForByte) {
    const TempDir dir;
    const std::string content("a\0\r\n\xFF乡", 8);
    writeFile(dir / "f", content);
    EXPECT_EQ(readFile(dir / "f"), content);
    EXPECT_THROW((void)readFile(dir / "absent"), std::runtime_error);
}

}  // namespace
}  // namespace xiangtu::support
