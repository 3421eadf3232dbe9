"""A routine is done step by step: begun, paused, gone back in, left, taken up, ended, kept; even after a kill.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import tempfile

from gi.repository import GLib

from harness import Program, Session, tap
import reader
import screen as screens
from tap import check, equal, wait_until

session = None
BUTTONS = ("push button", "toggle button", "button")


class Led(Program):
    """The program with a data folder of its own, and eyes."""

    def __init__(self, home):
        super().__init__(session, env={"XDG_DATA_HOME": str(home)})
        self.eyes = None

    def see(self):
        if not self.eyes:
            self.eyes = reader.Reader(session, self.process.pid)
        return self.eyes

    def read(self):
        return " | ".join(self.see().texts())

    def expect_read(self, words, seconds=8):
        wait_until(lambda: words in self.read(), lambda: f"{words!r} is not read in: {self.read()[:2000]}", seconds)

    def press(self, name):
        """Presses the button of that name that is shown, as a screen reader does."""
        def shown():
            return [b for b in self.see().find_all(BUTTONS, name) if reader.extents(b)[2] > 0]
        reader.press(wait_until(shown, f"no button {name!r} in: {self.read()[:2000]}", 8)[0])

    def expect_session(self, phase, position=None, running=None, seconds=8):
        def fits():
            now = self.state("session")
            return (phase in (None, now[0]) and position in (None, now[1]) and running in (None, now[4]))
        wait_until(fits, lambda: f"session: {self.state('session')} instead of {phase}, step {position}, {running}", seconds)

    def advance(self, seconds):
        self.action("session-advance", GLib.Variant("d", seconds))

    def start(self):
        """A routine of two muscles, whose session waits to begin."""
        for muscle in ("masseter-superficial:right", "masseter-superficial:left"):
            self.action("pick", muscle)
        self.action("make-routine", "Jaw in the evening")
        self.expect_state("page", "routine")
        shown = [b for b in self.see().find_all(BUTTONS, "None of These Fits") if reader.extents(b)[2] > 0]
        if shown:
            reader.press(shown[0])
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
        program.expect_state("muscle", "masseter-superficial:right")
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
        program.expect_state("muscle", "masseter-superficial:right")
        program.expect_state("page", "session")


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

        def tab_to(name):
            def focused():
                return [t.get_name() for t, _ in program.see().walk() if reader.is_focused(t)]
            for _ in range(60):
                if name in focused():
                    return
                program.screen.key("Tab")
            raise AssertionError(f"Tab does not get to {name!r}; it is at {focused()}")
        tab_to("Begin")
        program.screen.key("Return")
        program.expect_session("place", 0, True)
        tab_to("Skip")
        program.screen.key("space")
        program.expect_session("place", 1, True)


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
