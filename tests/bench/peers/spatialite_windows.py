# SPDX-License-Identifier: GPL-3.0-or-later
"""spatialite_windows.py FILE: median seconds for the grids of a 1280 × 800 window at 38 m per pixel with their
geometry, 200 windows over the file, through its own spatial index."""
import random
import sqlite3
import statistics
import sys
import time

connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
connection.enable_load_extension(True)
connection.load_extension("mod_spatialite")
west, south, east, north = connection.execute(
    "SELECT MIN(xmin), MIN(ymin), MAX(xmax), MAX(ymax) FROM idx_unit_geom").fetchone()
width, height = 1280 * 38 / 98000, 800 * 38 / 111000
chance = random.Random(1)
times, rows = [], 0
for _ in range(200):
    x = chance.uniform(west, max(west, east - width))
    y = chance.uniform(south, max(south, north - height))
    begin = time.perf_counter()
    found = connection.execute(
        "SELECT code, geom FROM unit WHERE level = 4 AND id IN (SELECT pkid FROM idx_unit_geom "
        "WHERE xmax >= ? AND xmin <= ? AND ymax >= ? AND ymin <= ?)", (x, x + width, y, y + height)).fetchall()
    times.append(time.perf_counter() - begin)
    rows += len(found)
print(f"{statistics.median(times):.9f} {rows / 200:.0f}")
