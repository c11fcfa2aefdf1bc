// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"
#include "geom/wkt.h"

#include <gtest/gtest.h>

// SpatiaLite's header needs SQLite's before it.
#include <sqlite3.h>

#include <spatialite.h>

#include <map>
#include <string>
#include <vector>

namespace xiangtu::query {

/// A database in memory that answers by SpatiaLite (GEOS for the shapes, its own geodesics). Those are no witness beyond
/// five digits: its ellipsoidal areas are 1e-5 and more off PROJ's, and the point that is nearest in degrees passes for
/// the nearest.
class Witness {
public:
    Witness() : m_cache(spatialite_alloc_connection()) {
        sqlite3_open(":memory:", &m_db);
        spatialite_init_ex(m_db, m_cache, 0);
        run("SELECT InitSpatialMetaData(1)");
    }
    ~Witness() {
        sqlite3_close(m_db);
        spatialite_cleanup_ex(m_cache);
    }
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;

    void run(const std::string& sql) {
        char* error = nullptr;
        EXPECT_EQ(sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << (error ? error : "");
        sqlite3_free(error);
    }
    void makeTable(const std::string& table) { run("CREATE TABLE " + table + "(id INTEGER PRIMARY KEY, geom)"); }
    void insert(const std::string& table, std::uint32_t id, const geom::GeoShape& shape) {
        run("INSERT INTO " + table + " VALUES (" + std::to_string(id) + ", GeomFromText('" + geom::wkt(shape) +
            "', 4326))");
    }
    void fill(const std::string& table, const geom::PolygonSet& shapes) {
        makeTable(table);
        for (std::uint32_t f = 0; f < shapes.size(); ++f) {
            if (shapes.hasShape(f)) insert(table, f, geom::toGeo(shapes.feature(f)));
        }
    }
    /// Rows of numbers.
    [[nodiscard]] std::vector<std::vector<double>> rows(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(m_db);
        std::vector<std::vector<double>> out;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            std::vector<double> row;
            for (int c = 0; c < sqlite3_column_count(statement); ++c)
                row.push_back(sqlite3_column_double(statement, c));
            out.push_back(std::move(row));
        }
        sqlite3_finalize(statement);
        return out;
    }
    /// One shape per row: an id and a geometry.
    [[nodiscard]] std::map<std::uint32_t, geom::GeoMultiPolygon> shapes(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        const std::string asked = "SELECT id, AsWKT(shape, 15) FROM (" + sql + ") WHERE shape IS NOT NULL";
        EXPECT_EQ(sqlite3_prepare_v2(m_db, asked.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(m_db);
        std::map<std::uint32_t, geom::GeoMultiPolygon> out;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 1));
            const geom::GeoShape shape = geom::shapeFromWkt(text);
            if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&shape))
                out[std::uint32_t(sqlite3_column_int64(statement, 0))] = *parts;
        }
        sqlite3_finalize(statement);
        return out;
    }

private:
    sqlite3* m_db = nullptr;
    void* m_cache;
};

}  // namespace xiangtu::query
