"""What is painted over the figure stays apart for those who tell fewer colors apart, and without color.

Hovered and selected muscles are outlines, a pain mark a flat tone, the essential zone a tone with a hatch, the
spillover zone a lighter tone with dots. So an outline has to stand out of every ground, the mark's tone from the
zones' tones, and each texture from its own tone: seen as they are and through every row of figure.py's BLIND.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import configparser
import importlib.util
import os
import pathlib
import sys

TOP = pathlib.Path(os.environ.get("UNKNOT_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(TOP / "tests"))
import tap  # noqa: E402  pylint: disable=wrong-import-position

# How src/draw/unk-overlay.c thins a zone's color under the texture.
ESSENTIAL_TONE, SPILLOVER_TONE = 0.62, 0.26
# Flesh and peeled skin of the style sheets, before the veil.
GROUNDS = {"light": ("#c96b5c", "#ecdccf"), "dark": ("#c96b5c", "#3b302b"), "contrast": ("#e0604c", "#ffffff"),
           "print": ("#dcdcdc", "#ffffff")}
# The least distance in CIE L*a*b*; 2.3 is one that is just noticed side by side.
OUTLINE, MARK, TONE, TEXTURE = 30, 20, 8, 13


def blindness():
    spec = importlib.util.spec_from_file_location("figure", TOP / "build-aux/figure.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {"nobody's": None, **module.BLIND}


def rgba(text):
    return [int((text + "ff")[i:i + 2], 16) / 255 for i in (1, 3, 5, 7)]


def over(color, share, base):
    alpha = color[3] * share
    return [alpha * c + (1 - alpha) * b for c, b in zip(color, base)]


def lab(color, matrix):
    """L*a*b* of an sRGB color as it is seen through a matrix."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color]
    if matrix:
        linear = [min(1, max(0, sum(matrix[3 * i + j] * linear[j] for j in range(3)))) for i in range(3)]
    r, g, b = linear
    x, y, z = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in
               ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b,
                (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def tones(scheme, ground):
    """What the eye meets where the overlay lies on a veiled ground."""
    parser = configparser.ConfigParser()
    parser.read(TOP / "data/figure/palette.ini")
    color = {name: rgba(text) for name, text in parser[scheme].items()}
    base = over(color["veil"], 1, rgba(ground)[:3])
    seen = {"ground": base, "hovered": color["hover"][:3], "selected": color["selected"][:3],
            "mark": over(color["mark"], 1, base), "essential": over(color["essential"], ESSENTIAL_TONE, base),
            "spillover": over(color["spillover"], SPILLOVER_TONE, base)}
    seen["hatch"] = over(color["essential"], 1, seen["essential"])
    seen["dots"] = over(color["spillover"], 1, seen["spillover"])
    return seen


def hold_apart(scheme, pairs):
    for ground in GROUNDS[scheme]:
        seen = tones(scheme, ground)
        for sight, matrix in blindness().items():
            for one, other, least in pairs:
                a, b = lab(seen[one], matrix), lab(seen[other], matrix)
                found = sum((p - q) ** 2 for p, q in zip(a, b)) ** 0.5
                tap.check(found >= least, f"{scheme}, {sight} eyes, on {ground}: {one} and {other} are {found:.1f} "
                                          f"apart, at least {least} are needed; mend data/figure/palette.ini")


def test_outlines_stand_out_of_every_ground():
    for scheme in GROUNDS:
        hold_apart(scheme, [("hovered", "ground", OUTLINE), ("selected", "ground", OUTLINE)])


def test_a_pain_mark_stands_out_of_every_ground():
    for scheme in GROUNDS:
        hold_apart(scheme, [("mark", "ground", MARK)])


def test_a_zones_texture_stands_out_of_its_tone():
    for scheme in GROUNDS:
        hold_apart(scheme, [("hatch", "essential", TEXTURE), ("dots", "spillover", TEXTURE)])


def test_essential_and_spillover_differ_in_tone_too():
    for scheme in GROUNDS:
        hold_apart(scheme, [("essential", "spillover", TONE), ("essential", "ground", TONE)])


def test_a_pain_mark_is_no_zone():
    for scheme in GROUNDS:
        hold_apart(scheme, [("mark", "spillover", MARK), ("mark", "essential", TONE)])


def test_a_simulation_really_takes_colors_away():
    red, green = rgba("#c00000")[:3], rgba("#6b6b00")[:3]
    for sight, matrix in blindness().items():
        if matrix and sight in ("protan", "deutan"):
            plain = sum((p - q) ** 2 for p, q in zip(lab(red, None), lab(green, None))) ** 0.5
            seen = sum((p - q) ** 2 for p, q in zip(lab(red, matrix), lab(green, matrix))) ** 0.5
            tap.check(seen < 0.6 * plain, f"{sight}: red and olive are {seen:.0f} apart, {plain:.0f} for others")


if __name__ == "__main__":
    sys.exit(tap.main(sys.modules[__name__]))
