# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell scripts: wrong calls are refused before anything is done, stages report and stop, packages are
installed only when they are missing. apt-get and dpkg-query are played by small programs in PATH."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, **options)


class WrongCalls(unittest.TestCase):
    def refused(self, *command, says):
        with tempfile.TemporaryDirectory(prefix="some where ") as elsewhere:
            done = run(*command, cwd=elsewhere)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(says, done.stderr)
        self.assertEqual(done.stdout, "", "nothing was done before refusing")

    def test_run_names_a_file_that_is_not_there(self):
        self.refused(ROOT / "scripts/run", "no such 乡.sqlite", says="no such 乡.sqlite: no such file")

    def test_run_takes_one_file(self):
        self.refused(ROOT / "scripts/run", "a", "b", says="usage: scripts/run [FILE]")
        self.refused(ROOT / "scripts/run", "--fast", says="unknown option --fast")

    def test_test_knows_its_options(self):
        self.refused(ROOT / "scripts/test", "--slow", says="unknown argument --slow")

    def test_help_says_what_a_script_does(self):
        for script in ["run", "test"]:
            done = run(ROOT / "scripts" / script, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(f"scripts/{script}", done.stdout)


class Library(unittest.TestCase):
    """scripts/lib.sh, with programs of our own in front of PATH."""

    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="tools ")
        self.addCleanup(kept.cleanup)
        self.tools = Path(kept.name)
        self.calls = self.tools / "calls"
        self.calls.touch()

    def tool(self, name, body):
        path = self.tools / name
        path.write_text(f"#!/bin/bash\n{body}\n")
        path.chmod(0o755)

    def bash(self, text, **environment):
        env = {**os.environ, "PATH": f"{self.tools}:{os.environ['PATH']}", "CALLS": str(self.calls), **environment}
        return run("bash", "-c", f'set -euo pipefail\nsource "{ROOT}/scripts/lib.sh"\n{text}', env=env)

    def installs(self, installed, simulation="exit 0", install="exit 0"):
        """Calls of apt-get when these packages are installed already."""
        self.tool("dpkg-query", "".join(f"echo '{name} installed'\n" for name in installed) + "exit 1")
        self.tool("sudo", 'exec "$@"')
        self.tool("apt-get", f'[[ " $* " != *" -s "* ]] || {{ {simulation}; }}\n'
                             f'echo "$@" >>"$CALLS"\n[[ " $* " != *" install "* ]] || {{ {install}; }}')
        done = self.bash("packages() { printf '%s\\n' alpha beta; }\ninstall_packages run")
        return done, self.calls.read_text().splitlines()

    def test_nothing_missing_means_no_apt_get(self):
        done, calls = self.installs(["alpha", "beta", "gamma"])
        self.assertEqual((done.returncode, calls), (0, []), done.stderr)

    def test_only_what_is_missing_is_installed(self):
        done, calls = self.installs(["alpha"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(calls), 1)
        self.assertTrue(calls[0].endswith("install --no-install-recommends beta"), calls)
        self.assertIn("missing: beta", done.stdout)

    def test_lists_are_fetched_when_they_lack_a_package(self):
        done, calls = self.installs(["alpha"], simulation="exit 100")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([call.split()[-1] for call in calls], ["update", "beta"])

    def test_a_failed_installation_is_tried_once_more_and_then_named(self):
        done, calls = self.installs([], install="exit 100")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual([call.split()[-1] for call in calls], ["beta", "update", "beta"])
        self.assertIn("could not install: alpha beta", done.stderr)

    def test_every_package_line_has_a_known_tag(self):
        names = []
        for line in (ROOT / "scripts/packages").read_text().splitlines():
            if line and not line.startswith("#"):
                tag, name = line.split(" ")
                self.assertIn(tag, ["run", "test"], line)
                names.append(name)
        self.assertEqual(len(names), len(set(names)), "a package is named twice")

    def test_a_stage_tells_its_time_and_a_failure_stops(self):
        done = self.bash('stage "good" true\nstage "bad" false\nstage "never" true')
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"== good: \d+\.\d s")
        self.assertRegex(done.stderr, r"== bad: FAILED after \d+\.\d s")
        self.assertNotIn("never", done.stdout)

    def test_a_failing_line_inside_a_stage_fails_it(self):
        done = self.bash("work() { false; echo went on; }\nstage work work")
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("went on", done.stdout)

    def test_keep_going_collects_failures(self):
        done = self.bash('keep_going=1\nstage "a b" false\nstage c true\nstage a true\n'
                         'has_failed "a b" && ! has_failed a && ! has_failed c && echo "${failed[*]} of ${#times[@]}"')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("a b of 3", done.stdout)

    def test_the_shell_stands_in_the_root_and_knows_where_it_came_from(self):
        done = self.bash('cd /\nsource "$root/scripts/lib.sh"\nprintf "%s|%s" "$PWD" "$called_from"')
        self.assertEqual(done.stdout, f"{ROOT}|/")


if __name__ == "__main__":
    unittest.main()
