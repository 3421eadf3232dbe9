#!/usr/bin/env python3
"""Prints what the atlas holds, group by group, and what is empty; the status says whether anything is.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

TOP = pathlib.Path(__file__).resolve().parent.parent
VIEWS = ("front", "back", "side", "hand-palm", "hand-back", "foot-sole", "foot-top")
SVG = "{http://www.w3.org/2000/svg}"
# A record with less to read than this was left half done.
FEWEST_WORDS = 500


def words_of(root):
    return sum(len(re.findall(r"\w+(?:['’-]\w+)*", text)) for text in root.itertext())


def drawing_of(path):
    """({view: zones}, {point: crosses}) of one drawing; points are its numbers."""
    zones, crosses = dict.fromkeys(VIEWS, 0), {}
    for layer in tree.parse(path).getroot().findall(f"{SVG}g"):
        for group in layer.findall(f"{SVG}g"):
            number = group.get("id").rpartition(".")[2]
            kinds = [p.get("class") for p in group.findall(f"{SVG}path")]
            zones[layer.get("id")] += len({kind for kind in kinds if kind != "point"})
            crosses[number] = max(crosses.get(number, 0), kinds.count("point"))
    return zones, crosses


def record_of(path):
    root = tree.parse(path).getroot()
    zones, crosses = drawing_of(path.with_suffix(".svg"))
    points = [p.get("id").rpartition(".")[2] for p in root.iter("point")]
    return {
        "id": root.get("id"), "group": root.get("group"), "points": len(points), "words": words_of(root),
        "crosses": sum(crosses.values()), "zones": zones, "sources": [s.get("ref") for s in root.iter("source")],
        "uncertain": root.get("certainty") == "uncertain",
        "without a cross": [p for p in points if not crosses.get(p)],
    }


def holes_in(record, known):
    """Sentences about what a record lacks."""
    if record["words"] < FEWEST_WORDS:
        yield f"has only {record['words']} words"
    if not record["points"]:
        yield "has no point"
    if not any(record["zones"].values()):
        yield "has no zone in any view"
    if not record["sources"]:
        yield "names no source"
    for point in record["without a cross"]:
        yield f"has no X for point {point} in any view"
    for source in sorted(set(record["sources"]) - known):
        yield f"cites {source}, which care/sources.xml doesn't have"


def row_of(name, records):
    zones = [sum(r["zones"][view] for r in records) for view in VIEWS]
    return [name, len(records), sum(r["points"] for r in records), sum(r["crosses"] for r in records), *zones,
            sum(r["words"] for r in records), len({s for r in records for s in r["sources"]}),
            sum(r["uncertain"] for r in records)]


def print_table(rows):
    widths = [max(len(f"{row[i]}") for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(f"{cell:<{w}}" if i == 0 else f"{cell:>{w}}" for i, (cell, w) in enumerate(zip(row, widths))))


def main(data):
    records = [record_of(path) for path in sorted((data / "atlas").glob("*.xml"))]
    known = {s.get("id") for s in tree.parse(data / "care/sources.xml").getroot().iter("source")}
    listed = [m.get("id") for m in tree.parse(data / "figure/muscles.xml").getroot().iter("muscle")]
    groups = {}
    for record in records:
        groups.setdefault(record["group"], []).append(record)
    heading = ["group", "muscles", "points", "X", *VIEWS, "words", "sources", "uncertain"]
    print_table([heading, *(row_of(name, groups[name]) for name in sorted(groups)), row_of("all", records)])
    holes = [f"{r['id']} {hole}" for r in records for hole in holes_in(r, known)]
    holes += [f"{muscle} has no record" for muscle in listed if muscle not in {r["id"] for r in records}]
    print(f"\n{len(records)} records of {len(listed)} muscles")
    for hole in holes:
        print(hole)
    print("nothing is empty" if not holes else f"{len(holes)} things are empty")
    return 1 if holes or not records else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else TOP / "data"))
