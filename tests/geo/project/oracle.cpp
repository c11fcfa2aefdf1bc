// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle.h"

#include <sqlite3.h>

// After sqlite3.h, whose names it uses without including it.
#include <spatialite.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace xiangtu::project {

namespace {

struct Question {
    const char* what;
    const char* sql;  ///< a row = a fault
};

// On the lattice relative to the county's corner coordinates are whole numbers, and products of two of them have a
// place in a double: areas are exact.
constexpr const char* kOnLattice = R"(
CREATE TEMP TABLE IF NOT EXISTS land (id INTEGER PRIMARY KEY, level INTEGER, parent INTEGER, twice INTEGER);
DELETE FROM land;
INSERT INTO land SELECT u.id, u.level, u.parent_id, CAST(round(2 * ST_Area(SnapToGrid(ShiftCoords(
    ScaleCoords(u.geom, 1e7), -round(c.x * 1e7), -round(c.y * 1e7)), 1.0))) AS INTEGER)
FROM unit u, (SELECT min(MbrMinX(geom)) AS x, min(MbrMinY(geom)) AS y FROM unit WHERE level = 0) c
WHERE u.valid_to IS NULL;)";

constexpr std::array kQuestions{
    Question{"not valid",
             "SELECT code || ' ' || ifnull(ST_IsValidReason(geom), 'no polygon') FROM unit "
             "WHERE valid_to IS NULL AND ST_IsValid(geom) IS NOT 1"},
    Question{"common land",
             "SELECT a.code || ' and ' || b.code FROM unit a JOIN unit b ON b.level = a.level AND b.id > a.id "
             "WHERE a.valid_to IS NULL AND b.valid_to IS NULL AND b.id IN (SELECT pkid FROM idx_unit_geom "
             "WHERE xmax >= MbrMinX(a.geom) AND xmin <= MbrMaxX(a.geom) AND ymax >= MbrMinY(a.geom) "
             "AND ymin <= MbrMaxY(a.geom)) AND ST_Relate(a.geom, b.geom, '2********') IS NOT 0"},
    Question{"outside its parent",
             "SELECT c.code || ' of ' || ifnull(p.code, 'nobody') FROM unit c LEFT JOIN unit p ON p.id = c.parent_id "
             "WHERE c.valid_to IS NULL AND c.level > 0 "
             "AND (p.valid_to IS NOT NULL OR p.level IS NOT c.level - 1 OR ST_Covers(p.geom, c.geom) IS NOT 1)"},
    Question{"not filled",
             "SELECT p.id || ': ' || (p.twice - ifnull(sum(c.twice), 0)) FROM land p LEFT JOIN land c "
             "ON c.parent = p.id WHERE p.level < (SELECT max(level) FROM land) GROUP BY p.id HAVING sum(c.twice) IS "
             "NOT p.twice"},
    Question{"level does not fill the county",
             "SELECT level, sum(twice) FROM land GROUP BY level HAVING sum(twice) <> "
             "(SELECT sum(twice) FROM land WHERE level = 0)"},
    Question{"level together is not the county",
             "SELECT u.level FROM unit u WHERE u.valid_to IS NULL GROUP BY u.level "
             "HAVING ST_Equals(ST_Union(u.geom), (SELECT ST_Union(geom) FROM unit WHERE level = 0 "
             "AND valid_to IS NULL)) IS NOT 1"},
    Question{"code given twice",
             "SELECT level || ' ' || code FROM unit WHERE valid_to IS NULL GROUP BY level, code "
             "HAVING count(*) > 1"},
    Question{"code not of its parent",
             "SELECT c.code || ' of ' || p.code FROM unit c JOIN unit p ON p.id = c.parent_id "
             "WHERE c.valid_to IS NULL AND substr(c.code, 1, length(p.code)) <> p.code"},
    Question{"past with a gap or an overlap",
             "SELECT unit_id || ' to ' || valid_to FROM unit_past a WHERE NOT EXISTS (SELECT 1 FROM unit u "
             "WHERE u.id = a.unit_id AND u.valid_from = a.valid_to) AND NOT EXISTS (SELECT 1 FROM unit_past b "
             "WHERE b.unit_id = a.unit_id AND b.valid_from = a.valid_to)"},
    Question{"came from nowhere",
             "SELECT u.code FROM unit u WHERE u.valid_from > (SELECT min(valid_from) FROM unit WHERE level = 0) "
             "AND u.level > 0 AND NOT EXISTS (SELECT 1 FROM unit_past p WHERE p.unit_id = u.id) "
             "AND NOT EXISTS (SELECT 1 FROM unit_lineage l WHERE l.to_unit = u.id AND l.from_unit <> u.id "
             "AND l.kind = 'split' AND l.day = u.valid_from)"},
    Question{"went nowhere",
             "SELECT u.code FROM unit u WHERE u.valid_to IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit_lineage l "
             "WHERE l.from_unit = u.id AND l.to_unit <> u.id AND l.kind = 'merge' AND l.day = u.valid_to)"},
    Question{
        "code changed without a word",
        "SELECT u.code || ' was ' || p.code FROM unit u JOIN unit_past p ON p.unit_id = u.id WHERE p.code <> u.code "
        "AND NOT EXISTS (SELECT 1 FROM unit_lineage l WHERE l.from_unit = u.id AND l.to_unit = u.id "
        "AND l.kind = 'recode')"},
    Question{"lineage names nobody",
             "SELECT id FROM unit_lineage l WHERE NOT EXISTS (SELECT 1 FROM unit WHERE id = l.from_unit) "
             "OR NOT EXISTS (SELECT 1 FROM unit WHERE id = l.to_unit)"},
    Question{"organisation on a unit that is no more",
             "SELECT o.id || ' on ' || u.code FROM party_org o JOIN unit u ON u.id = o.unit_id "
             "WHERE o.dissolved IS NULL AND u.valid_to IS NOT NULL"},
    Question{"index is not as the table",
             "SELECT t FROM (SELECT 'unit' AS t UNION ALL SELECT 'unit_past') WHERE CheckSpatialIndex(t, 'geom') <> 1"},
};

}  // namespace

