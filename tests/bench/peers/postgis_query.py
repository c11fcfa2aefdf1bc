# SPDX-License-Identifier: GPL-3.0-or-later
"""postgis_query.py DIR CASE…: the questions of query_file answered by PostGIS, from the layers query_file wrote into DIR.
A database cluster of its own is made for it, reachable by a socket in a folder of its own only, and taken away again.
One line a case: its name, median seconds, answer. Cases: join, windows, near (seconds a window or place), land, dissolve."""
import io
import mmap
import os
import pathlib
import pwd
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time

import psycopg2

directory, cases = pathlib.Path(sys.argv[1]), sys.argv[2:]
programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))[-1]
SETTINGS = {"listen_addresses": "", "shared_buffers": "1GB", "work_mem": "256MB", "maintenance_work_mem": "512MB",
            "fsync": "off", "max_wal_size": "8GB", "jit": "off", "random_page_cost": "1.1",
            "max_parallel_workers_per_gather": str(os.cpu_count()), "max_parallel_workers": str(os.cpu_count())}


class Cluster:
    """Runs as the user postgres where it is started by root, who may not run it."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="xiangtu-postgis-"))
        self.owner = {}
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        data = self.folder / "data"
        subprocess.run([programs / "initdb", "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
                       check=True, stdout=subprocess.DEVNULL, cwd="/", **self.owner)
        options = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        self.server = subprocess.Popen([programs / "postgres", "-D", data, "-k", self.folder] + options,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **self.owner)
        for _ in range(200):
            try:
                self.connection = psycopg2.connect(host=str(self.folder), user="bench", dbname="postgres")
                break
            except psycopg2.OperationalError:
                time.sleep(0.1)
        self.connection.autocommit = True
        return self.connection.cursor()

    def __exit__(self, *_):
        self.connection.close()
        self.server.send_signal(signal.SIGINT)
        self.server.wait()
        shutil.rmtree(self.folder)


def layer(name):
    """Features as well-known binary in hexadecimal, polygons of one or more parts."""
    with open(directory / f"{name}.bin", "rb") as file:
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    features, rings, _ = struct.unpack_from("<3Q", memory, 0)
    ring_starts = struct.unpack_from(f"<{features + 1}Q", memory, 24)
    point_starts = struct.unpack_from(f"<{rings + 1}Q", memory, 24 + 8 * (features + 1))
    points = 24 + 8 * (features + 1) + 8 * (rings + 1)
    for f in range(features):
        parts = []
        for r in range(ring_starts[f], ring_starts[f + 1]):
            block = memory[points + 16 * point_starts[r]:points + 16 * point_starts[r + 1]]
            corners = struct.unpack(f"<{len(block) // 8}d", block)
            x, y = corners[::2], corners[1::2]
            outer = sum((x[i] - x[0]) * (y[i + 1] - y[0]) - (x[i + 1] - x[0]) * (y[i] - y[0]) for i in range(1, len(x) - 1)) > 0
            if outer:
                parts.append([])
            parts[-1].append(struct.pack("<I", len(block) // 16) + block)
        body = b"".join(struct.pack("<BII", 1, 3, len(part)) + b"".join(part) for part in parts)
        yield (struct.pack("<BII", 1, 6, len(parts)) + body).hex()


class Lines(io.TextIOBase):
    """What an iterator yields, as a file to copy from."""

    def __init__(self, lines):
        self.lines, self.rest = lines, ""

    def readable(self):
        return True

    def read(self, size=-1):
        while len(self.rest) < size:
            line = next(self.lines, None)
            if line is None:
                break
            self.rest += line
        out, self.rest = self.rest[:size], self.rest[size:]
        return out


def load(cursor, name, members=None):
    cursor.execute(f"CREATE TABLE {name}(id integer, parent integer, wkb text)")
    rows = (f"{i}\t{members[i] if members else 0}\t{wkb}\n" for i, wkb in enumerate(layer(name)))
    cursor.copy_expert(f"COPY {name} FROM STDIN", Lines(rows), 1 << 20)
    cursor.execute(f"ALTER TABLE {name} ADD COLUMN geom geometry(MultiPolygon, 4490)")
    cursor.execute(f"UPDATE {name} SET geom = ST_SetSRID(ST_GeomFromWKB(decode(wkb, 'hex')), 4490)")
    cursor.execute(f"ALTER TABLE {name} DROP COLUMN wkb")
    cursor.execute(f"CREATE INDEX ON {name} USING gist(geom)")
    cursor.execute(f"VACUUM FULL ANALYZE {name}")


def load_points(cursor):
    data = (directory / "points.bin").read_bytes()
    count = struct.unpack_from("<Q", data)[0]
    cursor.execute("CREATE TABLE point(x double precision, y double precision)")
    rows = ("%.7f\t%.7f\n" % struct.unpack_from("<dd", data, 8 + 16 * i) for i in range(count))
    cursor.copy_expert("COPY point FROM STDIN", Lines(rows), 1 << 20)
    cursor.execute("CREATE TABLE place AS SELECT ST_SetSRID(ST_MakePoint(x, y), 4490) AS geom FROM point")
    cursor.execute("CREATE INDEX ON place USING gist(geom)")
    cursor.execute("VACUUM ANALYZE place")


def timed(cursor, repeats, sql, parameters=None):
    seconds, row = [], None
    for _ in range(repeats):
        begin = time.perf_counter()
        cursor.execute(sql, parameters)
        row = cursor.fetchone()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds), row


def numbers(name):
    return [[float(n) for n in line.split()] for line in (directory / name).read_text().splitlines()]


def answer(cursor, case, many):
    repeats = 1 if many else 3
    if case == "join":
        return timed(cursor, repeats, "SELECT sum(n) FROM (SELECT g.id, count(*) AS n FROM grid g JOIN place p "
                                      "ON ST_Contains(g.geom, p.geom) GROUP BY g.id) t")
    if case == "windows":
        taken, rows = [], 0
        for box in numbers("windows.txt"):
            out = io.BytesIO()
            begin = time.perf_counter()
            cursor.copy_expert("COPY (SELECT id, ST_AsBinary(geom) FROM grid WHERE geom && ST_MakeEnvelope("
                               "%.9f, %.9f, %.9f, %.9f, 4490)) TO STDOUT BINARY" % tuple(box), out)
            taken.append(time.perf_counter() - begin)
            rows += cursor.rowcount
        return statistics.median(taken), [rows]
    if case == "near":
        taken, rows = [], 0
        for x, y in numbers("places.txt"):
            one, row = timed(cursor, 1, "SELECT count(*) FROM grid WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, 4490) AND "
                             "ST_DWithin(geom::geography, ST_SetSRID(ST_MakePoint(%s, %s), 4490)::geography, 2000)",
                             (x - 0.025, y - 0.0185, x + 0.025, y + 0.0185, x, y))
            taken.append(one)
            rows += row[0]
        return statistics.median(taken), [rows]
    if case == "land":
        return timed(cursor, repeats, "SELECT sum(ST_Area(ST_Intersection(b.geom, v.geom)::geography)) * 3 / 2000 "
                                      "FROM base b JOIN village v ON ST_Intersects(b.geom, v.geom)")
    return timed(cursor, repeats, "SELECT count(*) FROM (SELECT ST_NPoints(ST_Union(geom)) FROM grid GROUP BY parent) t")


with Cluster() as cursor:
    cursor.execute("CREATE EXTENSION postgis")
    villages = (directory / "grid_village.bin").read_bytes()
    grids = struct.unpack_from("<Q", villages)[0]
    load(cursor, "grid", struct.unpack_from(f"<{grids}i", villages, 8))
    if "land" in cases:
        load(cursor, "base")
        load(cursor, "village")
    if "join" in cases:
        load_points(cursor)
    for case in cases:
        seconds, row = answer(cursor, case, grids > 500_000)
        print(f"{case} {seconds:.9f} {float(row[0] or 0):.6f}", flush=True)
