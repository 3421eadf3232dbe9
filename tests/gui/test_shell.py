"""At home on the desktop: the bus starts the program, the desktop's search asks it, and what is chosen there opens.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import sys
import time

import harness  # first: it says where the others are
import screen as screens
import tap
from gi.repository import Gio, GLib
from session import Session
from tap import check, equal, wait_until

PROVIDER = "org.gnome.Shell.SearchProvider2"
PROVIDER_PATH = harness.APP_PATH + "/SearchProvider"
SERVICE = "[D-BUS Service]\nName={name}\nExec={binary} --gapplication-service\n"
session = None
bus = None
screen = None


def ask(method, arguments, reply=None, path=PROVIDER_PATH, interface=PROVIDER):
    """Asks by the program's name, so that the bus starts it where it isn't running."""
    answer = bus.call_sync(harness.APP_ID, path, interface, method, arguments, GLib.VariantType(reply) if reply else None,
                           Gio.DBusCallFlags.NONE, 30000 * tap.PATIENCE, None)
    return answer.unpack() if answer else None


def search(*terms):
    return ask("GetInitialResultSet", GLib.Variant("(as)", (terms,)), "(as)")[0]


def state(name):
    return ask("Describe", GLib.Variant("(s)", (name,)), "((bgav))", harness.APP_PATH, "org.gtk.Actions")[0][2][0]


def is_running():
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (harness.APP_ID,)), GLib.VariantType("(b)"), 0, -1, None).unpack()[0]


def process():
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", GLib.Variant("(s)", (harness.APP_ID,)), GLib.VariantType("(u)"), 0,
                         -1, None).unpack()[0]


def windows():
    return screen.find_windows(process()) if is_running() else []


def expect_window():
    wait_until(windows, "no window opened", 20)
    wait_until(lambda: state("viewport")[0] > 0, "the window shows nothing")


def close():
    window = windows()[-1]
    screen.tool("windowactivate", "--sync", window)
    screen.tool("key", "--clearmodifiers", "alt+F4")
    wait_until(lambda: not is_running(), "the program went on after its window was closed")


def test_muscles_are_found_by_name():
    check(not is_running(), "the program runs before anybody asked")
    equal(search("infraspinatus")[0], "muscle:infraspinatus", "the first result")
    equal(windows(), [], "windows after a search")


def test_places_and_muscles_are_found_by_what_hurts():
    results = search("temple", "pain")
    equal(results[0], "area:temple", "the first result")
    check(any(result.startswith("muscle:") for result in results), f"no muscle among {results}")
    narrowed = ask("GetSubsearchResultSet", GLib.Variant("(asas)", (results, ("temple", "pain", "zzyzx"))), "(as)")[0]
    equal(narrowed, [], "results of a word that is nowhere")
    check(len(search("pain")) <= 20, "more results than a desktop can show")
    equal(search(""), [], "results of nothing")


def test_results_are_described():
    metas = ask("GetResultMetas", GLib.Variant("(as)", (("muscle:infraspinatus", "area:temple", "muscle:no-such", "odd"),)),
                "(aa{sv})")[0]
    equal([meta["id"] for meta in metas], ["muscle:infraspinatus", "area:temple"], "what is described")
    equal([meta["name"] for meta in metas], ["Infraspinatus", "Temple"], "names")
    for meta in metas:
        check(len(meta["description"]) > 10, f"{meta['id']} is described as {meta['description']!r}")
        equal(meta["icon"][0], "themed", f"icon of {meta['id']}")


def test_a_muscle_opens_in_the_window():
    ask("ActivateResult", GLib.Variant("(sasu)", ("muscle:infraspinatus", ("infra",), 0)))
    expect_window()
    equal(state("muscle"), "infraspinatus:right", "the muscle")
    equal(len(windows()), 1, "windows")


def test_a_place_opens_as_what_hurts():
    ask("ActivateResult", GLib.Variant("(sasu)", ("area:temple", ("temple", "pain"), 0)))
    equal(state("mode"), "pain", "the mode")
    equal(sorted(state("marks")), ["temple:left", "temple:right"], "what is marked")
    check(state("matches"), "no muscle is named")
    equal(state("view"), "front", "the view that shows the place")
    equal(len(windows()), 1, "windows")
    time.sleep(0.5)
    screens.keep(screen.picture(), "shell-place")


def test_what_is_not_there_opens_nothing_else():
    before = (state("muscle"), state("marks"))
    for odd in ("muscle:no-such", "area:", "", "x" * 5000):
        ask("ActivateResult", GLib.Variant("(sasu)", (odd, (), 0)))
    equal((state("muscle"), state("marks")), before, "the choice and the marks")


def test_the_search_goes_on_in_the_window():
    ask("LaunchSearch", GLib.Variant("(asu)", (("stiff", "neck"), 0)))
    expect_window()
    time.sleep(0.5)
    screens.keep(screen.picture(), "shell-search")
    close()


def test_find_the_muscle_starts_in_pain_mode():
    """As the desktop does it when the entry of the program's menu is chosen."""
    ask("ActivateAction", GLib.Variant("(sava{sv})", ("find-muscle", [], {})), None, harness.APP_PATH,
        "org.freedesktop.Application")
    expect_window()
    equal(state("mode"), "pain", "the mode")
    close()


