# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of the layers, proved: each rule is silent on a small good tree and speaks on a bad one."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import check_layers  # noqa: E402
import layer_rules  # noqa: E402

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"


def header(namespace, *lines):
    body = "\n".join(lines)
    return f"// {SPDX}\n#pragma once\n{body}\nnamespace {namespace} {{\nint f();\n}}\n"


def source(namespace, *lines):
    body = "\n".join(lines)
    return f"// {SPDX}\n{body}\nnamespace {namespace} {{\nint f() {{ return 1; }}\n}}\n"


GOOD = {
    "geo/base/error.h": header("xiangtu::base", "#include <string>"),
    "geo/geom/polygon.h": header("xiangtu::geom", '#include "base/error.h"'),
    "geo/geom/area.cpp": source("xiangtu::geom", '#include "geom/polygon.h"', "#include <boost/geometry.hpp>"),
    "geo/geom/CMakeLists.txt": f"# {SPDX}\nxiangtu_folder(geom\n  SOURCES area.cpp\n  DEPENDS base\n  FOREIGN Boost::headers)\n",
    "app/map/map_item.h": header("xiangtu::app", "#include <QQuickItem>", '#include "geom/polygon.h"'),
    "app/cli/cli.cpp": source("xiangtu::cli", "#include <CLI/CLI.hpp>"),
    "tests/geo/geom/area_test.cpp": source("xiangtu::geom", "#include <gtest/gtest.h>"),
    "tests/geo/geom/CMakeLists.txt": f"# {SPDX}\nxiangtu_test(geom_test SOURCES area_test.cpp)\n",
    "README.md": "".join(f"| `{f}/` | what |\n" for f in
                         "geo geo/base geo/geom app app/map app/cli tests tests/geo".split()),
}


