// SPDX-License-Identifier: GPL-3.0-or-later
// The complete real chain: towns, villages and grids of one district, with everything wrong that real
// layers have. Expected counts were checked one by one against the sources.
#include "geo/exchange/memory_file.h"
#include "geodesy/area.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace xiangtu::exchange {
namespace {

using model::Level;

class Xihu : public ::testing::Test {
protected:
    /// The three imports, once for all cases.
    struct Chain {
        MemoryFile file;
        ImportReport towns, villages, grids;
        Chain() {
            auto asked = request("townships/xihu_towns.geojson", Level::township);
            asked.county = CountyRequest{"西湖区", std::nullopt};
            towns = taken(asked, file);
            villages = taken(request("villages/xihu_villages_communities.geojson", Level::village), file);
            grids = taken(request("grids/xihu_grids.geojson", Level::grid), file);
        }
    };
    void SetUp() override {
        if (!std::filesystem::exists(XIANGTU_REAL_DATA)) GTEST_SKIP() << XIANGTU_REAL_DATA " is not here";
        static const Chain chain;
        imported = &chain;
    }
    static ImportRequest request(const char* file, Level level) {
        ImportRequest r;
        r.source = std::filesystem::path(XIANGTU_REAL_DATA) / file;
        r.level = level;
        return r;
    }
    static std::string field(const ImportReport& report, std::size_t role) { return report.fields[role].field; }

    const Chain* imported = nullptr;
};

TEST_F(Xihu, TownsAreCleanButForTheirLongCodes) {
    EXPECT_EQ(imported->towns.taken, 11);
    EXPECT_EQ(byRule(imported->towns), (std::map<std::string, std::int64_t>{{"code_shortened", 11}}));
    EXPECT_EQ(field(imported->towns, 0), "areaCode");
    EXPECT_EQ(imported->file.find(Level::township, "330106010")->sourceCode, "330106010000");
    ASSERT_TRUE(imported->file.find(Level::county, "330106"));
    double towns = 0;
    for (const auto& unit : imported->file.units()) {
        if (unit.level == Level::township) towns += geodesy::area(unit.shape);
    }
    EXPECT_NEAR(geodesy::area(imported->file.find(Level::county, "330106")->shape), towns, 1);
}

TEST_F(Xihu, VillagesComeWithEveryFindingNamed) {
    EXPECT_EQ(imported->villages.records, 213);
    EXPECT_EQ(imported->villages.taken, 210);
    EXPECT_EQ(imported->villages.rejected, 3);
    EXPECT_EQ(field(imported->villages, 0), "xzqhbm");
    EXPECT_EQ(field(imported->villages, 1), "cunshe");
    auto rules = byRule(imported->villages);
    EXPECT_EQ(rules["foreign_record"], 3);
    EXPECT_EQ(rules["unreadable_geometry"], 1);
    EXPECT_EQ(rules["invalid_ring"], 3);
    EXPECT_EQ(rules["code_prefix_mismatch"], 47);
    EXPECT_EQ(rules["outside_parent"], 20);
    EXPECT_EQ(rules["gap"], 43);
    EXPECT_EQ(rules.count("overlap"), 0u);
    EXPECT_EQ(rules.size(), 6u) << "nothing else";
}

TEST_F(Xihu, TheRecordWithoutGeometryIsRecovered) {
    const Finding f = first(imported->villages, Rule::unreadableGeometry);
    EXPECT_EQ(f.record, 138);
    EXPECT_EQ(f.outcome, Outcome::mended);
    const auto* unit = imported->file.find(Level::village, f.code);
    ASSERT_TRUE(unit);
    EXPECT_EQ(unit->name, "紫科社区");
    // The source's own figure for the area is 2 913 984.99 m².
    EXPECT_NEAR(geodesy::area(unit->shape), 2913985, 10);
}

TEST_F(Xihu, TheThreeStrayGridsAreListedAndNotTaken) {
    std::vector<std::int64_t> records;
    for (const Finding& f : imported->villages.findings) {
        if (f.rule == Rule::foreignRecord) records.push_back(f.record);
    }
    EXPECT_EQ(records, (std::vector<std::int64_t>{135, 136, 137}));
    EXPECT_NE(first(imported->villages, Rule::foreignRecord).message.find("330106011020001"), std::string::npos);
}

TEST_F(Xihu, VillagesLieInTheTownTheyAreIn) {
    // The town codes and the village codes are of different lists: 330106010 is 北山 in one and 转塘 in
    // the other, ten kilometres away.
    const auto* village = imported->file.find(Level::village, "330106010005");
    ASSERT_TRUE(village);
    EXPECT_EQ(imported->file.find(Level::township, village->parent.text())->name, "转塘");
}

TEST_F(Xihu, TheLargestGapIsTheVillageThatIsMissing) {
    const Finding f = first(imported->villages, Rule::gap);
    ASSERT_TRUE(f.areaM2);
    EXPECT_NEAR(*f.areaM2, 8531115, 50);
    EXPECT_NE(f.message.find("蒋村"), std::string::npos);
}

TEST_F(Xihu, AllGridsAreTakenWithEveryFindingNamed) {
    EXPECT_EQ(imported->grids.records, 605);
    EXPECT_EQ(imported->grids.taken, 605);
    EXPECT_EQ(field(imported->grids, 0), "XZQHBM");
    EXPECT_EQ(field(imported->grids, 1), "name");
    auto rules = byRule(imported->grids);
    EXPECT_EQ(rules["no_code"], 9);
    EXPECT_EQ(rules["invalid_ring"], 1);
    EXPECT_EQ(rules["unusual_code_length"], 596);
    EXPECT_EQ(rules["code_prefix_mismatch"], 42);
    EXPECT_EQ(rules["no_name"], 4);
    EXPECT_EQ(rules["no_parent"], 1);
    EXPECT_EQ(rules["parent_skipped"], 3);
    EXPECT_EQ(rules["outside_parent"], 119);
    EXPECT_EQ(rules["gap"], 43);
    EXPECT_EQ(rules.size(), 9u) << "nothing else";
    EXPECT_EQ(imported->grids.parents.byCode, 583);
}

TEST_F(Xihu, EveryGridHasAParentAndACodeOfItsOwn) {
    std::map<std::string, int> codes;
    for (const auto& unit : imported->file.units()) {
        if (unit.level != Level::grid) continue;
        EXPECT_TRUE(unit.parent.valid()) << unit.code.text();
        EXPECT_EQ(++codes[unit.code.text()], 1) << unit.code.text();
        EXPECT_EQ(unit.code.digits(), 15) << unit.code.text();
    }
    EXPECT_EQ(codes.size(), 605u);
}

}  // namespace
}  // namespace xiangtu::exchange
