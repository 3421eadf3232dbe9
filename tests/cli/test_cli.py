"""The command line: what it answers, and how it refuses.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import catalog  # noqa: E402  pylint: disable=wrong-import-position
import tap  # noqa: E402  pylint: disable=wrong-import-position
from tap import check, equal  # noqa: E402  pylint: disable=wrong-import-position

BIN = os.environ["UNKNOT_BIN"]
ATLAS = os.environ["UNKNOT_ATLAS"]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="unknot-cli-"))
LISTS = ("muscles", "areas", "points", "tools", "techniques", "clues")


def run(*arguments, **environment):
    env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
    env.update(HOME=str(FOLDER), XDG_DATA_HOME=str(FOLDER / "data"), XDG_CONFIG_HOME=str(FOLDER / "config"),
               XDG_CACHE_HOME=str(FOLDER / "cache"), LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings",
               GSETTINGS_BACKEND="memory", DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent", UNKNOT_ATLAS=ATLAS)
    env.update(environment)
    return subprocess.run([BIN, *arguments], env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          timeout=120, check=False, cwd=FOLDER)


def answer(*arguments):
    done = run(*arguments)
    equal((done.returncode, done.stderr), (0, ""), f"unknot {' '.join(arguments)}")
    check(done.stdout.endswith("\n"), "the answer ends without a line's end")
    return done.stdout


def ask(*arguments):
    return json.loads(answer(*arguments, "--format", "json"))


def refused(*arguments, words=(), **environment):
    """One line on stderr, exit status 2, nothing on stdout."""
    done = run(*arguments, **environment)
    line = done.stderr
    about = f"unknot {' '.join(arguments)} said {line!r}"
    equal(done.returncode, 2, f"exit status; {about}")
    equal(done.stdout, "", f"standard output; {about}")
    check(line.count("\n") == 1 and line.endswith("\n") and len(line) > 12, f"not one line: {about}")
    check(not re.search("CRITICAL|WARNING|assertion|Sanitizer", line), about)
    for word in words:
        check(word in line, f"{about}, without {word!r}")
    return line


def is_subject(text):
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text))


# --- what it answers ---

def test_list_gives_ids_and_names():
    for what in LISTS:
        things = ask("--list", what)
        check(len(things) >= 5, f"only {len(things)} {what}")
        for thing in things:
            check(thing["id"] and thing["name"] and isinstance(thing["name"], str), f"{what}: {thing}")
        equal(len({t["id"] for t in things}), len(things), f"different ids of {what}")
        text = answer("--list", what)
        equal(len(text.splitlines()), len(things), f"lines of --list {what}")
        check(all(t["name"] in text for t in things), f"a name is missing in the text of {what}")


def test_enough_is_known():
    check(len(ask("--list", "muscles")) >= 158, "fewer than 158 muscles")
    check(len(ask("--list", "areas")) >= 144, "fewer than 144 areas")


def test_show_gives_the_whole_record_of_every_muscle():
    areas = {a["id"] for a in ask("--list", "areas")}
    tools = {t["id"] for t in ask("--list", "tools")}
    muscles = [m["id"] for m in ask("--list", "muscles")]
    points = []
    for muscle in muscles:
        record = ask("--show", muscle)
        equal(record["id"], muscle, "id")
        for key in ("name", "latin", "summary"):
            check(record[key], f"{muscle} has no {key}")
        check(record["points"] and record["sources"] and record["care"], f"{muscle} lacks points, sources or care")
        for point in record["points"]:
            points.append(point["id"])
            check(point["id"].startswith(muscle + "."), f"{muscle} has {point['id']}")
            check(point["location"] and point["essential"], f"{point['id']} lacks its place or its zone")
            check(set(point["essential"] + point["spillover"]) <= areas, f"{point['id']} names an unknown area")
        check({t["id"] for t in record["tools"]} <= tools, f"{muscle} names an unknown tool")
    equal(sorted(points), sorted(p["id"] for p in ask("--list", "points")), "points of all muscles")


def test_show_as_text_reads_as_a_sheet():
    text = answer("--show", "infraspinatus")
    for word in ("Infraspinatus", "Compression", "friction", "Stretch", "Sources"):
        check(word.lower() in text.lower(), f"no {word}")
    check("infraspinatus.1" not in text and "front-of-shoulder" not in text, "an id is shown to the user")


def check_matches(found, side=None):
    check(found["matches"], "no match")
    scores = [m["score"] for m in found["matches"]]
    equal(scores, sorted(scores, reverse=True), "scores in order")
    for match in found["matches"]:
        check(is_subject(match["muscle"]) and match["side"] in ("right", "left"), f"{match}")
        check(0 < match["score"] <= 1 and match["reason"], f"{match}")
        check(all(p.startswith(match["muscle"] + ".") for p in match["points"]) and match["points"], f"{match}")
        check(side in (None, match["side"]), f"{match['muscle']} is on the {match['side']}")


def test_find_by_area():
    check_matches(ask("--find", "front-of-shoulder", "--side", "right"), "right")
    check_matches(ask("--find", "front-of-shoulder", "--side", "left"), "left")
    both = ask("--find", "front-of-shoulder", "--side", "both")
    equal({m["side"] for m in both["matches"]}, {"right", "left"}, "sides")
    check_matches(ask("--find", "front-of-shoulder,outer-arm"))


def test_find_by_place():
    check_matches(ask("--find", "front:250,330"))
    check_matches(ask("--find", "front:250,330:30"), "right")
    check_matches(ask("--find", "front:470,330:30"), "left")


def test_left_and_right_are_mirrored():
    right = ask("--find", "front:250,330:20")["matches"]
    left = ask("--find", "front:470,330:20")["matches"]
    equal([(m["muscle"], m["score"]) for m in left], [(m["muscle"], m["score"]) for m in right], "matches of the left")


def first(found, n=3):
    return [(m["muscle"], m["side"]) for m in found["matches"][:n]]


def test_find_takes_areas_and_places_together():
    found = ask("--find", "front-of-shoulder,back:480,330:20,temple:left")
    equal([p["side"] for p in found["places"]], ["right", "right", "left"], "sides of the places")
    check(found["places"][0]["areas"] == ["front-of-shoulder"] and found["places"][1]["areas"], found["places"])
    check_matches(found)
    for match in found["matches"]:
        equal(match["explains"]["of"], 3, "places")
        equal(match["explains"]["count"], len(match["explains"]["places"]), "explained places")
    both = ask("--find", "front-of-shoulder,radial-forearm")
    check(any(m["explains"]["count"] == 2 and "both places" in m["reason"] for m in both["matches"]), "nothing explains both")


def test_a_set_of_muscles_explains_what_one_does_not():
    found = ask("--find", "temple,outer-ankle,lumbar-paraspinal")
    together = found["together"]
    check(2 <= len(together["muscles"]) <= 4 and 0.5 < together["covers"] <= 1, f"{together}")
    check((together["muscles"][0]["muscle"], together["muscles"][0]["side"]) == first(found, 1)[0], "the best is not in it")
    check("Together these" in answer("--find", "temple,outer-ankle,lumbar-paraspinal"), "the text doesn't say so")


def test_clues_move_the_answer_a_little():
    def score(found, muscle):
        return next(m for m in found["matches"] if m["muscle"] == muscle)
    plain, said = ask("--find", "mid-buttock"), ask("--find", "mid-buttock", "--clue", "sitting,cross-legs")
    before, after = score(plain, "piriformis"), score(said, "piriformis")
    check(0 < after["score"] - before["score"] < 0.15, f"{before['score']} became {after['score']}")
    equal(sorted(after["clues"]), ["cross-legs", "sitting"], "clues that fit")
    check("Sitting for long" in after["reason"] and not before["clues"], after["reason"])
    equal({m["muscle"] for m in said["matches"]}, {m["muscle"] for m in plain["matches"]}, "the muscles named")


def test_every_match_says_why_it_is_not_higher():
    found = ask("--find", "front-of-shoulder")
    check(all(m["why_not_higher"] for m in found["matches"][1:]), "one says nothing")
    ranks = [m["rank"] for m in found["matches"]]
    equal(ranks, sorted(ranks), "ranks in order")
    for one, next_one in zip(found["matches"], found["matches"][1:]):
        same = round(one["score"] * 100) == round(next_one["score"] * 100)
        equal(one["rank"] == next_one["rank"], same, f"{one['muscle']} and {next_one['muscle']} share a rank")


def test_find_as_text_gives_reasons():
    text = answer("--find", "front-of-shoulder", "--side", "right")
    check("%" in text and "Infraspinatus" in text, text)
    check("pectoralis-major-clavicular" not in text, "an id is shown to the user")


# The muscles that the literature names for a place: the first answer is one of them, and all are near the top.
CLASSICS = {
    "temple": ("temporalis", "trapezius-upper", "semispinalis-capitis"),
    "forehead": ("scm-clavicular", "frontalis"),
    "behind-the-ear": ("trapezius-upper", "scm-clavicular", "digastric-posterior", "longissimus-capitis"),
    "front-of-shoulder": ("infraspinatus", "deltoid-anterior", "biceps-brachii", "pectoralis-minor"),
    "lateral-epicondyle": ("supinator", "extensor-carpi-radialis-longus", "brachioradialis", "triceps-medial"),
    "base-of-thumb": ("brachialis", "adductor-pollicis", "brachioradialis"),
    "thumb-palmar": ("flexor-pollicis-longus", "opponens-pollicis"),
    "interscapular": ("trapezius-middle", "multifidus-thoracis", "semispinalis-thoracis"),
    "scapula-medial-border": ("rhomboid-major", "trapezius-lower", "scalenus-anterior"),
    "lumbar-paraspinal": ("longissimus-thoracis", "psoas-major", "multifidus-lumborum", "iliocostalis-lumborum"),
    "mid-buttock": ("gluteus-maximus", "piriformis", "gluteus-medius", "iliocostalis-lumborum"),
    "greater-trochanter": ("quadratus-lumborum", "gluteus-minimus", "tensor-fasciae-latae"),
    "front-of-knee": ("rectus-femoris", "vastus-medialis"),
    "inner-calf": ("soleus", "gastrocnemius"),
    "heel": ("soleus", "quadratus-plantae"),
    "sole-middle": ("flexor-digitorum-longus", "tibialis-posterior"),
}


def test_the_classics_are_named_first():
    for area, expected in CLASSICS.items():
        named = [match["muscle"] for match in ask("--find", area, "--side", "right")["matches"]]
        check(named[0] in expected, f"{area}: {named[0]} comes first of {named[:6]}")
        for muscle in expected:
            check(muscle in named[:7], f"{area}: {muscle} isn't among {named[:7]}")


def test_another_language_end_to_end():
    record = ask("--show", "infraspinatus")
    english = {record["summary"]: "Roten resumas.", record["points"][0]["location"]: "Rote loko.",
               record["care"][0]["steps"][0]: "Rote paŝo.", "Front of the shoulder": "Rote ŝultro", "Trigger points": "Rotaj"}
    environment = catalog.make(FOLDER / "locale", "eo", english)
    done = run("--show", "infraspinatus", LC_ALL="", **environment)
    equal((done.returncode, done.stderr), (0, ""), "--show in another language")
    for text, translated in english.items():
        check(translated in done.stdout, f"{translated!r} is not shown for {text!r}")
    done = run("--list", "areas", LC_ALL="", **environment)
    check("Rote ŝultro" in done.stdout and "front-of-shoulder" in done.stdout, "names are translated, ids are not")


def test_version_and_help():
    check(re.fullmatch(r"unknot \d+\.\d+\.\d+\n", answer("--version")), "version")
    text = answer("--help")
    for option in ("--find", "--list", "--show", "--chart", "--output", "--side", "--format", "--paper", "--clue"):
        check(option in text, f"--help without {option}")


def test_charts_in_all_formats():
    for what in ("infraspinatus", "infraspinatus.1"):
        for side in ("right", "left"):
            for ending, magic in (("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-"), ("svg", b"<?xml")):
                path = FOLDER / f"{what}-{side}.{ending}"
                equal(answer_quietly("--chart", what, "--side", side, "--output", str(path)), "", "said")
                check(path.read_bytes().startswith(magic), f"{path.name} is no {ending}")
                check(path.stat().st_size > 4000, f"{path.name} has only {path.stat().st_size} bytes")


def answer_quietly(*arguments):
    done = run(*arguments)
    equal((done.returncode, done.stderr), (0, ""), f"unknot {' '.join(arguments)}")
    return done.stdout


def test_charts_are_the_same_twice():
    for ending in ("png", "pdf", "svg"):
        paths = [FOLDER / f"{turn}.{ending}" for turn in ("once", "twice")]
        for path in paths:
            answer_quietly("--chart", "trapezius-upper", "--output", str(path))
        equal(paths[0].read_bytes() == paths[1].read_bytes(), True, f"the same {ending} twice")


def test_a_chart_is_not_empty_and_knows_its_side():
    try:
        from PIL import Image
    except ImportError:
        raise tap.Skipped("Pillow is missing") from None
    pictures = []
    for side in ("right", "left"):
        path = FOLDER / f"levator-{side}.png"
        answer_quietly("--chart", "levator-scapulae", "--side", side, "--output", str(path))
        with Image.open(path) as image:
            pictures.append(image.convert("RGB"))
    check(len(pictures[0].getcolors(1 << 24)) > 500, "the chart has few colors")
    check(pictures[0].tobytes() != pictures[1].tobytes(), "the chart of the left is that of the right")


def test_a_chart_as_pdf_is_one_page_with_text():
    path = FOLDER / "infraspinatus-page.pdf"
    answer_quietly("--chart", "infraspinatus", "--output", str(path))
    if not shutil.which("pdfinfo"):
        raise tap.Skipped("pdfinfo is missing")
    about = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    check(re.search(r"^Pages:\s+1$", about, re.M), about)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    check("Infraspinatus" in text, text[:400])


def test_posters_of_a_region():
    for ending, magic in (("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-"), ("svg", b"<?xml")):
        path = FOLDER / f"arm.{ending}"
        # With the whole stack, so that what cairo leaks can be told from what we do.
        done = run("--chart", "arm", "--output", str(path), ASAN_OPTIONS="fast_unwind_on_malloc=0:malloc_context_size=16")
        equal((done.returncode, done.stdout, done.stderr), (0, "", ""), f"the poster as {ending}")
        check(path.read_bytes().startswith(magic), f"{path.name} is no {ending}")
    if not shutil.which("pdfinfo"):
        raise tap.Skipped("pdfinfo is missing")
    for paper, size in (("a4", "595 x 842"), ("a3", "842 x 1191"), ("letter", "612 x 792")):
        path = FOLDER / f"arm-{paper}.pdf"
        answer_quietly("--chart", "arm", "--paper", paper, "--output", str(path))
        about = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        check(re.search(r"^Pages:\s+1$", about, re.M), about)
        check(re.search(rf"^Page size:\s+{size}", about, re.M), about)
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        for word in ("Biceps brachii", "Anconeus", "Essential zone", "Sources:", "does not diagnose"):
            check(word in text, f"no {word} on the poster")


# --- how it refuses ---

def test_unknown_things():
    refused("--show", "no-such-muscle", words=["no-such-muscle", "--list muscles"])
    refused("--show", "", words=["--list muscles"])
    refused("--show", "Infraspinatus", words=["Infraspinatus"])
    refused("--find", "no-such-area", words=["no-such-area", "--list areas"])
    refused("--find", "front-of-shoulder,no-such-area", words=["no-such-area"])
    refused("--find", "nowhere:10,10", words=["nowhere", "front", "back"])
    refused("--find", "temple:upside", words=["upside", "right", "left", "both"])
    refused("--find", "temple,front:5,5", words=["outside"])
    refused("--find", "temple", "--clue", "no-such-clue", words=["no-such-clue", "--list clues"])
    refused("--find", "temple", "--clue", "sitting,no-such-clue", words=["no-such-clue"])
    refused("--find", "temple", "--clue", "", words=["--list clues"])
    refused("--list", "bones", words=["bones", "muscles"])
    refused("--list", "", words=["muscles"])
    refused("--find", "front-of-shoulder", "--side", "middle", words=["middle", "right", "left", "both"])
    refused("--list", "muscles", "--format", "yaml", words=["yaml", "text", "json"])
    refused("--no-such-option", words=["--no-such-option"])
    refused("stray", words=["stray"])


def test_places_that_are_none():
    for place in ("front:", "front:250", "front:a,b", "front:250,", "front:,330", "front:250,330,1", "front:250,330:",
                  "front:250,330:x", "front:nan,330", "front:inf,330", "front:250,330:nan", ":", ""):
        refused("--find", place)
    for place in ("front:5,5", "front:250,330000", "front:-250,330", "front:1e300,1e300", "back:700,30"):
        refused("--find", place, words=["outside"])
    for radius in ("0", "-3", "1e9", "0.01"):
        refused("--find", f"front:250,330:{radius}", words=["radius"])


def test_things_that_do_not_go_together():
    refused("--find", "temple", "--list", "muscles")
    refused("--side", "left")
    refused("--clue", "sitting", words=["--find"])
    refused("--list", "muscles", "--clue", "sitting", words=["--find"])
    refused("--format", "json")
    refused("--output", "x.png")
    refused("--list", "muscles", "--output", "x.txt")
    refused("--chart", "infraspinatus", words=["--output"])
    refused("--chart", "arm", "--side", "left", "--output", "x.png", words=["--side"])
    refused("--chart", "arm", "--paper", "b5", "--output", "x.png", words=["b5", "a4", "a3", "letter"])
    refused("--chart", "infraspinatus", "--paper", "a3", "--output", "x.png", words=["--paper", "REGION"])
    refused("--list", "muscles", "--paper", "a3", words=["--paper"])
    refused("--paper", "a3", words=["--paper"])
    refused("--chart", "infraspinatus", "--side", "both", "--output", "x.png")
    check(not (FOLDER / "x.png").exists() and not (FOLDER / "x.txt").exists(), "something was written")


def test_charts_that_cannot_be_drawn():
    before = sorted(p.name for p in FOLDER.iterdir())
    refused("--chart", "no-such-muscle", "--output", "y.png", words=["no-such-muscle"])
    refused("--chart", "infraspinatus.99", "--output", "y.png", words=["infraspinatus.99"])
    refused("--chart", "infraspinatus", "--output", "y.gif", words=["y.gif", ".png"])
    refused("--chart", "infraspinatus", "--output", "y", words=[".png"])
    refused("--chart", "infraspinatus", "--output", "", words=[".png"])
    refused("--chart", "infraspinatus", "--output", "no-such-folder/y.png", words=["no-such-folder/y.png"])
    (FOLDER / "folder.png").mkdir(exist_ok=True)
    for ending in ("png", "pdf", "svg"):
        refused("--chart", "infraspinatus", "--output", f"/proc/y.{ending}", words=[f"/proc/y.{ending}"])
    refused("--chart", "infraspinatus", "--output", "folder.png", words=["folder.png"])
    (FOLDER / "folder.png").rmdir()
    equal(sorted(p.name for p in FOLDER.iterdir()), before, "files")


def test_a_full_disk_leaves_nothing_half_written():
    if not os.path.exists("/dev/full"):
        raise tap.Skipped("/dev/full is missing")
    for ending in ("png", "pdf", "svg"):
        link = FOLDER / f"full.{ending}"
        link.symlink_to("/dev/full")
        done = run("--chart", "infraspinatus", "--output", str(link))
        # Either the file is replaced whole, or it is refused in one line.
        if done.returncode:
            equal((done.returncode, done.stderr.count("\n")), (2, 1), f"on a full disk: {done.stderr!r}")
        else:
            check(link.stat().st_size > 4000, f"said to be written on a full disk: {ending}")
        link.unlink()


def test_an_old_chart_stays_where_a_new_one_fails():
    path = FOLDER / "kept.png"
    path.write_text("kept")
    refused("--chart", "no-such-muscle", "--output", str(path))
    equal(path.read_text(), "kept", "the old file")


def test_a_missing_or_damaged_atlas():
    whole = pathlib.Path(ATLAS).read_bytes()
    refused("--list", "muscles", UNKNOT_ATLAS=str(FOLDER / "missing.bin"), words=["missing.bin"])
    refused("--list", "muscles", UNKNOT_ATLAS=str(FOLDER))
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0x40
    damages = {
        "empty": b"", "short": whole[:20], "header": whole[:32], "half": whole[:len(whole) // 2], "cut": whole[:-1],
        "longer": whole + b"\0", "flipped": bytes(flipped), "magic": b"X" + whole[1:], "text": b"<?xml version='1.0'?>" * 99,
        "zeros": bytes(len(whole)), "version": whole[:8] + b"\xff\0\0\0" + whole[12:],
    }
    for name, content in damages.items():
        path = FOLDER / f"{name}.bin"
        path.write_bytes(content)
        for task in (("--list", "muscles"), ("--find", "temple"), ("--chart", "infraspinatus", "--output", "z.png")):
            refused(*task, UNKNOT_ATLAS=str(path), words=[f"{name}.bin"])
        path.unlink()
    check(not (FOLDER / "z.png").exists(), "a chart of a damaged atlas was written")


def test_without_a_display_the_window_says_so():
    refused(words=["display"])


def test_nothing_is_left_at_home():
    left = [p for p in FOLDER.rglob("*") if p.is_file() and any(part in ("data", "config") for part in p.parts)]
    equal(left, [], "files at home")


if __name__ == "__main__":
    try:
        STATUS = tap.main(sys.modules[__name__])
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(STATUS)
