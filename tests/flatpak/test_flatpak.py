"""What a new user gets from the one file: installed, started, used, closed, and shut in its sandbox.

Run by build-aux/flatpak-test.sh, which builds and installs. Besides what tests/gui/harness.py needs, the environment says
where the installation is (FLATPAK_USER_DIR) and the file that it came from (UNKNOT_BUNDLE).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import configparser
import functools
import gzip
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "gui"))

import desktop  # noqa: E402  pylint: disable=wrong-import-position
import harness  # noqa: E402  pylint: disable=wrong-import-position
import reader  # noqa: E402  pylint: disable=wrong-import-position
import screen as screens  # noqa: E402  pylint: disable=wrong-import-position
import tap  # noqa: E402  pylint: disable=wrong-import-position
from gi.repository import Gio, GLib  # noqa: E402  pylint: disable=wrong-import-position
from harness import APP_ID, places  # noqa: E402  pylint: disable=wrong-import-position
from session import Session  # noqa: E402  pylint: disable=wrong-import-position
from tap import check, equal, wait_until  # noqa: E402  pylint: disable=wrong-import-position

TOP = pathlib.Path(__file__).resolve().parents[2]
INSTALLED = pathlib.Path(os.environ["FLATPAK_USER_DIR"])
EXPORTS = INSTALLED / "exports/share"
BUNDLE = pathlib.Path(os.environ["UNKNOT_BUNDLE"])
LARGEST = 3 * 1000 * 1000
SCREEN = "1280x900"
# How far apart the colors of a muscle may be, drawn by two versions of librsvg.
NEAR = 60
# There are no portals here.
NO_PORTAL = ("Failed to read portal settings", "Unable to retrieve the Flatpak portal version")
# Where the program outside of the sandbox has its files; inside it has its own.
OUTSIDE = {}
session = None
# What the program outside of the sandbox looks like at the places of the muscles.
outside_colors = None


def flatpak(*arguments, env=None, check_status=True):
    done = subprocess.run(["flatpak", *arguments], env=env or session.env, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=300, check=False)
    if check_status:
        check(done.returncode == 0, f"flatpak {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def inside(script, status=None):
    """What a shell inside the sandbox prints."""
    done = flatpak("run", "--user", "--command=sh", APP_ID, "-c", script, check_status=False)
    if status is not None:
        check((done.returncode == 0) == status, f"{script!r} inside ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


@functools.cache
def no_gl():
    """How the toolkit inside is told to do without OpenGL, which would first look for drivers."""
    names = inside("ls /usr/lib/*/ | grep libgtk-4.so.1.", True).split()
    number = max(int(name.split(".")[3]) for name in names)
    return {"GDK_DEBUG": "", "GDK_DISABLE": "gl,vulkan"} if number >= 1600 else {"GDK_DEBUG": "gl-disable"}


def running():
    return flatpak("ps", "--columns=application").stdout.split()


def windows(kind):
    """The windows on the X screen of a class, a regular expression."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", kind], env=session.env, capture_output=True,
                          text=True, check=False)
    return [int(line) for line in done.stdout.split()]


def expect_nothing_left():
    wait_until(lambda: not running(), lambda: f"left running: {running()}", 20)


class Outside(harness.Program):
    """The program as it was built, without a sandbox."""

    def __init__(self, session_):
        super().__init__(session_, OUTSIDE)


class Unboxed(Outside):
    """What was installed, with the libraries of its runtime, but without the sandbox."""

    def __init__(self, session_):
        super().__init__(session_)
        self.usr = next(INSTALLED.glob("runtime/org.gnome.Platform/*/*/active/files"))
        self.more = {**OUTSIDE, **no_gl(), "XDG_DATA_DIRS": f"{self.usr}/share"}

    def command(self):
        libraries = next(self.usr.glob("lib/*-linux-gnu"))
        loader = next(libraries.glob("ld-linux-*.so.*"))
        program = INSTALLED / "app" / APP_ID / "current/active/files/bin/unknot"
        return [str(loader), "--library-path", str(libraries), str(program)]


