"""Stand-ins for what a desktop offers on the session bus: notifications, and the portal for programs without a window.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import threading

from gi.repository import Gio, GLib

NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""
PORTAL = """<node><interface name="org.freedesktop.portal.Background">
<method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
</method></interface></node>"""


FILES = """<node><interface name="org.freedesktop.portal.FileChooser">
<method name="OpenFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method>
<method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method>
<property name="version" type="u" access="read"/>
</interface></node>"""
CHOOSER = """<node><interface name="org.freedesktop.impl.portal.FileChooser">
<method name="OpenFile"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="u" direction="out"/>
<arg type="a{sv}" direction="out"/></method>
<method name="SaveFile"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="u" direction="out"/>
<arg type="a{sv}" direction="out"/></method>
</interface></node>"""


class Service:
    """A name on the bus with one object, served by a thread of its own. Use as a context."""

    name = path = xml = None

    def __init__(self, session):
        self.address = session.env["DBUS_SESSION_BUS_ADDRESS"]
        self.ready = threading.Event()
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.bus = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self.thread.start()
        assert self.ready.wait(20), f"{self.name} didn't start"
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join(10)

    def _run(self):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(self.xml).interfaces[0]
        self.bus.register_object(self.path, interface, self._on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, self.name, Gio.BusNameOwnerFlags.NONE, lambda *_: self.ready.set(), None)
        self.loop.run()
        self.bus.close_sync(None)
        self.context.pop_thread_default()

    def _on_call(self, _bus, sender, _path, _interface, method, parameters, invocation):
        answer, later = self.answer(method, parameters.unpack(), sender)
        invocation.return_value(answer)
        if later:
            self.bus.emit_signal(*later)

    def answer(self, method, arguments, sender):
        """(what is answered, the arguments of a signal that follows or None)"""
        raise NotImplementedError


class Notifications(Service):
    """Keeps what was shown and taken away; press() does what the user does."""

    name, path, xml = "org.freedesktop.Notifications", "/org/freedesktop/Notifications", NOTIFICATIONS

    def __init__(self, session):
        super().__init__(session)
        self.shown = []   # {"id", "title", "body", "actions": {label: key}}
        self.closed = []  # ids

    def answer(self, method, arguments, sender):
        if method == "Notify":
            _, old, _, title, body, actions, _, _ = arguments
            number = old or len(self.shown) + 1
            self.shown.append({"id": number, "title": title, "body": body, "actions": dict(zip(actions[1::2], actions[::2]))})
            return GLib.Variant("(u)", (number,)), None
        if method == "CloseNotification":
            self.closed.append(arguments[0])
            return None, None
        if method == "GetCapabilities":
            return GLib.Variant("(as)", (["actions", "body"],)), None
        return GLib.Variant("(ssss)", ("test", "test", "1", "1.2")), None

    def press(self, number, key):
        self.bus.emit_signal(None, self.path, self.name, "ActionInvoked", GLib.Variant("(us)", (number, key)))


class Background(Service):
    """The portal; `allows` is what the user says."""

    name, path, xml = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", PORTAL

    def __init__(self, session, allows=True):
        super().__init__(session)
        self.allows = allows
        self.asked = []  # the options of each request

    def answer(self, method, arguments, sender):
        options = arguments[1]
        handle = f"{self.path}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        results = {"background": GLib.Variant("b", self.allows),
                   "autostart": GLib.Variant("b", self.allows and options["autostart"])}
        self.asked.append(options)
        signal = (sender, handle, "org.freedesktop.portal.Request", "Response",
                  GLib.Variant("(ua{sv})", (0 if self.allows else 1, results)))
        return GLib.Variant("(o)", (handle,)), signal


class Answers:
    """What the user does when asked for a file: `answer_with` is a path, or None to cancel. `asked` keeps what was asked."""

    def __init__(self):
        self.answer_with = None
        self.asked = []  # {"method", "title", "name", "options"}

    def choose(self, method, title, options):
        """(0 or 1, the results as a portal gives them)"""
        name = options.get("current_name")
        self.asked.append({"method": method, "title": title, "name": name, "options": options})
        chosen = [Gio.File.new_for_path(str(self.answer_with)).get_uri()] if self.answer_with else []
        # The portal says so, too, where there is none: GTK 4.8 relies on it.
        return int(not chosen), {"uris": GLib.Variant("as", chosen)}


class Files(Service):
    """The portal that asks for files, as a program in a sandbox meets it; what is chosen is handed over as it is."""

    name, path, xml = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", FILES

    def __init__(self, session):
        super().__init__(session)
        self.user = Answers()

    def answer(self, method, arguments, sender):
        _, title, options = arguments
        handle = f"{self.path}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        status, results = self.user.choose(method, title, options)
        return GLib.Variant("(o)", (handle,)), (sender, handle, "org.freedesktop.portal.Request", "Response",
                                                GLib.Variant("(ua{sv})", (status, results)))


class Chooser(Service):
    """What stands behind the real portal: the dialog of a desktop."""

    name, path, xml = "org.freedesktop.impl.portal.desktop.unknot", "/org/freedesktop/portal/desktop", CHOOSER

    def __init__(self, session):
        super().__init__(session)
        self.user = Answers()

    def answer(self, method, arguments, sender):
        _, _, _, title, options = arguments
        return GLib.Variant("(ua{sv})", self.user.choose(method, title, options)), None
