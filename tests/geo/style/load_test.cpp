// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "style/style_sheet.h"
#include "support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xiangtu::style {
namespace {

using ::testing::HasSubstr;

/// Message of the fault that loading `text` as a sheet raises.
std::string complaint(const std::string& text) {
    const support::TempDir dir;
    support::writeFile(dir / "own.style.json", text);
    try {
        (void)load(dir.path(), "own");
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::format);
        return e.what();
    }
    return "no complaint";
}

TEST(LoadStyle, ImportIsReadFirstAndOverriddenMemberByMember) {
    const support::TempDir dir;
    support::writeFile(
        dir / "base.style.json",
        R"({"name": "base", "background": "#112233", "borders": {"county": {"widthFar": 2, "widthNear": 5}}})");
    support::writeFile(dir / "own.style.json",
                       R"({"import": "base", "name": "own", "borders": {"county": {"widthNear": 7}}})");
    const StyleSheet sheet = load(dir.path(), "own");
    EXPECT_EQ(sheet.name, "own");
    EXPECT_EQ(sheet.background, 0xFF112233u);
    EXPECT_EQ(sheet.borders[0].widthFar, 2);
    EXPECT_EQ(sheet.borders[0].widthNear, 7);
}

TEST(LoadStyle, ReadsAlphaFirst) {
    const support::TempDir dir;
    support::writeFile(dir / "own.style.json", R"({"background": "#80aaBBcc"})");
    EXPECT_EQ(load(dir.path(), "own").background, 0x80AABBCCu);
}

TEST(LoadStyle, ErrorsNameFilePlaceAndReason) {
    EXPECT_THAT(complaint(R"({"borders": {"township": {"colour": "red"}}})"),
                AllOf(HasSubstr("own.style.json"), HasSubstr("/borders/township/colour"), HasSubstr("#RRGGBB")));
    EXPECT_THAT(complaint(R"({"borders": {"hamlet": {}}})"), AllOf(HasSubstr("/borders/hamlet"), HasSubstr("unknown")));
    EXPECT_THAT(complaint(R"({"colour": "#000000"})"), HasSubstr("/colour: unknown member"));
    EXPECT_THAT(complaint(R"({"overlays": {"tea": {"pattern": "tartan"}}})"),
                AllOf(HasSubstr("/overlays/tea/pattern"), HasSubstr("tartan")));
    EXPECT_THAT(complaint(R"({"marks": {"x": {"shape": "blob"}}})"), HasSubstr("/marks/x/shape"));
    EXPECT_THAT(complaint(R"({"labels": {"grid": {"size": -1}}})"), HasSubstr("/labels/grid/size"));
    EXPECT_THAT(complaint(R"({"fillOpacity": 2})"), HasSubstr("/fillOpacity"));
    EXPECT_THAT(complaint(R"({"background": "#12345"})"), HasSubstr("/background"));
    EXPECT_THAT(complaint(R"({"background": 5})"), HasSubstr("must be text"));
    EXPECT_THAT(complaint(R"([])"), HasSubstr("own.style.json"));
    EXPECT_THAT(complaint("{"), HasSubstr("not JSON"));
}

TEST(LoadStyle, RefusesCirclesAndPathsInImports) {
    EXPECT_THAT(complaint(R"({"import": "own"})"), HasSubstr("circle"));
    EXPECT_THAT(complaint(R"({"import": "../own"})"), HasSubstr("/import"));
}

TEST(LoadStyle, MissingSheetIsAFaultThatNamesIt) {
    const support::TempDir dir;
    try {
        (void)load(dir.path(), "nowhere");
        FAIL() << "no complaint";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::io);
        EXPECT_THAT(e.what(), HasSubstr("nowhere.style.json"));
    }
}

}  // namespace
}  // namespace xiangtu::style
