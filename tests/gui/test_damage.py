"""A user's file that can't be used: the window opens, says what happened and what it did, and loses nothing that was there.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from harness import Program, Session, tap
import reader
import screen as screens
from tap import Skipped, check, equal, wait_until

session = None
GARBAGE = b"Dear diary, this is no database. " * 300
MOUNTS = """set -e
{mount}
exec "$@"
"""


class Damaged(Program):
    """The program with a data folder of its own; mount, if given, is what a shell does before, in a world of its own."""

    def __init__(self, home, mount=None):
        super().__init__(session, env={"XDG_DATA_HOME": str(home)})
        self.home, self.mount, self.eyes = home, mount, None

    def command(self):
        if not self.mount:
            return super().command()
        return ["unshare", "--mount", "sh", "-c", MOUNTS.format(mount=self.mount), "sh", *super().command()]

    def read(self):
        if not self.eyes:
            self.eyes = reader.Reader(session, self.process.pid)
        return " | ".join(self.eyes.texts())

    def expect_read(self, words, seconds=10):
        wait_until(lambda: words in self.read(), lambda: f"{words!r} is not read in: {self.read()[:1500]}", seconds)

    def expect_alive(self):
        """A place can be marked, and its muscles are found."""
        self.set("mode", "pain")
        self.mark("temple:left")
        wait_until(lambda: self.state("matches"), "no muscle was named")

    def mark(self, place):
        before = len(self.state("places"))
        self.action("mark", place)
        wait_until(lambda: len(self.state("places")) > before, f"{place} was not marked")

    def keep_picture(self, name):
        self.settle()
        screens.keep(self.picture(), f"damage-{name}")


def file_in(home):
    path = pathlib.Path(home) / "unknot" / "unknot.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def count_places(path):
    with sqlite3.connect(path) as db:
        equal(db.execute("PRAGMA integrity_check").fetchone()[0], "ok", f"integrity of {path}")
        count = db.execute("SELECT count(*) FROM place").fetchone()[0]
    db.close()
    return count


def make_good_file(home):
    """As the program itself makes it, with one place that hurts."""
    with Damaged(home) as program:
        program.set("mode", "pain")
        program.mark("front-of-shoulder:right")
    path = file_in(home)
    equal(count_places(path), 1, "places in the file to begin with")
    return path


def need_mounts():
    done = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    if done.returncode:
        raise Skipped("no mounts of one's own are allowed here")


def expect_set_aside(home, path, bytes_):
    with Damaged(home) as program:
        program.expect_read("Your file was damaged.")
        program.expect_alive()
        program.keep_picture("set-aside")
    aside = [p for p in path.parent.iterdir() if p.read_bytes() == bytes_]
    equal(len(aside), 1, f"files that hold what was there, among {sorted(p.name for p in path.parent.iterdir())}")
    equal(count_places(path), 1, "places in the new file")


def expect_left_alone(home, path, words):
    bytes_ = path.read_bytes()
    with Damaged(home) as program:
        program.expect_read("What you mark can’t be kept")
        program.expect_read(words)
        program.expect_alive()
        program.keep_picture(words.replace(" ", "-"))
    check(path.read_bytes() == bytes_, "the file is another one")


def test_garbage_is_set_aside():
    with tempfile.TemporaryDirectory() as home:
        path = file_in(home)
        path.write_bytes(GARBAGE)
        expect_set_aside(home, path, GARBAGE)


def test_a_file_cut_short_is_set_aside():
    with tempfile.TemporaryDirectory() as home:
        path = make_good_file(home)
        rest = path.read_bytes()[:path.stat().st_size // 2]
        path.write_bytes(rest)
        expect_set_aside(home, path, rest)


def test_a_newer_file_is_left_alone():
    with tempfile.TemporaryDirectory() as home:
        path = make_good_file(home)
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 99")
        db.close()
        expect_left_alone(home, path, "newer")


def test_a_foreign_file_is_left_alone():
    with tempfile.TemporaryDirectory() as home:
        path = file_in(home)
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE recipe (name TEXT)")
        db.close()
        expect_left_alone(home, path, "another program")


def test_a_file_that_may_not_be_written_is_left_alone():
    need_mounts()
    with tempfile.TemporaryDirectory() as home:
        path = make_good_file(home)
        bytes_ = path.read_bytes()
        mount = f"mount --bind '{home}' '{home}'\nmount -o remount,bind,ro '{home}'"
        with Damaged(home, mount) as program:
            program.expect_read("What you mark can’t be kept")
            program.expect_alive()
            program.keep_picture("read-only")
        check(path.read_bytes() == bytes_, "the file is another one")


def test_on_a_full_disk_nothing_is_lost_and_all_is_kept_once_there_is_room():
    need_mounts()
    with tempfile.TemporaryDirectory() as home:
        file_in(home)
        with Damaged(home, f"mount -t tmpfs -o size=1m tmpfs '{home}'") as program:
            program.set("mode", "pain")
            program.mark("front-of-shoulder:right")
            # What is mounted there is seen through the program's own eyes.
            inside = pathlib.Path(f"/proc/{program.process.pid}/root{home}")
            path = inside / "unknot" / "unknot.db"
            wait_until(lambda: path.exists() and copy_and_count(path) == 1, "the first place was not kept")
            fill(inside / "filler")
            program.mark("temple:left")
            program.expect_read("What you mark can’t be kept")
            program.keep_picture("full-disk")
            equal(len(program.state("places")), 2, "places in the window")
            equal(copy_and_count(path), 1, "places in the file while the disk is full")
            (inside / "filler").unlink()
            wait_until(lambda: copy_and_count(path) == 2, "the second place is not kept though there is room again", 15)


def fill(path):
    with open(path, "wb", buffering=0) as filler:
        for size in (4096, 512, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                continue


def copy_and_count(path):
    """Counts in a copy, with its log: who looks must not write where there is no room."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("unknot.db", "unknot.db-wal"):
            there = path.with_name(name)
            if there.exists():
                (pathlib.Path(folder) / name).write_bytes(there.read_bytes())
        try:
            return count_places(pathlib.Path(folder) / "unknot.db")
        except sqlite3.OperationalError:
            return None  # its tables aren't made yet


def main():
    global session  # pylint: disable=global-statement
    with Session() as session:
        return tap.main(sys.modules[__name__])


if __name__ == "__main__":
    sys.exit(main())
