"""Routines as files and on paper, and what reminds of them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import os
import sqlite3
import subprocess
import sys
import time

from gi.repository import GLib

import desktop
import harness
import reader
from harness import Program
from tap import check, equal, wait_until

program = None
session = None
_reader = None
SWITCHES = ("toggle button", "switch", "check box")
BUTTONS = ("push button", "toggle button", "button")
CONDITION = "neck-shoulder"
ALL_DAYS = 127
# Half past seven on a Monday, years ahead of any session that is kept.
MONDAY = int(datetime.datetime(2035, 1, 1, 7, 30, tzinfo=datetime.timezone.utc).timestamp())
DAY = 86400


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def kept(running=None):
    """{id: name}"""
    return {number: name for number, name, _ in (running or program).state("kept-routines")}


def times(days, reminder, running=None):
    (running or program).action("routine-times", GLib.Variant("(ui)", (days, reminder)))
    (running or program).expect_state("routine-times", (days, reminder))


def check_at(moment, running=None):
    (running or program).action("check-reminders", GLib.Variant("x", moment))


def expect_notice(part):
    wait_until(lambda: part in program.state("routine-notice"), lambda: program.state("routine-notice"))


def begin(running=None):
    running = running or program
    running.reset()
    running.set("page", "routines")
    for number in list(kept(running)):
        running.action("remove-routine", GLib.Variant("x", number))
        wait_until(lambda n=number: n not in kept(running), "a routine stays")  # pylint: disable=cell-var-from-loop
    running.action("routine-from", CONDITION)
    running.expect_state("page", "routine")
    wait_until(lambda: running.state("routine-steps"), "no steps")
    running.settle()


def the_id(running=None):
    (number,) = kept(running)
    return number


def export(name="routine.json"):
    path = session.folder / name
    program.action("export-routine", str(path))
    expect_notice(f"Written as {name}")
    return path


def find(role, name):
    return eyes().find_seen(role, name)


def open_item(number):
    """Opens the routine's menu by pointer, and an item of it, counted from 0, by keys."""
    reader.expect_true_places()
    left, top, wide, _ = program.screen.geometry(program.window)
    x, y, width, height = reader.extents(find(BUTTONS, "Routine Menu"))
    check(x + width <= wide, "the menu lies beside the window")
    program.screen.click(left + x + width / 2, top + y + height / 2)
    program.settle()
    program.screen.key("Down")
    program.screen.key("Up")
    for _ in range(number):
        program.screen.key("Down")
    program.screen.key("Return")
    program.settle()


def test_a_routine_goes_into_a_file_and_comes_back():
    begin()
    times(0b10101, 7 * 60 + 30)
    steps, name = program.state("routine-steps"), program.state("rename-routine")
    path = export()
    data = json.loads(path.read_text())
    equal((data["format"], data["version"]), ("unknot-routines", 1), "the head")
    (routine,) = data["routines"]
    equal((routine["name"], routine["days"], routine["reminder"], len(routine["steps"])),
          (name, ["monday", "wednesday", "friday"], "07:30", len(steps)), "the routine")
    check("Upper trapezius, right" in routine["steps"][0]["about"], "no words for people")
    program.action("import-routines", str(path))
    expect_notice("1 routine was brought in")
    check("Reminders are off" in program.state("routine-notice"), "nobody says that the reminder is off")
    equal(len(kept()), 2, "routines")
    equal(program.state("routine-steps"), steps, "steps")
    # A file doesn't switch a reminder on.
    equal(program.state("routine-times"), (0b10101, -1), "days and reminder")
    program.action("undo-import")
    wait_until(lambda: len(kept()) == 1, lambda: f"{kept()}")


