-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4. The whole catalogue travels with the file; matters move along lifecycles and every step is
-- kept; files that belong to records are stored once, by content. The register tables get valid_from
-- and valid_to (and those with a lifecycle state, state_since, due) by the program, right after this
-- script: which tables there are is a matter of the catalogue.

-- Lifecycles, indicators, rules, reports … as JSON; registers stay in table register.
CREATE TABLE catalogue (
    kind TEXT NOT NULL CHECK (kind IN ('mechanism', 'group', 'lifecycle', 'indicator', 'rule', 'report', 'query')),
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    definition TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;

-- What was done to a record of register `register`. from_state NULL: the record began. A step that
-- leaves the state as it is (a reminder, a card) has the same state twice.
CREATE TABLE record_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    register TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT,
    day TEXT NOT NULL,
    role TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX record_step_record ON record_step (register, record_id, id);

-- Photos and papers by the SHA-256 of their bytes; records name them by it.
CREATE TABLE attachment (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    bytes BLOB NOT NULL,
    thumbnail BLOB,
    lon REAL,
    lat REAL,
    taken TEXT,
    author TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;
