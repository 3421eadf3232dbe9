"""The user's file outlives its writer: killed at random moments, it holds all that was confirmed, and nothing by halves.

UNKNOT_WRITER is tests/unk-store-writer.c; UNKNOT_KILLS says how many times.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import tap  # noqa: E402  pylint: disable=wrong-import-position
from tap import check, equal  # noqa: E402  pylint: disable=wrong-import-position

KILLS = int(os.environ.get("UNKNOT_KILLS", "500"))
STEPS = 5
# A new file after so many kills, so that young files are killed, too.
KILLS_A_FILE = 25
# The most changes that are waited for before the kill.
MOST = 12


def write_and_kill(path, first):
    """Has the writer write for a while and kills it; returns what it said was kept.

    The kill comes after a number of changes and a part of the time that one takes, not after a time
    alone: a disk may be slow.
    """
    with subprocess.Popen([os.environ["UNKNOT_WRITER"], str(path), str(first)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as writer:
        lines, longest = "", 0.0
        # Some die while they open the file, most while they write.
        for _ in range(0 if random.random() < 0.1 else random.randint(1, MOST)):
            before, line = time.monotonic(), writer.stdout.readline()
            check(line, f"the writer gave up: {writer.stderr.read() if not line else ''}")
            # How long the first takes says nothing of the others: the program starts in it.
            longest = max(longest, time.monotonic() - before) if lines else 0.0
            lines += line
        time.sleep(random.uniform(0, 1.5 * longest if lines else 0.02))
        writer.kill()
        lines += writer.stdout.read()
        check(not writer.stderr.read(), "the writer complained")
    # The last line may have been cut in the middle; then it wasn't confirmed.
    return [line.split() for line in lines.split("\n")[:-1]]


class Expected:
    """What must be in a file, by what its writers said."""

    def __init__(self):
        self.entries, self.routines, self.gone = set(), set(), set()
        self.first = 1

    def take(self, lines):
        kinds = {"entry": self.entries, "routine": self.routines, "gone": self.gone}
        for kind, number in lines:
            kinds[kind].add(int(number))

    def last(self):
        return max(self.entries | self.routines | {0})

    def compare(self, path):
        db = sqlite3.connect(path)
        try:
            equal(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)], "integrity")
            equal(db.execute("PRAGMA foreign_key_check").fetchall(), [], "rows without an owner")
            if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                # Killed before its tables were made: all of them or none.
                equal(sorted(self.entries | self.routines), [], "confirmed in a file without tables")
                return
            entries = {int(note): (intensity, marks) for note, intensity, marks in db.execute(
                "SELECT note, intensity, (SELECT count(*) FROM entry_mark WHERE entry = entry.id) FROM entry")}
            routines = {int(name): steps for name, steps in db.execute(
                "SELECT name, (SELECT count(*) FROM step WHERE routine = routine.id) FROM routine")}
        finally:
            db.close()
        equal(sorted(self.entries - set(entries)), [], "entries that were confirmed and are lost")
        missing = self.routines - self.gone - set(routines)
        check(not missing or self.may_be_gone(missing, routines), f"routines that were confirmed and are lost: {missing}")
        equal(sorted(self.gone & set(routines)), [], "routines that were deleted and are there")
        equal([n for n, found in entries.items() if found != (n % 10, 1)], [], "entries that are not whole")
        equal([n for n, steps in routines.items() if steps != STEPS], [], "routines that are not whole")
        # What was kept without being confirmed before the kill is there all the same.
        self.entries |= set(entries)
        self.gone |= self.routines - set(routines)
        self.routines |= set(routines)

    def may_be_gone(self, missing, routines):
        """The kill may come between a deletion and the line that says so: then the oldest of the last run is gone."""
        return len(missing) == 1 and self.first <= min(missing) < min((n for n in routines if n >= self.first),
                                                                      default=sys.maxsize)


def test_killed_at_random_moments():
    random.seed()
    confirmed, smallest, largest = 0, None, 0
    with tempfile.TemporaryDirectory() as folder:
        for kill in range(KILLS):
            if kill % KILLS_A_FILE == 0:
                path, expected = pathlib.Path(folder) / f"{kill}.db", Expected()
            expected.first = expected.last() + 1
            said = write_and_kill(path, expected.first)
            confirmed += len(said)
            smallest = len(said) if smallest is None else min(smallest, len(said))
            largest = max(largest, len(said))
            expected.take(said)
            if path.exists() and path.stat().st_size:
                expected.compare(path)
            else:
                equal(said, [], "confirmed without a file")
    tap.comment(f"{KILLS} kills, {confirmed} changes confirmed, from {smallest} to {largest} before a kill; none lost")
    check(confirmed > KILLS, f"only {confirmed} changes in {KILLS} runs: nothing was put to the test")


if __name__ == "__main__":
    sys.exit(tap.main(sys.modules[__name__]))
