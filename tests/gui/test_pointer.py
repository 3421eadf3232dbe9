"""The real pointer on the real window: pointing names, clicking chooses, dragging pans, the wheel zooms.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import signal
import sys
import time

import harness
from harness import places
from tap import check, wait_until

program = None
MUSCLES = 20


def hover_and_click(view, depth, zoom, side):
    """Clicks on MUSCLES muscles, or on all there are; each must be named when pointed at and chosen when clicked."""
    program.reset()
    program.set("view", view)
    program.set("depth", depth)
    wrong, done = [], 0
    # A target needs about three pixels around it at the smallest zoom.
    for place in places(view, depth, side, least=3.0)[:MUSCLES]:
        subject = f"{place['id']}:{place['side']}"
        program.action("zoom-fit")
        program.expect_viewport_rests()
        if zoom:
            program.point_at(place["x"], place["y"])
            program.screen.scroll(zoom)
            program.expect_viewport_rests()
        program.point_at(place["x"], place["y"])
        try:
            program.expect_state("hovered", subject, 3)
            program.screen.click()
            program.expect_state("muscle", subject, 3)
        except AssertionError as error:
            wrong.append(f"{subject} at {place['x']:.0f},{place['y']:.0f}: {error}")
        program.set("muscle", "")
        done += 1
    check(done >= min(MUSCLES, 12), f"only {done} muscles to click on in {view}, depth {depth}")
    check(not wrong, f"{len(wrong)} of {done} wrong: " + "; ".join(wrong))


def test_front_fits_the_window():
    hover_and_click("front", "1", 0, "right")


def test_front_enlarged():
    hover_and_click("front", "2", 5, "left")


def test_back_fits_the_window():
    hover_and_click("back", "1", 0, "left")


def test_back_enlarged():
    hover_and_click("back", "2", 5, "right")


def test_pointing_beside_the_body_names_nothing():
    program.reset()
    place = places("front", "1")[0]
    program.point_at(place["x"], place["y"])
    program.expect_state("hovered", f"{place['id']}:right")
    program.point_at(20, 1640)
    program.expect_state("hovered", "")


def test_second_click_goes_deeper():
    program.reset()
    # A place with two muscles that the atlas knows, one above the other.
    place = next(p for p in places("back", "1") if len(p["stack"]) >= 2)
    program.set("view", "back")
    program.click_at(place["x"], place["y"])
    program.expect_state("muscle", f"{place['stack'][0]}:right")
    # Two clicks, not a double click.
    time.sleep(0.6)
    program.screen.click()
    program.expect_state("muscle", f"{place['stack'][1]}:right")


def test_a_busy_program_takes_two_clicks_for_two():
    program.reset()
    place = next(p for p in places("back", "1") if len(p["stack"]) >= 2)
    program.set("view", "back")
    program.click_at(place["x"], place["y"])
    program.expect_state("muscle", f"{place['stack'][0]}:right")
    # The second comes when the toolkit's clock for double clicks has run out unseen.
    os.kill(program.process.pid, signal.SIGSTOP)
    try:
        time.sleep(0.7)
        program.screen.click()
    finally:
        os.kill(program.process.pid, signal.SIGCONT)
    program.expect_state("muscle", f"{place['stack'][1]}:right")


def test_click_on_a_point_of_the_other_side_tells_the_side():
    program.reset()
    for side in ("left", "right"):
        place = places("front", "1", side)[0]
        program.click_at(place["x"], place["y"])
        program.expect_state("muscle", f"{place['id']}:{side}")
        program.set("muscle", "")


def enlarge_in_the_middle():
    """Large enough that the picture is wider and higher than its place, and free to move; returns a place in its middle."""
    program.reset()
    place = min(places("front", "1"), key=lambda p: abs(p["x"] - 360) + abs(p["y"] - 835))
    program.point_at(place["x"], place["y"])
    program.screen.scroll(8)
    program.expect_viewport_rests()
    return place


def test_drag_pans_and_chooses_nothing():
    place = enlarge_in_the_middle()
    scale, x0, y0 = program.viewport()
    x, y = program.to_screen(place["x"], place["y"])
    program.screen.drag(x, y, x + 60, y + 40)
    after = program.expect_viewport_rests()
    check(abs(after[0] - scale) < 1e-6, f"the drag zoomed from {scale} to {after[0]}")
    check(abs(after[1] - x0 - 60) <= 2 and abs(after[2] - y0 - 40) <= 2,
          f"dragged by 60,40 and moved by {after[1] - x0:.1f},{after[2] - y0:.1f}")
    program.expect_state("muscle", "")


def test_wheel_zooms_about_the_pointer():
    place = enlarge_in_the_middle()
    for steps in (3, -3):
        program.point_at(place["x"], place["y"])
        before = program.viewport()[0]
        x, y = program.to_screen(place["x"], place["y"])
        program.screen.scroll(steps)
        wait_until(lambda before=before, steps=steps: (program.viewport()[0] - before) * steps > 0.2 * before,
                   lambda before=before: f"the scale is {program.viewport()[0]} and was {before}")
        program.expect_viewport_rests()
        now = program.to_screen(place["x"], place["y"])
        check(abs(now[0] - x) <= 2 and abs(now[1] - y) <= 2, f"the place under the pointer moved from {x},{y} to {now}")


def test_double_click_fits_again():
    program.reset()
    before = program.viewport()
    program.point_at(360, 900)
    program.screen.scroll(5)
    program.expect_viewport_rests()
    # The left upper corner of the picture, off the body.
    x, y, _, _ = program.screen.geometry(program.window)
    program.screen.click(x + 30, y + 90, times=2)
    wait_until(lambda: abs(program.viewport()[0] - before[0]) < 1e-3,
               lambda: f"{before} is not {program.viewport()} again")


def test_escape_steps_back():
    program.reset()
    program.set("muscle", "infraspinatus:right")
    program.set("point", "infraspinatus.1")
    program.screen.tool("windowfocus", "--sync", program.window)
    program.screen.key("Escape")
    program.expect_state("point", "")
    program.expect_state("muscle", "infraspinatus:right")
    program.screen.key("Escape")
    program.expect_state("muscle", "")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
