#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""catalogue_schema_test.py PROGRAM SCHEMA: the JSON Schema and the program agree on what a catalogue is.

The shipped files satisfy both; each of the mutations below, which break one thing each, is refused by both.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM, SCHEMA = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
TITLES = {"zh": "台账", "en": "Register"}
GOOD = {
    "groups": [{"id": "duty", "title": TITLES}],
    "lifecycles": [{
        "id": "matter", "title": TITLES, "family": "event", "start": "open", "mechanisms": [1],
        "states": [
            {"code": "open", "title": TITLES, "kind": "open", "days": 5, "remind": 1,
             "escalate": [{"days": 3, "to": "township"}]},
            {"code": "closed", "title": TITLES, "kind": "done"}],
        "actions": [{"id": "close", "title": TITLES, "from": ["open"], "to": "closed", "roles": ["leader"],
                     "needs": ["amount"], "note": True, "points": -2, "card": "yellow"}]}],
    "registers": [{
        "id": "plot", "title": TITLES, "group": "duty", "anchor": "unit", "level": "village", "label": "name",
        "symbol": "kind", "list": ["name"], "lifecycle": "matter", "mechanisms": [2],
        "fields": [
            {"name": "name", "title": TITLES, "type": "text", "required": True},
            {"name": "kind", "title": TITLES, "type": "choice", "choices": [{"code": "a", "name": TITLES}]},
            {"name": "amount", "title": TITLES, "type": "decimal", "unit": "亩", "min": 0, "max": 9, "default": 1.5},
            {"name": "twice", "title": TITLES, "type": "decimal", "formula": "amount * 2"},
            {"name": "home", "title": TITLES, "type": "unit", "level": "village"},
            {"name": "other", "title": TITLES, "type": "record", "of": "plot"}]},
        {"id": "income", "title": TITLES, "anchor": "unit", "level": "village", "fields": [
            {"name": "income_year", "title": TITLES, "type": "year"},
            {"name": "amount", "title": TITLES, "type": "money", "on_split": "households", "on_merge": "sum"},
            {"name": "half", "title": TITLES, "type": "decimal", "formula": "amount / 2"},
            {"name": "source", "title": TITLES, "type": "text", "on_split": "keep", "on_merge": "ask"}]}],
    "indicators": [
        {"id": "plots", "title": TITLES, "measure": {"count": "plot", "where": "amount > 1"}, "levels": ["county"]},
        {"id": "share", "title": TITLES, "levels": ["township"], "decimals": 1, "target": 60, "direction": "up",
         "rhythm": "month", "thresholds": [1, 2],
         "measure": {"ratio": {"covered": "village", "by": "party"}, "per": {"units": "village"}, "times": 100}}],
    "rules": [{"id": "few", "title": TITLES,
               "minimum": {"level": "village", "of": {"count": "plot"}, "at_least": 1}}],
    "reports": [{"id": "weekly", "title": TITLES, "rhythm": "week",
                 "tables": [{"title": TITLES, "register": "plot", "columns": ["name"]},
                            {"title": TITLES, "indicators": ["plots"], "level": "county"}]}],
}
FIELD = ("registers", 0, "fields")
INCOME = ("registers", 1, "fields")
STATE = ("lifecycles", 0, "states")
ACTION = ("lifecycles", 0, "actions", 0)
REMOVE = object()
# (where, what stands there instead)
BAD = [
    (("registers", 0, "id"), "Plot"), (("registers", 0, "anchor"), "circle"), (("registers", 0, "level"), REMOVE),
    (("registers", 0, "level"), "street"), (("registers", 0, "colour"), "red"), (("registers", 0, "fields"), []),
    (("registers", 0, "mechanisms"), [0]), (("registers", 0, "title", "en"), ""), (("registers", 0, "title", "zh"), REMOVE),
    (FIELD + (0, "type"), "string"), (FIELD + (0, "name"), "unit_id"), (FIELD + (0, "name"), "x" * 49),
    (FIELD + (0, "required"), "yes"), (FIELD + (0, "choices"), [{"code": "a", "name": TITLES}]),
    (FIELD + (0, "level"), "village"), (FIELD + (0, "of"), "plot"), (FIELD + (1, "choices"), REMOVE),
    (FIELD + (1, "choices"), []), (FIELD + (1, "choices", 0, "code"), "a,b"), (FIELD + (2, "min"), "0"),
    (FIELD + (3, "required"), True), (FIELD + (5, "of"), REMOVE), (FIELD + (0, "was"), ["due"]),
    (INCOME + (1, "on_split"), "sum"), (INCOME + (1, "on_merge"), "area"), (INCOME + (3, "on_split"), "area"),
    (INCOME + (3, "on_merge"), "sum"), (INCOME + (2, "on_split"), "keep"), (INCOME + (0, "on_merge"), "sum"),
    (INCOME + (1, "on_merge"), "half"), (FIELD + (2, "on_merge"), "sum"), (("registers", 1, "lifecycle"), "matter"),
    (("registers", 1), {"id": "income", "title": TITLES, "anchor": "point", "fields": [
        {"name": "amount", "title": TITLES, "type": "money", "on_split": "area"}]}),
    (STATE + (0, "kind"), "half"), (STATE + (0, "days"), -1), (STATE + (1, "days"), 3), (STATE + (0, "days"), REMOVE),
    (STATE + (0, "escalate", 0, "to"), "nation"), (("lifecycles", 0, "family"), "other"),
    (("lifecycles", 0, "states"), []), (("lifecycles", 0, "start"), REMOVE),
    (ACTION + ("roles",), ["king"]), (ACTION + ("roles",), []), (ACTION + ("from",), []), (ACTION + ("points",), 5000),
    (ACTION + ("card",), "blue"), (ACTION + ("note",), 1),
    (("indicators", 0, "measure"), {"guess": "plot"}), (("indicators", 0, "measure", "by"), "party"),
    (("indicators", 0, "measure"), {"plus": [{"number": 1}]}), (("indicators", 0, "levels"), []),
    (("indicators", 1, "decimals"), 7), (("indicators", 1, "direction"), "left"), (("indicators", 1, "rhythm"), "day"),
    (("indicators", 1, "measure", "per"), REMOVE),
    (("rules", 0, "minimum"), REMOVE), (("rules", 0, "maximum"), {"level": "village", "of": {"number": 1}, "at_most": 1}),
    (("rules", 0, "minimum", "at_least"), "one"), (("reports", 0, "tables"), []),
    (("reports", 0, "tables", 0, "indicators"), ["plots"]), (("reports", 0, "rhythm"), "never"),
    (("groups", 0, "id"), "9"), (("registres",), []),
]


