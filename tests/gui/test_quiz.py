"""The quiz in the real window: decks, questions of every kind; by pointer, by keyboard and by screen reader.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import sys
import tempfile
import time

from gi.repository import GLib

import harness
import reader
import screen as screens
from harness import Program
from session import Session
from tap import check, equal, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
KINDS = {"pattern", "mark", "cross", "refers", "lit", "attachments", "action", "nerve", "apart"}
ON_BODY = ("mark", "cross")


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = reader.Reader(session, program.process.pid)
    return _reader


def quiz():
    return dict(zip(("phase", "card", "question", "options", "chosen"), program.state("quiz")))


def kind():
    return quiz()["card"].partition("/")[0]


def expect_phase(phase, seconds=12):
    wait_until(lambda: quiz()["phase"] == phase, lambda: f"the quiz is {quiz()['phase']!r}, not {phase!r}", seconds)


def leave():
    if quiz()["phase"]:
        program.action("quiz-leave")
        expect_phase("")


def begin(deck="shoulder"):
    leave()
    program.reset()
    program.action("new-per-day", GLib.Variant("i", 500))
    program.expect_state("new-per-day", 500)
    program.screen.tool("windowfocus", "--sync", program.window)
    program.action("start-quiz", deck)
    expect_phase("asking")
    program.expect_state("page", "quiz")
    program.settle()


def answer(option):
    program.action("quiz-answer", GLib.Variant("i", option))


def go_on():
    program.action("quiz-next")
    wait_until(lambda: quiz()["phase"] in ("asking", "done"), "there is no next question")


def until(wanted, tries=120):
    """Answers until there is a question of a wanted kind."""
    for _ in range(tries):
        if kind() in wanted:
            program.settle()
            return
        answer(-1)
        expect_phase("answered")
        go_on()
    check(False, f"no question of {wanted} in {tries}")


def right_muscle():
    """What the card is about: the second part of its id, a muscle or one of its points."""
    return quiz()["card"].split("/")[1].partition(".")[0]


def right_option():
    return quiz()["options"].index(right_muscle())


def is_shown(thing):
    try:
        return reader.extents(thing)[2] > 0
    except GLib.Error:
        return False


def shown_button(start, seconds=20):
    def find():
        return [b for b in eyes().find_all(BUTTONS, lambda n: n and n.startswith(start), visible=True) if is_shown(b)]
    return wait_until(find, f"no button that begins with {start!r}", seconds)[0]


def read():
    return " | ".join(eyes().texts())


def expect_read(words, seconds=8):
    wait_until(lambda: words in read(), lambda: f"{words!r} is not read in: {read()[:2000]}", seconds)


def click(thing):
    reader.expect_true_places()
    left, top, _, _ = program.screen.geometry(program.window)
    x, y, width, height = reader.extents(thing)
    program.screen.click(left + x + width / 2, top + y + height / 2)


def scroll_to(thing):
    """Turns the wheel over the panel until the thing is in sight."""
    left, top, width, height = program.screen.geometry(program.window)
    program.screen.move(left + width - 100, top + height / 2)
    for _ in range(40):
        y, tall = reader.extents(thing)[1], reader.extents(thing)[3]
        if 60 < y and y + tall < height - 20:
            break
        program.screen.scroll(-1 if y > 60 else 1)
        program.settle()


def body_middle():
    """On the screen: the middle of the body of the question, which fills what the panel leaves."""
    left, top, width, height = program.screen.geometry(program.window)
    return left + (width - 430) / 2, top + 48 + (height - 48) / 2


def test_the_decks_are_listed():
    leave()
    program.reset()
    program.set("page", "today")
    expect_read("Study Today")
    for words in ("Face and jaw", "All Muscles", "New Cards a Day"):
        expect_read(words)
    screens.keep(program.screen.picture(), "quiz-today")


def test_bad_commands_change_nothing():
    leave()
    program.reset()
    for name, value in (("start-quiz", "nowhere"), ("start-quiz", "deck:99"), ("new-per-day", GLib.Variant("i", -1)),
                        ("delete-deck", GLib.Variant("x", 77)), ("make-deck", GLib.Variant("(sas)", ("x", ["nobody"]))),
                        ("quiz-draw", GLib.Variant("(dd)", (1, 1)))):
        program.action(name, value)
    time.sleep(1.5)
    equal(quiz()["phase"], "", "after bad commands")
    begin()
    program.action("quiz-answer", GLib.Variant("i", 9))
    time.sleep(0.3)
    equal(quiz()["phase"], "asking", "after an answer that isn't there")


def test_each_kind_is_asked():
    begin("")
    seen = {}
    for _ in range(150):
        state = quiz()
        seen.setdefault(kind(), state)
        check(state["question"], f"a question without words: {state}")
        equal(len(state["options"]), 0 if kind() in ON_BODY else 4, f"answers of {state['card']}")
        equal(state["chosen"], -1, "chosen before the answer")
        if seen.keys() >= KINDS:
            break
        answer(-1)
        expect_phase("answered")
        go_on()
    equal(set(seen), KINDS, "kinds of questions")


def test_a_click_answers_right_and_wrong():
    begin()
    until(KINDS - set(ON_BODY))
    number = right_option()
    click(shown_button(f"{number + 1} "))
    expect_phase("answered")
    equal(quiz()["chosen"], number, "the option that was clicked")
    expect_read("Correct")
    screens.keep(program.screen.picture(), "quiz-right")
    click(shown_button("Next"))
    expect_phase("asking")
    until(KINDS - set(ON_BODY))
    wrong = (right_option() + 1) % 4
    click(shown_button(f"{wrong + 1} "))
    expect_phase("answered")
    expect_read("Not Yet")
    screens.keep(program.screen.picture(), "quiz-wrong")


def test_keys_alone():
    begin()
    until(KINDS - set(ON_BODY))
    first, number = quiz()["card"], right_option()
    program.screen.key(str(number + 1))
    expect_phase("answered")
    equal(quiz()["chosen"], number, "the option of the key")
    program.settle()
    program.screen.key("Return")
    wait_until(lambda: quiz()["phase"] == "asking" and quiz()["card"] != first, "Return doesn't go on")
    # What was answered is taken back, and asked again with the same options.
    program.action("quiz-leave")
    begin()
    until(KINDS - set(ON_BODY))
    before = quiz()
    program.screen.key("1")
    expect_phase("answered")
    program.settle()
    program.screen.key("ctrl+z")
    expect_phase("asking")
    equal(quiz()["options"], before["options"], "the options after undo")


def test_a_pattern_is_painted_with_the_pointer():
    begin("")
    until(("mark",))
    x, y = body_middle()
    program.screen.drag(x - 10, y - 60, x + 10, y - 20)
    program.settle()
    screens.keep(program.screen.picture(), "quiz-painted")
    click(shown_button("Check"))
    expect_phase("answered")
    screens.keep(program.screen.picture(), "quiz-pattern")


def test_an_x_is_put_with_keys_alone():
    begin("")
    until(("cross",))
    # Nothing put is no answer.
    program.action("quiz-check")
    time.sleep(0.3)
    equal(quiz()["phase"], "asking", "after checking nothing")
    program.settle()
    program.screen.key("Up", "Up", "Right", "space")
    program.settle()
    screens.keep(program.screen.picture(), "quiz-cross")
    program.screen.key("Return")
    expect_phase("answered")
    screens.keep(program.screen.picture(), "quiz-cross-answered")


def drawn_views():
    return [v for v in harness.probe()["views"] if not v["id"].endswith("-left")]


def draw(x, y):
    program.action("quiz-draw", GLib.Variant("(dd)", (x, y)))


def test_the_right_place_for_an_x_counts_and_another_does_not():
    begin("")
    for beside, verdict in ((0, "Correct"), (60, "Not Yet")):
        for _ in range(30):
            until(("cross",))
            point = quiz()["card"].split("/")[1]
            there = [c for v in drawn_views() for c in v["crosses"] if c["point"] == point]
            if len({(c["x"], c["y"]) for c in there}) == 1:
                break
            answer(-1)
            expect_phase("answered")
            go_on()
        else:
            check(False, "no point with one X in 30 questions")
        draw(there[0]["x"], there[0]["y"] - beside)
        click(shown_button("Check"))
        expect_phase("answered")
        expect_read(verdict)
        go_on()


def test_a_pattern_is_scored_by_what_was_painted():
    begin("")
    for _ in range(40):
        until(("mark",))
        # The question names the view: "… (Front)".
        view = next((v for v in drawn_views() if quiz()["question"].lower().endswith(f"({v['id']})")), None)
        zones = [z["places"] for z in view["zones"] if z["muscle"] == right_muscle()] if view else []
        places = [(z[i], z[i + 1]) for z in zones for i in range(0, len(z), 2)]
        if len(places) >= 20:
            break
        answer(-1)
        expect_phase("answered")
        go_on()
    for x, y in places:
        draw(x, y)
    click(shown_button("Check"))
    expect_phase("answered")
    # The page is filled a moment after the answer was noted.
    wait_until(lambda: "You marked " in read(), lambda: f"no score is read in: {read()[:500]}")
    text = read()
    percent = int(text.partition("You marked ")[2].partition(" ")[0])
    check(percent >= 50, f"{percent} % for the pattern itself")
    check("Correct" in text, f"the pattern itself isn't right: {text[:500]}")
    screens.keep(program.screen.picture(), "quiz-pattern-right")


def test_strokes_are_taken_back_before_answers():
    begin("")
    until(("mark",))
    card = quiz()["card"]
    program.screen.key("Up", "Up", "space")
    program.settle()
    program.action("quiz-undo")
    time.sleep(0.3)
    equal((quiz()["phase"], quiz()["card"]), ("asking", card), "after taking back a stroke")
    program.action("quiz-check")
    time.sleep(0.3)
    equal(quiz()["phase"], "asking", "after checking what was taken back")


def test_the_screen_reader_reads_and_answers():
    begin()
    until(KINDS - set(ON_BODY))
    expect_read(quiz()["question"])
    number = right_option()
    reader.press(shown_button(f"{number + 1} "))
    expect_phase("answered")
    wait_until(lambda: eyes().find_all(BUTTONS, lambda n: n and n.startswith(f"{number + 1} ") and "correct" in n),
               "the right answer isn't named as such")
    reader.press(shown_button("Next"))
    wait_until(lambda: quiz()["phase"] in ("asking", "done"), "Next does nothing")


def test_nothing_names_the_answer_before():
    begin()
    until(("lit", "pattern"))
    program.screen.move(*body_middle())
    program.settle()
    equal(program.state("hovered"), "", "hovered during a question")
    equal(program.state("muscle"), "", "the chosen muscle during a question")
    # The body of the window, whose parts are named, is out of sight.
    named = [b for b in eyes().find_all(None, lambda n: n and n.endswith(", right"), visible=True) if is_shown(b)]
    equal([b.get_name() for b in named], [], "parts that name themselves")


def test_an_own_deck_is_made_deleted_and_brought_back():
    leave()
    program.reset()
    program.set("page", "today")
    expect_read("give muscles a star")
    program.set("page", "")
    for muscle in ("levator-scapulae", "infraspinatus"):
        program.action("favorite", muscle)
    wait_until(lambda: len(program.state("favorites")) == 2, "no stars")
    program.set("page", "today")
    named = wait_until(lambda: [t for t in eyes().find_all(("text", "entry"), lambda n: n and "2 Starred" in n, visible=True)
                                if is_shown(t)], "no entry for the name of a deck")[0]
    program.screen.tool("windowfocus", "--sync", program.window)
    scroll_to(named)
    click(named)
    program.screen.type("Desk")
    program.screen.key("Return")
    expect_read("Desk")
    begin("deck:1")
    check(right_muscle() in ("levator-scapulae", "infraspinatus"), f"a card of another muscle: {quiz()['card']}")
    leave()
    reader.press(shown_button("Delete the Deck"))
    expect_read("“Desk” was deleted.")
    reader.press(shown_button("Undo"))
    wait_until(lambda: "was deleted" not in read() and "Desk" in read(), "the deck isn't back")
    for muscle in program.state("favorites"):
        program.action("favorite", muscle)


def test_leaving_the_page_leaves_the_quiz():
    begin()
    program.set("mode", "pain")
    expect_phase("")
    program.set("mode", "explore")


def test_a_narrow_window_and_the_dark():
    begin()
    until(KINDS - set(ON_BODY))
    program.screen.tool("windowsize", "--sync", program.window, 360, 720)
    program.settle()
    screens.keep(program.screen.picture(), "quiz-narrow")
    shown_button("1 ")
    program.screen.tool("windowsize", "--sync", program.window, 1120, 780)
    program.settle()
    with Session() as other:
        with Program(other, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}) as dark:
            dark.action("start-quiz", "neck")
            wait_until(lambda: dark.state("quiz")[0] == "asking", "no question in the dark", 12)
            dark.action("quiz-answer", GLib.Variant("i", -1))
            wait_until(lambda: dark.state("quiz")[0] == "answered", "no answer in the dark")
            dark.settle()
            screens.keep(dark.screen.picture(), "quiz-dark")


def test_posters_are_saved_from_the_window():
    leave()
    program.reset()
    program.set("page", "poster")
    for words in ("Poster or Handout", "Region", "Paper"):
        expect_read(words)
    shown_button("Print…")
    with tempfile.TemporaryDirectory() as folder:
        for name, start in (("poster.pdf", b"%PDF"), ("poster.svg", b"<?xml")):
            path = pathlib.Path(folder) / name
            program.action("save-poster", GLib.Variant("(sss)", ("shoulder", "letter", str(path))))
            wait_until(lambda p=path: p.exists() and not program.state("posters-at-work"), f"no {name}", 30)
            check(path.read_bytes().startswith(start), f"{name} is something else")
        program.action("save-poster", GLib.Variant("(sss)", ("shoulder", "a4", folder + "/nowhere/poster.pdf")))
        wait_until(lambda: not program.state("posters-at-work"), "it is still at work")
        program.action("save-poster", GLib.Variant("(sss)", ("nowhere", "a4", folder + "/no.pdf")))
        time.sleep(0.3)
        equal(sorted(p.name for p in pathlib.Path(folder).iterdir()), ["poster.pdf", "poster.svg"], "files")
    program.settle()
    screens.keep(program.screen.picture(), "quiz-poster")


def test_answers_outlive_a_restart():
    with Session() as other:
        with Program(other) as first:
            # The user's file is read after the first frame; nobody has answered anything by then.
            kept = pathlib.Path(other.env["XDG_DATA_HOME"])
            wait_until(lambda: any(path.is_file() for path in kept.rglob("*")), "no file of the user's", 12)
            first.settle()
            first.action("start-quiz", "hip")
            wait_until(lambda: first.state("quiz")[0] == "asking", "no question", 12)
            first.action("quiz-answer", GLib.Variant("i", -1))
            wait_until(lambda: first.state("quiz")[0] == "answered", "no answer")
            card = first.state("quiz")[1]
        with Program(other) as again, tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder) / "answers.csv"

            def is_there():
                # The user's file is read after the first frame.
                again.action("export-answers", str(table))
                return table.exists() and card in table.read_text()

            again.settle()
            wait_until(is_there, f"{card} is not remembered", 12)


if __name__ == "__main__":
    harness.main(sys.modules[__name__])
