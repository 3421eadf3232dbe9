#!/usr/bin/python3
"""For whoever edits the drawing: pictures of the figure, and what is wrong with it.

  figure.py check [VIEW…] [--against DIR]
      What is missing, doubled or unknown; what sticks out of the skin; areas that overlap or leave gaps. Held against
      a measurement (a folder with VIEW.json: "muscles" with "outlines"), how far each muscle agrees with it.
  figure.py render VIEW OUTPUT.png [--depth D] [--scheme S] [--height PX] [--box X,Y,W,H] [--over DIR] [--beside PICTURE]
      A view as the program paints it; with the measured outlines over it, or beside another picture.
  figure.py sheet FOLDER
      Every view at every depth in light and dark, head, hand and foot at eight times their size.
  figure.py blind PICTURE OUTPUT.png protan|deutan|tritan|gray
      A picture as somebody sees it who tells fewer colors apart.

Needs the build folder ("make run" makes it), python3-pil, python3-shapely and python3-svgelements.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import collections
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import xml.etree.ElementTree as tree

TOP = pathlib.Path(__file__).resolve().parent.parent
FIGURE = TOP / "data/figure"
BUILD = pathlib.Path(os.environ.get("UNKNOT_BUILD", TOP / "build"))
SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ("front", "back", "side", "hand-palm", "hand-back", "foot-sole", "foot-top")
MIRRORED = ("front", "back")
DEPTHS = ("skin", "1", "2", "3", "4", "bones")
DETAILS = {"head-front": ("front", "270,0,180,210"), "head-side": ("side", "130,0,270,240"), "hand": ("hand-palm", None),
           "hand-back": ("hand-back", None), "sole": ("foot-sole", None), "foot": ("foot-top", None)}
# What the measurement keeps apart and the figure draws as one, and the other way round.
UNIONS = {
    "biceps-femoris": ("biceps-femoris-long", "biceps-femoris-short"),
    "gastrocnemius": ("gastrocnemius-lateral", "gastrocnemius-medial"),
    "gemellus": ("gemellus-superior", "gemellus-inferior"),
    "interosseous-foot": ("dorsal-interossei-foot", "plantar-interossei"),
}
PARTS = {
    "sternocleidomastoid": ("scm-sternal", "scm-clavicular"),
    "multifidus": ("multifidus-cervicis", "multifidus-thoracis", "multifidus-lumborum"),
    "rotatores": ("rotatores-cervicis", "rotator-thoracolumbar"),
}
HAND_INTEROSSEI = ("dorsal-interossei-hand", "palmar-interossei")
# Linear RGB; Machado, Oliveira and Fernandes 2009 (doi 10.1109/TVCG.2009.113), severity 1.0.
BLIND = {
    "protan": (0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    "deutan": (0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    "tritan": (1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
    "gray": (0.2126, 0.7152, 0.0722) * 3,
}
STEP = 0.6  # millimeters between the corners of a flattened curve


def sound(shape):
    """A shape that stands further operations: no lines and dots left over from a cut, and nothing that crosses itself."""
    from shapely.ops import unary_union
    if shape.geom_type == "GeometryCollection":
        shape = unary_union([part for part in shape.geoms if part.area > 0])
    return shape if shape.is_valid else shape.buffer(0)


def shape_of(paths):
    """The union of closed paths, as the fill of the drawing covers it (holes wound the other way stay holes)."""
    from shapely.geometry import Polygon
    from shapely.ops import unary_union
    from svgelements import Path
    pieces = []
    for d in paths:
        whole = None
        for sub in Path(d).as_subpaths():
            sub = Path(sub)
            corners = []
            for segment in sub:
                count = 1
                if type(segment).__name__ in ("CubicBezier", "QuadraticBezier", "Arc"):
                    count = max(4, min(40, int(segment.length(error=1e-2) / STEP)))
                if type(segment).__name__ != "Move":
                    corners += [(segment.point(i / count).x, segment.point(i / count).y) for i in range(1, count + 1)]
            if len(corners) < 3:
                continue
            polygon = Polygon(corners).buffer(0)
            whole = polygon if whole is None else whole.symmetric_difference(polygon) if whole.contains(polygon) \
                else whole.union(polygon)
        if whole is not None:
            pieces.append(whole)
    return sound(unary_union(pieces)) if pieces else Polygon()


def measured_shape(entry):
    from shapely.geometry import Polygon
    from shapely.ops import unary_union
    return unary_union([Polygon(outline).buffer(0) for outline in entry["outlines"] if len(outline) > 2])


class View:
    """A view as it is drawn; areas are told by class, deep ones too."""

    def __init__(self, name):
        from shapely.affinity import scale
        self.name = name
        self.path = FIGURE / f"{name}.svg"
        self.root = tree.parse(self.path).getroot()
        _, _, self.width, self.height = map(float, self.root.get("viewBox").split())
        self.doubled = [i for i, n in collections.Counter(e.get("id") for e in self.root.iter() if e.get("id")).items()
                        if n > 1]
        self.skin = shape_of([p.get("d") for p in self.root.iter(SVG + "path") if p.get("class") == "skin-base"])
        self.whole_skin = self.skin
        if name in MIRRORED:
            self.whole_skin = self.skin.union(scale(self.skin, -1, 1, origin=(self.width / 2, 0)))
        self.muscles, self.layers, self.areas, self.deep = {}, {}, {}, set()
        for group in self.root.iter(SVG + "g"):
            classes = (group.get("class") or "").split()
            if "muscle" in classes:
                self.muscles[group.get("id")] = shape_of(
                    [p.get("d") for p in group.iter(SVG + "path") if p.get("class") in ("belly", "tendon")])
                self.layers[group.get("id")] = next(c for c in classes if c.startswith("layer-"))
        for path in self.root.iter(SVG + "path"):
            if path.get("class") == "area":
                self.areas[path.get("id")[5:]] = shape_of([path.get("d")])
            elif "area" in (path.get("class") or "").split():
                self.deep.add(path.get("id")[5:])


def known_ids():
    """What may be drawn: the names of data/figure/muscles.xml and of the atlas."""
    ids = set(re.findall(r'id="([^"]+)"', (FIGURE / "muscles.xml").read_text(encoding="utf-8")))
    return ids | {path.stem for path in (TOP / "data/atlas").glob("*.xml")}


def boxes_meet(one, other):
    """Cheaper than asking the shapes, and not confused by neighbors that share a border to the last bit."""
    a, b = one.bounds, other.bounds
    return bool(a and b) and a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def check_areas(view):
    from shapely.ops import unary_union
    clipped = {name: sound(shape.intersection(view.skin)) for name, shape in view.areas.items()}
    covered = unary_union(list(clipped.values())).area
    overlaps = []
    for name, shape in clipped.items():
        for other, behind in clipped.items():
            if other > name and boxes_meet(shape, behind):
                common = shape.intersection(behind).area
                if common > 0.002 * view.skin.area or common > 0.25 * min(shape.area, behind.area):
                    overlaps.append((common, name, other))
    total = sum(shape.area for shape in clipped.values()) - covered
    print(f"  {len(clipped)} areas cover {100 * covered / view.skin.area:.2f} % of the skin and overlap by "
          f"{100 * total / view.skin.area:.2f} %")
    for common, name, other in sorted(overlaps, reverse=True)[:8]:
        print(f"    {name} and {other} overlap by {common:.0f} mm²")
    return 100 * covered / view.skin.area, 100 * total / view.skin.area


def shares_seen(view):
    """{muscle: the share of it that shows when the body is peeled down to its own layer}"""
    seen = {}
    above = collections.defaultdict(list)
    for name in reversed(list(view.muscles)):
        shape = rest = view.muscles[name]
        for other in above[view.layers[name]]:
            if boxes_meet(rest, other):
                rest = rest.difference(other)
        above[view.layers[name]].append(shape)
        seen[name] = rest.area / max(shape.area, 1e-9)
    return seen


def departures(view):
    """The muscles that README.md beside the drawing says are drawn otherwise than measured, on purpose."""
    text = (FIGURE / "README.md").read_text(encoding="utf-8")
    rows = re.findall(rf"^\| {view.name} \| ([^|]+) \|", text, re.M)
    return {name for row in rows for name in re.findall(r"[a-z][a-z-]+", row)}


def check_against(view, folder):
    from shapely.geometry import box
    place = pathlib.Path(folder) / f"{view.name}.json"
    if not place.exists():
        return
    measured = {name: measured_shape(entry) for name, entry in json.loads(place.read_text())["muscles"].items()}
    drawn = dict(view.muscles)
    for name, parts in UNIONS.items():
        there = [measured.pop(part) for part in parts if part in measured]
        if there:
            measured[name] = there[0] if len(there) == 1 else there[0].union(there[1])
    for name, parts in PARTS.items():
        there = [drawn.pop(part) for part in parts if part in drawn]
        if there:
            whole = there[0]
            for part in there[1:]:
                whole = whole.union(part)
            drawn[name] = whole
    hand = [drawn.pop(part) for part in ("interosseous-hand", "first-dorsal-interosseous-hand") if part in drawn]
    bones = [measured.pop(part) for part in HAND_INTEROSSEI if part in measured]
    if hand and bones:
        drawn["interossei of the hand"] = hand[0] if len(hand) == 1 else hand[0].union(hand[1])
        measured["interossei of the hand"] = bones[0] if len(bones) == 1 else bones[0].union(bones[1])
    if view.height < 1000:
        # The measurement of hand and foot is cut off at wrist and ankle; the drawing runs on to the frame.
        frame = box(0, min(shape.bounds[1] for shape in measured.values() if not shape.is_empty), view.width, view.height)
        drawn = {name: shape.intersection(frame) for name, shape in drawn.items()}
    aside = departures(view)
    rows = sorted((drawn[name].intersection(measured[name]).area / max(drawn[name].union(measured[name]).area, 1e-9), name)
                  for name in drawn if name in measured)
    low, least = (0.65, 0.80) if view.height < 1000 else (0.70, 0.85)
    for what, some in (("", [r for r in rows if r[1] not in aside]), (", departures included", rows)):
        middle = statistics.median(r[0] for r in some) if some else 0
        print(f"  overlap with the measurement{what}: {len(some)} muscles, median {middle:.3f} (least {least:.2f}), "
              f"{sum(r[0] < low for r in some)} below {low:.2f} (most {len(some) // 10})")
    for share, name in rows:
        if share < low:
            print(f"    {share:.2f} {name}{' (on purpose)' if name in aside else ''}")
    print(f"  measured and not drawn: {', '.join(sorted(set(measured) - set(drawn))) or 'none'}")


def check(views, against):
    faults, known, seen = 0, known_ids(), collections.defaultdict(float)
    areas_of = []

    def fault(text):
        nonlocal faults
        faults += 1
        print(f"  FAULT {text}")
    for name in views:
        if not (FIGURE / f"{name}.svg").exists():
            print(f"{name}: not drawn")
            continue
        view = View(name)
        print(f"{name}: {len(view.muscles)} muscles, {view.path.stat().st_size / 1024:.0f} KiB")
        for muscle, share in shares_seen(view).items():
            seen[muscle] = max(seen[muscle], share)
        for wrong in view.doubled:
            fault(f"the id {wrong} stands twice")
        for wrong in sorted(set(view.muscles) - known):
            fault(f"{wrong} is neither in the atlas nor in muscles.xml")
        for muscle, shape in view.muscles.items():
            # The half of the body ends at the midline; what runs over it meets its own mirror image there.
            out = shape.difference(view.whole_skin).area / max(shape.area, 1e-9)
            if out > 0.02:
                fault(f"{muscle} sticks out of the skin by {100 * out:.1f} %")
        areas_of.append(set(view.areas) | view.deep)
        covered, overlap = check_areas(view)
        if covered < 98:
            fault("areas leave gaps")
        if overlap > 1:
            fault("areas overlap")
        if against:
            check_against(view, against)
    if set(views) >= set(VIEWS):
        for muscle in sorted(path.stem for path in (TOP / "data/atlas").glob("*.xml")):
            if muscle not in seen:
                fault(f"{muscle} is in the atlas and drawn in no view")
            elif seen[muscle] < 1 / 3:
                fault(f"{muscle} shows by {100 * seen[muscle]:.0f} % at most, at any depth of any view")
        drawn = set().union(*areas_of)
        for area in re.findall(r'<area id="([^"]+)"', (FIGURE / "areas.xml").read_text(encoding="utf-8")):
            if area not in drawn:
                fault(f"the area {area} is in no view")
        size = sum(path.stat().st_size for path in FIGURE.rglob("*") if path.is_file())
        print(f"all of data/figure: {size / 1e6:.2f} MB")
        if size > 1.5e6:
            fault("data/figure is larger than 1.5 MB")
    print(f"{faults} faults")
    return 1 if faults else 0


def paint(view, output, depth="1", scheme="light", height=1600, box=None):
    command = [BUILD / "src/compile/unknot-plate", "--atlas", BUILD / "data/atlas.bin", "--view", view, "--depth", depth,
               "--scheme", scheme, "--height", str(height), "--output", output]
    subprocess.run(command + (["--box", box] if box else []), check=True)


def render(options):
    from PIL import Image, ImageDraw
    paint(options.view, options.output, options.depth, options.scheme, options.height, options.box)
    image = Image.open(options.output).convert("RGB")
    if options.over:
        measured = json.loads((pathlib.Path(options.over) / f"{options.view}.json").read_text())
        x, y, _, height = map(float, options.box.split(",")) if options.box else \
            (0, 0, 0, measured["viewBox"][3])
        scale = image.height / height
        draw = ImageDraw.Draw(image)
        for name, entry in measured["muscles"].items():
            if options.only and name not in options.only.split(","):
                continue
            for outline in entry["outlines"]:
                corners = [((px - x) * scale, (py - y) * scale) for px, py in outline]
                draw.line(corners + corners[:1], fill=(0, 70, 255), width=max(1, round(scale * 0.4)))
    if options.beside:
        other = Image.open(options.beside).convert("RGB")
        other = other.resize((round(other.width * image.height / other.height), image.height))
        both = Image.new("RGB", (image.width + other.width, image.height))
        both.paste(image, (0, 0))
        both.paste(other, (image.width, 0))
        image = both
    image.save(options.output)
    return 0


def sheet(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    there = [view for view in VIEWS if (FIGURE / f"{view}.svg").exists()]
    for scheme in ("light", "dark"):
        for depth in DEPTHS:
            for view in there:
                paint(view, folder / f"{view}-{depth}-{scheme}.png", depth, scheme)
            for name, (view, box) in DETAILS.items():
                if view in there:
                    paint(view, folder / f"detail-{name}-{depth}-{scheme}.png", depth, scheme, 1680, box)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def blind(picture, output, kind):
    from PIL import Image
    matrix = BLIND[kind]
    linear = [((v / 255 + 0.055) / 1.055) ** 2.4 if v > 10 else v / 255 / 12.92 for v in range(256)]

    def encode(value):
        value = min(1, max(0, value))
        return round(255 * (1.055 * value ** (1 / 2.4) - 0.055 if value > 0.0031308 else 12.92 * value))
    image = Image.open(picture).convert("RGB").quantize(256).convert("RGB")
    seen = {}
    pixels = []
    for color in image.getdata():
        if color not in seen:
            r, g, b = (linear[v] for v in color)
            seen[color] = tuple(encode(matrix[i] * r + matrix[i + 1] * g + matrix[i + 2] * b) for i in (0, 3, 6))
        pixels.append(seen[color])
    image.putdata(pixels)
    image.save(output)
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("check")
    one.add_argument("views", nargs="*", metavar="VIEW", default=list(VIEWS))
    one.add_argument("--against", metavar="DIR")
    one = commands.add_parser("render")
    one.add_argument("view")
    one.add_argument("output")
    for name, default in (("depth", "1"), ("scheme", "light"), ("box", None), ("over", None), ("only", None),
                          ("beside", None)):
        one.add_argument(f"--{name}", default=default)
    one.add_argument("--height", type=int, default=1600)
    commands.add_parser("sheet").add_argument("folder")
    one = commands.add_parser("blind")
    one.add_argument("picture")
    one.add_argument("output")
    one.add_argument("kind", choices=sorted(BLIND))
    options = parser.parse_args()
    if options.command == "check":
        return check(options.views or list(VIEWS), options.against)
    if options.command == "render":
        return render(options)
    if options.command == "sheet":
        return sheet(options.folder)
    return blind(options.picture, options.output, options.kind)


if __name__ == "__main__":
    sys.exit(main())
