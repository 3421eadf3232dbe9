"""Files are asked for by the desktop's dialog, through the portal as in a sandbox: written where somebody says, read from there,
and nothing happens where somebody thinks better of it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import json
import sys
import time

from gi.repository import GLib

import desktop
import harness
import reader
from session import Session
from tap import check, equal, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
# In the routine's menu, in their order: newer toolkits don't tell their names.
SAVE_AS_PDF, EXPORT, IMPORT = 2, 3, 4
ITEMS = 5


class Desktop(Session):
    """A session in which the toolkit asks a portal for files."""

    def __init__(self):
        super().__init__()
        self.files = None

    def __enter__(self):
        super().__enter__()
        self.env["GDK_DEBUG"] = ",".join(filter(None, (self.env.get("GDK_DEBUG"), "portals")))
        self.env["GTK_USE_PORTAL"] = "1"
        # For each such dialog the toolkit leaves messages of the bus behind, on threads of its own; everything else that the
        # sanitizers look for is looked for here, too.
        self.env["ASAN_OPTIONS"] = ":".join(filter(None, (self.env.get("ASAN_OPTIONS"), "detect_leaks=0")))
        self.files = desktop.Files(self)
        self.files.__enter__()
        return self

    def __exit__(self, *problem):
        if self.files:
            self.files.__exit__()
        super().__exit__(*problem)


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def find(role, name):
    return eyes().find_seen(role, name)


def press_and_answer(name, path):
    """Presses a button that asks for a file, and answers with a path, or cancels; what was asked."""
    user = session.files.user
    user.answer_with, asked = path, len(user.asked)
    reader.press(find(BUTTONS, name))
    wait_until(lambda: len(user.asked) > asked, f"nobody asked after {name!r}")
    return user.asked[-1]


def choose_and_answer(number, path):
    """The same with an item of the routine's menu, counted from 0."""
    user = session.files.user
    user.answer_with, asked = path, len(user.asked)
    # It is the button inside that is pressed.
    reader.press(find(BUTTONS, "Routine Menu").get_child_at_index(0))
    items = wait_until(lambda: [item for item in [eyes().find_all("menu item")] if len(item) == ITEMS], "no menu opened")[0]
    reader.press(items[number])
    wait_until(lambda: len(user.asked) > asked, f"nobody asked after item {number}")
    return user.asked[-1]


def expect_written(path):
    wait_until(lambda: path.exists() and path.stat().st_size, f"{path.name} wasn't written")
    return path.read_bytes()


def kept():
    return {number: name for number, name, _ in program.state("kept-routines")}


def begin_routine():
    program.reset()
    program.set("page", "routines")
    for number in list(kept()):
        program.action("remove-routine", GLib.Variant("x", number))
        wait_until(lambda n=number: n not in kept(), "a routine stays")  # pylint: disable=cell-var-from-loop
    program.action("routine-from", "neck-shoulder")
    program.expect_state("page", "routine")
    wait_until(lambda: program.state("routine-steps"), "no steps")
    program.settle()


def begin_journal():
    program.reset()
    program.set("page", "journal")
    program.action("mark", "front-of-shoulder:left")
    wait_until(lambda: program.state("places"), "nothing is marked")
    program.action("journal-add", GLib.Variant("(is)", (6, "at the desk")))
    wait_until(lambda: program.state("journal-entries"), "no entry")
    program.set("page", "journal")
    program.settle()


def test_a_routine_is_written_and_read():
    begin_routine()
    path = session.folder / "my routine.json"
    asked = choose_and_answer(EXPORT, path)
    equal((asked["method"], asked["title"], asked["name"]),
          ("SaveFile", "Export the Routine", "Neck and Shoulder Stiffness.json"), "what was asked")
    equal(json.loads(expect_written(path))["format"], "unknot-routines", "format")
    wait_until(lambda: "Written as my routine.json" in program.state("routine-notice"), lambda: program.state("routine-notice"))
    asked = choose_and_answer(IMPORT, path)
    equal((asked["method"], asked["title"]), ("OpenFile", "Import Routines"), "what was asked")
    filters = asked["options"]["filters"]
    equal(filters, [("Routines (JSON)", [(0, "*.[jJ][sS][oO][nN]")])], "filters")
    wait_until(lambda: len(kept()) == 2, lambda: f"{kept()}")


def test_a_name_with_a_folders_sign_is_no_folder():
    begin_routine()
    program.action("rename-routine", "Neck / shoulder")
    wait_until(lambda: "Neck / shoulder" in kept().values(), lambda: f"{kept()}")
    asked = choose_and_answer(SAVE_AS_PDF, session.folder / "neck.pdf")
    equal(asked["name"], "Neck - shoulder.pdf", "the proposed name")
    check(expect_written(session.folder / "neck.pdf").startswith(b"%PDF"), "no PDF")


def test_who_cancels_has_changed_nothing():
    begin_routine()
    notice = program.state("routine-notice")
    choose_and_answer(EXPORT, None)
    choose_and_answer(IMPORT, None)
    time.sleep(0.3)
    equal((len(kept()), program.state("routine-notice")), (1, notice), "routines, and what is said")
    # It can be asked for again.
    choose_and_answer(EXPORT, session.folder / "again.json")
    expect_written(session.folder / "again.json")


def test_where_nothing_can_be_written_it_is_said():
    begin_routine()
    choose_and_answer(EXPORT, session.folder / "no such folder/routine.json")
    wait_until(lambda: "routine.json" in program.state("routine-notice") and "Written" not in program.state("routine-notice"),
               lambda: program.state("routine-notice"))


def test_the_journal_is_written_in_every_kind_and_read():
    begin_journal()
    for name, ending, start in (("PDF for a Therapist, A4", "pdf", b"%PDF"), ("PDF for a Therapist, Letter", "pdf", b"%PDF"),
                                ("Table (CSV)", "csv", b""), ("Everything (JSON)", "json", b"{")):
        path = session.folder / f"{name[:8].strip()}-{len(name)}.{ending}"
        asked = press_and_answer(name, path)
        equal((asked["method"], asked["title"], asked["name"]), ("SaveFile", "Export the Journal", f"pain-journal.{ending}"),
              name)
        written = expect_written(path)
        check(written.startswith(start), f"{name}: {written[:20]}")
        if ending == "csv":
            check(any("at the desk" in row for row in csv.reader(written.decode().splitlines())), f"{written[:500]}")
    entries = len(program.state("journal-entries"))
    program.action("journal-delete", f"entry:{program.state('journal-entries')[0][0]}")
    wait_until(lambda: len(program.state("journal-entries")) == entries - 1, "the entry stays")
    asked = press_and_answer("Import (JSON)", path)
    equal((asked["method"], asked["title"]), ("OpenFile", "Import a Journal"), "what was asked")
    wait_until(lambda: len(program.state("journal-entries")) == entries, "the entry doesn't come back")


def test_answers_and_posters_are_written():
    program.reset()
    program.set("page", "today")
    asked = press_and_answer("Export the Answers…", session.folder / "answers.csv")
    equal((asked["title"], asked["name"]), ("Export the Answers", "quiz-answers.csv"), "what was asked")
    expect_written(session.folder / "answers.csv")
    program.set("page", "poster")
    for kind, start in (("PDF", b"%PDF"), ("SVG", b"<?xml")):
        path = session.folder / f"poster.{kind.lower()}"
        asked = press_and_answer(f"Save as {kind}…", path)
        check(asked["name"].endswith(f".{kind.lower()}") and asked["title"] == "Save the Poster", f"{asked}")
        check(expect_written(path).startswith(start), kind)


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__], Desktop()))
