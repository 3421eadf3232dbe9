#!/usr/bin/python3
"""Measures one subject and prints its table: medians of interleaved runs, each beside its floor.

usage: bench.py start|motion|pick|find|atlas|figure…

The environment names the programs (UNKNOT_BENCH_PROGRAMS, UNKNOT_BIN) and the atlas (UNKNOT_ATLAS). It fails where something
can't be measured, never where something is slow.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import statistics
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "gui"), str(HERE.parent)]

from figures import Row, Samples, print_table  # noqa: E402  pylint: disable=wrong-import-position
from session import Session  # noqa: E402  pylint: disable=wrong-import-position

PROGRAMS = pathlib.Path(os.environ["UNKNOT_BENCH_PROGRAMS"])
ATLAS = os.environ["UNKNOT_ATLAS"]
UNKNOT = os.environ["UNKNOT_BIN"]
# Runs of each variant, after one that warms up.
FRAMES, MEMORIES, MOTIONS, OPENS, FIGURES = 21, 5, 3, 9, 5
VIEWS = ("front", "back", "side", "hand-palm", "hand-back", "foot-sole", "foot-top")
# A window of plain widgets shows some hundred colors, with the figure there are thousands.
FIGURE_COLORS = 1500
# Of the largest zones; its pattern is shown while the body moves.
MUSCLE = "infraspinatus"


def program(name):
    return PROGRAMS / f"bench-{name}"


def without_reader(session, **more):
    """GTK's bridge to the screen readers costs both windows the same and varies much: it is measured apart."""
    return dict(session.env, GTK_A11Y="none", **more)


def interleave(variants, runs):
    """Calls each of the functions in turn, and throws the first round away: cold files are another subject."""
    samples = Samples()
    for turn in range(runs + 1):
        target = samples if turn else Samples()
        for variant in variants:
            variant(target)
    return samples


