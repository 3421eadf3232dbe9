#!/usr/bin/env python3
"""Takes the pictures of the metainfo and of the README from the real window, on a screen of its own.

Run by `make screenshots`, after a change of what one sees. Each is 1000x700, the largest that software centers take at
one pixel a point, and shows the window without the frame that is drawn where nothing composes the screen.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import sys
import time

TOP = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "tests/gui"))

import harness  # noqa: E402  pylint: disable=wrong-import-position
from gi.repository import GLib  # noqa: E402  pylint: disable=wrong-import-position
from session import Session  # noqa: E402  pylint: disable=wrong-import-position
from tap import wait_until  # noqa: E402  pylint: disable=wrong-import-position

FOLDER = TOP / "data/screenshots"
WIDTH, HEIGHT, FRAME = 1000, 700, 5
BODY = 285, 375


def enlarge(program, x, y, scale):
    """Brings a place of the body, in millimeters, to the middle of its side of the window."""
    program.expect_viewport_rests()
    program.action("viewport", GLib.Variant("(ddd)", (scale, BODY[0] - x * scale, BODY[1] - y * scale)))
    program.expect_viewport_rests()


def pain(program):
    program.set("mode", "pain")
    program.action("mark", "front-of-shoulder:right")
    wait_until(lambda: program.state("matches"), "no muscle was named")


def muscle(program):
    program.set("muscle", "infraspinatus:right")
    enlarge(program, 470, 470, 0.8)


def layers(program):
    program.set("view", "back")
    program.set("depth", "2")


def headache(program):
    program.set("muscle", "trapezius-upper:right")
    enlarge(program, 410, 370, 0.9)


def search(program):
    program.set("view", "back")
    program.set("depth", "3")
    program.action("search", "stiff neck")


def study(program):
    program.set("mode", "study")
    program.set("shelf", "group/neck")
    program.set("region-zones", "group/neck")
    program.set("view", "side")
    enlarge(program, 300, 250, 0.9)


def session(program):
    """A routine while it is done; it runs, so the picture is taken as it goes."""
    program.action("pick", "infraspinatus:right")
    program.action("make-routine", "Shoulder in the Evening")
    program.expect_state("page", "routine")
    program.action("start-session", GLib.Variant("x", 0))
    program.expect_state("page", "session")
    program.action("session-pause")
    wait_until(lambda: program.state("session")[4], "the session doesn't run")
    program.action("session-skip")
    program.action("session-advance", GLib.Variant("d", 40.0))
    time.sleep(2)


# name of the file: (color scheme, what is done)
PICTURES = {
    "pain-light": ("prefer-light", pain),
    "muscle-light": ("prefer-light", muscle),
    "layers-light": ("prefer-light", layers),
    "search-light": ("prefer-light", search),
    "pain-dark": ("prefer-dark", pain),
    "muscle-dark": ("prefer-dark", headache),
    "session-light": ("prefer-light", session),
    "study-dark": ("prefer-dark", study),
}


def take(name, scheme, act):
    with Session() as session, harness.Program(session, {"ADW_DEBUG_COLOR_SCHEME": scheme}) as program:
        program.screen.tool("windowsize", "--sync", program.window, WIDTH + 2 * FRAME, HEIGHT + 2 * FRAME)
        program.reset()
        program.action("zoom-fit")
        act(program)
        runs = program.state("session")[4]
        if not runs:
            program.settle(0.5)
        x, y, _, _ = program.screen.geometry(program.window)
        # Off the window: nothing is pointed at.
        program.screen.move(1279, 899)
        if not runs:
            program.settle(0.5)
        image = program.screen.picture((x + FRAME, y + FRAME, WIDTH, HEIGHT))
        assert image.size == (WIDTH, HEIGHT), image.size
        image.save(FOLDER / f"{name}.png", optimize=True)
        print(f"data/screenshots/{name}.png: {os.path.getsize(FOLDER / f'{name}.png')} bytes")


def main(names):
    FOLDER.mkdir(exist_ok=True)
    for name, (scheme, act) in PICTURES.items():
        if not names or name in names:
            take(name, scheme, act)


if __name__ == "__main__":
    main(sys.argv[1:])
