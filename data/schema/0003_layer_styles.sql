-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3. QGIS finds its styles in the file, and the class of a grid in a view.

-- As QGIS itself makes it (columns and names are its own).
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    f_table_catalog varchar(256),
    f_table_schema varchar(256),
    f_table_name varchar(256),
    f_geometry_column varchar(256),
    styleName text,
    styleQML text,
    styleSLD text,
    useAsDefault boolean,
    description text,
    owner varchar(30),
    ui text,
    update_time timestamp DEFAULT CURRENT_TIMESTAMP
);

-- The grids valid today with their class of today in the file's first scheme. A grid without a class
-- of its own has that of the nearest unit above it that has one, as on the map.
CREATE VIEW v_grid_class AS
SELECT u.id AS id, u.code AS code, u.name AS name, u.households AS households, s.key AS scheme,
       c.code AS class_code, c.name_zh AS class_name, c.colour AS colour, u.geom AS geom
FROM unit u
LEFT JOIN scheme s ON s.id = (SELECT min(id) FROM scheme)
LEFT JOIN scheme_class c ON c.scheme_id = s.id AND c.code = (
    WITH RECURSIVE above (id, parent_id, steps) AS (
        SELECT u.id, u.parent_id, 0
        UNION ALL
        SELECT p.id, p.parent_id, steps + 1 FROM above JOIN unit p ON p.id = above.parent_id
        WHERE steps < 4 AND p.valid_from <= date('now', 'localtime')
              AND (p.valid_to IS NULL OR p.valid_to > date('now', 'localtime'))
    ), own (class_code, steps) AS (
        SELECT (SELECT k.class_code FROM unit_class k
                WHERE k.unit_id = above.id AND k.scheme_id = s.id AND k.valid_from <= date('now', 'localtime')
                ORDER BY k.valid_from DESC, k.id DESC LIMIT 1), steps
        FROM above
    )
    SELECT own.class_code FROM own WHERE own.class_code IS NOT NULL ORDER BY own.steps LIMIT 1)
WHERE u.level = 4 AND u.valid_from <= date('now', 'localtime')
      AND (u.valid_to IS NULL OR u.valid_to > date('now', 'localtime'));
INSERT INTO views_geometry_columns (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES ('v_grid_class', 'geom', 'id', 'unit', 'geom', 1);
