"""Every command is an action on the session bus, with its type and its state; bad values are refused without harm.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys
import time

from gi.repository import GLib

import harness
from tap import check, equal, wait_until

program = None
# name: (type of the parameter, type of the state)
ACTIONS = {
    "view": ("s", "s"), "depth": ("s", "s"), "mode": ("s", "s"), "muscle": ("s", "s"), "point": ("s", "s"),
    "mark": ("s", None), "find-muscle": ("", None), "marks": (None, "as"), "clear-marks": ("", None), "undo": ("", None), "redo": ("", None),
    "zoom-in": ("", None), "zoom-out": ("", None), "zoom-fit": ("", None), "viewport": (None, "(ddd)"),
    "hovered": (None, "s"), "matches": (None, "as"), "search": ("s", None), "step-back": ("", None), "about": ("", None),
    "guide": ("s", "s"), "help": ("", None),
    "quit": ("", None),
}
BAD = {
    "view": ("nowhere", "", "front;drop", "é" * 3000),
    "depth": ("5", "-1", "", "deep"),
    "mode": ("sleep", ""),
    "muscle": ("no-such-muscle:right", "infraspinatus:middle", ":", "x" * 5000),
    "guide": ("no-such-page", "ischemic-compression:right", "x" * 5000),
    "point": ("infraspinatus.99", "no-such-muscle.1", "infraspinatus.", "."),
    "mark": ("no-such-area", "front:1e9,1e9", "front:nan,inf", "front:250", "front:250,330:-4", "front:250,330:1e308",
             "nowhere:1,1", "", ":", ",", "front:5,5", "front-of-shoulder:middle", "front-of-shoulder:"),
}


def snapshot():
    return {name: program.state(name) for name in ("view", "depth", "mode", "muscle", "point", "marks", "guide")}


def test_all_actions_are_listed_with_type_and_state():
    program.reset()
    answer = program.bus.call_sync(harness.APP_ID, harness.APP_PATH, "org.gtk.Actions", "DescribeAll", None,
                                   GLib.VariantType("(a{s(bgav)})"), 0, 10000, None)
    listed = {}
    actions = answer.get_child_value(0)
    for i in range(actions.n_children()):
        entry = actions.get_child_value(i)
        about = entry.get_child_value(1)
        states = about.get_child_value(2)
        listed[entry.get_child_value(0).get_string()] = (
            about.get_child_value(1).unpack(),
            states.get_child_value(0).get_variant().get_type_string() if states.n_children() else None)
    wrong = []
    for name, (parameter, state) in ACTIONS.items():
        if name not in listed:
            wrong.append(f"{name} is missing")
        elif parameter is not None and listed[name][0] != parameter:
            wrong.append(f"{name} takes {listed[name][0]!r}, not {parameter!r}")
        elif listed[name][1] != state:
            wrong.append(f"{name} has a state of {listed[name][1]!r}, not {state!r}")
    check(not wrong, "; ".join(wrong))


def test_each_value_of_a_state_can_be_set():
    program.reset()
    for name, values in {"view": ("back", "front"), "depth": ("skin", "1", "2", "3", "4", "bones", "skin"),
                         "mode": ("pain", "explore")}.items():
        for value in values:
            program.set(name, value)
    for side in ("right", "left"):
        program.set("muscle", f"infraspinatus:{side}")
        program.set("point", "infraspinatus.1")
        program.set("point", "")
    program.set("muscle", "")


def test_bad_values_are_refused():
    program.reset()
    program.set("muscle", "infraspinatus:right")
    before = snapshot()
    for name, values in BAD.items():
        for value in values:
            program.action(name, value)
            equal(snapshot(), before, f"after {name} {value[:40]!r}")


def test_parameters_of_another_type_are_refused():
    program.reset()
    before = snapshot()
    for name, (parameter, _) in ACTIONS.items():
        if parameter != "s":
            continue
        for value in (GLib.Variant("i", 7), GLib.Variant("as", ["front"]), GLib.Variant("d", 0.5), None):
            try:
                program.action(name, value)
            except GLib.Error:
                pass
    equal(snapshot(), before, "after parameters of another type")


def test_read_only_states_stay():
    program.reset()
    before = {name: program.state(name) for name in ("marks", "matches", "hovered")}
    for name, value in (("marks", GLib.Variant("as", ["front-of-shoulder"])), ("matches", GLib.Variant("as", ["x:right"])),
                        ("hovered", GLib.Variant("s", "infraspinatus:right"))):
        for method, arguments in (("SetState", GLib.Variant("(sva{sv})", (name, value, {}))),
                                  ("Activate", GLib.Variant("(sava{sv})", (name, [value], {})))):
            try:
                program.call(method, arguments, None)
            except GLib.Error:
                pass
    time.sleep(0.2)
    equal({name: program.state(name) for name in before}, before, "read-only states")


def test_a_point_brings_its_muscle():
    program.reset()
    program.set("point", "infraspinatus.1")
    check(program.state("muscle").startswith("infraspinatus:"), f"the muscle is {program.state('muscle')!r}")
    program.action("step-back")
    program.expect_state("point", "")
    program.action("step-back")
    program.expect_state("muscle", "")


def test_marks_and_matches_by_actions():
    program.reset()
    program.action("mark", "front-of-shoulder")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    check(len(program.state("matches")) <= 10, f"{program.state('matches')}")
    check(all(subject.endswith((":right", ":left")) for subject in program.state("matches")), f"{program.state('matches')}")
    program.action("mark", "front:250,330:12")
    wait_until(lambda: len(program.state("marks")) == 2, lambda: f"marks {program.state('marks')}")
    program.action("clear-marks")
    program.expect_state("marks", [])
    program.expect_state("matches", [])


def test_zoom_by_actions():
    program.reset()
    start = program.viewport()[0]
    program.action("zoom-in")
    wait_until(lambda: program.viewport()[0] > start, "zoom-in does not enlarge")
    for _ in range(60):
        program.action("zoom-in")
    largest = program.expect_viewport_rests()[0]
    check(1 < largest / start < 100, f"the zoom ends at {largest / start:.1f} times")
    for _ in range(120):
        program.action("zoom-out")
    smallest = program.expect_viewport_rests()[0]
    check(0.1 < smallest / start <= 1.01, f"the zoom ends at {smallest / start:.2f} times")
    program.action("zoom-fit")
    wait_until(lambda: abs(program.viewport()[0] - start) < 1e-3, "zoom-fit does not fit")


def test_about_opens_and_closes():
    program.reset()
    before = len(program.screen.find_windows(program.process.pid))
    program.action("about")
    wait_until(lambda: len(program.screen.find_windows(program.process.pid)) > before, "no About window")
    program.settle()
    program.screen.key("Escape")
    wait_until(lambda: len(program.screen.find_windows(program.process.pid)) == before, "the About window stays")


def test_a_second_start_raises_the_first():
    program.reset()
    done = subprocess.run([os.environ["UNKNOT_BIN"]], env=program.session.env, capture_output=True, text=True,
                          timeout=30, check=False)
    equal((done.returncode, done.stderr), (0, ""), "the second start")
    equal(len(program.screen.find_windows(program.process.pid)), 1, "windows")


def test_a_storm_of_actions():
    """Many commands faster than frames: nothing breaks, and the last one holds."""
    program.reset()
    for i in range(120):
        program.action("view", "back" if i % 2 else "front")
        program.action("depth", ("skin", "1", "2", "3", "4", "bones")[i % 6])
        program.action("muscle", ("infraspinatus:right", "")[i % 2])
        program.action("zoom-in" if i % 3 else "zoom-out")
    program.set("view", "front")
    program.set("depth", "1")
    program.action("zoom-fit")
    program.settle()


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
