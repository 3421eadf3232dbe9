"""Everything without a mouse.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import time

import harness
import reader
from reader import Reader
from tap import check, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
ENTRIES = ("entry", "text", "search box")


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = Reader(session, program.process.pid)
    return _reader


def begin():
    program.reset()
    program.screen.tool("windowfocus", "--sync", program.window)
    program.screen.key("Escape")
    time.sleep(0.2)


def name_of_focused():
    return eyes().name_of_focused()


def press(key):
    """Presses a key that moves the focus."""
    return eyes().follow(program.screen, key)


def is_on_muscle():
    return is_muscle(name_of_focused())


def is_muscle(name):
    return name.endswith((", right", ", left"))


def tab_to_body():
    return eyes().tab_to(program.screen, is_muscle, 40)


def test_the_body_has_the_focus_from_the_start():
    # The first test: nothing was pressed yet.
    program.screen.tool("windowfocus", "--sync", program.window)
    wait_until(is_on_muscle, lambda: f"the focus is at {name_of_focused()!r}", 8)
    check(not program.state("hovered"), "a focus that nobody sees lights a muscle")


def test_return_right_after_typing_opens_what_was_typed():
    """The first search of the program, and faster than the entry waits for more."""
    program.screen.type("soleus")
    program.screen.key("Return")
    wait_until(lambda: program.state("muscle").startswith("soleus:"), lambda: f"opened: {program.state('muscle')!r}", 5)


def test_tab_reaches_the_body():
    begin()
    tab_to_body()


def test_tab_leaves_the_body_again():
    begin()
    tab_to_body()
    for _ in range(3):
        if not is_muscle(press("Tab")):
            return
    check(False, "Tab walks through the muscles; arrows should do that, and Tab leave the body")


def test_arrows_move_between_muscles_by_place():
    begin()
    seen = [tab_to_body()]
    for key in ("Down", "Down", "Right", "Up", "Left", "Left"):
        name = press(key)
        check(is_muscle(name), f"{key} left the body for {name!r}")
        seen.append(name)
    check(len(set(seen)) >= 4, f"the arrows reached only {sorted(set(seen))}")


def test_down_goes_down():
    begin()
    tab_to_body()
    before = reader.extents(eyes().focused())
    for _ in range(3):
        press("Down")
    after = reader.extents(eyes().focused())
    check(after[1] + after[3] / 2 > before[1] + before[3] / 2, f"three times Down went from {before} to {after}")


def test_what_has_the_focus_is_lit():
    begin()
    tab_to_body()
    program.screen.key("Down")
    wait_until(lambda: program.state("hovered"), "the muscle with the focus is not told as pointed at", 4)


def test_enter_chooses_and_escape_steps_back():
    begin()
    tab_to_body()
    name = press("Down")
    program.screen.key("Return")
    chosen = wait_until(lambda: program.state("muscle"), f"Enter on {name!r} chose nothing", 5)
    check(chosen.split(":")[1] == name.rsplit(", ", 1)[1], f"Enter on {name!r} chose {chosen}")
    program.screen.key("Escape")
    program.expect_state("muscle", "")


def found_entry():
    return next((e for e in eyes().find_all(ENTRIES, visible=True) if reader.is_focused(e)), None)


def test_control_f_opens_the_search():
    begin()
    program.screen.key("ctrl+f")
    wait_until(found_entry, "Ctrl+F opens no search entry with the focus", 5)
    program.screen.key("Escape")


def test_the_list_of_shortcuts_opens():
    program.action("shortcuts")
    wait_until(lambda: len(program.screen.find_windows(program.process.pid)) == 2, "the list of shortcuts does not open", 5)
    program.settle()
    program.screen.key("Escape")
    wait_until(lambda: len(program.screen.find_windows(program.process.pid)) == 1, "the list of shortcuts does not close", 5)


def test_typing_searches():
    begin()
    tab_to_body()
    program.screen.type("numb")
    entry = eyes().find(ENTRIES)
    wait_until(lambda: reader.text_of(entry).lower() == "numb",
               lambda: f"the entry holds {reader.text_of(entry)!r}", 5)
    wait_until(lambda: any("numb" in text.lower() for text in eyes().texts()), "nothing was found for what was typed", 5)
    program.screen.key("Escape")
    wait_until(lambda: reader.text_of(entry) == "", "Escape does not end the search", 5)


def test_search_and_enter_opens_a_muscle():
    begin()
    program.screen.key("ctrl+f")
    wait_until(found_entry, "Ctrl+F opens no search entry", 5)
    program.screen.type("infraspin")
    time.sleep(0.5)
    program.screen.key("Return")
    wait_until(lambda: program.state("muscle").startswith("infraspinatus:"),
               lambda: f"Enter in the search opened {program.state('muscle')!r}", 5)


def test_keys_zoom():
    begin()
    tab_to_body()
    before = program.viewport()[0]
    program.screen.key("plus")
    wait_until(lambda: program.viewport()[0] > before, "plus does not enlarge", 5)
    program.screen.key("0")
    wait_until(lambda: abs(program.viewport()[0] - before) < 1e-3, "0 does not fit again", 5)


def test_f10_opens_the_menu():
    begin()
    program.screen.key("F10")
    wait_until(lambda: eyes().find_all("menu item", visible=True), "F10 opens no menu", 5)
    program.screen.key("Escape")


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