class Sandboxed(harness.Program):
    """The installed program, started as the desktop file starts it."""

    def __init__(self, session_, env=None, arguments=()):
        super().__init__(session_, {"G_DEBUG": "", **no_gl(), **(env or {})}, arguments)

    def command(self):
        entry = configparser.ConfigParser(interpolation=None, strict=False)
        entry.read(EXPORTS / f"applications/{APP_ID}.desktop")
        return entry["Desktop Entry"]["Exec"].split()

    def _find_window(self):
        # The number that the program gives for itself is that of the sandbox.
        found = windows("^unknot$")
        return found[-1] if found else None

    def said(self):
        return "".join(line for line in super().said().splitlines(True) if not any(words in line for words in NO_PORTAL))

    def kill(self):
        flatpak("kill", APP_ID, check_status=False)
        super().kill()


class Portals:
    """The desktop's portals, as a login starts them: the one for files with its store of documents, which the sandbox sees in
    a folder of its own, and a dialog that answers at once. As a context; `user` is who answers."""

    PROGRAMS = ("xdg-permission-store", "xdg-document-portal", "xdg-desktop-portal")

    def __init__(self, session_):
        self.session = session_
        self.chooser = desktop.Chooser(session_)
        self.user = self.chooser.user
        self.processes = []
        self.runtime = pathlib.Path(f"/run/user/{os.getuid()}")
        self.made = False

    def __enter__(self):
        if not os.access("/dev/fuse", os.R_OK | os.W_OK):
            raise tap.Skipped("/dev/fuse can't be used here: the portal's documents need it")
        # Inside, documents are looked for where they are of a user who has logged in.
        if (self.runtime / "doc").exists():
            raise tap.Skipped(f"{self.runtime}/doc belongs to somebody's desktop")
        self.made = not self.runtime.exists()
        self.runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = self.session.folder / "portals"
        folder.mkdir(exist_ok=True)
        (folder / "unknot.portal").write_text(
            f"[portal]\nDBusName={desktop.Chooser.name}\nInterfaces=org.freedesktop.impl.portal.FileChooser\nUseIn=unknot\n")
        env = dict(self.session.env, XDG_DESKTOP_PORTAL_DIR=str(folder), XDG_CURRENT_DESKTOP="unknot",
                   XDG_RUNTIME_DIR=str(self.runtime))
        self.chooser.__enter__()
        for name in self.PROGRAMS:
            with open(self.session.folder / f"{name}.log", "wb") as log:
                self.processes.append(subprocess.Popen([f"/usr/libexec/{name}"], env=env, stdin=subprocess.DEVNULL, stdout=log,
                                                       stderr=log))
        for name in ("impl.portal.PermissionStore", "portal.Documents", "portal.Desktop"):
            wait_until(lambda owned=name: self.is_owned(f"org.freedesktop.{owned}"), lambda said=name: self.say(said))
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait(10)
        self.chooser.__exit__()
        if (self.runtime / "doc").exists():
            (self.runtime / "doc").rmdir()
        if self.made:
            shutil.rmtree(self.runtime, ignore_errors=True)

    def is_owned(self, name):
        return self.chooser.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                          GLib.Variant("(s)", (name,)), GLib.VariantType("(b)"), 0, -1, None).unpack()[0]

    def say(self, missing):
        logs = [(self.session.folder / f"{name}.log").read_text(errors="replace") for name in self.PROGRAMS]
        return f"there is no {missing}:\n" + "\n".join(logs)


class OnWayland(Sandboxed):
    """The same where there is a Wayland compositor: weston, itself a window on the screen. The program fills it."""

    def _find_window(self):
        found = windows("^weston")
        return found[-1] if found else None


