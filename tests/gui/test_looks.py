"""The window under each look: it starts, shows the figure, a muscle and the answer to a mark; pictures are kept.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import functools
import os
import pathlib
import sys
import tempfile
import time

import harness  # first: it says where the others are
import catalog
import screen as screens
import tap
from harness import Program, places
from session import Session
from tap import check, wait_until

# The muscles whose places are looked at to see whether the figure is there.
LOOKED_AT = 16
# What the toolkit draws around a window where nothing composes the screen.
FRAME = 5
LARGE_TEXT = "Xft.dpi:\t192\n"


def shows_figure(program, image, side="right"):
    """Whether the places of the muscles have another color than the ground beside the body."""
    left, top, _, _ = program.screen.geometry(program.window)

    def color(x, y):
        sx, sy = program.to_screen(x, y)
        px, py = round(sx - left), round(sy - top)
        return image.getpixel((px, py)) if 0 <= px < image.width and 0 <= py < image.height else None
    # Between the arm and the edge of the view, below the hand: never body.
    ground = color(60, 1500)
    if ground is None:
        return False, "the ground beside the body is outside of the window"
    seen = [color(p["x"], p["y"]) for p in places("front", "1", side)[:LOOKED_AT]]
    there = sum(c is not None and screens.difference(c, ground) > 30 for c in seen)
    return there >= LOOKED_AT * 0.8, f"{there} of {len(seen)} muscles differ from the ground {ground}"


def look(name, environment=None, resources="", width=None, also=None):
    with Session(resources=resources) as session:
        with Program(session, environment) as program:
            try:
                if width:
                    resize(program, width)
                take_pictures(program, name)
                if also:
                    also(program)
            except BaseException:
                screens.keep(program.screen.picture(), f"FAILED-look-{name}")
                raise


def resize(program, width):
    program.screen.tool("windowsize", program.window, width + 2 * FRAME, 720)
    wait_until(lambda: program.screen.geometry(program.window)[2] <= width + 2 * FRAME,
               lambda: f"the window does not get {width} wide: {program.screen.geometry(program.window)}")
    program.settle()
    program.action("zoom-fit")
    program.expect_viewport_rests()


def take_pictures(program, name):
    program.reset()
    program.settle()
    explore = program.picture(f"{name}-explore")
    ok, why = shows_figure(program, explore)
    check(ok, f"{name}: no figure in the window: {why}")
    program.set("view", "back")
    program.set("muscle", "infraspinatus:right")
    program.settle()
    page = program.picture(f"{name}-muscle")
    program.set("muscle", "")
    program.set("view", "front")
    program.action("mark", "front-of-shoulder:right")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    time.sleep(0.3)
    program.settle()
    pain = program.picture(f"{name}-pain")
    for image, what in ((explore, "explore"), (page, "a muscle"), (pain, "the pain results")):
        colors = screens.count_colors(image)
        tap.comment(f"{name}, {what}: {image.width}x{image.height}, {colors} colors")
        check(colors > 200, f"{name}: the picture of {what} is nearly empty: {colors} colors")
    check(not screens.is_same(explore, page) and not screens.is_same(explore, pain), f"{name}: nothing changed")
    program.action("clear-marks")
    program.set("mode", "explore")


def brightness(name):
    path = pathlib.Path(os.environ.get("UNKNOT_PICTURES", "pictures")) / f"{name}.png"
    image = screens.open_picture(path).convert("L").resize((64, 64))
    values = list(image.getdata())
    return sum(values) / len(values)


@functools.cache
def middle_of_light():
    """Where the middle of the body stands in the light look, as a share of the window's width."""
    shares = []
    look("light-again", also=lambda program: shares.append(middle(program)))
    return shares[0]


def middle(program):
    program.set("view", "front")
    program.action("zoom-fit")
    scale, x0, _ = program.expect_viewport_rests()
    return (x0 + 360 * scale) / program.screen.geometry(program.window)[2]


def test_light():
    look("light", {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"})


def test_dark():
    look("dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})
    check(brightness("dark-explore") < brightness("light-explore") - 60, "the dark look is not dark")


def test_right_to_left():
    shares = []
    # GLib leaves the toolkit untranslated, and so left to right, as long as the program itself is.
    with tempfile.TemporaryDirectory(prefix="unknot-") as folder:
        arabic = catalog.make(pathlib.Path(folder), "ar", {"Muscles": "العضلات", "Front": "أمام", "Back": "خلف"})
        look("rtl", arabic, also=lambda program: shares.append(middle(program)))
    check(abs(shares[0] + middle_of_light() - 1) < 0.1,
          f"the body stands at {shares[0]:.2f} of the width, and at {middle_of_light():.2f} left to right: not mirrored")


def check_nothing_covers_the_body(program):
    """Every muscle that the front shows has the warm color of flesh or tendon: no control lies over it."""
    program.reset()
    program.settle()
    image = program.picture()
    left, top, _, _ = program.screen.geometry(program.window)
    covered = []
    for side in ("right", "left"):
        for place in places("front", "1", side):
            x, y = program.to_screen(place["x"], place["y"])
            red, _, blue = image.getpixel((round(x - left), round(y - top)))
            if red - blue < 20:
                covered.append(f"{place['id']}:{side}")
    check(not covered, f"something lies over {covered}")


def test_narrow():
    look("narrow", width=360, also=check_nothing_covers_the_body)


def test_large_text():
    look("large-text", resources=LARGE_TEXT)


def test_high_contrast():
    look("contrast", {"ADW_DEBUG_HIGH_CONTRAST": "1"})


if __name__ == "__main__":
    sys.exit(tap.main(sys.modules[__name__]))
