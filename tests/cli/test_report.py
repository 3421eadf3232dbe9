"""The report on the atlas: what it counts, and that it says what is missing.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import tap  # noqa: E402  pylint: disable=wrong-import-position
from tap import check, equal  # noqa: E402  pylint: disable=wrong-import-position

TOP = pathlib.Path(os.environ["UNKNOT_SOURCE"])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="unknot-report-"))


def report(data):
    done = subprocess.run([sys.executable, str(TOP / "build-aux/atlas-report.py"), str(data)], capture_output=True, text=True,
                          timeout=60, check=False)
    equal(done.stderr, "", "standard error")
    return done.returncode, done.stdout.splitlines()


def row(lines, name):
    return next(line.split() for line in lines if line.startswith(name + " "))


def test_a_row_for_each_group_and_one_for_all():
    _, lines = report(TOP / "data")
    total = row(lines, "all")
    groups = [line.split() for line in lines[1:lines.index(next(line for line in lines if line.startswith("all")))]]
    check(len(groups) >= 12, f"{len(groups)} groups")
    for column in range(1, len(total) - 2):
        equal(int(total[column]), sum(int(group[column]) for group in groups), f"sum of column {lines[0].split()[column]}")
    for group in groups:
        check(all(int(group[column]) > 0 for column in (1, 2, 3, -3, -2)), f"a zero in {group}")


def test_nothing_is_empty():
    status, lines = report(TOP / "data")
    equal(lines[-1], "nothing is empty", "the last line")
    equal(status, 0, "exit status")


def test_what_is_missing_is_said():
    small = FOLDER / "small"
    shutil.copytree(TOP / "tests/data/atlas-small", small)
    upper = small / "atlas/upper-muscle.xml"
    text = upper.read_text(encoding="utf-8")
    upper.write_text(text.replace('ref="book1999"', 'ref="book2099"'), encoding="utf-8")
    drawing = small / "atlas/upper-muscle.svg"
    text = drawing.read_text(encoding="utf-8")
    drawing.write_text(text.replace('class="point"', 'class="pint"'), encoding="utf-8")
    (small / "atlas/lower-muscle.xml").unlink()
    status, lines = report(small)
    equal(status, 1, "exit status")
    for said in ("cites book2099, which care/sources.xml doesn't have", "has no X for point 1 in any view",
                 "lower-muscle has no record", "words"):
        check(any(said in line for line in lines), f"{said!r} is not said in {lines}")


if __name__ == "__main__":
    try:
        STATUS = tap.main(sys.modules[__name__])
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(STATUS)