def test_several_come_in_and_go_together():
    begin()
    path = export()
    data = json.loads(path.read_text())
    data["routines"] = [dict(data["routines"][0], name=name) for name in ("One", "Two", "Three")]
    path.write_text(json.dumps(data))
    program.action("import-routines", str(path))
    expect_notice("3 routines were brought in")
    equal(program.state("rename-routine"), "One", "the one that is open")
    equal(sorted(kept().values())[1:], ["One", "Three", "Two"], "routines")
    program.action("undo-import")
    wait_until(lambda: len(kept()) == 1, lambda: f"{kept()}")


def test_a_bad_file_is_refused_whole():
    begin()
    path = export()
    before = kept(), program.state("routine-steps")
    data = json.loads(path.read_text())
    bad = json.loads(path.read_text())["routines"][0]
    bad["steps"][-1]["seconds"] = 5000
    data["routines"].append(bad)
    path = session.folder / "bad.json"
    path.write_text(json.dumps(data, indent=1))
    program.action("import-routines", str(path))
    expect_notice("“seconds” has to be from")
    check(program.state("routine-notice").startswith("bad.json, line "), program.state("routine-notice"))
    wait_until(lambda: any("has to be from" in text for text in eyes().texts()), "the reason isn't shown")
    program.settle()
    program.picture("routine-refused")
    program.screen.key("Escape")
    program.settle()
    program.action("import-routines", str(session.folder / "nowhere.json"))
    expect_notice("nowhere.json")
    program.settle()
    program.screen.key("Escape")
    program.settle()
    equal((kept(), program.state("routine-steps")), before, "what was there")


def test_bad_commands_change_nothing():
    begin()
    before = kept(), program.state("routine-times"), program.state("routine-notice")
    for name, value in (("export-routine", "relative.json"), ("import-routines", "relative.json"),
                        ("print-routine", "relative.pdf")):
        program.action(name, value)
    program.action("save-routine-sheet", GLib.Variant("(ss)", ("a7", str(session.folder / "x.pdf"))))
    for days, reminder in ((128, -1), (0, 450), (1, 1440), (1, -2)):
        program.action("routine-times", GLib.Variant("(ui)", (days, reminder)))
    program.action("undo-import")
    time.sleep(0.2)
    equal((kept(), program.state("routine-times"), program.state("routine-notice")), before, "what was there")


def test_a_routine_goes_onto_paper():
    begin()
    for paper, size in (("a4", "595 x 842"), ("letter", "612 x 792")):
        path = session.folder / f"{paper}.pdf"
        program.action("save-routine-sheet", GLib.Variant("(ss)", (paper, str(path))))
        expect_notice(f"Written as {paper}.pdf")
        said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        check(size in said, said)
    path = session.folder / "printed.pdf"
    program.action("print-routine", str(path))
    expect_notice("Written as printed.pdf")
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    for word in (program.state("rename-routine"), "Upper trapezius, right", "does not diagnose"):
        check(word in text, f"{word} isn't printed: {text}")
    program.action("save-routine-sheet", GLib.Variant("(ss)", ("a4", "/nowhere/at/all.pdf")))
    expect_notice("/nowhere/at/all")


def test_days_and_reminder_are_set_in_the_dialog():
    begin()
    open_item(0)
    find("label", "Choose days, then a reminder can be switched on.")
    reader.press(find(BUTTONS, "Tuesday"))
    program.expect_state("routine-times", (2, -1))
    reader.press(find(BUTTONS, "Sunday"))
    program.expect_state("routine-times", (66, -1))
    reader.press(find(SWITCHES, "Remind me"))
    program.expect_state("routine-times", (66, 450))
    wait_until(lambda: any("only while Unknot is open" in text for text in eyes().texts()),
               "nobody says when the reminder comes")
    program.settle()
    program.picture("routine-times")
    program.screen.key("Escape")
    program.settle()
    # Changes that follow each other are one step back, as with a name.
    program.action("undo")
    program.expect_state("routine-times", (0, -1))