Oracle::Oracle(const std::filesystem::path& file) : m_cache(spatialite_alloc_connection()) {
    const int code = sqlite3_open_v2(file.c_str(), &m_file, SQLITE_OPEN_READWRITE, nullptr);
    if (code != SQLITE_OK) throw std::runtime_error(file.string() + ": " + sqlite3_errmsg(m_file));
    spatialite_init_ex(m_file, m_cache, 0);
}

Oracle::~Oracle() {
    sqlite3_close(m_file);
    spatialite_cleanup_ex(m_cache);
}

std::vector<std::string> Oracle::rows(const std::string& sql) const {
    std::vector<std::string> out;
    const auto add = [](void* list, int columns, char** values, char**) {
        std::string line;
        for (int i = 0; i < columns; ++i) line.append(i == 0 ? "" : "|").append(values[i] ? values[i] : "NULL");
        static_cast<std::vector<std::string>*>(list)->push_back(std::move(line));
        return 0;
    };
    if (sqlite3_exec(m_file, sql.c_str(), add, &out, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(m_file));
    }
    return out;
}

std::vector<std::string> Oracle::faults() const {
    std::vector<std::string> out;
    (void)rows(kOnLattice);
    const auto ask = [&](const std::string& what, const std::string& sql) {
        for (const std::string& row : rows(sql)) out.push_back(what + ": " + row);
    };
    for (const Question& question : kQuestions) ask(question.what, question.sql);
    for (const std::string& key : rows("SELECT key FROM register")) {
        const std::string table = "\"reg_" + key + "\"";
        const std::string standing = " r JOIN unit u ON u.id = r.unit_id WHERE r.valid_to IS NULL AND ";
        ask("record of " + key + " on a unit that is no more",
            "SELECT r.id || ' on ' || u.code FROM " + table + standing + "u.valid_to IS NOT NULL");
        if (rows("SELECT 1 FROM pragma_table_info('reg_" + key + "') WHERE name = 'geom'").empty()) continue;
        ask("record of " + key + " lies elsewhere",
            "SELECT r.id || ' on ' || u.code FROM " + table + standing +
                "u.valid_to IS NULL AND ST_Intersects(r.geom, u.geom) IS NOT 1");
    }
    return out;
}

std::string Oracle::dump() const {
    static constexpr std::array<std::string_view, 5> kLog{"change_log", "unit_log", "last_id", "display_identity",
                                                          "spatial_ref_sys"};
    std::string out;
    for (const std::string& table : rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE "
                                         "'CREATE VIRTUAL%' ORDER BY name")) {
        const bool engine = table.starts_with("sqlite_") || table.starts_with("idx_") ||
                            table.starts_with("geometry_columns") || table.starts_with("views_") ||
                            table.starts_with("virts_") || table == "spatialite_history";
        if (engine || std::ranges::find(kLog, table) != kLog.end()) continue;
        const auto columns =
            rows("SELECT group_concat('quote(\"' || name || '\")', ', ') FROM pragma_table_info('" + table + "')");
        auto lines = rows("SELECT " + columns.at(0) + " FROM \"" + table + "\"");
        std::ranges::sort(lines);
        for (const std::string& line : lines) out += table + "|" + line + "\n";
    }
    return out;
}

std::string faultsOf(const std::filesystem::path& file) {
    std::string out;
    for (const std::string& fault : Oracle(file).faults()) out += fault + "\n";
    return out;
}

std::string dumpOf(const std::filesystem::path& file) { return Oracle(file).dump(); }

}  // namespace xiangtu::project
