# SPDX-License-Identifier: GPL-3.0-or-later
"""spatialite_query.py CASE FILE: median seconds SpatiaLite takes for a question over a Xiangtu file, and what it answers.
CASE join: random points, ten a grid, counted per grid; near: grids within 2 km of 20 places, seconds a place; land: mu of
every industry base in every village; dissolve: grids joined to villages."""
import random
import sqlite3
import statistics
import sys
import time

case, file = sys.argv[1:3]
connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
connection.enable_load_extension(True)
connection.load_extension("mod_spatialite")
for pragma in ("cache_size=-1000000", "mmap_size=8000000000", "temp_store=MEMORY"):
    connection.execute("PRAGMA " + pragma)


def indexed(table, target):
    return (f"CROSS JOIN idx_{table}_geom i ON i.xmax >= MbrMinX({target}) AND i.xmin <= MbrMaxX({target}) "
            f"AND i.ymax >= MbrMinY({target}) AND i.ymin <= MbrMaxY({target})")


def timed(repeats, sql, parameters=()):
    seconds, rows = [], []
    for _ in range(repeats):
        begin = time.perf_counter()
        rows = connection.execute(sql, parameters).fetchall()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds), rows


grids = connection.execute("SELECT count(*) FROM unit WHERE level = 4").fetchone()[0]
west, south, east, north = connection.execute(
    "SELECT MIN(xmin), MIN(ymin), MAX(xmax), MAX(ymax) FROM idx_unit_geom").fetchone()
chance = random.Random(5)
if case == "join":
    connection.execute("CREATE TEMP TABLE p(g BLOB)")
    connection.executemany("INSERT INTO p VALUES (MakePoint(?, ?, 4490))", (
        (chance.uniform(west, east), chance.uniform(south, north)) for _ in range(10 * grids)))
    seconds, rows = timed(1, f"SELECT u.id, count(*) FROM p {indexed('unit', 'p.g')} CROSS JOIN unit u ON u.id = i.pkid "
                             "AND u.level = 4 AND ST_Contains(u.geom, p.g) GROUP BY u.id")
    result = sum(row[1] for row in rows)
elif case == "near":
    taken, result = [], 0
    for _ in range(20):
        x, y = chance.uniform(west, east), chance.uniform(south, north)
        one, rows = timed(1, "SELECT u.id FROM idx_unit_geom i CROSS JOIN unit u ON u.id = i.pkid AND u.level = 4 WHERE "
                             "i.xmax >= ? AND i.xmin <= ? AND i.ymax >= ? AND i.ymin <= ? AND "
                             "ST_Distance(u.geom, MakePoint(?, ?, 4490), 1) <= 2000",
                          (x - 0.022, x + 0.022, y - 0.0185, y + 0.0185, x, y))
        taken.append(one)
        result += len(rows)
    seconds = statistics.median(taken)
elif case == "land":
    seconds, rows = timed(3, "SELECT b.id, u.id, ST_Area(ST_Intersection(b.geom, u.geom), 1) * 3 / 2000 FROM reg_industry_base b "
                             f"{indexed('unit', 'b.geom')} CROSS JOIN unit u ON u.id = i.pkid AND u.level = 2 "
                             "AND ST_Intersects(b.geom, u.geom)")
    result = sum(row[2] for row in rows)
else:
    seconds, rows = timed(1, "SELECT ST_NPoints(ST_Union(g.geom)) FROM unit g JOIN unit n ON n.id = g.parent_id "
                             "WHERE g.level = 4 GROUP BY n.parent_id")
    result = len(rows)
print(f"{seconds:.9f} {result:.6f}")
