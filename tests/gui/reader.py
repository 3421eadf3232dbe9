"""What a screen reader sees of the program, through AT-SPI.

Coordinates are relative to the window and are asked for nowhere else; grab_focus does not work here, keys do.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import time
import warnings

import gi

from tap import PATIENCE, wait_until

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

warnings.simplefilter("ignore", DeprecationWarning)


class Reader:
    """Only one a process: AT-SPI reads its bus from the environment once."""

    def __init__(self, session, pid):
        for key in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[key] = session.env[key]
        Atspi.init()
        self.pid = pid
        self.root = wait_until(self._find_program, "the program is not on the bus of the screen readers")
        self._last = None  # what told last that it has the focus
        self._moves = 0    # how often that was told
        self._listener = Atspi.EventListener.new(self._on_focus)
        self._listener.register("object:state-changed:focused")

    def _find_program(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            try:
                if child and child.get_process_id() == self.pid:
                    return child
            except GLib.Error:
                continue
        return None

    def _on_focus(self, event):
        if event.detail1 and event.source:
            self._last = event.source
            self._moves += 1

    def _take_events(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def focused(self):
        """What has the focus: the deepest of those that say so, or None. What told so last is asked first; all of the window
        only where that one has lost it without a word."""
        self._take_events()
        seen = None
        while seen != self._moves:
            # The answer comes after everything that was told before.
            seen, found = self._moves, self._deepest_focused(self._last) if self._last else None
            self._take_events()
        return found or self._deepest_focused(self.root)

    def _deepest_focused(self, root):
        found = None
        try:
            if root != self.root and not is_focused(root):
                return None
        except GLib.Error:
            return None
        for thing, _ in self.walk(root):
            try:
                if is_focused(thing):
                    found = thing
            except GLib.Error:
                continue  # gone, as the page is made anew
        return found

    def name_of_focused(self):
        thing = self.focused()
        try:
            return (thing.get_name() or "") if thing else ""
        except GLib.Error:
            return ""

    def follow(self, screen, key, seconds=1.0):
        """Presses a key that moves the focus, waits until it has moved, and returns the name of what has it then. A key that
        moves nothing only takes its time."""
        self._take_events()
        before, end = self._moves, time.monotonic() + seconds * PATIENCE
        screen.key(key)
        while self._moves == before and time.monotonic() < end:
            time.sleep(0.01)
            self._take_events()
        return self.name_of_focused()

    def tab_to(self, screen, wanted, most=60):
        """Presses Tab until the focus is where wanted(name) is true, and returns the name."""
        name = self.name_of_focused()
        for _ in range(most):
            if wanted(name):
                return name
            name = self.follow(screen, "Tab")
        if not wanted(name):
            raise AssertionError(f"Tab does not get there; it is at {name!r}")
        return name

    def walk(self, root=None, depth=0):
        """All that is there, the parent before its children, as (thing, depth)."""
        root = root or self.root
        yield root, depth
        for i in range(children(root)):
            try:
                child = root.get_child_at_index(i)
            except GLib.Error:
                continue
            if child:
                yield from self.walk(child, depth + 1)

    def find_all(self, role=None, name=None, root=None, visible=False):
        """role may be a text or a tuple of texts; name a text or a function of the name."""
        roles = (role,) if isinstance(role, str) else role
        found = []
        for thing, _ in self.walk(root):
            try:
                if roles and thing.get_role_name() not in roles:
                    continue
                there = thing.get_name() or ""
                if name is not None and not (name(there) if callable(name) else there == name):
                    continue
                if visible and not is_visible(thing):
                    continue
            except GLib.Error:
                continue
            found.append(thing)
        return found

    def find(self, role=None, name=None, root=None, seconds=10.0):
        """The first one, as soon as there is one; fails where there never is."""
        return wait_until(lambda: next(iter(self.find_all(role, name, root)), None),
                          f"no {role or 'thing'} {name!r} for the screen reader", seconds)

    def texts(self, root=None, visible=True):
        """Names of all labels and headings, as they are read."""
        names = []
        for thing in self.find_all(("label", "heading", "static"), root=root, visible=visible):
            try:
                names.append(thing.get_name())
            except GLib.Error:
                continue  # gone, as the page is made anew
        return [name for name in names if name]

    def dump(self, limit=400):
        lines = []
        for thing, depth in self.walk():
            if len(lines) >= limit:
                lines.append("…")
                break
            try:
                states = "" if is_visible(thing) else " (hidden)"
                lines.append(f"{'  ' * depth}{thing.get_role_name()} {thing.get_name()!r} {actions(thing)}{states}")
            except GLib.Error as error:
                lines.append(f"{'  ' * depth}gone: {error.message}")
        return "\n".join(lines)


def children(thing):
    try:
        return max(0, thing.get_child_count())
    except GLib.Error:
        return 0


def states(thing):
    return {state.value_nick for state in thing.get_state_set().get_states()}


def is_visible(thing):
    return "visible" in states(thing)


def is_focused(thing):
    return "focused" in states(thing)


def is_checked(thing):
    return bool(states(thing) & {"checked", "pressed", "selected"})


def actions(thing):
    try:
        return [Atspi.Action.get_action_name(thing, i) for i in range(thing.get_n_actions())]
    except GLib.Error:
        return []


def press(thing):
    if not actions(thing):
        raise AssertionError(f"{thing.get_role_name()} {thing.get_name()!r} has nothing to press")
    if not thing.do_action(0):
        raise AssertionError(f"{thing.get_role_name()} {thing.get_name()!r} did not answer to its press")


def extents(thing):
    """(x, y, width, height) within the window."""
    box = thing.get_extents(Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def text_of(thing):
    # To the end, said in letters: GTK 4.8 takes -1 for nothing.
    return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))
