"""Study mode: shelves, steps, zones of all, comparison, names, who refers here, notes and stars; by pointer, keys and
screen reader.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys
import tempfile
import time

from gi.repository import GLib

import harness
import catalog  # the harness has made it known
import reader
import screen as screens
from harness import Program, view_of
from session import Session
from tap import check, equal, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
ROWS = ("list item", "list box row", "table row", "row")


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def begin():
    program.set("compare", "")
    program.set("region-zones", "")
    for flag in ("labels", "isolate", "pick-area"):
        if program.state(flag):
            program.action(flag)
    for muscle in program.state("favorites"):
        program.action("favorite", muscle)
    for muscle in program.state("notes"):
        program.action("note", GLib.Variant("(ss)", (muscle, "")))
    program.reset()
    program.set("shelf", "group")
    program.set("mode", "study")
    program.screen.tool("windowfocus", "--sync", program.window)
    program.settle()


def read():
    return " | ".join(eyes().texts())


def expect_read(words, seconds=6):
    wait_until(lambda: words.lower() in read().lower(), lambda: f"{words!r} is not read in: {read()[:2000]}", seconds)


def is_shown(thing):
    try:
        return reader.extents(thing)[2] > 0
    except GLib.Error:
        return False


def press(name):
    found = wait_until(lambda: [b for b in eyes().find_all(BUTTONS, name) if is_shown(b)], f"no button {name!r}", 6)
    reader.press(found[0])


def focused_name():
    return eyes().name_of_focused()


def test_ctrl_t_studies():
    program.reset()
    program.screen.tool("windowfocus", "--sync", program.window)
    program.screen.key("ctrl+t")
    program.expect_state("mode", "study")


def test_the_shelves_are_buttons_and_their_sections_are_read():
    begin()
    for name, shelf, word in (("Region", "region", "Head and face"), ("Nerve", "nerve", "Radial nerve"),
                              ("Group", "group", "Pelvic floor")):
        press(name)
        program.expect_state("shelf", shelf)
        wait_until(lambda w=word: eyes().find_all(None, w), f"no row {word!r} for the screen reader", 6)


def test_a_section_lists_its_muscles_and_leads_back():
    begin()
    program.set("shelf", "nerve/radial")
    for name in ("Radial nerve", "Anconeus", "Brachioradialis"):
        wait_until(lambda n=name: eyes().find_all(None, n), f"no {name!r} in the list", 6)
    press("Back to the List")
    program.expect_state("shelf", "nerve")


def test_unknown_lists_are_refused():
    begin()
    for action, value in (("shelf", "group/nowhere"), ("shelf", "cupboard"), ("region-zones", "nowhere"),
                          ("refers-here", "nowhere"), ("favorite", "nobody"), ("compare", "nobody")):
        program.action(action, value)
    program.action("note", GLib.Variant("(ss)", ("nobody", "x")))
    time.sleep(0.3)
    equal((program.state("shelf"), program.state("region-zones"), program.state("refers-here"), program.state("favorites"),
           program.state("compare"), program.state("notes")), ("group", "", "", [], "", {}), "after bad commands")


def test_arrows_on_the_body_step_through_the_list():
    begin()
    program.set("shelf", "nerve/axillary")
    names = []
    eyes().tab_to(program.screen, lambda name: name.endswith((", right", ", left")), 40)
    for key in ("Right", "Right", "Down"):
        before = program.state("muscle")
        program.screen.key(key)
        wait_until(lambda b=before: program.state("muscle") != b, f"{key} goes nowhere from {before}", 5)
        names.append(program.state("muscle"))
        program.expect_viewport_rests()
    equal(len(set(names)), 3, f"muscles stepped to in {names}")
    program.screen.key("Left")
    program.expect_state("muscle", names[1])


def test_alt_and_arrows_step_from_anywhere_in_study_mode_only():
    begin()
    program.set("shelf", "nerve/radial")
    program.screen.key("alt+Right")
    first = wait_until(lambda: program.state("muscle"), "Alt+Right goes nowhere", 5)
    program.screen.key("alt+Right")
    wait_until(lambda: program.state("muscle") not in ("", first), "the second step goes nowhere", 5)
    program.screen.key("alt+Left")
    program.expect_state("muscle", first)
    program.set("mode", "explore")
    program.screen.key("alt+Right")
    time.sleep(0.3)
    equal(program.state("muscle"), "", "the muscle after Alt+Right in explore mode")


def test_rows_show_their_muscle_while_the_keyboard_is_there():
    begin()
    program.set("shelf", "group/shoulder")
    wait_until(lambda: eyes().find_all(None, "Infraspinatus"), "no row for the infraspinatus", 6)
    program.settle()
    plain = program.picture()
    row = next(r for r in eyes().find_all(None, "Infraspinatus") if is_shown(r))
    reader.expect_true_places()
    x, y, width, height = reader.extents(row)
    left, top, _, _ = program.screen.geometry(program.window)
    program.screen.move(left + x + width / 2 - 3, top + y + height / 2)
    program.screen.move(left + x + width / 2, top + y + height / 2)
    program.settle()
    check(not screens.is_same(plain, program.picture("shelves-preview")), "pointing at a row shows nothing")
    program.screen.click()
    wait_until(lambda: program.state("muscle").startswith("infraspinatus:"), "the row chooses nothing", 5)


def test_all_zones_of_a_list_are_shown_at_once():
    begin()
    program.set("shelf", "group/shoulder")
    program.settle()
    plain = program.picture()
    press("All Zones")
    program.expect_state("region-zones", "group/shoulder")
    program.settle()
    check(not screens.is_same(plain, program.picture("shelves-zones")), "the zones can't be seen")
    press("All Zones")
    program.expect_state("region-zones", "")


def test_two_muscles_are_compared():
    begin()
    program.set("muscle", "infraspinatus:right")
    press("Compare With Another Muscle")
    program.expect_state("page", "compare")
    expect_read("Muscles With a Pattern Like It")
    program.set("compare", "supraspinatus")
    for words in ("Infraspinatus and Supraspinatus", "Both", "Only Infraspinatus", "Only Supraspinatus", "is common"):
        expect_read(words)
    program.settle()
    screens.keep(program.screen.picture(), "shelves-compare")
    press("Done")
    program.expect_state("page", "")
    program.expect_state("compare", "")


def test_another_muscle_ends_the_comparison():
    begin()
    program.set("muscle", "infraspinatus:right")
    program.set("compare", "supraspinatus")
    program.set("muscle", "soleus:right")
    program.expect_state("compare", "")
    program.expect_state("page", "")


def test_a_muscle_is_not_compared_with_itself():
    begin()
    program.set("muscle", "infraspinatus:right")
    program.action("compare", "infraspinatus")
    time.sleep(0.2)
    equal(program.state("compare"), "", "compared")


def test_names_and_ghosts_are_seen():
    begin()
    plain = program.picture()
    press("Names")
    program.expect_state("labels", True)
    program.settle()
    check(not screens.is_same(plain, program.picture("shelves-names")), "no names are seen")
    press("Names")
    program.set("muscle", "pectoralis-major-sternal:right")
    program.settle()
    veiled = program.picture()
    press("Isolate the Muscle")
    program.expect_state("isolate", True)
    program.settle()
    check(not screens.is_same(veiled, program.picture("shelves-isolated")), "the rest is no ghost")


def test_a_click_asks_who_refers_there():
    begin()
    press("Ask Which Muscles Refer to a Place")
    program.expect_state("pick-area", True)
    area = next(a for a in view_of("front")["areas"] if a["id"] == "front-of-shoulder")
    program.click_at(area["x"], area["y"])
    program.expect_state("refers-here", "front-of-shoulder")
    equal(program.state("places"), [], "places marked by asking")
    expect_read("Muscles That Send Pain Here")
    expect_read("As an Essential Zone")
    expect_read("As a Spillover Zone")
    wait_until(lambda: eyes().find_all(None, "Infraspinatus"), "the infraspinatus isn't listed", 6)
    screens.keep(program.screen.picture(), "shelves-refers")
    program.action("refers-here", "")
    program.expect_state("shelf", "region")


def test_asking_by_keyboard_walks_by_areas():
    begin()
    program.action("pick-area")
    program.expect_state("pick-area", True)
    wait_until(lambda: eyes().find_all(None, "Front of the shoulder, right"), "the areas can't be reached", 6)


def test_a_star_makes_a_favorite_in_every_mode():
    begin()
    program.set("mode", "explore")
    program.set("muscle", "soleus:right")
    press("Favorite")
    program.expect_state("favorites", ["soleus"])
    program.set("muscle", "")
    program.set("mode", "study")
    program.set("shelf", "favorites")
    wait_until(lambda: eyes().find_all(None, "Soleus"), "the favorite isn't listed", 6)
    program.action("undo-note")
    program.expect_state("favorites", [])
    expect_read("Press the star")


def test_a_note_is_kept_as_it_is_typed_and_found():
    begin()
    program.action("mark", "front-of-shoulder:right")
    wait_until(lambda: program.state("marks"), "nothing was marked")
    program.set("mode", "explore")
    program.set("muscle", "soleus:right")
    press("My Note")
    time.sleep(0.5)
    program.screen.type("after trombone 0 + lessons")
    wait_until(lambda: program.state("notes").get("soleus") == "after trombone 0 + lessons",
               lambda: f"notes: {program.state('notes')}", 8)
    program.screen.key("ctrl+z")
    wait_until(lambda: program.state("notes").get("soleus") != "after trombone 0 + lessons",
               "Ctrl+Z in the note takes nothing back", 5)
    check(program.state("marks"), "Ctrl+Z in the note took back a mark")
    program.action("note", GLib.Variant("(ss)", ("soleus", "after trombone lessons")))
    program.action("search", "trombone")
    wait_until(lambda: eyes().find_all(None, "Soleus"), "the note isn't found", 6)
    program.action("search", "")


def test_a_note_outlives_the_program():
    with Session() as own:
        with Program(own) as running:
            running.action("note", GLib.Variant("(ss)", ("soleus", "kept")))
            running.action("favorite", "gracilis")
            running.expect_state("favorites", ["gracilis"])
        with Program(own) as again:
            wait_until(lambda: again.state("notes") == {"soleus": "kept"}, lambda: f"{again.state('notes')}", 8)
            equal(again.state("favorites"), ["gracilis"], "favorites")


def test_right_to_left_the_left_arrow_goes_on():
    with tempfile.TemporaryDirectory(prefix="unknot-") as folder:
        arabic = catalog.make(pathlib.Path(folder), "ar", {"Muscles": "العضلات", "Names": "الأسماء"})
        with Session() as own, Program(own, arabic) as mirrored:
            mirrored.set("mode", "study")
            mirrored.set("shelf", "nerve/radial")
            mirrored.screen.tool("windowfocus", "--sync", mirrored.window)
            mirrored.screen.key("alt+Left")
            first = wait_until(lambda: mirrored.state("muscle"), "Alt+Left goes nowhere", 5)
            mirrored.screen.key("alt+Left")
            wait_until(lambda: mirrored.state("muscle") not in ("", first), "the second step goes nowhere", 5)
            mirrored.screen.key("alt+Right")
            mirrored.expect_state("muscle", first)
            mirrored.action("muscle", "")
            mirrored.action("labels")
            mirrored.settle()
            mirrored.picture("shelves-rtl")


def test_a_narrow_window_holds_it_all():
    begin()
    program.action("labels")
    program.set("shelf", "group/shoulder")
    program.screen.tool("windowsize", "--sync", program.window, "360", "720")
    program.settle()
    width = program.screen.geometry(program.window)[2]
    program.picture("shelves-narrow")
    program.screen.tool("windowsize", "--sync", program.window, "1120", "780")
    program.settle()
    check(width <= 362, f"the window can't be made narrower than {width}")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
