// SPDX-License-Identifier: GPL-3.0-or-later
// The file seen through another program's eyes.
#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <vector>

namespace xiangtu {
namespace {

/// Runs a program without a shell (paths hold quotes) and returns what it prints; fails the test when
/// it does not end well.
std::string outputOf(const std::vector<std::string>& words) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        ::close(pipe[0]);
        std::vector<char*> arguments;
        for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(pipe[1]);
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t n = 0; (n = ::read(pipe[0], buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), std::size_t(n));
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << words[0] << "\n" << text;
    return text;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Readers, OgrinfoListsAViewPerLevelWithGeometryAndCoordinateSystem) {
    const support::TempDir dir;
    createFilled(dir / "县.sqlite").reset();
    const std::string file = (dir / "县.sqlite").string();
    const std::string list = outputOf({"ogrinfo", "-ro", file});
    const std::vector<std::pair<std::string, int>> views{
        {"v_county", 1}, {"v_township", 4}, {"v_village", 16}, {"v_natural_village", 64}, {"v_grid", 256}};
    for (const auto& [view, count] : views) {
        EXPECT_TRUE(holds(list, view + " (Multi Polygon)")) << list;
        const std::string summary = outputOf({"ogrinfo", "-ro", "-so", file, view});
        EXPECT_TRUE(holds(summary, "Feature Count: " + std::to_string(count))) << summary;
        EXPECT_TRUE(holds(summary, "ID[\"EPSG\",4490]")) << summary;
        EXPECT_TRUE(holds(summary, "Extent: (10")) << summary;
        EXPECT_TRUE(holds(summary, "code: String")) << summary;
    }
    EXPECT_TRUE(holds(list, "reg_industry_base (Multi Polygon)"));
}

TEST(Readers, OgrinfoReadsNamesCodesAndPolygons) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    const std::string text =
        outputOf({"ogrinfo", "-ro", (dir / "a.sqlite").string(), "v_grid", "-where", "code = '990000001001001001'"});
    EXPECT_TRUE(holds(text, "Feature Count: 1")) << text;
    EXPECT_TRUE(holds(text, "parent_code (String) = 990000001001001")) << text;
    EXPECT_TRUE(holds(text, "MULTIPOLYGON (((1")) << text;
}

TEST(Readers, ASpatialFilterGoesThroughThePackedIndex) {
    const support::TempDir dir;
    const support::CoverageOptions options;
    createFilled(dir / "a.sqlite", options).reset();
    // A window of a tenth of a cell in the middle of one cell.
    const double x = options.southWest.lon + options.cellDegrees * 2.5,
                 y = options.southWest.lat + options.cellDegrees * 2.5;
    const double w = options.cellDegrees / 20;
    const std::string text =
        outputOf({"ogrinfo", "-ro", "-so", (dir / "a.sqlite").string(), "v_grid", "-spat", std::to_string(x - w),
                  std::to_string(y - w), std::to_string(x + w), std::to_string(y + w)});
    EXPECT_TRUE(holds(text, "Feature Count: 1")) << text;
}

}  // namespace
}  // namespace xiangtu
