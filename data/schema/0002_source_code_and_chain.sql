-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2. Imported units keep the code text they came with when it could not be used as it was;
-- functional Party cells name the industry chain, market or park they follow.

ALTER TABLE unit ADD COLUMN source_code TEXT;
ALTER TABLE party_org ADD COLUMN chain TEXT;

DROP VIEW v_county;
DROP VIEW v_township;
DROP VIEW v_village;
DROP VIEW v_natural_village;
DROP VIEW v_grid;
CREATE VIEW v_county AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, source_code, geom
FROM unit WHERE level = 0 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_township AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, source_code, geom
FROM unit WHERE level = 1 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_village AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, source_code, geom
FROM unit WHERE level = 2 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_natural_village AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, source_code, geom
FROM unit WHERE level = 3 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
CREATE VIEW v_grid AS
SELECT id, code, name, kind, (SELECT p.code FROM unit p WHERE p.id = unit.parent_id) AS parent_code, households, valid_from, valid_to, source_code, geom
FROM unit WHERE level = 4 AND valid_from <= date('now', 'localtime') AND (valid_to IS NULL OR valid_to > date('now', 'localtime'));
