"""The guide in the real window: every page within three presses, the way back, links, and what a screen reader reads.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

import harness
import reader
from harness import places
from reader import Reader, press
from tap import check, equal, wait_until

program = None
session = None
_reader = None
BUTTONS = ("push button", "toggle button", "button")
ROWS = ("list item",)
GUIDE = pathlib.Path(os.environ["UNKNOT_SOURCE"]) / "data/care/guide"
PAGES = {root.get("id"): root for root in (ElementTree.parse(path).getroot() for path in sorted(GUIDE.glob("*.xml")))}


def eyes():
    global _reader  # pylint: disable=global-statement
    if not _reader:
        _reader = Reader(session, program.process.pid)
    return _reader


def text(element):
    return " ".join("".join(element.itertext()).split())


def title(page):
    return text(PAGES[page].find("title"))


def shown(role, name, seconds=8):
    """What has that name, or begins with it (GTK 4.8 says the names of buttons and rows twice)."""
    return wait_until(lambda: next(iter(eyes().find_all(role, lambda n: n.startswith(name), visible=True)), None),
                      f"no {role} {name!r} is shown", seconds)


def click(thing):
    """With the pointer, as a row has no action of its own for the screen reader; the row has to be in sight."""
    program.settle()
    left, top, _, height = program.screen.geometry(program.window)
    reader.expect_true_places()
    x, y, width, tall = reader.extents(thing)
    check(0 < y + tall / 2 < height, f"{thing.get_name()!r} is out of sight, at {y} of {height}")
    program.screen.click(left + x + width / 2, top + y + tall / 2)


def sheet(name):
    """The open page or the list, for the screen reader: everything else of the window is left out."""
    return shown(("panel", "grouping", "group"), name)


def groups():
    """The pages as the list has them: [[page of the first group, …], …]"""
    order = ("conditions", "techniques-self", "tools", "precautions", "afterwards", "habits", "understanding", "comparisons",
             "techniques-professional")
    return [sorted((p for p in PAGES if PAGES[p].get("group") == group), key=lambda p: int(PAGES[p].get("place")))
            for group in order]


def test_every_page_is_two_presses_from_the_start():
    """A press on the welcome page opens the list; a press on a row of it opens the page."""
    check(len(PAGES) >= 45, f"only {len(PAGES)} pages")
    program.reset()
    press(shown(BUTTONS, "Read the "))
    program.expect_state("guide", "")
    rows = [thing.get_name() for thing in eyes().find_all(ROWS, root=sheet("Guide"))]
    wanted = [title(page) for group in groups() for page in group]
    equal(len(rows), len(wanted), "number of rows")
    wrong = [f"{row!r} for {name!r}" for row, name in zip(rows, wanted) if not row.startswith(name)]
    check(not wrong, "; ".join(wrong))
    click(shown(ROWS, title(groups()[0][0])))
    program.expect_state("guide", groups()[0][0])


def expect_way(muscle, page):
    """The page of the muscle is made while it is shown."""
    wait_until(lambda: eyes().find_all(BUTTONS, lambda name: f"Guide: {title(page)}" in name), f"{muscle}: no way to {page}", 5)


def test_every_technique_of_a_muscle_leads_to_its_page():
    """A press chooses the muscle, its page has all of its techniques and tools; one more press explains each."""
    program.reset()
    for place in [p for p in places("front", "1") if p["known"]][:4]:
        record = ElementTree.parse(GUIDE.parent.parent / f"atlas/{place['id']}.xml").getroot()
        program.click_at(place["x"], place["y"])
        program.expect_state("muscle", f"{place['id']}:right")
        for care in record.find("care"):
            technique = care.get("technique")
            if technique:
                page = next(p for p in PAGES if technique in (PAGES[p].get("techniques") or "").split())
                expect_way(place["id"], page)
        for tool in record.find("tools"):
            page = next(p for p in PAGES if tool.get("id") in (PAGES[p].get("tools") or "").split())
            expect_way(place["id"], page)
        program.set("muscle", "")


def test_f1_opens_and_escape_goes_back():
    program.reset()
    program.screen.key("F1")
    program.expect_state("guide", "")
    program.set("guide", "headache")
    program.set("guide", "biofeedback")
    program.screen.key("Escape")
    program.expect_state("guide", "headache")
    press(shown(BUTTONS, "Back to What"))
    program.expect_state("guide", "")
    program.screen.key("Escape")
    program.expect_state("guide", "closed")


def test_a_muscle_of_a_page_is_shown_and_the_page_comes_back():
    program.reset()
    program.set("guide", "jaw")
    program.settle()
    equal([w.get("muscle") for w in PAGES["jaw"].iter("with")][2], "temporalis", "third of the usual muscles")
    program.screen.key("Tab", "Down", "Down", "Return")
    program.expect_state("muscle", "temporalis:right")
    program.expect_state("guide", "closed")
    program.screen.key("Escape")
    program.expect_state("muscle", "")
    program.expect_state("guide", "jaw")


def test_search_finds_a_page():
    program.reset()
    program.action("search", "dry needling")
    program.settle()
    program.screen.key("Return")
    program.expect_state("guide", "dry-needling")


def test_a_page_is_read_in_order():
    """Heading after heading and step after step, as they stand in the file."""
    program.reset()
    for page in ("ischemic-compression", "sites-to-avoid", "massage-compared"):
        program.set("guide", page)
        root = sheet(title(page))
        headings = [t.get_name() for t in eyes().find_all("heading", root=root)]
        wanted = [title(page)] + [text(h) for h in PAGES[page].iter("heading")]
        equal(headings[:len(wanted)], wanted, f"headings of {page}")
        read = eyes().texts(root=root)
        steps = [text(step) for step in PAGES[page].iter("step")]
        places_of = [read.index(step) for step in steps]
        equal(places_of, sorted(places_of), f"order of the steps of {page}")
        for caution in PAGES[page].iter("caution"):
            check(text(caution) in read, f"{page}: a caution isn't read")
        for evidence in PAGES[page].iter("evidence"):
            check(text(evidence) in read, f"{page}: how sure it is isn't read")


def test_a_picture_is_described():
    program.reset()
    program.set("guide", "trigger-points")
    described = text(PAGES["trigger-points"].find("picture"))
    sheet(title("trigger-points"))
    check(eyes().find(("image", "img", "icon", "picture"), described), "the picture has no description")


def test_pages_of_every_kind_look_whole():
    """Wide and narrow: nothing wider than the window, no complaint from the toolkit."""
    program.reset()
    for page in ("techniques-compared", "massage-compared", "low-back", "trigger-points"):
        program.set("guide", page)
        program.settle()
        program.picture(f"guide-{page}")
    program.screen.tool("windowsize", "--sync", program.window, "360", "720")
    program.settle()
    for page in ("massage-compared", "low-back"):
        program.set("guide", page)
        program.settle()
        program.picture(f"guide-narrow-{page}")
        for label in eyes().find_all(("label", "heading"), root=None, visible=True):
            x, _, width, _ = reader.extents(label)
            if 0 < width and label.get_name() == text(PAGES[page].find("summary")):
                check(x >= 0 and x + width <= 400, f"the summary of {page} reaches from {x} to {x + width}")
    program.screen.tool("windowsize", "--sync", program.window, "1120", "780")
    program.settle()


if __name__ == "__main__":
    sys.exit(harness.main(sys.modules[__name__]))
