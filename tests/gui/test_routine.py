"""Routines: made from nothing, from a condition and from picked muscles; put in order, changed, fitted, taken back, kept.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import time

from gi.repository import GLib

import harness
import reader
import screen as screens
from harness import Program
from tap import check, equal, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
CONDITION = "neck-shoulder"


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def uint(*numbers):
    return GLib.Variant("(" + "u" * len(numbers) + ")", numbers) if len(numbers) > 1 else GLib.Variant("u", numbers[0])


def steps(running=None):
    """[(muscle, side, kind, variant, tool, seconds, repetitions)]"""
    return [tuple(step) for step in (running or program).state("routine-steps")]


def kept(running=None):
    """{id: name}"""
    return {number: name for number, name, _ in (running or program).state("kept-routines")}


def expect_steps(expected, what):
    wait_until(lambda: steps() == expected, lambda: f"{what}: expected {expected}, found {steps()}", 6)


def begin():
    program.reset()
    program.set("page", "routines")
    for number in list(kept()):
        program.action("remove-routine", GLib.Variant("x", number))
        wait_until(lambda n=number: n not in kept(), "a routine stays")  # pylint: disable=cell-var-from-loop
    program.screen.tool("windowfocus", "--sync", program.window)


def begin_with_condition():
    begin()
    program.action("routine-from", CONDITION)
    program.expect_state("page", "routine")
    wait_until(lambda: len(steps()) == 8, lambda: f"steps: {steps()}")
    program.settle()
    return steps()


def shown(role, name):
    """What a screen reader finds and has a size: pages that are not shown have none."""
    def there():
        for thing in eyes().find_all(role, name):
            try:
                if reader.extents(thing)[2] > 0:
                    return thing
            except GLib.Error:
                continue
        return None
    return wait_until(there, lambda: f"no {role} {name!r} is shown; there is\n{eyes().dump()[-6000:]}", 8)


def row_of(number):
    return shown("list item", lambda name: name.startswith(f"{number}. "))


def on_screen(thing, dx=None):
    """A place in a thing: its middle, or so far from its left edge."""
    reader.expect_true_places()
    x, y, width, height = reader.extents(thing)
    left, top, _, _ = program.screen.geometry(program.window)
    root_x, root_y = frame()
    return left + root_x + x + (width / 2 if dx is None else dx), top + root_y + y + height / 2


def frame():
    """How far the window's contents lie within its shadow: AT-SPI counts from the one, the screen from the other."""
    row = shown("list item", lambda name: name.startswith("1. "))
    x, _, width, _ = reader.extents(row)
    _, _, window, _ = program.screen.geometry(program.window)
    # The list lies as far from the window's right edge as the column's padding; where the shadow is counted, farther.
    return (0, 0) if x + width <= window else (window - x - width, 0)


def test_one_begins_with_a_condition():
    made = begin_with_condition()
    sides = [step[1] for step in made]
    equal(sides, ["right", "left"] * 4, "both sides together")
    check([made[0][0], made[2][0]] == ["trapezius-upper", "levator-scapulae"], f"{made}")
    equal(list(kept().values()), ["Neck and Shoulder Stiffness"], "kept")
    screens.keep(program.screen.picture(), "routine-made")


def test_the_page_of_a_condition_makes_its_routine():
    begin()
    program.action("guide", CONDITION)
    reader.press(shown(BUTTONS, "Make This Routine"))
    program.expect_state("page", "routine")
    equal(len(steps()), 8, "steps")


def test_bad_commands_change_nothing():
    made = begin_with_condition()
    for name, value in (("move-step", uint(0, 99)), ("remove-step", uint(99)), ("turn-step", uint(99)),
                        ("copy-step", uint(99)), ("add-step", "nobody:right:0"), ("add-step", "infraspinatus:up:0"),
                        ("add-step", "infraspinatus:left:99"), ("routine-from", "nothing"), ("fit-routine", uint(0)),
                        ("fit-routine", uint(9999)), ("own-tool", "hammer"), ("own-tool", "fingers-knuckles"),
                        ("step-tool", GLib.Variant("(us)", (0, "hammer"))), ("step", GLib.Variant("i", 99)),
                        ("open-routine", GLib.Variant("x", 9999)), ("remove-routine", GLib.Variant("x", 9999))):
        program.action(name, value)
    time.sleep(0.3)
    equal(steps(), made, "after bad commands")
    equal(len(kept()), 1, "kept")


def test_a_step_is_dragged():
    made = begin_with_condition()
    source, target = row_of(1), row_of(4)
    x0, y0 = on_screen(source, 20)
    x1, y1 = on_screen(target, 20)
    move = program.screen
    move.move(x0, y0)
    time.sleep(0.1)
    move.tool("mousedown", 1)
    move.glide(x0 + 3, y0 + 25, 8)
    time.sleep(0.2)
    # Below the middle of the fourth: behind it.
    move.glide(x1, y1 + 18, 12)
    time.sleep(0.4)
    screens.keep(program.screen.picture(), "routine-dragged")
    move.tool("mouseup", 1)
    expect_steps(made[1:4] + made[:1] + made[4:], "after the drag")
    program.action("undo")
    expect_steps(made, "the drag taken back")


