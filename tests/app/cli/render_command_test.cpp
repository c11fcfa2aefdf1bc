// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands_fixture.h"

namespace xiangtu::cli {
namespace {

class RenderCommand : public Commands {
protected:
    std::string picture(const std::vector<std::string>& more = {}) {
        const fs::path out = folder / "map.png";
        fs::remove(out);
        std::vector<std::string> arguments{"render", file.string(), "--out", out.string(), "--size", "600x400"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_EQ(run(arguments), 0) << errors;
        return fs::exists(out) ? support::readFile(out) : std::string();
    }
    fs::path kept() const { return file.string() + ".display"; }
};

TEST_F(RenderCommand, LeavesBehindWhatTheNextPictureStartsFrom) {
    ASSERT_FALSE(fs::exists(kept()));
    const std::string first = picture();
    ASSERT_FALSE(first.empty());
    ASSERT_TRUE(fs::exists(kept()));
    const auto written = fs::last_write_time(kept());
    EXPECT_EQ(picture(), first) << "the same picture from what was kept";
    EXPECT_EQ(fs::last_write_time(kept()), written) << "and nothing written anew";
}

TEST_F(RenderCommand, IsNotMisledByADamagedDisplayFile) {
    const std::string first = picture();
    std::string bytes = support::readFile(kept());
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x55);
    support::writeFile(kept(), bytes);
    EXPECT_EQ(picture(), first);
    EXPECT_NE(support::readFile(kept()), bytes) << "a sound one took its place";
}

TEST_F(RenderCommand, DrawsRecordsWithoutShapesFromAKeptFileToo) {
    const std::vector<std::string> demonstrations{"--theme", "demonstration"};
    const std::string first = picture(demonstrations);
    EXPECT_EQ(picture(demonstrations), first);
    EXPECT_NE(picture(), first);
}

}  // namespace
}  // namespace xiangtu::cli