class Weston:
    """A Wayland compositor; as a context it leaves WAYLAND_DISPLAY in the session's environment."""

    def __init__(self, session_):
        self.session = session_
        self.process = None

    def __enter__(self):
        env = self.session.env
        width, height = SCREEN.split("x")
        with open(self.session.folder / "weston.log", "wb") as log:
            self.process = subprocess.Popen(
                ["weston", "--backend=x11-backend.so", "--shell=kiosk-shell.so", "--use-pixman", "--fullscreen",
                 f"--width={width}", f"--height={height}", "--idle-time=0", "--socket=unknot-wayland", "--no-config"],
                env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        place = pathlib.Path(env["XDG_RUNTIME_DIR"]) / "unknot-wayland"
        wait_until(lambda: place.exists() or self.process.poll() is not None, "weston did not start")
        check(self.process.poll() is None, (self.session.folder / "weston.log").read_text(errors="replace")[-2000:])
        env["WAYLAND_DISPLAY"] = "unknot-wayland"
        return self

    def __exit__(self, *_):
        self.session.env.pop("WAYLAND_DISPLAY", None)
        self.process.terminate()
        self.process.wait(10)


def colors_of_muscles(program, image):
    """The color at the place of each muscle of the front view, or None where it is out of sight."""
    left, top, _, _ = program.screen.geometry(program.window)
    found = {}
    for place in places("front", "1", least=3.0):
        x, y = program.to_screen(place["x"], place["y"])
        x, y = round(x - left), round(y - top)
        found[place["id"]] = image.getpixel((x, y)) if 0 <= x < image.width and 0 <= y < image.height else None
    return found


def expect_figure(program, name):
    """The picture shows the muscles in the colors that they have outside of the sandbox."""
    program.reset()
    program.settle()
    image = program.picture(name)
    seen = colors_of_muscles(program, image)
    near = [muscle for muscle, color in seen.items()
            if color and outside_colors[muscle] and screens.difference(color, outside_colors[muscle]) <= NEAR]
    distinct = len({seen[muscle] for muscle in near})
    tap.comment(f"{name}: {len(near)} of {len(seen)} muscles have their color, {distinct} colors")
    check(len(seen) >= 20, f"only {len(seen)} muscles to look at")
    check(len(near) >= 0.9 * len(seen), f"{name}: only {len(near)} of {len(seen)} muscles have their color")
    check(distinct >= 5, f"{name}: only {distinct} colors at all muscles")


def expect_click_chooses(program):
    program.reset()
    place = places("front", "1", least=6.0)[0]
    program.click_at(place["x"], place["y"])
    program.expect_state("muscle", f"{place['id']}:right")
    program.set("muscle", "")


def expect_find(program):
    program.action("mark", "front-of-shoulder:left")
    wait_until(lambda: program.state("matches"), "no muscle was named")
    check(program.state("matches")[0].endswith(":left"), f"{program.state('matches')}")
    program.action("clear-marks")


# --- the file and what it brings ---

def test_the_file_is_small():
    size = BUNDLE.stat().st_size
    tap.comment(f"{BUNDLE.name}: {size} bytes")
    check(size < LARGEST, f"{size} bytes are not below {LARGEST}")


def test_it_may_do_as_little_as_needed():
    told = configparser.ConfigParser()
    told.read_string(flatpak("info", "--user", "--show-permissions", APP_ID).stdout)
    context = {key: set(filter(None, value.split(";"))) for key, value in told["Context"].items()}
    equal(context, {"shared": {"ipc"}, "sockets": {"x11", "wayland", "fallback-x11"}, "devices": {"dri"}}, "permissions")
    equal([part for part in told.sections() if part != "Context"], [], "further permissions")


def test_it_exports_what_the_desktop_needs():
    for name in (f"applications/{APP_ID}.desktop", f"dbus-1/services/{APP_ID}.service",
                 f"gnome-shell/search-providers/{APP_ID}.search-provider.ini",
                 f"icons/hicolor/scalable/apps/{APP_ID}.svg", f"icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg"):
        check((EXPORTS / name).is_file(), f"{name} is not exported")
    text = (EXPORTS / f"applications/{APP_ID}.desktop").read_text(encoding="utf-8")
    check("[Desktop Action find-muscle]" in text and "[Desktop Action routine-now]" in text and "DBusActivatable=true" in text, f"the desktop file:\n{text}")
    subprocess.run(["desktop-file-validate", EXPORTS / f"applications/{APP_ID}.desktop"], check=True)
    where = INSTALLED / "app" / APP_ID / "current/active/files/share"
    # Older versions of flatpak-builder move it to the older place.
    check(any((where / name).is_file() for name in (f"metainfo/{APP_ID}.metainfo.xml", f"appdata/{APP_ID}.appdata.xml")),
          "the metainfo is missing")
    for name in ("unknot/atlas.bin", "locale/de/LC_MESSAGES/unknot.mo",
                 f"app-info/xmls/{APP_ID}.xml.gz", f"app-info/icons/flatpak/128x128/{APP_ID}.png"):
        check((where / name).is_file(), f"{name} is not in the program's share")


def test_it_keeps_the_rules_of_the_store():
    """What flatpak-builder-lint asks for, as far as it can be asked without Flathub and without a network."""
    manifest = json.loads((TOP / f"flatpak/{APP_ID}.json").read_text(encoding="utf-8"))
    equal((manifest["id"], manifest["command"]), (APP_ID, "unknot"), "id and command of the manifest")
    check(not {"branch", "default-branch", "build-options", "cleanup"} & manifest.keys(), "unneeded keys in the manifest")
    where = INSTALLED / "app" / APP_ID / "current/active/files/share"
    with gzip.open(where / f"app-info/xmls/{APP_ID}.xml.gz") as file:
        components = tree.parse(file).getroot().findall("component")
    equal(len(components), 1, "components in the store's entry")
    entry = components[0]
    equal(entry.findtext("id").removesuffix(".desktop"), APP_ID, "id of the entry")
    check(entry.get("type") in ("desktop", "desktop-application"), f"the entry is of type {entry.get('type')}")
    name, summary = entry.findtext("name"), entry.findtext("summary")
    check(len(name) <= 20 and len(summary) <= 35 and not summary.endswith("."), f"too long: {name!r}, {summary!r}")
    for needed in ("developer_name", "project_license", "categories/category", "content_rating", "url", "releases/release"):
        check(entry.find(needed) is not None, f"the entry has no {needed}")
    equal(entry.findtext("launchable"), f"{APP_ID}.desktop", "launchable")
    check(any(icon.get("type") == "cached" and icon.text == f"{APP_ID}.png" for icon in entry.findall("icon")), "no icon")
    shots = entry.findall("screenshots/screenshot")
    check(shots and all(shot.findtext("caption") for shot in shots), "a picture without a caption")
    source = (where / f"applications/{APP_ID}.desktop").read_text(encoding="utf-8")
    check("flatpak run" not in source and "NoDisplay" not in source and "Hidden" not in source, source)


def test_the_development_build_stands_beside_it():
    devel = f"{APP_ID}.Devel"
    installed = flatpak("list", "--user", "--app", "--columns=application").stdout.split()
    if devel not in installed:
        raise tap.Skipped("only built against the first suite")
    check(APP_ID in installed, "the stable program is gone")
    text = (EXPORTS / f"applications/{devel}.desktop").read_text(encoding="utf-8")
    check("Name=Unknot (Development)" in text and f"Icon={devel}" in text, text)
    check((EXPORTS / f"icons/hicolor/scalable/apps/{devel}.svg").is_file(), "it has no icon of its own")
    check(flatpak("run", "--user", devel, "--version").stdout.startswith("unknot "), "it does not say its version")


# --- the sandbox ---

def test_it_runs_on_the_platform_alone():
    inside("test -e /.flatpak-info && ! command -v gcc && ! command -v meson", True)
    said = inside("ldd /app/bin/unknot", True)
    check("libadwaita" in said and "not found" not in said, said)


def test_it_has_no_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        socket.create_connection(("127.0.0.1", port)).close()
        reach = f"bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}'"
        inside(reach, False)
    interfaces = [line.split(":")[0].strip() for line in inside("cat /proc/net/dev", True).splitlines() if ":" in line]
    equal(interfaces, ["lo"], "network interfaces inside")
    check(inside("cat /proc/net/route", True).count("\n") <= 1, "there is a route")


def test_it_has_no_home():
    home = pathlib.Path(session.env["HOME"])
    (home / "letter.txt").write_text("private")
    inside("true", True)
    inside(f"cat {home}/letter.txt", False)
    inside(f"cat {TOP}/README.md", False)
    inside(f"echo mine > {home}/left.txt", None)
    check(not (home / "left.txt").exists(), "it could write into the home")
    equal((home / "letter.txt").read_text(), "private", "the letter")


# --- the command line ---

def test_it_finds_by_the_command_line():
    arguments = ("--find", "front-of-shoulder", "--side", "left", "--format", "json")
    told = flatpak("run", "--user", APP_ID, *arguments).stdout
    outside = subprocess.run([os.environ["UNKNOT_BIN"], *arguments], env=dict(session.env, **OUTSIDE), capture_output=True,
                             text=True, check=True).stdout
    equal(json.loads(told), json.loads(outside), "the answer")


def test_it_writes_a_chart():
    data = pathlib.Path(session.env["HOME"]) / ".var/app" / APP_ID / "data"
    for kind in ("png", "pdf", "svg"):
        flatpak("run", "--user", APP_ID, "--chart", "infraspinatus.1", "--output", str(data / f"chart.{kind}"))
        check((data / f"chart.{kind}").stat().st_size > 10000, f"the chart as {kind} is nearly empty")
    other = session.folder / "chart.png"
    subprocess.run([os.environ["UNKNOT_BIN"], "--chart", "infraspinatus.1", "--output", other],
                   env=dict(session.env, **OUTSIDE), check=True)
    chart, outside = screens.open_picture(data / "chart.png"), screens.open_picture(other)
    equal(chart.size, outside.size, "the chart's size")
    small = [image.resize((60, 80)).getdata() for image in (chart, outside)]
    near = sum(screens.difference(a, b) <= NEAR for a, b in zip(*small))
    check(near >= 0.95 * 4800, f"only {near} of 4800 places look as outside of the sandbox")
    screens.keep(chart, "chart")
    done = flatpak("run", "--user", APP_ID, "--chart", "infraspinatus", "--output", "/usr/chart.png", check_status=False)
    equal((done.returncode, done.stderr.count("\n")), (2, 1), f"a chart where it may not write: {done.stderr}")


# --- the window ---

def test_on_x11():
    with Sandboxed(session) as program:
        expect_figure(program, "x11")
        expect_click_chooses(program)
        expect_find(program)
    expect_nothing_left()


def test_on_wayland():
    with Weston(session), OnWayland(session) as program:
        equal(windows("^unknot$"), [], "windows of the program on X11")
        has = inside("test -e /tmp/.X11-unix/X* && echo X11; test -S $XDG_RUNTIME_DIR/$WAYLAND_DISPLAY && echo Wayland", None)
        equal(has.split(), ["Wayland"], "what is inside")
        expect_figure(program, "wayland")
        expect_find(program)
        program.action("quit")
        program.process.wait(20)
    expect_nothing_left()


def test_in_a_second_language():
    german = {"LANG": "de_DE.UTF-8", "LC_ALL": "", "LANGUAGE": ""}
    env = dict(session.env, **german)
    told = flatpak("run", "--user", APP_ID, "--help", env=env).stdout
    check("Findet den Muskel hinter dem Schmerz" in told, f"not in German:\n{told}")
    with Sandboxed(session) as program:
        program.reset()
        program.settle()
        english = program.picture()
    with Sandboxed(session, german) as program:
        expect_figure(program, "german")
        check(not screens.is_same(english, program.picture()), "the window looks as in English")
    expect_nothing_left()


def test_its_state_is_kept():
    with Sandboxed(session) as program:
        program.screen.tool("windowsize", "--sync", program.window, 900, 700)
        program.settle()
        size = program.screen.geometry(program.window)[2:]
        check(size[0] < 1000, f"the window can't be made smaller: {size}")
    with Sandboxed(session) as program:
        equal(program.screen.geometry(program.window)[2:], size, "the window's size after a restart")
    expect_nothing_left()


def test_a_routine_is_kept():
    with Sandboxed(session) as program:
        program.action("pick", "infraspinatus:right")
        program.expect_state("picked", ["infraspinatus:right"])
        program.action("make-routine", "After work")
        wait_until(lambda: program.state("routine"), "no routine was made")
        steps = program.state("routine")
    with Sandboxed(session) as program:
        equal(program.state("routine"), [], "the routine that is open at the start")
        # The user's file is read after the first frame.
        wait_until(lambda: open_first_routine(program), "the routine isn't there after a restart")
        equal(program.state("routine"), steps, "the routine after a restart")
    expect_nothing_left()


def open_first_routine(program):
    program.action("open-routine", GLib.Variant("x", 1))
    return program.state("routine")


def expect_written(path):
    wait_until(lambda: path.exists() and path.stat().st_size, f"{path.name} wasn't written", 20)
    return path.read_bytes()


def test_files_go_out_and_come_in_by_the_portal():
    """Into the home, which the sandbox doesn't see, and back from there."""
    home = pathlib.Path(session.env["HOME"])
    kept, sheet = home / "my journal.json", home / "for the therapist.pdf"
    buttons = ("push button", "button")
    with Portals(session) as portals, Sandboxed(session) as program:
        program.action("mark", "front-of-shoulder:left")
        wait_until(lambda: program.state("places"), "nothing is marked")
        program.action("journal-add", GLib.Variant("(is)", (6, "at the desk")))
        wait_until(lambda: program.state("journal-entries"), "no entry")
        program.set("page", "journal")
        eyes = reader.Reader(session, reader.wait_for_only_program(session))
        for name, path in (("Everything (JSON)", kept), ("PDF for a Therapist, A4", sheet)):
            portals.user.answer_with = path
            reader.press(eyes.find(buttons, name))
            expect_written(path)
        equal([(one["title"], one["name"]) for one in portals.user.asked],
              [("Export the Journal", "pain-journal.json"), ("Export the Journal", "pain-journal.pdf")], "what was asked")
        check("at the desk" in kept.read_text(encoding="utf-8"), kept.read_text(encoding="utf-8")[:500])
        check(sheet.read_bytes().startswith(b"%PDF"), "no PDF")
        equal(sorted(path.name for path in home.glob("my journal*")), [kept.name], "files of the journal")
        # Who cancels has changed nothing.
        portals.user.answer_with = None
        reader.press(eyes.find(buttons, "Import (JSON)"))
        wait_until(lambda: len(portals.user.asked) == 3, "nobody asked for a file to read")
        entries = program.state("journal-entries")
        program.action("journal-delete", f"entry:{entries[0][0]}")
        wait_until(lambda: len(program.state("journal-entries")) == len(entries) - 1, "the entry stays")
        portals.user.answer_with = kept
        reader.press(eyes.find(buttons, "Import (JSON)"))
        wait_until(lambda: len(program.state("journal-entries")) == len(entries), "the entry doesn't come back", 20)
        program.action("clear-marks")
    expect_nothing_left()


def test_the_desktop_starts_it_by_the_bus():
    """The exported service is put where the bus looks for services, as a login does it; then the desktop searches."""
    shutil.copy(EXPORTS / f"dbus-1/services/{APP_ID}.service", session.folder / "services")
    bus = Gio.DBusConnection.new_for_address_sync(
        session.env["DBUS_SESSION_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", None, None, 0, -1,
                  None)
    provider = configparser.ConfigParser()
    provider.read(EXPORTS / f"gnome-shell/search-providers/{APP_ID}.search-provider.ini")
    about = provider["Shell Search Provider"]

    def ask(method, arguments, reply):
        return bus.call_sync(about["BusName"], about["ObjectPath"], "org.gnome.Shell.SearchProvider2", method, arguments,
                             GLib.VariantType(reply) if reply else None, 0, 30000, None)
    equal(ask("GetInitialResultSet", GLib.Variant("(as)", (("temple", "pain"),)), "(as)").unpack()[0][0], "area:temple",
          "the first result")
    ask("ActivateResult", GLib.Variant("(sasu)", ("area:temple", ("temple",), 0)), None)
    program = Sandboxed(session)
    program.bus = bus
    program.window = wait_until(program._find_window, "no window opened")  # pylint: disable=protected-access
    wait_until(lambda: program.state("mode") == "pain", "not in pain mode")
    program.action("quit")
    expect_nothing_left()
    (session.folder / f"services/{APP_ID}.service").unlink()


def ready_after(kind):
    """Seconds from the start to the window that shows the body."""
    program = kind(session)
    begin = time.monotonic()
    program.process = subprocess.Popen(program.command(), env=dict(session.env, **program.more), stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    program.bus = Gio.DBusConnection.new_for_address_sync(
        session.env["DBUS_SESSION_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    while True:
        try:
            if program.viewport()[0] > 0:
                break
        except GLib.Error:
            check(time.monotonic() - begin < 60, "it never starts")
        time.sleep(0.002)
    seconds = time.monotonic() - begin
    program.action("quit")
    program.process.wait(20)
    return seconds


def test_it_starts_within_twice_the_time_of_outside():
    for kind in (Unboxed, Sandboxed):
        ready_after(kind)
    times = [(ready_after(Unboxed), ready_after(Sandboxed)) for _ in range(7)]
    outside, in_sandbox = (statistics.median(column) for column in zip(*times))
    tap.comment(f"outside {outside * 1000:.0f} ms, inside {in_sandbox * 1000:.0f} ms, {in_sandbox / outside:.2f} times")
    check(in_sandbox <= 2 * outside, f"{in_sandbox / outside:.2f} times the time of outside")


def test_it_can_be_removed_and_installed_again():
    flatpak("uninstall", "--user", "--noninteractive", APP_ID)
    check(not (EXPORTS / f"applications/{APP_ID}.desktop").exists(), "its desktop file stays")
    said = flatpak("install", "--user", "--noninteractive", "--bundle", str(BUNDLE))
    check(not re.search(r"\[[Yy]/[Nn]\]", said.stdout + said.stderr), "something was asked for")
    check(flatpak("run", "--user", APP_ID, "--version").stdout.startswith("unknot "), "it does not say its version")


def main():
    module = sys.modules[__name__]
    harness.probe()
    for name in ("UNKNOT_ATLAS", "UNKNOT_LOCALE_DIR", "GSETTINGS_SCHEMA_DIR"):
        OUTSIDE[name] = os.environ.pop(name)
    with Session(screen=SCREEN) as module.session:
        # Settings are kept here, and the system's bus is one without services.
        del module.session.env["GSETTINGS_BACKEND"]
        module.session.env["DBUS_SYSTEM_BUS_ADDRESS"] = module.session.env["DBUS_SESSION_BUS_ADDRESS"]
        with Outside(module.session) as program:
            program.reset()
            program.settle()
            module.outside_colors = colors_of_muscles(program, program.picture("outside"))

        def on_failure(name):
            screens.keep(screens.Screen(module.session).picture(), f"FAILED-{name.replace(' ', '-')}")
            flatpak("kill", APP_ID, check_status=False)
        status = tap.main(module, on_failure)
    tap.comment("end")
    return status


if __name__ == "__main__":
    sys.exit(main())
