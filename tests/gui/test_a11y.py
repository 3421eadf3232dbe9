"""What a screen reader sees and can do.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

from gi.repository import GLib

import harness
import reader
from harness import places
from reader import Reader, press
from tap import check, equal, wait_until

program = None
session = None
_reader = None
# GTK's names of roles changed between releases.
BUTTONS = ("push button", "toggle button", "button")
BODY = ("panel", "grouping", "group", "image", "img")


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = Reader(session, program.process.pid)
    return _reader


def body():
    return eyes().find(BODY, "Body")


def muscles_of_body():
    return eyes().find_all(BUTTONS, root=body())


def test_the_body_has_a_role_and_a_name():
    program.reset()
    thing = body()
    check(reader.is_visible(thing), "the body is not visible to the screen reader")
    check(len(muscles_of_body()) >= 40, f"only {len(muscles_of_body())} muscles in the body")


def test_every_muscle_has_a_name_a_side_and_an_action():
    program.reset()
    wrong = []
    for thing in muscles_of_body():
        name = thing.get_name() or ""
        if not name.endswith((", right", ", left")) or not reader.actions(thing):
            wrong.append(f"{thing.get_role_name()} {name!r} {reader.actions(thing)}")
    check(not wrong, f"{len(wrong)}: " + "; ".join(wrong[:8]))


def test_names_are_unique():
    program.reset()
    names = [thing.get_name() for thing in muscles_of_body()]
    twice = sorted({name for name in names if names.count(name) > 1})
    check(not twice, f"named twice: {twice[:8]}")


def test_pressing_a_muscle_chooses_it():
    program.reset()
    for side in ("right", "left"):
        for place in [p for p in places("front", "1", side) if p["known"]][:5]:
            thing = eyes().find(BUTTONS, f"{place['name']}, {side}", root=body())
            press(thing)
            program.expect_state("muscle", f"{place['id']}:{side}")
            wait_until(lambda thing=thing: reader.is_checked(thing),
                       f"{place['name']}, {side} is chosen and not told as pressed", 4)
            program.set("muscle", "")


def test_muscles_lie_where_they_are_drawn():
    program.reset()
    left, top, _, _ = program.screen.geometry(program.window)
    wrong = []
    for place in [p for p in places("front", "1") if p["known"]][:12]:
        thing = eyes().find(BUTTONS, f"{place['name']}, right", root=body())
        x, y, width, height = reader.extents(thing)
        px, py = program.to_screen(place["x"], place["y"])
        # The toolkit may count from inside of the frame around the window.
        if not (x - 8 <= px - left <= x + width + 8 and y - 8 <= py - top <= y + height + 8):
            wrong.append(f"{place['id']} at {px - left:.0f},{py - top:.0f}, told as {x},{y} {width}x{height}")
    check(not wrong, "; ".join(wrong))


def test_the_panel_reads_a_muscle_with_its_headings():
    program.reset()
    # One that has all parts, cautions too.
    program.set("muscle", "scm-sternal:right")

    def texts():
        return " | ".join(eyes().texts())
    for heading in ("Sternocleidomastoid", "Compression", "Cross-fiber friction", "Stretch", "Tools", "Cautions", "Sources"):
        wait_until(lambda heading=heading: heading.lower() in texts().lower(),
                   lambda heading=heading: f"{heading!r} is not read in: {texts()[:1500]}", 6)


def test_headings_are_headings():
    program.reset()
    program.set("muscle", "infraspinatus:right")
    wait_until(lambda: [t for t in eyes().find_all("heading", visible=True)], "nothing in the panel is a heading", 5)


def test_points_are_buttons_that_choose():
    program.reset()
    program.set("muscle", "infraspinatus:right")
    found = wait_until(
        lambda: [t for t in eyes().find_all(BUTTONS + ("radio button",), visible=True)
                 if "point" in (t.get_name() or "").lower() and "1" in t.get_name()],
        "no button for the first trigger point", 5)
    press(found[0])
    program.expect_state("point", "infraspinatus.1")


def test_the_search_entry_is_found():
    program.reset()
    program.action("search", "headache")
    entry = eyes().find(("entry", "text", "search box"), seconds=6)
    wait_until(lambda: "headache" in reader.text_of(entry), "the entry does not hold what was searched for", 5)
    program.action("search", "")


def pages():
    """Goes from page to page, and says which one is shown."""
    for mode in ("explore", "pain"):
        program.reset()
        program.set("mode", mode)
        yield mode
    program.action("mark", "front-of-shoulder:left")
    wait_until(lambda: program.state("places"), "nothing is marked")
    yield "a marked place"
    program.action("journal-add", GLib.Variant("(is)", (6, "")))
    wait_until(lambda: program.state("journal-entries"), "no entry")
    for page in ("clues", "journal", "today", "routines"):
        program.set("page", page)
        yield page
    program.action("routine-from", "neck-shoulder")
    program.expect_state("page", "routine")
    yield "a routine"
    program.action("undo")
    program.action("journal-undo")
    program.reset()


def test_nothing_to_press_is_without_a_name():
    for page in pages():
        program.settle()
        things = eyes().find_all(BUTTONS, visible=True)
        wrong = [f"{t.get_role_name()} in {(t.get_parent().get_name() or t.get_parent().get_role_name())!r}"
                 for t in things if not is_name(t.get_name()) and not named_inside(t)]
        check(not wrong, f"{page}: {wrong[:8]}")
        # The mark under a letter is for the eye.
        wrong = [name for t in things for name in [t.get_name() or ""] if "_" in name]
        check(not wrong, f"{page}, with an underline: {wrong[:8]}")


def test_the_views_that_show_the_pattern_say_so():
    program.reset()
    front = eyes().find(BUTTONS, "Front")
    equal(front.get_description(), "", "what is said of a view while nothing is chosen")
    program.set("muscle", "infraspinatus:right")
    wait_until(lambda: "pattern shows here" in front.get_description(),
               lambda: f"the front shows the pattern and says {front.get_description()!r}", 5)
    program.set("muscle", "piriformis:right")
    wait_until(lambda: front.get_description() == "",
               lambda: f"the front shows nothing of this pattern and says {front.get_description()!r}", 5)


def named_inside(thing):
    """A button made of a label has its label's name."""
    return any(is_name(child.get_name()) for child, depth in eyes().walk(thing) if depth)


def is_name(name):
    """The toolkit calls what has no name after its class, which tells nobody anything."""
    return bool((name or "").strip()) and not name.startswith(("Gtk", "Adw"))


def test_the_pain_mode_names_areas():
    program.reset()
    program.set("mode", "pain")
    thing = eyes().find(BUTTONS, lambda name: name.startswith("Front of the shoulder") and name.endswith("right"),
                        root=body(), seconds=6)
    press(thing)
    wait_until(lambda: program.state("marks"), "pressing an area marks nothing", 5)
    equal(program.state("mode"), "pain", "mode")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