def test_start_a_routine_leads_to_it():
    """The same, for the other entry: to where routines are made, to the routine of today, to a session that isn't over."""
    def start():
        ask("ActivateAction", GLib.Variant("(sava{sv})", ("routine-now", [], {})), None, harness.APP_PATH,
            "org.freedesktop.Application")
        # A session covers the body, which then says nothing of where it stands.
        wait_until(windows, "no window opened", 20)

    def act(name, *values):
        ask("Activate", GLib.Variant("(sava{sv})", (name, list(values), {})), None, harness.APP_PATH, "org.gtk.Actions")

    def expect(name, value):
        wait_until(lambda: state(name) == value, lambda: f"{name}: {state(name)!r} instead of {value!r}", 10)
    start()
    expect("page", "routines")
    # What hurts is asked about first, on the routine's page; here nothing does.
    act("clear-marks")
    act("pick", GLib.Variant("s", "soleus:left"))
    act("make-routine", GLib.Variant("s", "Calf"))
    expect("page", "routine")
    close()
    start()
    expect("page", "session")
    equal(state("session")[0], "before", "the session")
    act("session-pause")
    wait_until(lambda: state("session")[4], "it doesn't run")
    act("session-skip")
    close()
    start()
    expect("page", "session")
    equal((state("session")[1], state("session")[4]), (1, False), "where the session stands")
    act("session-end")
    expect("page", "journal")
    act("page", GLib.Variant("s", "routine"))
    act("delete-routine")
    close()


def test_activated_by_the_desktop():
    ask("Activate", GLib.Variant("(a{sv})", ({},)), None, harness.APP_PATH, "org.freedesktop.Application")
    expect_window()
    close()


def test_after_a_search_alone_the_program_goes_again():
    search("temple")
    check(is_running(), "the program is gone at once")
    wait_until(lambda: not is_running(), "the program stays after the search", 20)


def test_closed_while_it_draws_it_ends_cleanly():
    """A thread draws the piece that was asked for, while the program and its libraries go away."""
    for zooms in range(1, 6):
        with harness.Program(session) as program:
            for _ in range(zooms):
                program.action("zoom-in")
            # Closing expects a clean end.


def main():
    module = sys.modules[__name__]
    with Session() as module.session:
        services = module.session.folder / "services"
        (services / f"{harness.APP_ID}.service").write_text(
            SERVICE.format(name=harness.APP_ID, binary=os.environ["UNKNOT_BIN"]))
        module.bus = Gio.DBusConnection.new_for_address_sync(
            module.session.env["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        module.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", None,
                             None, 0, -1, None)
        module.screen = screens.Screen(module.session)

        def on_failure(name):
            screens.keep(module.screen.picture(), f"FAILED-shell-{name.replace(' ', '-')}")
            tap.comment((module.session.folder / "bus.log").read_text(errors="replace")[-4000:])
        status = tap.main(module, on_failure)
        # What the bus started says what it has to say in the bus's log.
        said = (pathlib.Path(module.session.folder) / "bus.log").read_text(errors="replace")
        if harness.COMPLAINT.search(said):
            tap.comment(said[-4000:])
            status = 1
        return status


if __name__ == "__main__":
    sys.exit(main())
