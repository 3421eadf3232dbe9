"""The journal: keeping, the course, the calendar, the day, files; by action, by pointer, by keys and by screen reader.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import sqlite3
import sys
import time

from gi.repository import GLib

import harness
import reader
from tap import check, equal, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
NOW = datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=30, second=0, microsecond=0)
MUSCLES = ("infraspinatus", "trapezius-upper")


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def day_of(days):
    return (NOW - datetime.timedelta(days=days)).date()


def entry(days, intensity, note="", area="front-of-shoulder"):
    return {"at": (NOW - datetime.timedelta(days=days)).isoformat(), "intensity": intensity, "kind": "ache", "note": note,
            "marks": [{"kind": "area", "area": area, "side": "left"}]}


def past_session(days, before, after):
    ended = NOW - datetime.timedelta(days=days) + datetime.timedelta(minutes=20)
    return {"name": "Quiet shoulder", "began": (ended - datetime.timedelta(minutes=6)).isoformat(),
            "ended": ended.isoformat(), "before": before, "after": after, "note": "",
            "steps": [{"muscle": muscle, "side": "left", "kind": "compression", "technique": "still-pressure", "variant": 0,
                       "tool": "", "seconds": 30, "repetitions": 2, "done": True} for muscle in MUSCLES]}


def empty():
    """Takes back all that was done, so that each test begins with an empty journal."""
    program.reset()
    while program.describe_all()["journal-undo"][0]:
        program.action("journal-undo")
        time.sleep(0.05)
    program.expect_state("journal-count", (0, 0))
    program.set("journal-place", "")
    program.set("journal-span", "fortnight")
    program.action("journal-day", "")


def bring_in(entries, sessions=()):
    path = session.folder / "in.json"
    path.write_text(json.dumps({"format": "unknot-journal", "version": 1, "entries": entries, "sessions": list(sessions)}))
    program.action("journal-import", str(path))
    program.expect_state("journal-count", (len(entries), len(sessions)))


def begin(*entries, sessions=()):
    empty()
    bring_in(list(entries), sessions)
    program.set("page", "journal")
    program.settle()


def shown(thing):
    try:
        return reader.extents(thing)[2] > 1 and reader.is_visible(thing)
    except GLib.Error:
        return False


def find(role, name):
    """The first one that is seen."""
    return wait_until(lambda: next((t for t in eyes().find_all(role, name) if shown(t)), None),
                      lambda: f"no {role} {name!r}: {eyes().dump(900)[-6000:]}", 8)


def click_on(thing):
    """Clicks it; where it lies above or below what is seen of the panel, it is scrolled to before."""
    reader.expect_true_places()
    left, top, wide, high = program.screen.geometry(program.window)
    x, y, width, height = reader.extents(thing)
    while y < 60 or y + height > high - 80:
        program.screen.move(left + wide - 20, top + high / 2)
        program.screen.scroll(2 if y < 60 else -2)
        program.settle()
        last, (x, y, width, height) = y, reader.extents(thing)
        check(y != last, f"{thing.get_name()!r} can't be scrolled to")
    program.screen.click(left + x + width / 2, top + y + height / 2)


def count_kept():
    """How many entries the user's file holds."""
    path = session.folder / "home/data/unknot/unknot.db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute("SELECT count(*) FROM entry").fetchone()[0]


def test_an_empty_journal_says_what_to_do():
    empty()
    program.set("page", "journal")
    wait_until(lambda: any("Nothing is kept yet" in text for text in eyes().texts()), "the empty journal says nothing")
    program.picture("journal-empty")


def test_what_is_marked_is_kept_by_pointer_and_taken_back():
    empty()
    program.set("mode", "pain")
    check(not program.describe_all()["journal-add"][0], "nothing is marked, but can be kept")
    program.action("mark", "front-of-shoulder:left")
    wait_until(lambda: program.state("places"), "nothing is marked")
    program.action("rate-place", GLib.Variant("(usi)", (0, "burning", 8)))
    wait_until(lambda: program.state("places")[0][2] == 8, "the place isn't rated")
    program.settle()
    click_on(find(BUTTONS, lambda name: name.endswith("Keep in Journal")))
    program.expect_state("journal-count", (1, 0))
    kept = program.state("journal-entries")[0]
    equal(kept[2:], (8, "burning", "", ["front-of-shoulder:left"]), "the entry")
    check(abs(kept[1] - time.time()) < 120, f"it was kept for {kept[1]}")
    equal(count_kept(), 1, "entries in the file")
    # The last one is that of the toast; the first is for marks.
    reader.press([b for b in eyes().find_all(BUTTONS, lambda name: name.endswith("Undo")) if shown(b)][-1])
    program.expect_state("journal-count", (0, 0))
    equal(count_kept(), 0, "entries in the file")


