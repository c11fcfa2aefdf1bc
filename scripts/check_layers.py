#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves the architecture by reading the tree: arrows between folders, one folder per foreign
library, namespaces, licence lines, file lengths, registered tests, the README's folder table, the
root's entries, no words of unfinished work. Prints "file:line: reason" and exits 1 on any finding.

    scripts/check_layers.py [ROOT]
"""

import re
import sys
from pathlib import Path

import layer_rules as rules

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
NAMESPACE = re.compile(r"^\s*(?:inline\s+)?namespace\s+(\w[\w:]*)\s*\{?")
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
TEXT = {".h", ".cpp", ".qml", ".js", ".py", ".sh", ".cmake", ".txt", ".json", ".sql", ".md", ".in", ""}
NEEDS_SPDX = {".h", ".cpp", ".qml", ".js", ".py", ".sh", ".cmake", ".sql"}


class Tree:
    """All files of the project, with their text; findings are collected on it."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.findings = []
        self.texts = {}
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root)
            if rules.UNTRACKED & set(name.parts) or not path.is_file():
                continue
            if path.suffix in TEXT and name.name != "LICENSE":
                self.texts[name.as_posix()] = path.read_text(encoding="utf-8", errors="replace")

    def find(self, name, line, reason):
        self.findings.append((name, line, reason))

    def code(self, *tops):
        """Names and lines of the C++ files below the given folders."""
        for name, text in self.texts.items():
            if name.endswith((".h", ".cpp")) and any(name.startswith(top + "/") for top in tops):
                yield name, text.splitlines()

    def folders(self, parent):
        base = self.root / parent
        if not base.is_dir():
            return set()
        kept = (p for p in base.iterdir() if p.is_dir() and p.name not in rules.UNTRACKED)
        return {p.name for p in kept if any(f.is_file() for f in p.rglob("*"))}


def includes(lines):
    for number, line in enumerate(lines, 1):
        if match := INCLUDE.match(line):
            yield number, match[1] == "<", match[2]


def below(name, folders):
    return any(name.startswith(folder + "/") for folder in folders)


def check_arrows(tree):
    """Our own headers: geo/ along GEO_ARROWS, app/ along APP_ARROWS, never upwards."""
    for name, lines in tree.code("geo", "app", "tests"):
        top, folder = (name.split("/") + [""])[:2]
        for number, angled, target in includes(lines):
            if angled or target.endswith(".moc"):
                continue
            parts = target.split("/")
            if len(parts) == 1 and top == "tests" and (tree.root / name).with_name(target).exists():
                continue
            if len(parts) == 1:
                tree.find(name, number, f'"{target}": write the folder, too')
            elif top == "geo" and parts[0] != folder and parts[0] not in rules.GEO_ARROWS.get(folder, []):
                tree.find(name, number, f'geo/{folder} may not include "{target}"')
            elif top == "app" and parts[0] == "app" and folder in rules.APP_ARROWS:
                if parts[1] != folder and parts[1] not in rules.APP_ARROWS[folder]:
                    tree.find(name, number, f'app/{folder} may not include "{target}"')
            elif name.startswith("tests/geo/") and parts[0] == "app":
                tree.find(name, number, f'tests of the core may not include "{target}"')
    for parent, table in (("geo", rules.GEO_ARROWS), ("app", rules.APP_ARROWS)):
        for folder in sorted(tree.folders(parent) - set(table)):
            tree.find(f"{parent}/{folder}", 0, "folder without a row in scripts/layer_rules.py")


def check_depends(tree):
    """DEPENDS in geo/*/CMakeLists.txt says the same as GEO_ARROWS."""
    for folder, arrows in rules.GEO_ARROWS.items():
        name = f"geo/{folder}/CMakeLists.txt"
        text = tree.texts.get(name)
        if text is None:
            continue
        match = re.search(r"\bDEPENDS\b([^)]*?)(?:\bFOREIGN\b|\bSOURCES\b|\bHEADERS\b|\))", text)
        stated = set(match[1].split()) if match else set()
        if stated != set(arrows):
            tree.find(name, 0, f"DEPENDS {sorted(stated)} differs from layer_rules.py {sorted(arrows)}")


def check_foreign(tree):
    """Every angled include is the standard library's, POSIX or belongs to the folder that owns it."""
    for name, lines in tree.code("geo", "app", "tests"):
        for number, angled, target in includes(lines):
            if not angled or target in rules.STANDARD or rules.POSIX.fullmatch(target):
                continue
            for pattern, library, owners in rules.FOREIGN:
                if re.fullmatch(pattern, target):
                    break
            else:
                tree.find(name, number, f"<{target}>: a library without an owner in scripts/layer_rules.py")
                continue
            allowed = owners + rules.QT_TESTS if library == "Qt" else owners + ["tests"]
            if not below(name, allowed):
                tree.find(name, number, f"<{target}>: {library} belongs to {', '.join(owners)}")
    for name, text in tree.texts.items():
        if name.endswith("CMakeLists.txt") and not below(name, ["app", "qml", "tests"]):
            for number, line in enumerate(text.splitlines(), 1):
                if re.search(r"find_package\(Qt|Qt6::", line):
                    tree.find(name, number, "Qt is found in app/, qml/ and tests/ only")


