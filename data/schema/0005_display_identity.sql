-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5. A display cache beside the file (NAME.sqlite.display) is good only for the rows it was made
-- of. Each of these texts is random and becomes another with every change of those rows, by whatever
-- program; where a bulk load turns triggers off, it changes them itself.

CREATE TABLE display_identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    units TEXT NOT NULL,
    party TEXT NOT NULL,
    classes TEXT NOT NULL
);
INSERT INTO display_identity VALUES (1, hex(randomblob(16)), hex(randomblob(16)), hex(randomblob(16)));

CREATE TRIGGER display_unit_insert AFTER INSERT ON unit
BEGIN UPDATE display_identity SET units = hex(randomblob(16)); END;
CREATE TRIGGER display_unit_update AFTER UPDATE ON unit
BEGIN UPDATE display_identity SET units = hex(randomblob(16)); END;
CREATE TRIGGER display_unit_delete AFTER DELETE ON unit
BEGIN UPDATE display_identity SET units = hex(randomblob(16)); END;

CREATE TRIGGER display_party_insert AFTER INSERT ON party_org
BEGIN UPDATE display_identity SET party = hex(randomblob(16)); END;
CREATE TRIGGER display_party_update AFTER UPDATE ON party_org
BEGIN UPDATE display_identity SET party = hex(randomblob(16)); END;
CREATE TRIGGER display_party_delete AFTER DELETE ON party_org
BEGIN UPDATE display_identity SET party = hex(randomblob(16)); END;

-- A new newest row does not count: readers take the rows above the newest they know as they are.
CREATE TRIGGER display_class_insert AFTER INSERT ON unit_class
WHEN NEW.id < (SELECT max(id) FROM unit_class)
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_class_update AFTER UPDATE ON unit_class
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_class_delete AFTER DELETE ON unit_class
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_scheme_insert AFTER INSERT ON scheme
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_scheme_update AFTER UPDATE ON scheme
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_scheme_delete AFTER DELETE ON scheme
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_scheme_class_insert AFTER INSERT ON scheme_class
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_scheme_class_update AFTER UPDATE ON scheme_class
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
CREATE TRIGGER display_scheme_class_delete AFTER DELETE ON scheme_class
BEGIN UPDATE display_identity SET classes = hex(randomblob(16)); END;
