"""Starts the real program in a session of its own, and drives it: by actions on the bus, pointer, keys and AT-SPI.

What the tests need comes by the environment: UNKNOT_BIN, UNKNOT_ATLAS, UNKNOT_PLACES (the file that tells where each muscle
lies) and UNKNOT_PICTURES (where pictures go); under the sanitizers also UNKNOT_PRELOAD (a library that goes before all others).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from gi.repository import Gio, GLib  # noqa: E402  pylint: disable=wrong-import-position

import screen as screens  # noqa: E402  pylint: disable=wrong-import-position
import tap  # noqa: E402  pylint: disable=wrong-import-position
from session import Session  # noqa: E402  pylint: disable=wrong-import-position
from tap import check, wait_until  # noqa: E402  pylint: disable=wrong-import-position

APP_ID = "io.github.unknot.Unknot"
APP_PATH = "/io/github/unknot/Unknot"
# What no run of the program may say.
COMPLAINT = re.compile(r"CRITICAL|WARNING|ERROR: (?:Address|Leak)Sanitizer|runtime error:")


@functools.cache
def probe():
    """Where each muscle can be hit, as tests/unk-probe.c found it in the atlas."""
    return json.loads(pathlib.Path(os.environ["UNKNOT_PLACES"]).read_text(encoding="utf-8"))


def view_of(view):
    return next(v for v in probe()["views"] if v["id"] == view)


def places(view, depth, side="right", least=2.5):
    """Every muscle that is uppermost somewhere at a depth: {"id", "side", "x", "y", "inside", "stack"}, largest first."""
    found = []
    for shape in view_of(view)["shapes"]:
        for place in shape["places"]:
            if place["depth"] == depth and place["inside"] >= least:
                found.append(dict(place, id=shape["id"], name=shape["name"], known=shape["known"], side=side,
                                  x=to_side(view, side, place["x"])))
    return sorted(found, key=lambda p: -p["inside"])


def to_side(view, side, x):
    return x if side == "right" else view_of(view)["width"] - x


class Program:
    """The running program. Use as a context; leaving it closes the window and looks at how it ended."""

    app_id = APP_ID
    app_path = APP_PATH

    def __init__(self, session, env=None, arguments=()):
        self.session = session
        self.screen = screens.Screen(session)
        self.more = env or {}
        self.arguments = list(arguments)
        self.process = self.bus = self.window = None
        self.log = session.folder / "program.log"

    def __enter__(self):
        env = dict(self.session.env, G_DEBUG="fatal-warnings", G_MESSAGES_DEBUG="")
        env.update(self.more)
        if "UNKNOT_PRELOAD" in env:
            env["LD_PRELOAD"] = env["UNKNOT_PRELOAD"]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen([*self.command(), *self.arguments], env=env,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            self.bus = Gio.DBusConnection.new_for_address_sync(
                env["DBUS_SESSION_BUS_ADDRESS"],
                Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
                None, None)
            self._await(self._is_ready, "the window did not open")
            self.window = self._await(self._find_window, "the window can't be seen")
            self.settle()
        except BaseException:
            self.kill()
            raise
        return self

    def command(self):
        return [os.environ["UNKNOT_BIN"]]

    def __exit__(self, kind, *_):
        if kind:
            self.kill()
        else:
            self.close()

    def said(self):
        return self.log.read_text(errors="replace")

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.said():
            tap.comment(self.said()[-4000:])

    def close(self):
        """Closes the window as the user does, and expects a quiet and clean end."""
        if self.process.poll() is None:
            # xdotool's windowclose would destroy it; the window manager asks it to close.
            self.screen.tool("windowactivate", "--sync", self.window)
            self.screen.tool("key", "--clearmodifiers", "alt+F4")
            try:
                self.process.wait(20 * tap.PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("the program went on after its window was closed") from None
        self.expect_clean()

    def expect_clean(self):
        said = self.said()
        check(self.process.returncode == 0, f"the program ended with {self.process.returncode}:\n{said[-4000:]}")
        check(not COMPLAINT.search(said), f"the program complained:\n{said[-4000:]}")

    def _await(self, condition, what, seconds=20):
        def alive():
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.said()[-4000:]}")
            return condition()
        return wait_until(alive, what, seconds)

    def _is_ready(self):
        try:
            return self.viewport()[0] > 0
        except GLib.Error:
            return False

    def _find_window(self):
        windows = self.screen.find_windows(self.process.pid)
        return windows[-1] if windows else None

    # --- actions ---

    def call(self, method, arguments, reply):
        answer = self.bus.call_sync(self.app_id, self.app_path, "org.gtk.Actions", method, arguments,
                                    GLib.VariantType(reply) if reply else None, Gio.DBusCallFlags.NO_AUTO_START,
                                    10000 * tap.PATIENCE, None)
        return answer.unpack()

    def describe_all(self):
        """{name: (enabled, type of the parameter or "", [state])}"""
        return self.call("DescribeAll", None, "(a{s(bgav)})")[0]

    def state(self, name):
        """The state of an action, or None where it has none."""
        states = self.call("Describe", GLib.Variant("(s)", (name,)), "((bgav))")[0][2]
        return states[0] if states else None

    def action(self, name, value=None):
        """Activates an action; value is a text, a GVariant or nothing."""
        if isinstance(value, str):
            value = GLib.Variant("s", value)
        self.call("Activate", GLib.Variant("(sava{sv})", (name, [value] if value is not None else [], {})), None)

    def expect_state(self, name, expected, seconds=8):
        self._await(lambda: self.state(name) == expected,
                    lambda: f"{name}: expected {expected!r}, found {self.state(name)!r}", seconds)

    def set(self, name, value):
        """Activates an action that has a state, and waits until it has it."""
        self.action(name, value)
        self.expect_state(name, value)

    def expect_viewport_rests(self):
        """Waits until the picture stands still, and returns where it stands."""
        seen = [None]

        def rests():
            now = self.viewport()
            still = now == seen[0]
            seen[0] = now
            time.sleep(0.06)
            return still
        self._await(rests, "the picture never stands still")
        return seen[0]

    def settle(self, quiet=0.12):
        """Waits until the screen stands still, so that what is sharpened late is there."""
        last = [None]

        def still():
            now = self.screen.picture()
            same = last[0] is not None and screens.is_same(now, last[0])
            last[0] = now
            time.sleep(quiet)
            return same
        self._await(still, "the screen never stands still")

    def reset(self):
        """The state in which each test begins."""
        self.set("guide", "closed")
        self.set("muscle", "")
        if self.state("marks"):
            self.action("clear-marks")
        for answer in self.state("answers"):
            about, _, name = answer.partition("=")[0].partition(":")
            self.action("answer", GLib.Variant("(sss)", (about, name, "none")))
        for picked in self.state("picked"):
            self.action("pick", picked)
        self.set("page", "")
        self.set("tool", "brush")
        self.action("brush", GLib.Variant("d", 12.0))
        self.set("mode", "explore")
        self.set("view", "front")
        self.set("depth", "1")
        self.action("zoom-fit")
        # Off the body, so that nothing is pointed at.
        x, y, width, _ = self.screen.geometry(self.window)
        self.screen.move(x + width - 3, y + 3)
        self.expect_viewport_rests()

    # --- places on the screen ---

    def viewport(self):
        """(pixels a millimeter, x, y of millimeter 0,0 in the window, its frame included)"""
        return tuple(self.state("viewport") or (0, 0, 0))

    def to_screen(self, x, y):
        scale, x0, y0 = self.viewport()
        left, top, _, _ = self.screen.geometry(self.window)
        return left + x0 + x * scale, top + y0 + y * scale

    def point_at(self, x, y):
        """Moves the pointer to a place of the body in millimeters; in steps, as the toolkit wants motion."""
        sx, sy = self.to_screen(x, y)
        self.screen.move(sx - 3, sy - 3)
        time.sleep(0.03)
        self.screen.move(sx, sy)

    def click_at(self, x, y):
        self.point_at(x, y)
        time.sleep(0.05)
        self.screen.click()

    def picture(self, name=None):
        image = self.screen.picture(self.screen.geometry(self.window))
        if name:
            screens.keep(image, name)
        return image


def main(module, session=None, program=None):
    """Runs the tests of a module with one session and one program, which they reach as module.program."""
    with (session or Session()) as the_session:
        module.session = the_session
        running = program or Program(the_session)
        module.program = running
        running.__enter__()

        def on_failure(name):
            stem = re.sub(r"[^a-z0-9]+", "-", f"FAILED-{pathlib.Path(module.__file__).stem}-{name}".lower())
            tap.comment(f"picture: {screens.keep(running.screen.picture(), stem)}")
            if running.process.poll() is not None:
                tap.comment(f"the program ended with {running.process.returncode}")

        def test_the_window_closes_cleanly():
            running.close()
        vars(module)["test_the_window_closes_cleanly"] = test_the_window_closes_cleanly
        try:
            return tap.main(module, on_failure)
        finally:
            if running.process.poll() is None:
                running.kill()
