#!/usr/bin/env python3
"""Counts the cases of meson's test runs, names those that failed, and ends with "N passed, N failed".

SPDX-License-Identifier: GPL-3.0-or-later
"""
import itertools
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

FIRST_LINES, COMPLAINTS = 2, 3
COMPLAINT = re.compile(r"CRITICAL|WARNING|Sanitizer|runtime error:")
PLACE = re.compile(r'^#\s*File ".*/(test_\w+\.py)", line (\d+)')


def reason(suite, number):
    """What was said of a case, indented: its first lines, where in the test it was, and what the program complained of,
    which may stand far below; "" where nothing was said."""
    lines = (suite.findtext("system-out") or "").splitlines()
    start = next((at for at, line in enumerate(lines, 1) if line.startswith(f"not ok {number} ")), len(lines))
    said = list(itertools.takewhile(lambda line: line.startswith("#"), lines[start:]))
    places = [f"# at {found[1]}:{found[2]}" for found in map(PLACE.match, said) if found]
    complaints = [line for line in said[FIRST_LINES:] if COMPLAINT.search(line)]
    told = said[:FIRST_LINES] + places[-1:] + list(dict.fromkeys(complaints))[:COMPLAINTS]
    return "".join(f"\n    {line[1:].strip()[:200]}" for line in told)


def read(folder):
    """(passed, [names of failed, each with its reason]) of one build folder."""
    try:
        root = tree.parse(pathlib.Path(folder) / "meson-logs/testlog.junit.xml").getroot()
    except (OSError, tree.ParseError) as error:
        return 0, [f"{folder}: the tests left no log ({error})"]
    passed, failed = 0, []
    for suite in root.iter("testsuite"):
        cases = list(suite.iter("testcase"))
        bad = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
        failed += [f"{folder}: {suite.get('name')}: {case.get('name')}{reason(suite, case.get('name').split()[0])}"
                   for case in bad]
        passed += sum(1 for case in cases if case not in bad and case.find("skipped") is None)
        # A program that dies after its cases passed counts, too.
        if not bad and int(suite.get("failures") or 0) + int(suite.get("errors") or 0):
            failed.append(f"{folder}: {suite.get('name')}")
    return passed, failed


def main(folders):
    results = [read(folder) for folder in folders]
    failed = [name for _, names in results for name in names]
    for name in failed:
        print(f"FAILED {name}")
    passed = sum(count for count, _ in results)
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