def namespace_of(name):
    parts = name.split("/")
    if parts[0] == "geo":
        return "xiangtu::" + parts[1]
    if parts[0] == "app" and len(parts) > 2:
        return "xiangtu::cli" if parts[1] == "cli" else "xiangtu::app"
    return None


def check_namespaces(tree):
    for name, lines in tree.code("geo", "app"):
        wanted = namespace_of(name)
        if wanted is None:
            continue
        declared = [(n, m[1]) for n, line in enumerate(lines, 1) if (m := NAMESPACE.match(line)) and "=" not in line]
        ours = [d for d in declared if d[1] == "xiangtu" or d[1].startswith("xiangtu::")]
        if not any(d == wanted or d.startswith(wanted + "::") for _, d in ours):
            tree.find(name, 0, f"declares nothing in namespace {wanted}")
        for number, found in ours:
            if found != wanted and not found.startswith(wanted + "::"):
                tree.find(name, number, f"namespace {found} in a folder of {wanted}")


def check_form(tree):
    """Licence line, #pragma once, length."""
    for name, text in tree.texts.items():
        suffix = Path(name).suffix
        lines = text.splitlines()
        script = lines and lines[0].startswith("#!")
        if suffix in NEEDS_SPDX or name.endswith("CMakeLists.txt") or script:
            if SPDX not in "".join(lines[1:2] if script else lines[:1]):
                tree.find(name, 1, f"first line must say {SPDX}")
        if suffix == ".h" and "#pragma once" not in lines[:3]:
            tree.find(name, 2, "#pragma once is missing")
        if (suffix in rules.COUNTED or script) and len(lines) > rules.MAX_LINES:
            tree.find(name, rules.MAX_LINES, f"{len(lines)} lines; the ceiling is {rules.MAX_LINES}")


def check_tests_registered(tree):
    cmake = {name: text for name, text in tree.texts.items() if name.endswith("CMakeLists.txt")}
    for name in tree.texts:
        path = Path(name)
        if not name.startswith("tests/") or not path.stem.endswith("_test"):
            continue
        homes = [(folder / "CMakeLists.txt").as_posix() for folder in path.parents]
        if not any(re.search(rf"(?<![\w-]){re.escape(path.name)}\b", cmake.get(home, "")) for home in homes):
            tree.find(name, 0, "registered in no CMakeLists.txt")


def check_readme(tree):
    """The folder table of README.md: rows like | `geo/base/` | what it holds |, one per folder."""
    text = tree.texts.get("README.md")
    if text is None:
        tree.find("README.md", 0, "is missing")
        return
    rows = set(re.findall(r"^\|\s*`([\w/]+)/`\s*\|", text, re.MULTILINE))
    disk = {top for top in tree.folders(".") if not top.startswith(".")}
    for top in ("geo", "app", "data", "tests"):
        disk |= {f"{top}/{folder}" for folder in tree.folders(top)}
    for folder in sorted(disk - rows):
        tree.find("README.md", 0, f"folder table lacks {folder}/")
    for folder in sorted(rows - disk):
        tree.find("README.md", 0, f"folder table names {folder}/, which does not exist")


def check_gate(tree):
    """Who may write is decided in geo/project: above it only a project opens a file for writing."""
    for name, lines in tree.code("app"):
        for number, line in enumerate(lines, 1):
            if rules.WRITING.search(line):
                tree.find(name, number, "a store opened for writing passes by the gate: use project::Project::open")


def check_root(tree):
    for entry in sorted(p.name for p in tree.root.iterdir()):
        if entry not in rules.ROOT_ENTRIES and entry not in rules.UNTRACKED:
            tree.find(entry, 0, "does not belong in the root")


def check_words(tree):
    for name, text in tree.texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            plain = line.replace("place" "holderText", "")
            if match := rules.UNFINISHED.search(plain):
                tree.find(name, number, f'word of unfinished work: "{match[0]}"')
            if match := rules.MACHINE_PATH.search(line):
                tree.find(name, number, f'path of one machine: "{match[0]}"')


CHECKS = [check_arrows, check_depends, check_foreign, check_namespaces, check_form, check_tests_registered,
          check_readme, check_gate, check_root, check_words]


def findings(root, checks=tuple(CHECKS)):
    tree = Tree(root)
    for check in checks:
        check(tree)
    return sorted(set(tree.findings)), len(tree.texts)


def main(argv):
    root = Path(argv[1]) if len(argv) > 1 else Path(__file__).resolve().parent.parent
    found, files = findings(root)
    for name, line, reason in found:
        print(f"{name}:{line}: {reason}" if line else f"{name}: {reason}")
    print(f"check_layers: {files} files, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv))