def test_a_reminder_comes_once_a_day():
    begin()
    times(ALL_DAYS, 7 * 60 + 30)
    number = the_id()
    with desktop.Notifications(session) as shown:
        check_at(MONDAY - 60)
        program.expect_state("next-reminder", MONDAY)
        time.sleep(0.3)
        equal(shown.shown, [], "before its time")
        check_at(MONDAY)
        wait_until(lambda: shown.shown, "no reminder came")
        equal(shown.shown[0]["title"], program.state("rename-routine"), "its title")
        check("about 16 minutes" in shown.shown[0]["body"], shown.shown[0]["body"])
        equal([label for label in shown.shown[0]["actions"] if label], ["Start", "Not Today"], "its buttons")
        program.expect_state("next-reminder", MONDAY + DAY)
        for later in (0, 60, 1700, 3600):
            check_at(MONDAY + later)
        # Nor after another time was set on the same day.
        program.action("routine-times", GLib.Variant("(ui)", (ALL_DAYS, 9 * 60)))
        check_at(MONDAY + 90 * 60)
        time.sleep(0.5)
        equal(len(shown.shown), 1, "reminders on one day")
        # The next day, but not where it was missed by an hour.
        times(ALL_DAYS, 7 * 60 + 30)
        check_at(MONDAY + DAY + 3600)
        time.sleep(0.3)
        equal(len(shown.shown), 1, "reminders after a miss")
        check_at(MONDAY + 2 * DAY + 600)
        wait_until(lambda: len(shown.shown) == 2, "none on the next day")
        # Not today: it is taken away, and doesn't come again.
        shown.press(shown.shown[1]["id"], shown.shown[1]["actions"]["Not Today"])
        wait_until(lambda: shown.closed, "it isn't taken away")
        check_at(MONDAY + 2 * DAY + 700)
        # Start: its session waits to begin. The notification itself: the routine opens.
        program.set("page", "")
        check_at(MONDAY + 3 * DAY)
        wait_until(lambda: len(shown.shown) == 3, "none on the day after")
        shown.press(shown.shown[2]["id"], shown.shown[2]["actions"]["Start"])
        program.expect_state("page", "session")
        equal(program.state("session")[0], "before", "the session")
        program.set("page", "")
        program.action("show-routine", GLib.Variant("x", number))
        program.expect_state("page", "routine")
        # Done already: none.
        ended = MONDAY + 4 * DAY - 3600
        path = session.folder / "home/data/unknot/unknot.db"
        with sqlite3.connect(path, timeout=10) as file:
            file.execute("INSERT INTO session (routine, name, began, ended, position, elapsed, note) VALUES (?, 'x', ?, ?, 0, 0, '')",
                         (number, ended - 600, ended))
        check_at(MONDAY + 4 * DAY)
        program.expect_state("next-reminder", MONDAY + 5 * DAY)
        time.sleep(0.3)
        equal(len(shown.shown), 3, "reminders though it was done")
        # None that wasn't asked for.
        times(ALL_DAYS, -1)
        program.expect_state("next-reminder", 0)
        check_at(MONDAY + 6 * DAY)
        time.sleep(0.3)
        equal(len(shown.shown), 3, "reminders that nobody asked for")
    with sqlite3.connect(path, timeout=10) as file:
        file.execute("DELETE FROM session")


def test_outside_the_sandbox_nobody_is_asked():
    begin()
    with desktop.Background(session) as portal:
        times(1, 450)
        time.sleep(0.3)
        equal(portal.asked, [], "requests")
        times(0, -1)
    autostart = session.folder / "home/config/autostart"
    check(not autostart.exists(), "something was written")


