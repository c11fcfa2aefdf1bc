-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 7. Who may write, and where. Changes of table account are in the change log like all others; PINs are
-- not: a hash that stayed there for ever could be tried out for ever. What the log keeps of a PIN is `pin`, the
-- SHA-256 of its hash, by which a hash put in by another program shows.

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('grid_worker', 'leader', 'planner', 'administrator')),
    scope TEXT NOT NULL CHECK (scope <> ''),
    created TEXT NOT NULL,
    disabled TEXT,
    pin TEXT NOT NULL
);
-- What an account did stays under its name.
CREATE TRIGGER account_is_never_removed BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'account: accounts are disabled, never removed'); END;

-- Argon2id as libsodium writes it; wrong tries since the last right one, and until when none is listened to
-- (seconds since 1970).
CREATE TABLE account_pin (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    hash TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0,
    wait_until INTEGER NOT NULL DEFAULT 0
);

-- Sensitive values somebody had shown to them: in which register, of which record (NULL = of a whole table).
CREATE TABLE uncovering (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    register TEXT NOT NULL,
    record_id INTEGER,
    author TEXT NOT NULL,
    at TEXT NOT NULL
);