class CheckLayers(unittest.TestCase):
    def findings(self, changes=None):
        """What is found in the good tree with some files changed, added or (None) taken away."""
        files = {**GOOD, **(changes or {})}
        with tempfile.TemporaryDirectory(prefix="tree with space ") as root:
            for name, text in files.items():
                if text is not None:
                    path = Path(root, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, encoding="utf-8")
            found, _ = check_layers.findings(root)
        return [f"{name}: {reason}" for name, _, reason in found]

    def finds(self, changes, *words):
        found = self.findings(changes)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_store_opened_for_writing_above_the_gate_is_found(self):
        line = "auto s = store::open(file, store::OpenMode::readWrite);"
        self.finds({"app/cli/cli.cpp": source("xiangtu::cli", "#include <CLI/CLI.hpp>", line)}, "gate")
        reading = line.replace("readWrite", "readOnly")
        self.assertEqual(self.findings({"app/cli/cli.cpp": source("xiangtu::cli", "#include <CLI/CLI.hpp>", reading)}), [])

    def test_a_good_tree_is_silent(self):
        self.assertEqual(self.findings(), [])

    def test_an_arrow_upwards_is_found(self):
        self.finds({"geo/base/error.h": header("xiangtu::base", '#include "geom/polygon.h"')},
                   "geo/base", "geom/polygon.h")

    def test_the_core_cannot_include_the_client(self):
        self.finds({"geo/geom/area.cpp": source("xiangtu::geom", '#include "app/map/map_item.h"')}, "app/map")

    def test_client_folders_keep_to_their_arrows(self):
        self.finds({"app/map/map_item.h": header("xiangtu::app", '#include "app/cli/cli.h"')}, "app/map", "app/cli")

    def test_tests_of_the_core_cannot_include_the_client(self):
        self.finds({"tests/geo/geom/area_test.cpp": source("xiangtu::geom", '#include "app/map/map_item.h"')},
                   "tests of the core")

    def test_an_include_without_folder_is_found(self):
        self.finds({"geo/geom/area.cpp": source("xiangtu::geom", '#include "polygon.h"')}, "folder")

    def test_a_test_may_include_its_own_neighbour(self):
        self.assertEqual(self.findings({"tests/geo/geom/made.h": header("xiangtu::geom"),
                                        "tests/geo/geom/area_test.cpp": source("xiangtu::geom", '#include "made.h"')}), [])

    def test_depends_must_agree_with_the_table(self):
        self.finds({"geo/geom/CMakeLists.txt": f"# {SPDX}\nxiangtu_folder(geom SOURCES a.cpp DEPENDS base model)\n"},
                   "DEPENDS", "model")

    def test_depends_may_be_followed_by_nothing(self):
        text = f"# {SPDX}\nxiangtu_folder(geom SOURCES area.cpp HEADERS polygon.h DEPENDS base)\n"
        self.assertEqual(self.findings({"geo/geom/CMakeLists.txt": text}), [])

    def test_a_foreign_library_has_one_folder(self):
        for line, library in [("<sqlite3.h>", "SQLite"), ("<spatialite/gg_const.h>", "SQLite"), ("<ogr_api.h>", "GDAL"),
                              ("<cpl_conv.h>", "GDAL"), ("<proj.h>", "PROJ"), ("<geodesic.h>", "PROJ"),
                              ("<boost/geometry.hpp>", "Boost"), ("<unicode/translit.h>", "ICU"),
                              ("<CLI/CLI.hpp>", "CLI11"),
                              ("<QString>", "Qt"), ("<QtCore/QString>", "Qt"), ("<gtest/gtest.h>", "GoogleTest")]:
            with self.subTest(line):
                self.finds({"geo/base/error.h": header("xiangtu::base", f"#include {line}")}, library, "belongs to")

        self.finds({"geo/geom/area.cpp": source("xiangtu::geom", "#include <oneapi/tbb/parallel_for.h>")},
                   "TBB belongs to geo/base")

    def test_a_test_may_ask_a_library_as_witness_but_the_core_tests_no_qt(self):
        test = "tests/geo/geom/area_test.cpp"
        self.assertEqual(self.findings({test: source("xiangtu::geom", "#include <sqlite3.h>")}), [])
        self.finds({test: source("xiangtu::geom", "#include <QImage>")}, "Qt belongs to")

    def test_an_unknown_library_is_found(self):
        self.finds({"geo/base/error.h": header("xiangtu::base", "#include <fmt/core.h>")}, "without an owner")

    def test_cmake_of_the_core_cannot_find_qt(self):
        self.finds({"CMakeLists.txt": f"# {SPDX}\nfind_package(Qt6 REQUIRED)\n"}, "Qt is found")

    def test_namespace_follows_folder(self):
        found = self.findings({"geo/base/error.h": header("xiangtu::geom")})
        self.assertEqual(len(found), 2, found)
        self.finds({"app/map/map_item.h": f"// {SPDX}\n#pragma once\nclass MapItem;\n"}, "declares nothing")

    def test_licence_line_comes_first(self):
        self.finds({"geo/base/error.h": "\n" + GOOD["geo/base/error.h"]}, "SPDX")
        self.finds({"scripts/do": "#!/bin/sh\necho\n", "README.md": GOOD["README.md"] + "| `scripts/` | x |\n"}, "SPDX")
        self.assertEqual(self.findings({"scripts/do": f"#!/bin/sh\n# {SPDX}\n",
                                        "README.md": GOOD["README.md"] + "| `scripts/` | x |\n"}), [])

    def test_headers_say_pragma_once(self):
        self.finds({"geo/base/error.h": source("xiangtu::base")}, "#pragma once")

    def test_length_has_a_ceiling(self):
        fill = layer_rules.MAX_LINES - len(source("xiangtu::base").splitlines())
        self.assertEqual(self.findings({"geo/base/long.cpp": source("xiangtu::base") + "//\n" * fill}), [])
        self.finds({"geo/base/long.cpp": source("xiangtu::base") + "//\n" * (fill + 1)}, "ceiling")

    def test_every_test_is_registered(self):
        self.finds({"tests/geo/geom/ring_test.cpp": source("xiangtu::geom")}, "ring_test.cpp", "registered")
        self.finds({"tests/geo/geom/big_area_test.cpp": source("xiangtu::geom"),
                    "tests/geo/geom/CMakeLists.txt": f"# {SPDX}\n# area_test.cpp big_area_test.cpp.old\n"
                                                     "xiangtu_test(t SOURCES big_area_test.cpp)\n",
                    "tests/geo/geom/area_test.cpp": None,
                    "tests/geo/geom/rea_test.cpp": source("xiangtu::geom")}, "rea_test.cpp", "registered")

    def test_readme_names_exactly_the_folders(self):
        self.finds({"geo/model/CMakeLists.txt": f"# {SPDX}\nxiangtu_folder(model DEPENDS base geom)\n"},
                   "lacks geo/model/")
        self.finds({"README.md": GOOD["README.md"] + "| `geo/model/` | units |\n"}, "geo/model/, which does not exist")

    def test_root_is_closed(self):
        self.finds({"notes.txt": "x\n"}, "root")

    def test_words_of_unfinished_work_are_found(self):
        for word in ["TO" "DO", "fix" "me", "for n" "ow", "Place" "holder"]:
            with self.subTest(word):
                self.finds({"geo/base/error.h": header("xiangtu::base", f"// {word}: more")}, "unfinished")
        self.assertEqual(self.findings({"geo/base/error.h": header("xiangtu::base", "// mastodons")}), [])

    def test_paths_of_one_machine_are_found(self):
        self.finds({"geo/base/error.h": header("xiangtu::base", "// see /ho" "me/li/notes")}, "one machine")
        self.assertEqual(self.findings({"geo/base/error.h": header("xiangtu::base", "// " "build/wo" "rk/x")}), [])


if __name__ == "__main__":
    unittest.main()
