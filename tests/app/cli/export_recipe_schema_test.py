#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export_recipe_schema_test.py PROGRAM SCHEMA: the JSON Schema and the program agree on what a recipe of an export is."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM, SCHEMA = map(pathlib.Path, sys.argv[1:3])

GOOD = [
    {"level": "grid", "format": "shp"},
    {"level": "natural_village", "format": "gtxt", "land_text_fields": 12, "crs": "zone3"},
    {"organisations": True, "format": "csv", "profile": "public"},
    {"register": "industry_base", "format": "gpkg", "columns": ["id"], "losses": "refused"},
    {"question": {"id": "overlay", "params": {"by": "village"}}, "format": "xlsx", "sheets": False},
]
BAD = [
    {},
    [],
    {"level": "grid"},
    {"format": "shp"},
    {"level": "street", "format": "shp"},
    {"level": "grid", "format": "dwg"},
    {"level": "grid", "format": "SHP"},
    {"level": "grid", "register": "a", "format": "shp"},
    {"organisations": False, "format": "shp"},
    {"register": "", "format": "shp"},
    {"question": "holes", "format": "shp"},
    {"question": {"params": {}}, "format": "shp"},
    {"question": {"id": "holes", "params": {"level": 1}}, "format": "shp"},
    {"question": {"id": "holes", "more": 1}, "format": "shp"},
    {"level": "grid", "format": "shp", "encoding": "latin1"},
    {"level": "grid", "format": "shp", "columns": "code"},
    {"level": "grid", "format": "shp", "columns": [1]},
    {"level": "grid", "format": "shp", "names": "long"},
    {"level": "grid", "format": "shp", "split": "village"},
    {"level": "grid", "format": "shp", "sheets": "no"},
    {"level": "grid", "format": "shp", "land_text_fields": 10},
    {"level": "grid", "format": "shp", "date": "yesterday"},
    {"level": "grid", "format": "shp", "profile": "public", "sensitive": True},
    {"level": "grid", "format": "shp", "unknown": 1},
]


class Recipes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        cls.county = cls.path / "county.sqlite"
        subprocess.run([PROGRAM, "demo", "bagongshan", cls.county, "--grids", "300"], check=True,
                       stdout=subprocess.DEVNULL)
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_recipe(self, recipe, name):
        file = self.path / "r.json"
        file.write_text(json.dumps(recipe), encoding="utf-8")
        return subprocess.run([PROGRAM, "export", self.county, self.path / name, "--recipe", file],
                              capture_output=True, text=True)

    def test_both_take_what_is_good(self):
        for number, recipe in enumerate(GOOD):
            with self.subTest(recipe=recipe):
                self.assertTrue(self.validator.is_valid(recipe))
                done = self.run_recipe(recipe, f"good{number}")
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_both_refuse_what_is_bad_and_the_program_says_where(self):
        for recipe in BAD:
            with self.subTest(recipe=recipe):
                self.assertFalse(self.validator.is_valid(recipe))
                done = self.run_recipe(recipe, "bad")
                self.assertEqual(done.returncode, 1, done.stdout)
                self.assertIn("r.json", done.stderr)

    def test_what_the_program_keeps_is_good(self):
        kept = self.path / "kept.json"
        subprocess.run([PROGRAM, "export", self.county, self.path / "kept.shp", "--layer", "village", "--encoding", "GBK",
                        "--names", "pinyin", "--profile", "public", "--strict", "--bare", "--save-recipe", kept],
                       check=True, stdout=subprocess.DEVNULL)
        self.validator.validate(json.loads(kept.read_text(encoding="utf-8")))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