def test_several_places_are_kept_several_times_a_day():
    empty()
    program.set("mode", "pain")
    program.action("mark", "front-of-shoulder:left")
    program.action("mark", "front-of-shoulder:right")
    wait_until(lambda: len(program.state("places")) == 2, "two places were not marked")
    for intensity in (7, 3):
        program.action("journal-add", GLib.Variant("(is)", (intensity, "at the desk")))
    program.expect_state("journal-count", (4, 0))
    equal([e[2] for e in program.state("journal-entries")], [7, 7, 3, 3], "ratings")
    equal({e[4] for e in program.state("journal-entries")}, {"at the desk"}, "notes")


def test_bad_commands_change_nothing():
    begin(entry(0, 6))
    kept = program.state("journal-entries")
    row = kept[0]
    for bad in ((row[0], 11, row[1], "ache", ""), (row[0], 3, -5, "ache", ""), (row[0], 3, row[1], "itch", ""),
                (row[0] + 999, 3, row[1], "ache", ""), (row[0], 3, row[1], "ache", "x" * 5000)):
        program.action("journal-edit", GLib.Variant("(xixss)", bad))
    for bad in ("entry:", "entry:0", "session:1", "nonsense", "entry:99999"):
        program.action("journal-delete", bad)
    for bad in ("2026-13-01", "yesterday", "2026-02-30", "2026-1-1", "9999-01-01"):
        program.action("journal-day", bad)
    program.action("journal-place", "nowhere:left")
    program.action("journal-span", "century")
    program.action("journal-show", GLib.Variant("x", 99999))
    program.action("journal-export", GLib.Variant("(ss)", ("doc", "/tmp/x.doc")))
    program.action("journal-export", GLib.Variant("(ss)", ("csv", "relative.csv")))
    time.sleep(0.2)
    equal(program.state("journal-entries"), kept, "entries")
    equal((program.state("journal-place"), program.state("journal-span")), ("", "fortnight"), "what is looked at")


def test_an_entry_is_changed_and_taken_back():
    begin(entry(0, 6, "first"))
    number, at = program.state("journal-entries")[0][:2]
    program.action("journal-edit", GLib.Variant("(xixss)", (number, 2, at - 60, "stiff", "<b>second & more")))
    wait_until(lambda: program.state("journal-entries")[0][1:5] == (at - 60, 2, "stiff", "<b>second & more"),
               lambda: f"{program.state('journal-entries')}")
    program.settle()
    program.action("journal-undo")
    wait_until(lambda: program.state("journal-entries")[0][1:5] == (at, 6, "ache", "first"),
               lambda: f"{program.state('journal-entries')}")
    equal(program.state("journal-entries")[0][0], number, "its id")


def test_a_reader_deletes_and_takes_back():
    begin(entry(0, 6), entry(0, 3, area="back-of-shoulder"), sessions=[past_session(0, 6, 3)])
    reader.press(find(BUTTONS, lambda name: name.startswith("Delete Front of the shoulder, left")))
    program.expect_state("journal-count", (1, 1))
    program.settle()
    reader.press(find(BUTTONS, lambda name: name.startswith("Delete Quiet shoulder")))
    program.expect_state("journal-count", (1, 0))
    for _ in range(2):
        program.action("journal-undo")
    program.expect_state("journal-count", (2, 1))
    equal(sorted(e[2] for e in program.state("journal-entries")), [3, 6], "ratings after undo")


def label(days, text):
    return f"{day_of(days).day} {day_of(days):%B}{text}"


def test_the_calendar_is_read_and_pressed():
    begin(entry(3, 4), entry(3, 6), entry(2, 2), sessions=[past_session(3, 6, 3)])
    reader.press(find(BUTTONS, label(3, ": pain 6, 1 session")))
    program.expect_state("journal-day", str(day_of(3)))
    equal([e[2] for e in program.state("journal-entries")], [4, 6], "that day")
    reader.press(find(BUTTONS, label(2, ": pain 2")))
    program.expect_state("journal-day", str(day_of(2)))
    program.picture("journal-calendar")


def test_the_calendar_is_walked_with_keys():
    begin(entry(3, 4), entry(40, 6))
    click_on(find(BUTTONS, label(3, ": pain 4")))
    program.expect_state("journal-day", str(day_of(3)))
    for key, days in (("Left", 4), ("Up", 11), ("Right", 10), ("Down", 3)):
        program.screen.key(key)
        program.expect_state("journal-day", str(day_of(days)))
    program.screen.key("Prior")
    wait_until(lambda: program.state("journal-day")[:7] != str(day_of(3))[:7], "the month isn't turned")
    program.screen.key("Next")
    wait_until(lambda: program.state("journal-day")[:7] == str(day_of(3))[:7], "the month isn't turned back")