def focus_row(number):
    """By Tab, as somebody without a pointer."""
    program.screen.tool("windowfocus", "--sync", program.window)
    program.action("focus-search")
    eyes().tab_to(program.screen, lambda name: name.startswith(f"{number}. "), 20)


def test_a_step_is_moved_by_keys():
    made = begin_with_condition()
    focus_row(1)
    program.screen.key("ctrl+Down")
    expect_steps(made[1:2] + made[:1] + made[2:], "after Ctrl+Down")
    # The focus goes with it.
    program.screen.key("alt+Down")
    expect_steps(made[1:3] + made[:1] + made[3:], "after Alt+Down")
    program.screen.key("ctrl+Up", "alt+Up")
    expect_steps(made, "after Ctrl+Up and Alt+Up")
    program.screen.key("ctrl+Up")
    time.sleep(0.2)
    equal(steps(), made, "the first can't go higher")
    program.screen.key("Delete")
    expect_steps(made[1:], "after Delete")
    program.screen.key("ctrl+z")
    expect_steps(made, "after Ctrl+Z")
    program.screen.key("ctrl+shift+z")
    expect_steps(made[1:], "after Ctrl+Shift+Z")
    program.screen.key("Return")
    program.expect_state("step", 0)


def test_a_step_is_changed_by_screen_reader():
    made = begin_with_condition()
    reader.press(shown(BUTTONS, lambda name: name.startswith("Details of 1.")))
    program.expect_state("step", 0)
    spin = shown("spin button", "Seconds each time")
    check(spin.get_value_iface() is not None, "the seconds have no value")
    reader.Atspi.Value.set_current_value(spin, 61)
    wait_until(lambda: steps()[0][5] == 61, lambda: f"{steps()[0]}")
    reader.Atspi.Value.set_current_value(spin, 100000)
    time.sleep(0.3)
    check(30 <= steps()[0][5] <= 90, f"{steps()[0]}")
    times = shown("spin button", "How many times")
    reader.Atspi.Value.set_current_value(times, 3)
    wait_until(lambda: steps()[0][6] == 3, lambda: f"{steps()[0]}")
    program.action("step-tool", GLib.Variant("(us)", (0, "")))
    wait_until(lambda: steps()[0][4] == "", lambda: f"{steps()[0]}")
    screens.keep(program.screen.picture(), "routine-details")
    program.action("turn-step", uint(0))
    wait_until(lambda: steps()[0][1] == "left", lambda: f"{steps()[0]}")
    program.action("copy-step", uint(0))
    wait_until(lambda: len(steps()) == 9 and steps()[0] == steps()[1], lambda: f"{steps()}")
    program.action("step-treatment", uint(0, 2))
    wait_until(lambda: steps()[0][2:4] != steps()[1][2:4], lambda: f"{steps()}")
    for _ in range(10):
        if steps() == made:
            break
        program.action("undo")
        time.sleep(0.1)
    equal(steps(), made, "all of it taken back")


def test_pointing_at_a_step_shows_its_muscle():
    begin_with_condition()
    program.set("view", "back")
    program.expect_viewport_rests()
    program.settle()
    before = program.picture()
    x, y = on_screen(row_of(3), 120)
    program.screen.glide(x, y)
    program.settle()
    width = before.width // 2
    box = (0, 0, width, before.height)
    check(not screens.is_same(program.picture().crop(box), before.crop(box)), "the body shows nothing of the step")


def test_a_routine_from_nothing():
    begin()
    reader.press(shown(BUTTONS, "New Routine"))
    program.expect_state("page", "routine")
    equal(steps(), [], "a new routine")
    reader.press(shown(BUTTONS, "Add Step"))
    program.settle()
    program.screen.type("infraspin")
    reader.press(shown(BUTTONS, "Infraspinatus"))
    reader.press(shown(BUTTONS, lambda name: name.startswith("Stretch")))
    wait_until(lambda: len(steps()) == 1, lambda: f"{steps()}")
    equal(steps()[0][:3], ("infraspinatus", "right", "stretch"), "the step")
    screens.keep(program.screen.picture(), "routine-add")
    program.action("rename-routine", "Evening")
    wait_until(lambda: "Evening" in kept().values(), lambda: f"{kept()}")


