# SPDX-License-Identifier: GPL-3.0-or-later
"""spatialite_query.py FILE DIR CASE…: the questions of query_file answered by SpatiaLite over the same Xiangtu file, about
the points, places and windows query_file wrote into DIR. One line a case: its name, median seconds, answer. Cases: join,
windows, near (seconds a window or place), land, dissolve."""
import pathlib
import sqlite3
import statistics
import struct
import sys
import time

file, directory, cases = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
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


def numbers(name):
    return [[float(n) for n in line.split()] for line in (directory / name).read_text().splitlines()]


def points():
    data = (directory / "points.bin").read_bytes()
    return struct.iter_unpack("<dd", data[8:])


def answer(case):
    if case == "join":
        connection.execute("CREATE TEMP TABLE p(g BLOB)")
        connection.executemany("INSERT INTO p VALUES (MakePoint(?, ?, 4490))", points())
        seconds, rows = timed(1, f"SELECT u.id, count(*) FROM p {indexed('unit', 'p.g')} CROSS JOIN unit u ON "
                                 "u.id = i.pkid AND u.level = 4 AND ST_Contains(u.geom, p.g) GROUP BY u.id")
        return seconds, sum(row[1] for row in rows)
    if case == "windows":
        taken, result = [], 0
        for west, south, east, north in numbers("windows.txt"):
            one, rows = timed(1, "SELECT code, geom FROM unit WHERE level = 4 AND id IN (SELECT pkid FROM idx_unit_geom "
                                 "WHERE xmax >= ? AND xmin <= ? AND ymax >= ? AND ymin <= ?)", (west, east, south, north))
            taken.append(one)
            result += len(rows)
        return statistics.median(taken), result
    if case == "near":
        taken, result = [], 0
        for x, y in numbers("places.txt"):
            one, rows = timed(1, "SELECT u.id FROM idx_unit_geom i CROSS JOIN unit u ON u.id = i.pkid AND u.level = 4 "
                                 "WHERE i.xmax >= ? AND i.xmin <= ? AND i.ymax >= ? AND i.ymin <= ? AND "
                                 "ST_Distance(u.geom, MakePoint(?, ?, 4490), 1) <= 2000",
                              (x - 0.025, x + 0.025, y - 0.0185, y + 0.0185, x, y))
            taken.append(one)
            result += len(rows)
        return statistics.median(taken), result
    if case == "land":
        seconds, rows = timed(3, "SELECT b.id, u.id, ST_Area(ST_Intersection(b.geom, u.geom), 1) * 3 / 2000 FROM "
                                 f"reg_industry_base b {indexed('unit', 'b.geom')} CROSS JOIN unit u ON u.id = i.pkid "
                                 "AND u.level = 2 AND ST_Intersects(b.geom, u.geom)")
        return seconds, sum(row[2] for row in rows)
    seconds, rows = timed(1, "SELECT ST_NPoints(ST_Union(g.geom)) FROM unit g JOIN unit n ON n.id = g.parent_id "
                             "WHERE g.level = 4 GROUP BY n.parent_id")
    return seconds, len(rows)


for case in cases:
    print("%s %.9f %.6f" % (case, *answer(case)), flush=True)
