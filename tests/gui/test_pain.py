"""Click where it hurts: a real click in the pain mode, and the muscles that anyone who knows the field expects.

tests/data/expected-matches.json says what is expected, by anatomy and not by what came out.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import sys
import time

import harness
import reader
import screen as screens
from harness import to_side, view_of
from tap import check, equal, wait_until

program = None
session = None
TABLE = pathlib.Path(__file__).resolve().parent.parent / "data" / "expected-matches.json"


def begin(view="front"):
    program.reset()
    program.set("mode", "pain")
    program.set("view", view)
    program.expect_viewport_rests()


def middle_of(view, area, side="right"):
    there = next(a for a in view_of(view)["areas"] if a["id"] == area)
    return to_side(view, side, there["x"]), there["y"]


def mark(view, area, side="right"):
    """Clicks on the middle of an area, and waits for the answer."""
    before = program.state("marks")
    program.click_at(*middle_of(view, area, side))
    wait_until(lambda: program.state("marks") != before, f"the click on {area} marked nothing")


def expect_matches(place):
    begin(place["view"])
    if "x" in place:
        program.click_at(place["x"], place["y"])
    else:
        mark(place["view"], place["area"], place["side"])
    wait_until(lambda: program.state("matches"), "no muscle was named")
    time.sleep(0.2)
    found = program.state("matches")[:3]
    check(len(found) >= place.get("named", 3), f"only {found} are named")
    expected = [f"{muscle}:{place['side']}" for muscle in place["expected"]]
    also = [f"{muscle}:{place['side']}" for muscle in place.get("also", [])]
    for subject in found:
        check(subject in expected + also, f"{subject} is named among the first three {found}; "
              f"expected are {expected}" + (f", possible are {also}" if also else ""))
    check(found[0] in expected, f"{found[0]} is named first; expected is one of {expected}")
    check(sum(subject in expected for subject in found) >= min(2, len(expected)),
          f"of {expected} too few are among {found}")


def add_places():
    """One test a row of the table."""
    for place in json.loads(TABLE.read_text(encoding="utf-8"))["places"]:
        name = f"test_pain_at_the_{place['area'].replace('-', '_')}_{place['side']}_in_{place['view']}"
        globals()[name] = lambda place=place: expect_matches(place)


add_places()


def test_undo_and_redo_of_marks():
    begin()
    mark("front", "front-of-shoulder")
    one = program.state("marks")
    mark("front", "front-of-shoulder", "left")
    two = program.state("marks")
    equal((len(one), len(two)), (1, 2), "marks")
    program.action("undo")
    program.expect_state("marks", one)
    program.action("redo")
    program.expect_state("marks", two)
    program.action("clear-marks")
    program.expect_state("marks", [])
    equal(program.state("matches"), [], "matches of nothing")
    program.action("undo")
    program.expect_state("marks", two)


def test_a_stroke_of_the_brush_is_one_mark():
    begin()
    x, y = middle_of("front", "front-of-shoulder")
    x0, y0 = program.to_screen(x, y - 30)
    x1, y1 = program.to_screen(x, y + 30)
    before = program.viewport()
    program.screen.drag(x0, y0, x1, y1)
    wait_until(lambda: len(program.state("marks")) == 1, lambda: f"marks: {program.state('marks')}")
    equal(program.viewport(), before, "the picture stays where it is")
    wait_until(lambda: program.state("matches"), "no muscle was named")


def test_a_click_off_the_body_marks_nothing():
    begin()
    program.click_at(40, 1600)
    time.sleep(0.4)
    equal(program.state("marks"), [], "marks")


def test_both_sides_are_told_apart():
    begin()
    mark("front", "temple", "left")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    check(all(subject.endswith(":left") for subject in program.state("matches")[:3]), f"{program.state('matches')}")


def test_pointing_at_a_muscle_of_the_list_shows_its_pattern():
    begin()
    mark("front", "front-of-shoulder")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    eyes = reader.Reader(session, program.process.pid)
    row = eyes.find(name=lambda name: name.lower().startswith("infraspinatus, right"), seconds=6)
    left, top, width, height = program.screen.geometry(program.window)
    x, y, w, h = reader.extents(row)
    check(x > 0 and 0 <= y < height, f"the row of infraspinatus is told to be at {x},{y} {w}x{h}")
    # Off the body, so that the brush is not drawn either.
    program.screen.move(left + width - 3, top + 3)
    program.settle()
    # The left half of the window: the body, not the list.
    body = (left, top, width // 2, height)
    before = program.screen.picture(body)
    program.screen.move(left + x + min(w, 60) / 2, top + y + h / 2 + 5)
    program.screen.move(left + x + min(w, 60) / 2 + 2, top + y + h / 2 + 6)
    wait_until(lambda: not screens.is_same(before, program.screen.picture(body)), "nothing is shown on the body", 5)
    screens.keep(program.screen.picture(), "pain-preview")
    program.screen.move(left + width - 3, top + 3)
    wait_until(lambda: screens.is_same(before, program.screen.picture(body)), "the pattern stays", 5)


def test_a_named_area_by_action():
    begin()
    program.action("mark", "front-of-shoulder:left")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    check(program.state("matches")[0].endswith(":left"), f"{program.state('matches')}")
    equal(len(program.state("marks")), 1, "marks")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
