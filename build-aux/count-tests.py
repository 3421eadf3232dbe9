#!/usr/bin/env python3
"""Counts the cases of meson's test runs, names those that failed, and ends with "N passed, N failed".

SPDX-License-Identifier: GPL-3.0-or-later
"""
import itertools
import pathlib
import sys
import xml.etree.ElementTree as tree

REASON_LINES = 3


def reason(suite, number):
    """What the program said of a case: the first lines that follow its "not ok", indented; "" where it said nothing."""
    lines = (suite.findtext("system-out") or "").splitlines()
    start = next((at for at, line in enumerate(lines, 1) if line.startswith(f"not ok {number} ")), len(lines))
    said = itertools.takewhile(lambda line: line.startswith("#"), lines[start:start + REASON_LINES])
    return "".join(f"\n    {line[1:].strip()[:200]}" for line in said)


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
