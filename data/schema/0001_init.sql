-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. Run whole inside one transaction; never edited once shipped: later files change it.
-- Levels: 0 county, 1 township, 2 village, 3 natural village, 4 grid. Codes are TEXT. Dates are ISO
-- text; validity is [valid_from, valid_to) and NULL means "no end".

-- 'XGTU': tells Xiangtu's files from other databases.
PRAGMA application_id = 1481069653;

-- SpatiaLite's functions answer 0 instead of failing; inserting the answer here turns 0 into an error.
CREATE TEMP TABLE must (ok INTEGER NOT NULL CHECK (ok = 1));
INSERT INTO must SELECT InitSpatialMetaData(0, 'NONE');
INSERT INTO must SELECT InsertEpsgSrid(4490);
INSERT INTO must SELECT InsertEpsgSrid(4326);
INSERT INTO must SELECT InsertEpsgSrid(3857);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 18 AND code NOT GLOB '*[^0-9]*'),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent_id INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    households INTEGER CHECK (households >= 0),
    valid_from TEXT NOT NULL,
    valid_to TEXT CHECK (valid_to > valid_from)
);
INSERT INTO must SELECT AddGeometryColumn('unit', 'geom', 4490, 'MULTIPOLYGON', 'XY');
INSERT INTO must SELECT CreateSpatialIndex('unit', 'geom');
CREATE UNIQUE INDEX unit_code ON unit (level, code, valid_from);
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TRIGGER unit_code_once_on_insert BEFORE INSERT ON unit
WHEN EXISTS (SELECT 1 FROM unit u WHERE u.level = NEW.level AND u.code = NEW.code
             AND (NEW.valid_to IS NULL OR u.valid_from < NEW.valid_to)
             AND (u.valid_to IS NULL OR NEW.valid_from < u.valid_to))
BEGIN
    SELECT RAISE(ABORT, 'unit.code: two units of one level would have the same code at the same time');
END;
CREATE TRIGGER unit_code_once_on_update BEFORE UPDATE OF level, code, valid_from, valid_to ON unit
WHEN EXISTS (SELECT 1 FROM unit u WHERE u.level = NEW.level AND u.code = NEW.code AND u.id <> OLD.id
             AND (NEW.valid_to IS NULL OR u.valid_from < NEW.valid_to)
             AND (u.valid_to IS NULL OR NEW.valid_from < u.valid_to))
BEGIN
    SELECT RAISE(ABORT, 'unit.code: two units of one level would have the same code at the same time');
END;

CREATE TABLE party_org (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit (id),
    parent_id INTEGER REFERENCES party_org (id),
    lon REAL,
    lat REAL,
    established TEXT NOT NULL,
    dissolved TEXT
);
CREATE INDEX party_org_unit ON party_org (unit_id);
CREATE INDEX party_org_parent ON party_org (parent_id);

CREATE TABLE scheme (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE TABLE scheme_class (
    scheme_id INTEGER NOT NULL REFERENCES scheme (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    meaning_zh TEXT NOT NULL,
    meaning_en TEXT NOT NULL,
    colour TEXT NOT NULL,
    hatch TEXT NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, position),
    UNIQUE (scheme_id, code)
) WITHOUT ROWID;

-- The class a unit has in a scheme from valid_from on; the newest valid_from that is not later than a
-- day holds on that day, of equal ones the row written last. class_code NULL takes the class away.
-- Ids are never used twice, so the change log stays unambiguous after an undo.
CREATE TABLE unit_class (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    scheme_id INTEGER NOT NULL REFERENCES scheme (id),
    class_code TEXT,
    valid_from TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    FOREIGN KEY (scheme_id, class_code) REFERENCES scheme_class (scheme_id, code)
);
CREATE INDEX unit_class_unit ON unit_class (unit_id, scheme_id, valid_from);

CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    changes TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES change_log (seq)
);
CREATE TRIGGER change_log_is_append_only_update BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'change_log: lines are never changed'); END;
CREATE TRIGGER change_log_is_append_only_delete BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'change_log: lines are never removed'); END;

-- Registers declared by the catalogue; each has a table reg_<key> of its own.
CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL
);

-- One spatial view per level with what is valid today, for QGIS, ogrinfo and other readers.
CREATE VIEW v_county AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, geom
FROM unit WHERE level = 0 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_township AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, geom
FROM unit WHERE level = 1 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_village AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, geom
FROM unit WHERE level = 2 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_natural_village AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, geom
FROM unit WHERE level = 3 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_grid AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, geom
FROM unit WHERE level = 4 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
INSERT INTO views_geometry_columns (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES ('v_county', 'geom', 'id', 'unit', 'geom', 1), ('v_township', 'geom', 'id', 'unit', 'geom', 1),
       ('v_village', 'geom', 'id', 'unit', 'geom', 1), ('v_natural_village', 'geom', 'id', 'unit', 'geom', 1),
       ('v_grid', 'geom', 'id', 'unit', 'geom', 1);

DROP TABLE must;
