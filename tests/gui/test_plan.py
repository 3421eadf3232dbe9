"""From the mark to the routine: places, clues, warning signs, picks; by pointer, by keys and by screen reader.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import time

from gi.repository import GLib

import harness
import reader
import screen as screens
from harness import Program, view_of
from tap import check, equal, wait_until

program = None
session = None
_reader = None
SWITCHES = ("toggle button", "switch", "check box")
BUTTONS = ("push button", "toggle button", "button")


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def begin():
    program.reset()
    program.set("mode", "pain")


def mark(text, places=1):
    program.action("mark", text)
    wait_until(lambda: len(program.state("places")) == places, lambda: f"places: {program.state('places')}")
    wait_until(lambda: program.state("matches"), "no muscle was named")


def answer(about, name, said):
    program.action("answer", GLib.Variant("(sss)", (about, name, said)))
    wait_until(lambda: (f"{about}:{name}={said}" in program.state("answers")) == (said != "none"),
               lambda: f"answers: {program.state('answers')}")


def read():
    return " | ".join(eyes().texts())


def expect_read(words, there=True, seconds=6):
    wait_until(lambda: (words.lower() in read().lower()) == there,
               lambda: f"{words!r} is {'not ' if there else ''}read in: {read()[:2500]}", seconds)


def is_shown(thing):
    """Whether it has a size; what has just been replaced has none."""
    try:
        return reader.extents(thing)[2] > 0
    except GLib.Error:
        return False


def rule_out():
    """Answers all warning signs with no, as the button does."""
    # Other pages that are not shown may ask as well.
    shown = wait_until(lambda: [b for b in eyes().find_all(BUTTONS, "None of These Fits") if is_shown(b)],
                       "nothing asks about warning signs", 6)
    reader.press(shown[0])


def test_a_place_is_rated():
    begin()
    mark("front-of-shoulder:right")
    name, kind, intensity = program.state("places")[0]
    equal((kind, intensity), ("ache", 5), "a new place")
    check("shoulder" in name.lower() and "right" in name, f"the place is called {name!r}")
    program.action("rate-place", GLib.Variant("(usi)", (0, "burning", 8)))
    wait_until(lambda: program.state("places")[0][1:] == ("burning", 8), lambda: f"{program.state('places')}")
    program.action("undo")
    wait_until(lambda: program.state("places")[0][1:] == ("ache", 5), "rating can't be undone")


def test_bad_ratings_are_refused():
    begin()
    mark("front-of-shoulder:right")
    before = program.state("places")
    for bad in ((7, "ache", 5), (0, "itch", 5), (0, "ache", 11), (0, "ache", -1)):
        program.action("rate-place", GLib.Variant("(usi)", bad))
    program.action("answer", GLib.Variant("(sss)", ("clue", "nonsense", "yes")))
    program.action("answer", GLib.Variant("(sss)", ("red-flag", "heart", "perhaps")))
    program.action("brush", GLib.Variant("d", -4.0))
    program.action("tool", "sponge")
    program.action("page", "nowhere")
    program.action("pick", "nobody:right")
    time.sleep(0.3)
    equal(program.state("places"), before, "places")
    equal((program.state("answers"), program.state("picked"), program.state("page")), ([], [], ""), "after bad commands")
    equal((program.state("tool"), program.state("brush")), ("brush", 12.0), "the tool")


def test_the_eraser_takes_a_mark_away():
    begin()
    area = next(a for a in view_of("front")["areas"] if a["id"] == "front-of-shoulder")
    program.click_at(area["x"], area["y"])
    wait_until(lambda: len(program.state("places")) == 1, "the click marked nothing")
    program.set("tool", "eraser")
    program.action("brush", GLib.Variant("d", 40.0))
    x, y = program.to_screen(area["x"], area["y"])
    program.screen.drag(x, y, x + 6, y + 6)
    wait_until(lambda: program.state("places") == [], lambda: f"places: {program.state('places')}")
    program.action("undo")
    wait_until(lambda: len(program.state("places")) == 1, "erasing can't be undone")
    program.set("tool", "brush")


def test_a_mark_is_carried_into_the_other_views():
    begin()
    program.set("view", "side")
    program.expect_viewport_rests()
    area = next(a for a in view_of("side")["areas"] if a["id"] == "side-of-shoulder")
    program.click_at(area["x"], area["y"])
    wait_until(lambda: len(program.state("places")) == 1, "the click marked nothing")
    program.set("view", "front")
    program.expect_viewport_rests()
    program.settle()
    marked = program.picture("plan-carried")
    program.action("clear-marks")
    program.settle()
    check(not screens.is_same(marked, program.picture()), "the mark of the side view can't be seen in front")


def test_muscles_that_explain_two_places_say_so():
    begin()
    mark("front-of-shoulder:right")
    mark("radial-forearm:right", 2)
    expect_read("explains both")


def test_clues_are_said_on_one_screen():
    begin()
    mark("low-thoracic-back:right")
    row = eyes().find(name="Clues", seconds=6)
    check(row is not None, "no row for the clues")
    program.set("page", "clues")
    box = eyes().find(SWITCHES, "Sitting for long", seconds=6)
    reader.press(box)
    wait_until(lambda: "clue:sitting=yes" in program.state("answers"), lambda: f"{program.state('answers')}")
    screens.keep(program.screen.picture(), "plan-clues")
    program.screen.tool("windowfocus", "--sync", program.window)
    program.screen.key("Escape")
    program.expect_state("page", "")
    expect_read("1 clue")


def test_a_warning_sign_stands_in_front_of_everything():
    begin()
    mark("mid-chest:left")
    answer("red-flag", "heart", "yes")
    expect_read("Call emergency services now")
    screens.keep(program.screen.picture(), "plan-emergency")
    program.set("muscle", "pectoralis-major-sternal:left")
    expect_read("Call emergency services now")
    expect_read("Cross-fiber friction", there=False)
    program.set("muscle", "")


def test_warning_signs_are_ruled_out_before_advice():
    begin()
    mark("front-of-shoulder:right")
    program.set("muscle", "infraspinatus:right")
    expect_read("When to stop", there=False)
    rule_out()
    expect_read("When to stop")
    check(all(text.endswith("=no") for text in program.state("answers")), f"{program.state('answers')}")


def test_a_contraindication_is_kept_and_applied():
    begin()
    answer("contraindication", "anticoagulants", "yes")
    program.set("mode", "explore")
    program.set("muscle", "infraspinatus:right")
    expect_read("Ask your doctor first")
    expect_read("Cross-fiber friction", there=False)
    answer("contraindication", "anticoagulants", "cleared")
    expect_read("Cross-fiber friction")


def test_picked_muscles_become_a_routine_with_one_press():
    begin()
    mark("front-of-shoulder:right")
    box = eyes().find(BUTTONS, lambda name: "Put Infraspinatus, right" in name, seconds=6)
    reader.press(box)
    program.expect_state("picked", ["infraspinatus:right"])
    reader.press(eyes().find(BUTTONS, lambda name: name.startswith("Make a") and name.endswith("outine"), seconds=6))
    program.expect_state("page", "routine")
    steps = program.state("routine")
    check(steps and all(step.startswith("infraspinatus:right:") for step in steps), f"{steps}")
    equal(program.state("picked"), [], "picked afterwards")
    rule_out()
    expect_read("Compression")
    screens.keep(program.screen.picture(), "plan-routine")
    program.action("delete-routine")
    program.expect_state("page", "routines")
    expect_read("was deleted")
    program.action("keep-routine")
    program.expect_state("page", "routine")
    equal(program.state("routine"), steps, "the routine that was brought back")


def tab_to(wanted):
    eyes().tab_to(program.screen, wanted)


def test_the_whole_path_by_keyboard():
    begin()
    program.screen.tool("windowfocus", "--sync", program.window)
    program.set("mode", "explore")
    program.screen.key("ctrl+p")
    program.expect_state("mode", "pain")
    tab_to(lambda name: name == "Top of the head" or name.endswith((", right", ", left")))
    program.screen.key("Return")
    wait_until(lambda: program.state("places"), "Enter marks nothing")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    time.sleep(0.4)
    tab_to(lambda name: name.startswith("Put "))
    program.screen.key("space")
    wait_until(lambda: program.state("picked"), "space picks nothing")
    tab_to(lambda name: name.startswith("Make a"))
    program.screen.key("Return")
    program.expect_state("page", "routine")
    check(program.state("routine"), "the routine has no steps")
    program.screen.key("Escape")
    program.expect_state("page", "")


def test_what_was_made_is_there_after_a_restart():
    begin()
    mark("front-of-shoulder:right")
    mark("temple:left", 2)
    program.action("rate-place", GLib.Variant("(usi)", (1, "sharp", 7)))
    answer("clue", "sitting", "yes")
    places = program.state("places")
    program.close()
    with Program(session) as again:
        wait_until(lambda: again.state("places") == places, lambda: f"{again.state('places')} instead of {places}")
        check("clue:sitting=yes" in again.state("answers"), f"{again.state('answers')}")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
