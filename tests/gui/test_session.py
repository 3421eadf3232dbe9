"""A routine is done step by step: begun, paused, gone back in, left, taken up, ended, kept; even after a kill.

By pointer, keys, media keys and screen reader; how it sounds is heard by the count of rings.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sqlite3
import sys
import tempfile
import time

from gi.repository import Gio, GLib

from harness import Program, Session, tap
import catalog
import reader
import screen as screens
from tap import check, equal, wait_until

session = None
REMOTE = "org.mpris.MediaPlayer2.io.github.unknot.Unknot"
BUTTONS = ("push button", "toggle button", "button")


class Led(Program):
    """The program with a data folder of its own, and eyes."""

    def __init__(self, home, env=None):
        super().__init__(session, env={"XDG_DATA_HOME": str(home), **(env or {})})
        self.eyes = None

    def see(self):
        if not self.eyes:
            self.eyes = reader.Reader(session, self.process.pid)
        return self.eyes

    def read(self):
        return " | ".join(self.see().texts())

    def expect_read(self, words, seconds=8):
        wait_until(lambda: words in self.read(), lambda: f"{words!r} is not read in: {self.read()[:2000]}", seconds)

    def find_button(self, name):
        def shown():
            return [b for b in self.see().find_all(BUTTONS, name) if reader.extents(b)[2] > 0]
        return wait_until(shown, lambda: f"no button {name!r} in: {self.read()[:2000]}", 8)[0]

    def press(self, name):
        """Presses the button of that name that is shown, as a screen reader does."""
        reader.press(self.find_button(name))

    def click(self, name):
        """Clicks it with the pointer."""
        reader.expect_true_places()
        seen = [None]

        def rests():
            last, seen[0] = seen[0], reader.extents(self.find_button(name))
            time.sleep(0.1)
            return seen[0] == last
        # The bar is arranged anew when a button of it gets another name.
        wait_until(rests, f"the button {name!r} never stands still")
        left, top, _, _ = self.screen.geometry(self.window)
        x, y, width, height = seen[0]
        self.screen.move(left + x + width / 2 - 2, top + y + height / 2)
        # As long as a finger takes; a release at once is lost where the toolkit looks for the pointer in between.
        self.screen.move(left + x + width / 2, top + y + height / 2)
        self.screen.tool("mousedown", 1)
        time.sleep(0.08)
        self.screen.tool("mouseup", 1)

    def key(self, name):
        self.screen.tool("windowfocus", "--sync", self.window)
        self.screen.key(name)

    def call_remote(self, method, interface="org.mpris.MediaPlayer2.Player", arguments=None):
        """What a desktop does where a media key is pressed."""
        return self.bus.call_sync(REMOTE, "/org/mpris/MediaPlayer2", interface, method, arguments, None,
                                  Gio.DBusCallFlags.NO_AUTO_START, 10000 * tap.PATIENCE, None).unpack()

    def remote_property(self, name):
        return self.call_remote("Get", "org.freedesktop.DBus.Properties",
                                GLib.Variant("(ss)", ("org.mpris.MediaPlayer2.Player", name)))[0]

    def is_on_remote(self):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                  GLib.Variant("(s)", (REMOTE,)), None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]

    def expect_session(self, phase, position=None, running=None, seconds=8):
        def fits():
            now = self.state("session")
            return (phase in (None, now[0]) and position in (None, now[1]) and running in (None, now[4]))
        wait_until(fits, lambda: f"session: {self.state('session')} instead of {phase}, step {position}, {running}", seconds)

    def advance(self, seconds):
        self.action("session-advance", GLib.Variant("d", seconds))

    def start(self, days=0):
        """A routine of two muscles, whose session waits to begin; days are bits, Monday is 1."""
        for muscle in ("masseter-superficial:right", "masseter-superficial:left"):
            self.action("pick", muscle)
        self.action("make-routine", "Jaw in the evening")
        self.expect_state("page", "routine")
        shown = [b for b in self.see().find_all(BUTTONS, "None of These Fits") if reader.extents(b)[2] > 0]
        if shown:
            reader.press(shown[0])
        if days:
            self.action("routine-times", GLib.Variant("(ui)", (days, -1)))
            self.expect_state("routine-times", (days, -1))
        self.press("Start Session")
        self.expect_state("page", "session")
        self.expect_session("before", 0, False)
        check(self.state("session")[2] >= 4, f"only {self.state('session')[2]} steps")

    def rate(self, number):
        self.action("session-rate", GLib.Variant("i", number))

    def keep_picture(self, name):
        screens.keep(self.picture(), f"session-{name}")


def test_played_from_the_first_step_into_the_journal():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.expect_read("How tender is it now?")
        program.settle()
        program.keep_picture("before")
        program.rate(6)
        program.press("Begin")
        program.expect_session("place", 0, True)
        program.expect_read("Step 1 of")
        program.expect_read("Find the place")
        program.advance(17.0)
        program.expect_session("hold", 0, True)
        program.keep_picture("hold")
        program.press("Pause")
        program.expect_session("hold", 0, False)
        program.press("Go On")
        program.press("10 s Longer")
        program.press("Skip")
        program.expect_session("place", 1, True)
        program.expect_read("Step 2 of")
        # In its first seconds it leads to the step before.
        program.action("session-skip")
        program.action("session-back")
        program.expect_session("place", 1, True)
        program.advance(20.0)
        program.press("Step Back")
        program.expect_session("place", 1, True)
        steps = program.state("session")[2]
        program.advance(3600.0)
        program.expect_session("after", steps, False)
        program.expect_read("Well Done")
        program.settle()
        program.keep_picture("after")
        program.rate(3)
        program.action("session-note", "Softer on the right")
        before = program.state("journal-count")[1]
        program.press("Keep in Journal")
        program.expect_state("page", "journal")
        equal(program.state("journal-count")[1], before + 1, "sessions in the journal")
        equal(program.state("session")[0], "", "the session that isn't over")
        program.expect_read("Jaw in the evening")
        program.keep_picture("journal")


def test_left_and_taken_up():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.press("Begin")
        program.press("Skip")
        program.expect_session("place", 1, True)
        program.press("Leave for Later")
        program.expect_state("page", "routines")
        program.expect_session(None, 1, False)
        program.expect_read("was left after 1 of")
        program.keep_picture("left")
        program.press("Continue Session")
        program.expect_state("page", "session")
        program.press("Go On")
        program.expect_session(None, 1, True)
        program.press("End Here")
        program.expect_state("page", "journal")
        equal(program.state("journal-count")[1], 1, "sessions in the journal")


def test_who_goes_elsewhere_pauses():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.press("Begin")
        program.expect_session("place", 0, True)
        program.action("muscle", "infraspinatus:left")
        program.expect_session(None, 0, False)
        program.set("page", "routines")
        program.press("Continue Session")
        program.expect_state("page", "session")
        program.expect_session(None, 0, False)


def test_taken_up_after_a_kill():
    with tempfile.TemporaryDirectory() as home:
        program = Led(home)
        with program:
            program.start()
            program.rate(6)
            program.press("Begin")
            program.press("Skip")
            program.expect_session("place", 1, True)
            program.advance(20.0)
            program.expect_session("hold", 1, True)
            steps = program.state("session")[2]
            program.process.kill()
            program.process.wait()
            program.process.returncode = 0  # it was we who ended it
        with Led(home) as again:
            again.set("page", "routines")
            again.expect_read(f"was left after 1 of {steps} steps")
            again.press("Continue Session")
            again.expect_session("hold", 1, False)
            again.press("Go On")
            again.expect_session("hold", 1, True)


def test_by_keyboard():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.screen.tool("windowfocus", "--sync", program.window)

        def tab_to(wanted):
            program.see().tab_to(program.screen, lambda name: name == wanted, 30)
        # Before it is begun, the keys of the player would only be pressed by mistake.
        program.key("Right")
        tab_to("Begin")
        program.screen.key("Return")
        program.expect_session("place", 0, True)
        program.key("space")
        program.expect_session("place", 0, False)
        program.key("space")
        program.expect_session("place", 0, True)
        program.key("Right")
        program.expect_session("place", 1, True)
        program.key("Left")
        program.expect_session("place", 0, True)
        program.advance(16.0)
        program.expect_session("hold", 0, True)
        program.key("m")
        program.expect_state("session-mute", True)
        tab_to("Skip")
        program.screen.key("space")
        program.expect_session("place", 1, True)
        program.key("Escape")
        program.expect_state("page", "routines")
        program.expect_session("place", 1, False)


def test_by_pointer():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.click("Begin")
        program.expect_session("place", 0, True)
        program.click("Pause")
        program.expect_session("place", 0, False)
        program.click("Go On")
        program.expect_session("place", 0, True)
        program.click("Skip")
        program.expect_session("place", 1, True)
        program.click("Step Back")
        program.expect_session("place", 0, True)
        program.advance(16.0)
        program.click("Pause")
        program.expect_session("hold", 0, False)
        program.settle()
        program.keep_picture("paused")
        program.click("Leave for Later")
        program.expect_state("page", "routines")
        program.click("Continue Session")
        program.expect_state("page", "session")


def test_by_media_keys():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        check(not program.is_on_remote(), "a session that isn't begun is on the bus of the media keys")
        program.action("session-pause")
        program.expect_session("place", 0, True)
        wait_until(program.is_on_remote, "the session isn't on the bus of the media keys")
        equal(program.remote_property("PlaybackStatus"), "Playing", "status")
        equal(program.remote_property("Metadata")["xesam:album"], "Jaw in the evening", "album")
        check("right" in program.remote_property("Metadata")["xesam:title"], program.remote_property("Metadata"))
        program.call_remote("Next")
        program.expect_session("place", 1, True)
        program.call_remote("Previous")
        program.expect_session("place", 0, True)
        program.call_remote("PlayPause")
        program.expect_session("place", 0, False)
        program.call_remote("Pause")
        program.expect_session("place", 0, False)
        equal(program.remote_property("PlaybackStatus"), "Paused", "status")
        program.call_remote("Play")
        program.expect_session("place", 0, True)
        equal(program.call_remote("GetAll", "org.freedesktop.DBus.Properties",
                                  GLib.Variant("(s)", ("org.mpris.MediaPlayer2",)))[0]["DesktopEntry"],
              "io.github.unknot.Unknot", "desktop entry")
        program.action("session-end")
        wait_until(lambda: not program.is_on_remote(), "the session stays on the bus of the media keys")


def test_it_rings_where_something_changes_unless_muted():
    with tempfile.TemporaryDirectory() as home:
        with Led(home) as program:
            program.start()
            program.action("session-pause")
            program.expect_session("place", 0, True)
            equal(program.state("session-cues"), 0, "rings to begin with")
            program.advance(16.0)
            program.expect_session("hold", 0, True)
            program.expect_state("session-cues", 1)
            # What one asks for needs no bell.
            program.action("session-skip")
            program.expect_session("place", 1, True)
            equal(program.state("session-cues"), 1, "rings after a skip")
            program.press("Silent")
            program.expect_state("session-mute", True)
            program.advance(16.0)
            program.expect_session("hold", 1, True)
            equal(program.state("session-cues"), 1, "rings while silent")
        with Led(home) as again:
            again.set("page", "routines")
            again.press("Continue Session")
            again.expect_state("session-mute", True)


def test_it_says_when_again():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start(days=0b1111111)
        program.action("session-pause")
        program.advance(3600.0)
        program.expect_session("after")
        program.expect_read("Planned again for")


def test_the_guide_comes_before_a_session_and_gives_it_back():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.press("When Not to Massage")
        wait_until(lambda: program.state("guide") == "when-not-to-massage", "the page isn't opened")
        program.expect_read("When Not to Massage")
        program.action("guide", "closed")
        program.find_button("Begin")
        program.expect_session("before", 0, False)


def test_without_a_file_it_is_done_all_the_same():
    with tempfile.TemporaryDirectory() as home:
        path = pathlib.Path(home) / "unknot" / "unknot.db"
        path.parent.mkdir(parents=True)
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE something (x)")
        db.close()
        bytes_ = path.read_bytes()
        with Led(home) as program:
            program.start()
            program.press("Begin")
            program.press("End Here")
            program.expect_session("", 0)
            program.expect_read("There is no file to keep this session in")
        equal(path.read_bytes(), bytes_, "the other program's file")


def test_mirrored_narrow_and_large():
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory(prefix="unknot-") as folder:
        arabic = catalog.make(pathlib.Path(folder), "ar", {"Pause": "إيقاف", "Skip": "تخطي"})
        with Led(home, arabic) as program:
            program.start()
            program.screen.tool("windowsize", "--sync", program.window, "360", "720")
            program.action("session-pause")
            program.expect_session("place", 0, True)
            program.key("Left")
            program.expect_session("place", 1, True)
            program.advance(16.0)
            program.action("session-pause")
            program.expect_session("hold", 1, False)
            program.settle()
            width = program.screen.geometry(program.window)[2]
            check(width <= 362, f"the window can't be made narrower than {width}")
            program.keep_picture("narrow-rtl")


def test_begun_from_the_list():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        program.start()
        program.press("Later")
        program.expect_state("page", "routines")
        program.press("Start Jaw in the evening")
        program.expect_state("page", "session")
        program.expect_session("before", 0, False)


def test_what_is_asked_wrongly_changes_nothing():
    with tempfile.TemporaryDirectory() as home, Led(home) as program:
        equal(program.state("session"), ("", 0, 0, 0, False), "the session to begin with")
        enabled = program.describe_all()
        for name in ("session-pause", "session-skip", "session-back", "session-longer", "session-end", "resume-session"):
            check(not enabled[name][0], f"{name} can be asked for without a session")
        program.start()
        for number in (-2, 11):
            program.rate(number)
        for seconds in (-1.0, 1e9, float("nan")):
            program.advance(seconds)
        program.expect_session("before", 0, False)


def main():
    global session  # pylint: disable=global-statement
    with Session() as session:
        return tap.main(sys.modules[__name__])


if __name__ == "__main__":
    sys.exit(main())
