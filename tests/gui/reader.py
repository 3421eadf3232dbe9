"""What a screen reader sees of the program, through AT-SPI.

Coordinates are relative to the window and are asked for nowhere else; grab_focus does not work here, keys do.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import itertools
import os
import time
import warnings

import gi

from tap import PATIENCE, Skipped, wait_until
from tree import Tree

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

warnings.simplefilter("ignore", DeprecationWarning)


def begin(session):
    for key in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        os.environ[key] = session.env[key]
    Atspi.init()


def wait_for_only_program(session):
    """The number by which the one program is known that speaks to screen readers: that of a proxy for one in a sandbox."""
    begin(session)
    desktop = Atspi.get_desktop(0)
    wait_until(lambda: desktop.get_child_count() == 1, lambda: f"{desktop.get_child_count()} programs speak to screen readers")
    return desktop.get_child_at_index(0).get_process_id()


class Reader:
    """Only one a process: AT-SPI reads its bus from the environment once."""

    def __init__(self, session, pid):
        begin(session)
        self.pid = pid
        self.root = wait_until(self._find_program, "the program is not on the bus of the screen readers")
        self._tree = Tree(session.env["DBUS_SESSION_BUS_ADDRESS"], pid)
        self._things = {}  # those that were asked for, by path
        self._paths = {}   # and the other way round
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
        """What has the focus, or None. What told so last is asked first; all others only where it has lost the focus without
        a word, or where something in it may have it."""
        self._take_events()
        seen = found = None
        while seen != self._moves:
            # The answer comes after everything that was told before.
            seen, found = self._moves, self._last if self._last and self._is_focused(self._last) else None
            self._take_events()
        return found or self._search_focused()

    def _is_focused(self, thing):
        """Itself and not something in it, as with a body whose muscle has the focus."""
        try:
            return is_focused(thing) and not any(is_focused(child) for child, depth in self.walk(thing) if depth)
        except GLib.Error:
            return False

    def _search_focused(self):
        """The deepest of those that say so."""
        told = [item for item in self._tree.items() if item.has(Atspi.StateType.FOCUSED)]
        return self._thing(told[-1]) if told else None

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

    def _items(self, root=None):
        """What is below a thing, itself first, as it is told at once."""
        items = self._tree.items()
        if root is None or root == self.root:
            return items
        path = self._paths[root]
        top = next((item for item in items if item.path == path), None)
        return [item for item in items if item.way[:len(top.way)] == top.way] if top else []

    def _thing(self, item):
        """What can be asked and pressed, or None where it is gone."""
        if item.path not in self._things:
            thing = self.root
            try:
                for path in item.way:
                    thing = find_below(thing, path)
                if thing.get_name() != item.name or thing.get_role_name() != item.role:
                    return None
            except (AttributeError, GLib.Error):
                return None
            self._things[item.path] = thing
            self._paths[thing] = item.path
        return self._things[item.path]

    def find_all(self, role=None, name=None, root=None, visible=False):
        """role may be a text or a tuple of texts; name a text or a function of the name."""
        roles = (role,) if isinstance(role, str) else role

        def fits(item):
            return ((not roles or item.role in roles)
                    and (name is None or (name(item.name) if callable(name) else item.name == name))
                    and (not visible or item.has(Atspi.StateType.VISIBLE)))
        found = [self._thing(item) for item in self._items(root) if fits(item)]
        return [thing for thing in found if thing]

    def find(self, role=None, name=None, root=None, seconds=10.0):
        """The first one, as soon as there is one; fails where there never is."""
        return wait_until(lambda: next(iter(self.find_all(role, name, root)), None),
                          f"no {role or 'thing'} {name!r} for the screen reader", seconds)

    def find_seen(self, role, name):
        """The first one that is seen: pages that are not shown have no size."""
        def seen(thing):
            try:
                return extents(thing)[2] > 1 and is_visible(thing)
            except GLib.Error:
                return False
        return wait_until(lambda: next((thing for thing in self.find_all(role, name) if seen(thing)), None),
                          lambda: f"no {role} {name!r}: {self.dump(900)[-5000:]}", 8)

    def texts(self, root=None, visible=True):
        """Names of all labels and headings, as they are read."""
        return [item.name for item in self._items(root)
                if item.role in ("label", "heading", "static") and item.name
                and (not visible or item.has(Atspi.StateType.VISIBLE))]

    def dump(self, limit=400):
        lines = []
        for item in self._tree.items()[:limit]:
            hidden = "" if item.has(Atspi.StateType.VISIBLE) else " (hidden)"
            lines.append(f"{'  ' * item.depth}{item.role} {item.name!r}{hidden}")
        return "\n".join(lines)


def children(thing):
    try:
        return max(0, thing.get_child_count())
    except GLib.Error:
        return 0


def below(thing):
    return [child for child in (thing.get_child_at_index(i) for i in range(children(thing))) if child]


def find_below(thing, path):
    """The child of that path; its number may be another than was told, where something is hidden, and in GTK 4.8 the pages of
    a stack stand between it and its children for whoever asks by number."""
    found = below(thing)
    deeper = (child for page in found for child in below(page))
    return next((child for child in itertools.chain(found, deeper) if child.path == path), None)


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


def expect_true_places():
    """Ends a test that clicks where a screen reader is told that a thing is: newer toolkits leave the paddings of what lies
    around it out, and the pointer would miss. The build knows which those are."""
    if "GDK_DISABLE" in os.environ:
        raise Skipped("this toolkit tells screen readers a place that is some pixels off")


def text_of(thing):
    # To the end, said in letters: GTK 4.8 takes -1 for nothing.
    return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))