def test_muscles_picked_on_the_body():
    begin()
    program.set("page", "")
    program.set("muscle", "infraspinatus:left")
    reader.press(shown(BUTTONS, "Add to Routine"))
    program.expect_state("picked", ["infraspinatus:left"])
    program.set("muscle", "levator-scapulae:right")
    reader.press(shown(BUTTONS, "Add to Routine"))
    program.expect_state("picked", ["infraspinatus:left", "levator-scapulae:right"])
    reader.press(shown(BUTTONS, "Make a Routine of 2 Muscles"))
    program.expect_state("page", "routine")
    equal({step[:2] for step in steps()}, {("infraspinatus", "left"), ("levator-scapulae", "right")}, "treated")
    equal(program.state("picked"), [], "picked afterwards")


def own(*tools):
    for tool in set(program.state("own-tool")) ^ set(tools):
        program.action("own-tool", tool)
    wait_until(lambda: set(program.state("own-tool")) == set(tools), lambda: f"{program.state('own-tool')}")


def test_ten_minutes_and_a_tennis_ball():
    made = begin_with_condition()
    own()
    reader.press(shown(BUTTONS, "Fit to…"))
    reader.press(shown(BUTTONS, "I have: Tennis ball"))
    program.expect_state("own-tool", ["tennis-ball"])
    minutes = shown("spin button", "Minutes I have")
    reader.Atspi.Value.set_current_value(minutes, 10)
    screens.keep(program.screen.picture(), "routine-fit")
    reader.press(shown(BUTTONS, "Fit the Routine"))
    wait_until(lambda: steps() != made, "nothing was fitted")
    seconds = program.state("routine-seconds")
    check(400 <= seconds <= 600, f"{seconds} seconds")
    check({step[4] for step in steps()} <= {"", "tennis-ball"}, f"tools: {steps()}")
    check("tennis-ball" in {step[4] for step in steps()}, f"the ball is not used: {steps()}")
    pairs = steps()
    check(all(a[1] == "right" and b[1] == "left" and a[2:4] == b[2:4] for a, b in zip(pairs[::2], pairs[1::2])),
          f"both sides together: {pairs}")
    program.action("fit-routine", uint(3))
    wait_until(lambda: program.state("routine-seconds") <= 180, lambda: f"{program.state('routine-seconds')}")
    few = len(steps())
    program.action("fit-routine", uint(10))
    wait_until(lambda: len(steps()) > few, "more minutes bring nothing back")
    equal(steps(), pairs, "ten minutes again")
    for _ in range(3):
        program.action("undo")
    expect_steps(made, "fitting taken back")


def test_marks_and_routines_are_undone_apart():
    begin()
    program.set("page", "")
    program.action("mark", "front-of-shoulder:right")
    wait_until(lambda: program.state("places"), "nothing is marked")
    program.set("page", "routines")
    program.action("new-routine", "Apart")
    program.expect_state("page", "routine")
    program.action("undo")
    program.expect_state("page", "routines")
    wait_until(lambda: "Apart" not in kept().values(), lambda: f"{kept()}")
    check(program.state("places"), "the routine's undo took the mark back")
    program.set("page", "")
    program.action("undo")
    wait_until(lambda: not program.state("places"), "the mark can't be taken back")


def test_duplicated_deleted_and_brought_back():
    made = begin_with_condition()
    first = list(kept())[0]
    reader.press(shown(BUTTONS, "Duplicate"))
    wait_until(lambda: len(kept()) == 2, lambda: f"{kept()}")
    equal(steps(), made, "the copy")
    program.set("page", "routines")
    screens.keep(program.screen.picture(), "routine-list")
    reader.press(shown(BUTTONS, "Delete Neck and Shoulder Stiffness"))
    wait_until(lambda: first not in kept(), lambda: f"{kept()}")
    reader.press(shown(BUTTONS, "Undo"))
    wait_until(lambda: first in kept(), lambda: f"{kept()} without {first}")
    equal(steps(), made, "what was brought back")
    program.set("page", "routines")
    program.action("remove-routine", GLib.Variant("x", first))
    wait_until(lambda: first not in kept(), lambda: f"{kept()}")
    program.screen.tool("windowfocus", "--sync", program.window)
    program.screen.key("ctrl+z")
    wait_until(lambda: first in kept(), "Ctrl+Z does not bring it back")


def test_all_of_it_is_there_after_a_restart():
    begin_with_condition()
    own("tennis-ball", "foam-roller")
    program.action("fit-routine", uint(7))
    program.action("rename-routine", "At night")
    wait_until(lambda: "At night" in kept().values(), lambda: f"{kept()}")
    before, number = steps(), list(kept())[0]
    program.close()
    with Program(session) as again:
        again.set("page", "routines")
        wait_until(lambda: kept(again) == {number: "At night"}, lambda: f"{kept(again)}")
        equal(sorted(again.state("own-tool")), ["foam-roller", "tennis-ball"], "tools")
        equal(again.state("fit-routine"), 7, "minutes")
        again.action("open-routine", GLib.Variant("x", number))
        wait_until(lambda: steps(again) == before, lambda: f"{steps(again)} instead of {before}")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