def reading(days, intensity):
    return f"{label(days, '')}, 00:30: pain {intensity} of 10"


def test_the_course_is_read_pointed_at_and_walked():
    begin(entry(9, 7), entry(6, 5), entry(2, 3), entry(1, 8, area="back-of-shoulder"), sessions=[past_session(6, 5, 2)])
    check(eyes().find(name="Chart with 4 ratings: Everywhere"), "the chart has no name")
    program.picture("journal-course")
    # By pointer: what is clicked is said, and its day opens.
    click_on(find(BUTTONS, reading(6, 5)))
    program.expect_state("journal-day", str(day_of(6)))
    wait_until(lambda: reading(6, 5) in eyes().texts(), "the rating isn't said")
    # By keys: from one to the next, and its day with Return.
    program.screen.key("Right")
    wait_until(lambda: reading(2, 3) in eyes().texts(), "the next rating isn't said")
    program.screen.key("Left")
    program.screen.key("Left")
    wait_until(lambda: reading(9, 7) in eyes().texts(), "the rating before isn't said")
    program.screen.key("Return")
    program.expect_state("journal-day", str(day_of(9)))
    # By screen reader.
    reader.press(find(BUTTONS, reading(2, 3)))
    program.expect_state("journal-day", str(day_of(2)))


def test_a_place_has_a_course_of_its_own():
    begin(entry(9, 7), entry(6, 5), entry(1, 8, area="back-of-shoulder"))
    program.set("journal-place", "front-of-shoulder:left")
    check(eyes().find(name="Chart with 2 ratings: Front of the shoulder, left"), "the place has no course")
    program.set("journal-place", "front-of-shoulder:right")
    check(eyes().find(name="Chart with 0 ratings: Front of the shoulder, right"), "the other side has a course")


def test_muscles_say_when_last():
    begin(entry(1, 4), sessions=[past_session(5, 6, 3), past_session(1, 4, 4)])
    wait_until(lambda: "Yesterday · 2 sessions" in eyes().texts(), lambda: f"{eyes().texts()}")


def test_an_entry_is_shown_on_the_body():
    begin(entry(0, 6))
    program.set("mode", "pain")
    program.action("mark", "front-of-shoulder:right")
    wait_until(lambda: program.state("marks"), "nothing is marked")
    program.action("journal-show", GLib.Variant("x", program.state("journal-entries")[0][0]))
    wait_until(lambda: program.state("marks") == ["front-of-shoulder:left"], lambda: f"{program.state('marks')}")
    equal(program.state("places")[0][2], 6, "how strong")
    program.action("undo")
    wait_until(lambda: program.state("marks") == ["front-of-shoulder:right"], "what was marked before doesn't come back")


def test_files_are_written_and_read():
    begin(entry(9, 7, 'a "note", with\ntwo lines'), entry(2, 3), sessions=[past_session(6, 5, 2)])
    for kind, head in (("csv", b"what,time,"), ("json", b"{"), ("pdf", b"%PDF"), ("pdf-letter", b"%PDF")):
        path = session.folder / ("letter.pdf" if kind == "pdf-letter" else f"out.{kind}")
        program.action("journal-export", GLib.Variant("(ss)", (kind, str(path))))
        wait_until(path.exists, f"no {kind} was written")
        check(path.read_bytes().startswith(head), f"{kind} begins with {path.read_bytes()[:20]}")
    kept = session.folder / "out.json"
    program.action("journal-import", str(kept))
    program.expect_state("journal-notice", "All of that is in the journal already")
    program.expect_state("journal-count", (2, 1))
    empty()
    program.action("journal-import", str(kept))
    program.expect_state("journal-count", (2, 1))


def test_a_bad_file_is_refused_whole():
    begin(entry(2, 3))
    path = session.folder / "bad.json"
    path.write_text(json.dumps({"format": "unknot-journal", "version": 1, "entries": [entry(1, 5), entry(1, 50)],
                                "sessions": []}, indent=1))
    program.action("journal-import", str(path))
    wait_until(lambda: "is not between 0 and 10" in program.state("journal-notice"),
               lambda: program.state("journal-notice"))
    check("line " in program.state("journal-notice"), "the line isn't named")
    program.action("journal-import", str(session.folder / "nowhere.json"))
    wait_until(lambda: "nowhere.json" in program.state("journal-notice"), lambda: program.state("journal-notice"))
    program.expect_state("journal-count", (1, 0))


def test_a_file_that_cannot_be_written_is_said():
    begin(entry(2, 3))
    for kind in ("csv", "pdf"):
        program.action("journal-export", GLib.Variant("(ss)", (kind, f"/nowhere/at/all.{kind}")))
        wait_until(lambda: "/nowhere/at/all" in program.state("journal-notice"), lambda: program.state("journal-notice"))
        program.action("journal-span", "year")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
