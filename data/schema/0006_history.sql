-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 6. Borders, names and parents have a past. A unit's own row says how it is from valid_from on; how
-- it was before lies in unit_past. Where units come from and what became of them is their lineage. The change
-- log is chained by hashes; the program fills them in for lines that are there already.

-- A unit that ends on the day it began was there on no day. The check is the only thing that changes about
-- table unit, so its text is changed in place (https://www.sqlite.org/lang_altertable.html, "simpler procedure").
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'CHECK (valid_to > valid_from)', 'CHECK (valid_to >= valid_from)')
WHERE type = 'table' AND name = 'unit';
PRAGMA writable_schema = RESET;

-- Codes are unique among units that are there at the same time; one that was there on no day does not count.
DROP INDEX unit_code;
CREATE INDEX unit_code ON unit (level, code, valid_from);
DROP TRIGGER unit_code_once_on_insert;
DROP TRIGGER unit_code_once_on_update;
CREATE TRIGGER unit_code_once_on_insert BEFORE INSERT ON unit
WHEN (NEW.valid_to IS NULL OR NEW.valid_to > NEW.valid_from)
     AND EXISTS (SELECT 1 FROM unit u WHERE u.level = NEW.level AND u.code = NEW.code
             AND (u.valid_to IS NULL OR u.valid_to > u.valid_from)
             AND (NEW.valid_to IS NULL OR u.valid_from < NEW.valid_to)
             AND (u.valid_to IS NULL OR NEW.valid_from < u.valid_to))
BEGIN
    SELECT RAISE(ABORT, 'unit.code: two units of one level would have the same code at the same time');
END;
CREATE TRIGGER unit_code_once_on_update BEFORE UPDATE OF level, code, valid_from, valid_to ON unit
WHEN (NEW.valid_to IS NULL OR NEW.valid_to > NEW.valid_from)
     AND EXISTS (SELECT 1 FROM unit u WHERE u.level = NEW.level AND u.code = NEW.code AND u.id <> OLD.id
             AND (u.valid_to IS NULL OR u.valid_to > u.valid_from)
             AND (NEW.valid_to IS NULL OR u.valid_from < NEW.valid_to)
             AND (u.valid_to IS NULL OR NEW.valid_from < u.valid_to))
BEGIN
    SELECT RAISE(ABORT, 'unit.code: two units of one level would have the same code at the same time');
END;

CREATE TEMP TABLE must (ok INTEGER NOT NULL CHECK (ok = 1));
CREATE TABLE unit_past (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent_id INTEGER REFERENCES unit (id),
    households INTEGER,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL CHECK (valid_to > valid_from)
);
INSERT INTO must SELECT AddGeometryColumn('unit_past', 'geom', 4490, 'MULTIPOLYGON', 'XY');
INSERT INTO must SELECT CreateSpatialIndex('unit_past', 'geom');
DROP TABLE must;
CREATE INDEX unit_past_unit ON unit_past (unit_id, valid_from);
CREATE INDEX unit_past_code ON unit_past (level, code);

-- How a unit came out of another from `day` on. A split unit and the one it was cut out of, a merged one and
-- the one it went into, one that handed land over, one that got another code (then both are the same).
CREATE TABLE unit_lineage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    from_unit INTEGER NOT NULL,
    to_unit INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'piece', 'recode')),
    day TEXT NOT NULL,
    area REAL,
    author TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX unit_lineage_from ON unit_lineage (from_unit);
CREATE INDEX unit_lineage_to ON unit_lineage (to_unit);

-- A cache beside the file (schema 5) knows the units of one day and depends on their past, too.
CREATE TRIGGER display_past_insert AFTER INSERT ON unit_past
BEGIN UPDATE display_identity SET units = hex(randomblob(16)); END;
CREATE TRIGGER display_past_update AFTER UPDATE ON unit_past
BEGIN UPDATE display_identity SET units = hex(randomblob(16)); END;
CREATE TRIGGER display_past_delete AFTER DELETE ON unit_past
BEGIN UPDATE display_identity SET units = hex(randomblob(16)); END;

-- Ids of units and organisations that were given once, so that none is given twice after an undo.
CREATE TABLE last_id (
    name TEXT PRIMARY KEY,
    id INTEGER NOT NULL
) WITHOUT ROWID;

-- What is to happen on a day to come: the edit as it was asked for, and what came of it.
CREATE TABLE planned_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    command TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'applied', 'conflict', 'withdrawn')),
    note TEXT NOT NULL
);

-- A class may come with a photo (attachment.hash), an edit with a reason.
ALTER TABLE unit_class ADD COLUMN photo TEXT;
ALTER TABLE change_log ADD COLUMN reason TEXT NOT NULL DEFAULT '';
-- SHA-256 over the hash of the line before and this line.
ALTER TABLE change_log ADD COLUMN hash TEXT NOT NULL DEFAULT '';

-- Which lines of the log are about a unit.
CREATE TABLE unit_log (
    unit_id INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES change_log (seq),
    PRIMARY KEY (unit_id, seq)
) WITHOUT ROWID;
