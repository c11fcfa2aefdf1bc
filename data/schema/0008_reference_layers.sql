-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 8. Reference layers: lines, areas and places of somebody else's map, to trace borders from and to hold
-- drawn points to. They are no part of the coverage and may be taken away; that they came and went stands in the
-- change log like every edit.

CREATE TABLE reference_layer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    -- The file it came from, and the coordinate system it had there, with why that was taken.
    source TEXT NOT NULL,
    crs TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE TEMP TABLE must (ok INTEGER NOT NULL CHECK (ok = 1));
CREATE TABLE reference_feature (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    layer_id INTEGER NOT NULL REFERENCES reference_layer (id)
);
INSERT INTO must SELECT AddGeometryColumn('reference_feature', 'geom', 4490, 'GEOMETRY', 'XY');
INSERT INTO must SELECT CreateSpatialIndex('reference_feature', 'geom');
DROP TABLE must;
CREATE INDEX reference_feature_layer ON reference_feature (layer_id);