def changed(where, instead):
    catalogue = copy.deepcopy(GOOD)
    node = catalogue
    for step in where[:-1]:
        node = node[step]
    if instead is REMOVE:
        del node[where[-1]]
    else:
        node[where[-1]] = instead
    return catalogue


class CatalogueSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))

    def refusal_of_program(self, catalogue):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "mine.json")
            file.write_text(json.dumps(catalogue, ensure_ascii=False), encoding="utf-8")
            ran = subprocess.run([PROGRAM, "catalogue", "check", str(file)], capture_output=True, text=True, timeout=60)
        return "" if ran.returncode == 0 else ran.stderr

    def test_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(self.validator.schema)

    def test_shipped_files_satisfy_it_and_name_it(self):
        files = [f for f in sorted(SCHEMA.parent.glob("*.json")) if f != SCHEMA]
        self.assertGreater(len(files), 5)
        for file in files:
            catalogue = json.loads(file.read_text(encoding="utf-8"))
            self.assertEqual(catalogue["$schema"], SCHEMA.name, file.name)
            self.assertEqual([], [f"{e.json_path}: {e.message}" for e in self.validator.iter_errors(catalogue)], file.name)

    def test_a_whole_catalogue_satisfies_both(self):
        self.assertEqual([], [e.message for e in self.validator.iter_errors(GOOD)])
        self.assertEqual("", self.refusal_of_program(GOOD))

    def test_what_breaks_one_thing_is_refused_by_both(self):
        for where, instead in BAD:
            with self.subTest(where=where, instead="removed" if instead is REMOVE else instead):
                catalogue = changed(where, instead)
                self.assertFalse(self.validator.is_valid(catalogue), "the schema takes it")
                said = self.refusal_of_program(catalogue)
                self.assertIn("mine.json", said, "the program takes it or does not name the file")
                self.assertRegex(said, r"mine\.json[^ ]*[#:]? ?/", "no JSON pointer")


if __name__ == "__main__":
    unittest.main()