def measure_start():
    with Session() as session:
        def run(name, prefix, **more):
            env = without_reader(session, **more)
            return lambda samples: samples.run([program(name)], env, prefix)

        def run_read(name, prefix):
            env = dict(session.env, UNKNOT_BENCH_WANTED="frame")
            env.pop("GTK_A11Y", None)
            return lambda samples: samples.run([program(name)], env, prefix)

        picture = Samples()
        picture.run([program("empty-window")], without_reader(session, UNKNOT_BENCH_WANTED="picture"), "floor-")
        picture.run([program("first-frame")], without_reader(session, UNKNOT_BENCH_WANTED="picture"))
        frames = interleave([run("empty-window", "floor-"), run("first-frame", "")], FRAMES)
        read = interleave([run_read("empty-window", "floor-"), run_read("first-frame", "")], FRAMES // 2)
        memory = interleave([run("empty-window", "floor-", UNKNOT_BENCH_WANTED="memory"),
                             run("first-frame", "", UNKNOT_BENCH_WANTED="memory")], MEMORIES)
    colors, plain = (int(picture[name][0]) for name in ("colors", "floor-colors"))
    print_table("Start: the window, against an empty libadwaita window of the same size", [
        Row("exec to first frame", frames["first-frame-ms"], "ms", frames["floor-first-frame-ms"], ratio_at_most=1.3),
        Row("… of it the main thread's own work", frames["first-frame-own-ms"], "ms", frames["floor-first-frame-own-ms"]),
        Row("… with the bus of the screen readers", read["first-frame-ms"], "ms", read["floor-first-frame-ms"]),
        Row("PSS two seconds later", memory["pss-mib"], "MiB", memory["floor-pss-mib"], ratio_at_most=2.5),
        Row("Private_Dirty two seconds later", memory["private-dirty-mib"], "MiB", memory["floor-private-dirty-mib"]),
    ], [f"The figure is {'' if colors >= FIGURE_COLORS else 'NOT '}in the first frame: {colors} colors on the screen, "
        f"{plain} in the empty window."])


def measure_motion():
    with Session(screen="1920x1080") as session:
        def run(name, prefix, **more):
            env = without_reader(session, **more)
            return lambda samples: samples.run([program(name)], env, prefix)

        samples = interleave([run("empty-window", "floor-", UNKNOT_BENCH_WANTED="motion"), run("zoom-pan", "bare-"),
                              run("zoom-pan", "zones-", UNKNOT_BENCH_MUSCLE=MUSCLE)], MOTIONS)
    rows = []
    for prefix, what in (("bare-", "the body"), ("zones-", f"the pattern of {MUSCLE}")):
        rows += [Row(f"a frame: {what}", samples[prefix + "frame-ms"], "ms", samples["floor-frame-ms"]),
                 Row("… the program's part", samples[prefix + "frame-own-ms"], "ms", samples["floor-frame-own-ms"])]
    rates = ", ".join(f"{what} {len(samples[prefix + 'frame-ms']) / MOTIONS / 5:.0f}"
                      for prefix, what in (("floor-", "floor"), ("bare-", "body"), ("zones-", "pattern")))
    print_table("Motion: five seconds of zooming and panning at 1920x1080, painted by cairo; the floor paints a texture of"
                " that size", rows,
                ["A frame is from before-paint to what the X server has done of it.", f"Frames a second: {rates}.",
                 f"Worst frame of the floor: {max(samples['floor-frame-ms']):.1f} ms."])


def measure_pick():
    samples = interleave([lambda samples: samples.run([program("pick"), ATLAS])], 2)
    print_table("Hit test: random places in all views; the floor calls a function that looks at nothing", [
        Row("all muscles under a place on the body", samples["stack-body-ns"], "ns", samples["nothing-body-ns"],
            below=1000),
        Row("the uppermost muscle there", samples["top-body-ns"], "ns", samples["nothing-body-ns"], below=1000),
        Row("all muscles under a place anywhere", samples["stack-anywhere-ns"], "ns", samples["nothing-anywhere-ns"],
            below=1000),
        Row("the area of the skin on the body", samples["area-body-ns"], "ns", samples["nothing-body-ns"], below=1000),
    ])


def grow(folder, times):
    path = pathlib.Path(folder) / f"times-{times}.bin"
    Samples().run([program("grow-atlas"), ATLAS, times, path])
    return path


def measure_find():
    times = (1, 10, 100)
    with tempfile.TemporaryDirectory(prefix="unknot-bench-") as folder:
        paths = {n: grow(folder, n) if n > 1 else ATLAS for n in times}
        samples = interleave([lambda samples, n=n: samples.run([program("find"), paths[n], 60 // n + 4], None, f"{n}-")
                              for n in times], 3)
    kinds = {"spot": "a spot of 12 mm", "stroke": "a stroke of 30 mm", "area": "a named area",
             "three": "three views"}
    views = sorted({name.split("-")[2] for name in samples if name.endswith("-matches")})
    rows = []
    for kind, what in kinds.items():
        for view in views:
            rows.append(Row(f"one find: {what}, {view}", [us / 1000 for us in samples[f"1-{kind}-{view}-us"]], "ms",
                            [us / 1000 for us in samples[f"1-{kind}-{view}-floor-us"]],
                            below=2 if kind == "three" else 1))
    rows.append(Row("muscles that explain three views together", [us / 1000 for us in samples["1-together-us"]], "ms"))
    notes = []
    medians = {}
    for n in times:
        all_finds = [us / 1000 for name, numbers in samples.items() if name.startswith(f"{n}-") and "floor" not in name
                     and name.endswith("-us") and "new" not in name and "together" not in name for us in numbers]
        medians[n] = statistics.median(all_finds)
        rows.append(Row(f"any find: {samples.median(f'{n}-muscles'):.0f} muscles, {samples.median(f'{n}-zones'):.0f} zones",
                        all_finds, "ms", None))
    for less, more in zip(times, times[1:]):
        ratio = medians[more] / medians[less]
        notes.append(f"{less} to {more} times the zones: {ratio:.1f} times as long (no worse than linear is 10): "
                     f"{'met' if ratio <= 10 else 'MISSED'}")
    for n in times:
        rows.append(Row(f"making the finder, {n} times the zones", [us / 1000 for us in samples[f"{n}-new-us"]], "ms"))
    print_table("Find: random places; the floor makes the masks of the mark, with which every find begins", rows, notes)


def measure_atlas():
    def weigh(prefix, *arguments):
        return lambda samples: samples.run([program("exit-memory"), UNKNOT, *arguments], None, prefix)

    def clock(name, *arguments):
        def run(samples):
            start = time.monotonic()
            Samples().run([UNKNOT, *arguments])
            samples[name].append((time.monotonic() - start) * 1000)
        return run

    find = ("--find", "front-of-shoulder", "--side", "right")
    samples = interleave([lambda samples: samples.run([program("open-atlas"), ATLAS, 20]), clock("version-ms", "--version"),
                          clock("find-ms", *find), weigh("version-", "--version"), weigh("find-", *find)], OPENS)
    print_table("Atlas and command line; the floor of opening sums the file's bytes, that of the rest is unknot --version", [
        Row("opening the atlas", samples["open-ms"], "ms", samples["sum-ms"]),
        Row("unknot --find, exec to exit", samples["find-ms"], "ms", samples["version-ms"]),
        Row("… PSS", samples["find-pss-mib"], "MiB", samples["version-pss-mib"]),
        Row("… Private_Dirty", samples["find-private-dirty-mib"], "MiB", samples["version-private-dirty-mib"]),
    ], [f"The atlas has {os.path.getsize(ATLAS) / 1048576:.1f} MiB."])


def plain_shapes(view, place):
    """The same closed shapes without stylesheet, classes, gradients and fine lines, each in one color."""
    svg = "{http://www.w3.org/2000/svg}"
    colors = {"skin-base": "#eeddcc", "bone-body": "#eeeecc", "belly": "#bb5544", "tendon": "#eeddbb"}
    root = tree.parse(pathlib.Path(os.environ["UNKNOT_SOURCE"]) / f"data/figure/{view}.svg").getroot()
    shapes = "".join(f'<path fill="{colors[path.get("class")]}" d="{path.get("d")}"/>' for path in root.iter(svg + "path")
                     if path.get("class") in colors)
    if view in ("front", "back"):
        shapes += f'<g transform="matrix(-1 0 0 1 720 0)">{shapes}</g>'
    place.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{root.get("viewBox")}">{shapes}</svg>')


def measure_figure():
    def clock(name, *arguments):
        def run(samples):
            start = time.monotonic()
            Samples().run(arguments)
            samples[name].append((time.monotonic() - start) * 1000)
        return run

    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for view in VIEWS:
            place = pathlib.Path(folder) / f"{view}.svg"
            plain_shapes(view, place)
            samples = interleave([
                clock("plain", "rsvg-convert", "--height", 1600, place, "--output", place.with_suffix(".1.png")),
                lambda samples, view=view, place=place: samples.run([program("paint"), ATLAS, view, 1600, place]),
                clock("plate", os.environ["UNKNOT_PLATE"], "--atlas", ATLAS, "--view", view, "--height", 1600, "--output",
                      place.with_suffix(".2.png"))], FIGURES)
            rows += [Row(f"{view}: read and painted", samples["drawn-ms"], "ms", samples["plain"], ratio_at_most=2),
                     Row("… of it painted", [drawn - read for drawn, read in zip(samples["drawn-ms"], samples["read-ms"])],
                         "ms", samples["plain-here-ms"]),
                     Row("… written as a picture by unknot-plate", samples["plate"], "ms", samples["plain"])]
    print_table("Figure: a view of the atlas at depth 1, 1600 pixels high", rows,
                ["The floor is rsvg-convert with the plain shapes, from start to end; in the second line it is",
                 "what librsvg takes to read and paint these shapes in the same process as ours."])


SUBJECTS = {"start": measure_start, "motion": measure_motion, "pick": measure_pick, "find": measure_find,
            "atlas": measure_atlas, "figure": measure_figure}


def main(names):
    if not names or any(name not in SUBJECTS for name in names):
        sys.exit(f"usage: bench.py {'|'.join(SUBJECTS)}…")
    for name in names:
        SUBJECTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