def test_in_the_sandbox_the_portal_is_asked_and_the_program_stays():
    # The other program goes on; this one has a home and a bus of its own.
    with harness.Session() as other, desktop.Background(other) as portal, desktop.Notifications(other) as shown:
        running = Program(other, {"UNKNOT_SANDBOX": "1"})
        running.__enter__()
        try:
            begin(running)
            equal(portal.asked, [], "requests before a reminder")
            times(ALL_DAYS, 450, running)
            wait_until(lambda: portal.asked, "the portal isn't asked")
            equal((portal.asked[0]["autostart"], portal.asked[0]["commandline"]), (True, ["unknot", "--background"]), "request")
            running.expect_state("background", True)
            times(1, 450, running)
            equal(len(portal.asked), 1, "requests")
            # The window goes, the program stays and reminds.
            running.screen.tool("windowactivate", "--sync", running.window)
            running.screen.tool("key", "--clearmodifiers", "alt+F4")
            wait_until(lambda: not running.screen.find_windows(running.process.pid), "the window stays")
            time.sleep(0.5)
            check(running.process.poll() is None, f"the program ended: {running.said()}")
            check_at(MONDAY, running)
            wait_until(lambda: shown.shown, "no reminder came without a window")
            shown.press(shown.shown[0]["id"], shown.shown[0]["actions"]["Start"])
            running.window = wait_until(lambda: (running.screen.find_windows(running.process.pid) or [None])[-1],
                                        "the window doesn't come back", 20)
            running.expect_state("page", "session")
            running.settle()
            # The last reminder goes: the portal is told, and the program ends with its window.
            times(1, -1, running)
            wait_until(lambda: len(portal.asked) == 2, "the portal isn't told")
            equal(portal.asked[1]["autostart"], False, "autostart")
            times(1, 450, running)
            running.expect_state("background", True)
            wait_until(lambda: len(portal.asked) == 3, "the portal isn't asked again")
            running.action("quit")
            wait_until(lambda: not running.screen.find_windows(running.process.pid), "the window stays")
            running.process.terminate()
            running.process.wait(10)
            check(not harness.COMPLAINT.search(running.said()), running.said())
            start_in_background(other, shown)
        finally:
            if running.process.poll() is None:
                running.kill()


def start_in_background(other, shown):
    """With the session, as the portal does it: no window, but reminders."""
    log = other.folder / "background.log"
    env = dict(other.env, G_DEBUG="fatal-warnings", UNKNOT_SANDBOX="1")
    with open(log, "wb") as out:
        process = subprocess.Popen([os.environ["UNKNOT_BIN"], "--background"], env=env, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=out)
    running = Program(other)
    running.process = process
    running.bus = harness.Gio.DBusConnection.new_for_address_sync(
        env["DBUS_SESSION_BUS_ADDRESS"], harness.Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
        harness.Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def is_ready():
        try:
            return running.state("next-reminder")
        except GLib.Error:
            return False
    try:
        wait_until(is_ready, lambda: f"it isn't there ({process.poll()}): {log.read_text()}", 20)
        check(not running.screen.find_windows(process.pid), "it has a window")
        before = len(shown.shown)
        check_at(MONDAY + 7 * DAY, running)
        wait_until(lambda: len(shown.shown) == before + 1, "no reminder came")
        # A second one goes at once and shows nothing.
        done = subprocess.run([os.environ["UNKNOT_BIN"], "--background"], env=env, capture_output=True, timeout=60, check=False)
        equal((done.returncode, done.stdout), (0, b""), "the second one")
        check(not running.screen.find_windows(process.pid), "the second one opened a window")
    finally:
        process.terminate()
        process.wait(10)
    check(not harness.COMPLAINT.search(log.read_text()), log.read_text())


def test_where_the_portal_refuses_the_program_ends_with_its_window():
    with harness.Session() as other, desktop.Background(other, allows=False) as portal:
        with Program(other, {"UNKNOT_SANDBOX": "1"}) as running:
            begin(running)
            times(ALL_DAYS, 450, running)
            wait_until(lambda: portal.asked, "the portal isn't asked")
            time.sleep(0.3)
            equal(running.state("background"), False, "background")


def test_without_a_portal_the_sandbox_does_no_harm():
    with harness.Session() as other, Program(other, {"UNKNOT_SANDBOX": "1"}) as running:
        begin(running)
        times(ALL_DAYS, 450, running)
        time.sleep(0.5)
        equal(running.state("background"), False, "background")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
