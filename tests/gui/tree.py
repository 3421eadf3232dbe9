"""All that a program tells screen readers, in one call.

Asked one by one, hundreds of things with a call for each of their names and states take a second or more under the
sanitizers; the program also tells all of those that were ever asked for at once, as it does when a screen reader starts.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import functools

import gi
from gi.repository import Gio, GLib

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  pylint: disable=wrong-import-position

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
FLAGS = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION


class Item:
    """A thing as it was when it was asked for; `path` is its own as long as it lives, `way` are those that lead to it from
    the top, itself last."""

    def __init__(self, told):
        (_, self.path), _, (_, self.parent), self.index, self.count, _, self.name, self._role, _, self._states = told
        self.way = self.depth = None

    @property
    def role(self):
        return role_name(self._role)

    def has(self, state):
        word, bit = divmod(int(state), 32)
        return bool(self._states[word] >> bit & 1)


@functools.cache
def role_name(number):
    return Atspi.role_get_name(Atspi.Role(number))


def call(bus, name, path, interface, method, reply):
    return bus.call_sync(name, path, interface, method, None, GLib.VariantType(reply), Gio.DBusCallFlags.NO_AUTO_START, 60000,
                         None).unpack()[0]


class Tree:
    def __init__(self, session_bus, pid):
        session = Gio.DBusConnection.new_for_address_sync(session_bus, FLAGS, None, None)
        address = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "(s)")
        session.close_sync(None)
        self.bus = Gio.DBusConnection.new_for_address_sync(address, FLAGS, None, None)
        self.name = next(name for name in self._programs() if self._pid_of(name) == pid)

    def _programs(self):
        return [name for name, _ in call(self.bus, "org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren", "(a(so))")]

    def _pid_of(self, name):
        try:
            answer = self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                        GLib.Variant("(s)", (name,)), GLib.VariantType("(u)"), 0, 60000, None)
        except GLib.Error:
            return None  # it ended, and the registry doesn't know yet
        return answer.unpack()[0]

    def _told(self):
        told = call(self.bus, self.name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems",
                    "(a((so)(so)(so)iiassusau))")
        return {item.path: item for item in map(Item, told)}

    def _children(self, path):
        try:
            return [child for _, child in call(self.bus, self.name, path, ACCESSIBLE, "GetChildren", "(a(so))")]
        except GLib.Error:
            return []  # gone in the meantime

    def items(self):
        """Everything below the program, the parent before its children."""
        while True:
            known = self._told()
            found, is_new = self._in_order(known)
            if not is_new:
                return found

    def _in_order(self, known):
        """([item], whether some of them were never asked for before: those are told only from now on)"""
        below = {}
        for item in known.values():
            below.setdefault(item.parent, []).append(item)
        found, new = [], []

        def add(path, way):
            for child in self._paths_below(path, known.get(path), below.get(path, ())):
                if child in known:
                    item = known[child]
                    item.way, item.depth = (*way, child), len(way)
                    found.append(item)
                    add(child, item.way)
                else:
                    new.append(child)
        add(ROOT, ())
        is_new = bool(new)
        while new:
            new.extend(self._children(new.pop()))
        return found, is_new

    def _paths_below(self, path, item, told):
        """What is told may also be hidden by now, or lack what was never asked for; then the number is wrong."""
        told = sorted(told, key=lambda child: child.index)
        if item and path != ROOT and [child.index for child in told] == list(range(item.count)):
            return [child.path for child in told]
        return self._children(path)
