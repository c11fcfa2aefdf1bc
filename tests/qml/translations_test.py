# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the interface is in the Chinese translation, finished, with the same placeholders.

Usage: translations_test.py LUPDATE SOURCE_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree


def messages(file):
    for context in tree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            yield context.findtext("name"), message.findtext("source"), message.find("translation")


def main(lupdate, source):
    kept = source / "data/i18n/xiangtu_zh_CN.ts"
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / kept.name
        shutil.copy(kept, fresh)
        subprocess.run([lupdate, "app", "qml", "-extensions", "cpp,h,qml", "-source-language", "en",
                        "-target-language", "zh_CN", "-locations", "none", "-no-obsolete", "-ts", str(fresh)],
                       cwd=source, check=True, capture_output=True)
        known = {(context, text) for context, text, _ in messages(kept)}
        used = list(messages(fresh))
    for context, text, translation in used:
        where = f'{context}: "{text}"'
        if (context, text) not in known:
            faults.append(f"{where}: not in {kept.name}; build update_translations and translate it")
        elif translation.get("type") == "unfinished" or not (translation.text or "").strip():
            faults.append(f"{where}: not translated")
        elif sorted(re.findall(r"%\d", text)) != sorted(re.findall(r"%\d", translation.text)):
            faults.append(f'{where}: other placeholders in "{translation.text}"')
    for context, text in known - {(context, text) for context, text, _ in used}:
        faults.append(f'{context}: "{text}": translated but no longer used')
    # tr() of a QObject looks under its name with namespaces, which lupdate does not write down: never found.
    objects = set()
    for header in (source / "app").rglob("*.h"):
        objects |= set(re.findall(r"class (\w+)[^;{]*\{\s*Q_OBJECT", header.read_text(encoding="utf-8")))
    for context in sorted({context for context, _, _ in used} & objects):
        faults.append(f"{context}: texts of a QObject in a namespace; give them a context of their own "
                      "(Q_DECLARE_TR_FUNCTIONS)")
    if len(used) < 100:
        faults.append(f"only {len(used)} texts found: the sources were not read")
    print("\n".join(faults) or f"{len(used)} texts, all translated")
    return 1 if faults else 0


sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
