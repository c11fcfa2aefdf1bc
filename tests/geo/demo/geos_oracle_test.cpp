// SPDX-License-Identifier: GPL-3.0-or-later
// GEOS, asked through SpatiaLite, judges the stored polygons independently of our own arithmetic.
#include "coverage_check.h"

#include "store/store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

// SpatiaLite's header needs SQLite's before it.
#include <sqlite3.h>

#include <spatialite.h>

namespace xiangtu::demo {

namespace {

class Judge {
public:
    explicit Judge(const std::filesystem::path& file) {
        EXPECT_EQ(sqlite3_open_v2(file.c_str(), &m_db, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
        m_cache = spatialite_alloc_connection();
        spatialite_init_ex(m_db, m_cache, 0);
    }
    ~Judge() {
        sqlite3_close(m_db);
        spatialite_cleanup_ex(m_cache);
    }
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    double ask(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(m_db);
        EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << sqlite3_errmsg(m_db);
        EXPECT_NE(sqlite3_column_type(statement, 0), SQLITE_NULL) << sql;
        const double value = sqlite3_column_double(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }

private:
    sqlite3* m_db = nullptr;
    void* m_cache = nullptr;
};

}  // namespace

TEST(GeosOracle, FindsEveryPolygonValidAndEveryLevelFreeOfOverlapsAndGaps) {
    const support::TempDir dir;
    const auto file = dir / "demo.sqlite";
    {
        const auto store = store::create(file, XIANGTU_DATA_DIR);
        const auto writer = store->beginBulk();
        Options options;
        options.grids = 420;
        generate(shippedFacts("bagongshan"), shippedPhrases(), options, *writer, {});
        writer->commit();
    }
    Judge judge(file);
    EXPECT_EQ(judge.ask("SELECT count(*) FROM unit"),
              1 + 6 + 44 + judge.ask("SELECT count(*) FROM unit WHERE level = 3") + 420);
    EXPECT_EQ(judge.ask("SELECT count(*) FROM unit WHERE ST_IsValid(geom) IS NOT 1"), 0);
    EXPECT_EQ(judge.ask("SELECT count(*) FROM reg_industry_base WHERE ST_IsValid(geom) IS NOT 1"), 0);
    const double county = judge.ask("SELECT ST_Area(geom) FROM unit WHERE level = 0");
    for (int level = 1; level <= 4; ++level) {
        SCOPED_TRACE(level);
        const std::string where = " FROM unit WHERE level = " + std::to_string(level);
        EXPECT_NEAR(judge.ask("SELECT sum(ST_Area(geom))" + where) / county, 1, 1e-9);
        EXPECT_NEAR(judge.ask("SELECT ST_Area(ST_Union(geom))" + where) / county, 1, 1e-9);
        EXPECT_EQ(judge.ask("SELECT ST_NumInteriorRing(ST_GeometryN(ST_Multi(ST_Union(geom)), 1))" + where), 0);
        EXPECT_EQ(judge.ask("SELECT count(*) FROM unit a JOIN unit b ON a.level = b.level AND a.id < b.id AND "
                            "MbrIntersects(a.geom, b.geom) "
                            "WHERE a.level = " +
                            std::to_string(level) + " AND ST_Relate(a.geom, b.geom, 'T********') IS NOT 0"),
                  0);
        EXPECT_EQ(judge.ask("SELECT count(*) FROM unit c JOIN unit p ON p.id = c.parent_id WHERE c.level = " +
                            std::to_string(level) + " AND ST_CoveredBy(c.geom, p.geom) IS NOT 1"),
                  0);
    }
    EXPECT_EQ(judge.ask("SELECT count(*) FROM reg_industry_base r JOIN unit u ON u.id = r.unit_id "
                        "WHERE ST_CoveredBy(r.geom, u.geom) IS NOT 1"),
              0);
}

}  // namespace xiangtu::demo
