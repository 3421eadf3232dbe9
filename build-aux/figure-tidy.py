#!/usr/bin/python3
"""Writes the paths of a drawing as briefly as they can be said, after Inkscape or another hand has been at them.

  figure-tidy.py FILE.svg…

Neighboring curves that one curve says as well become one; numbers lose what nobody sees: the picture moves by no more
than TOLERANCE. Corners stay, and so do the areas' nodes, since neighbors share them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
import pathlib
import re
import sys

TOLERANCE = 0.06  # millimeters; half of that in the views of hand and foot
CORNER = math.cos(math.radians(14))
TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def read(d):
    """[[start, [cubic, …], closed], …]: a cubic is three points, a straight one a single point."""
    tokens = TOKEN.findall(d)
    subs, at, start, last, verb, i = [], 0j, 0j, None, "", 0
    while i < len(tokens):
        if tokens[i].isalpha():
            verb = tokens[i]
            i += 1
        kind = verb.upper()
        raw = [float(t) for t in tokens[i:i + COUNTS[kind]]]
        i += COUNTS[kind]
        base = at if verb.islower() else 0j
        if kind == "A":
            raise ValueError("arcs are left alone")
        if kind == "H":
            points = [complex(raw[0] + base.real, at.imag)]
        elif kind == "V":
            points = [complex(at.real, raw[0] + base.imag)]
        else:
            points = [complex(raw[k], raw[k + 1]) + base for k in range(0, len(raw), 2)]
        if kind == "Z":
            subs[-1][2] = True
            at = start
            last = None
            continue
        if kind == "M":
            at = start = points[0]
            subs.append([at, [], False])
            verb = "l" if verb == "m" else "L"
            last = None
            continue
        if not subs or subs[-1][2]:
            subs.append([at, [], False])
        if kind in "ST":
            same = last is not None and last[0] == ("C" if kind == "S" else "Q")
            points.insert(0, 2 * at - last[1] if same else at)
        if kind in "QT":
            control, end = points
            last = ("Q", control)
            points = [at + (control - at) * 2 / 3, end + (control - end) * 2 / 3, end]
        elif kind in "CS":
            last = ("C", points[1])
        else:
            last = None
        subs[-1][1].append(tuple(points))
        at = points[-1]
    return subs


def point(p0, p1, p2, p3, t):
    u = 1 - t
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3


def samples_of(start, curve):
    if len(curve) == 1:
        return [start + (curve[0] - start) * k / 4 for k in (1, 2, 3, 4)]
    return [point(start, *curve, k / 6) for k in range(1, 7)]


def leaves(start, curve):
    """The direction in which a curve sets out."""
    for end in curve:
        if abs(end - start) > 1e-3:
            return (end - start) / abs(end - start)
    return 0j


def arrives(start, curve):
    for end in reversed((start,) + curve[:-1]):
        if abs(curve[-1] - end) > 1e-3:
            return (curve[-1] - end) / abs(curve[-1] - end)
    return 0j


def dot(a, b):
    return a.real * b.real + a.imag * b.imag


def fit(points, out, into, tolerance):
    """One cubic through the points from first to last that leaves and arrives as told, or None."""
    first, last = points[0], points[-1]
    run = [0.0]
    for a, b in zip(points, points[1:]):
        run.append(run[-1] + abs(b - a))
    if run[-1] < 1e-6:
        return None
    ts = [r / run[-1] for r in run]
    curve = None
    for _ in range(4):
        c00 = c01 = c11 = x0 = x1 = 0.0
        for p, t in zip(points, ts):
            u = 1 - t
            b1, b2 = 3 * u * u * t, 3 * u * t * t
            a1, a2 = out * b1, -into * b2
            rest = p - (first * (u * u * u + b1) + last * (t * t * t + b2))
            c00 += dot(a1, a1)
            c01 += dot(a1, a2)
            c11 += dot(a2, a2)
            x0 += dot(a1, rest)
            x1 += dot(a2, rest)
        det = c00 * c11 - c01 * c01
        if abs(det) < 1e-9:
            return None
        alpha, beta = (x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det
        chord = abs(last - first)
        if alpha < 0.02 * run[-1] or beta < 0.02 * run[-1] or alpha > 1.5 * run[-1] or beta > 1.5 * run[-1] or chord < 1e-6:
            return None
        curve = (first + out * alpha, last - into * beta, last)
        worst = max(abs(point(first, *curve, t) - p) for p, t in zip(points, ts))
        if worst < tolerance:
            return curve
        if worst > 12 * tolerance:
            return None
        ts = [nearer(first, curve, p, t) for p, t in zip(points, ts)]
    return None


def nearer(first, curve, p, t):
    u = 1 - t
    p1, p2, p3 = curve
    off = point(first, p1, p2, p3, t) - p
    speed = 3 * (u * u * (p1 - first) + 2 * u * t * (p2 - p1) + t * t * (p3 - p2))
    bend = 6 * (u * (p2 - 2 * p1 + first) + t * (p3 - 2 * p2 + p1))
    below = dot(speed, speed) + dot(off, bend)
    return min(1, max(0, t - dot(off, speed) / below)) if abs(below) > 1e-9 else t


def merged(start, curves, tolerance):
    """The same line of fewer curves."""
    result, at, i = [], start, 0
    while i < len(curves):
        best, count = curves[i], 1
        points = [at] + samples_of(at, curves[i])
        end = curves[i][-1]
        while i + count < len(curves) and count < 12:
            following = curves[i + count]
            into, out = arrives(at if count == 1 else curves[i + count - 2][-1], curves[i + count - 1]), leaves(end, following)
            if into and out and dot(into, out) < CORNER:
                break
            points = points + samples_of(end, following)
            curve = fit(points, leaves(at, curves[i]), arrives(end, following), tolerance)
            if curve is None:
                break
            best, end, count = curve, following[-1], count + 1
        result.append(best)
        at = best[-1]
        i += count
    return result


def plain(start, curve, tolerance):
    """A straight line where the curve is one, else the curve."""
    if len(curve) == 1:
        return curve
    end = curve[2]
    along = end - start
    if abs(along) < 1e-6:
        return curve
    unit = along / abs(along)
    for control in curve[:2]:
        part = (control - start) / unit
        if abs(part.imag) > tolerance or part.real < -tolerance or part.real > abs(along) + tolerance:
            return curve
    return (end,)


def number(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return "0" if text in ("-", "", "-0") else text


def joined(numbers):
    text = ""
    for n in map(number, numbers):
        if text and not (n.startswith("-") or n.startswith(".") and "." in re.split(r"[ -]", text)[-1]):
            text += " "
        text += n
    return text


def write(subs, places, tolerance):
    """The shortest of the ways to say each step, with numbers counted from where the pen really is."""
    def snap(p):
        return complex(round(p.real, places), round(p.imag, places))

    text, pen, previous = "", None, ""

    def say(options):
        nonlocal text, previous
        best = None
        for verb, numbers in options:
            body = joined(numbers)
            same = verb == previous and verb not in "zZ"
            glue = ""
            if same:
                tail = re.split(r"[A-Za-z -]", text)[-1]
                if not (body.startswith("-") or body.startswith(".") and "." in tail):
                    glue = " "
            candidate = (glue if same else verb) + body
            if best is None or len(candidate) < len(best[0]):
                best = (candidate, verb)
        text += best[0]
        previous = {"m": "l", "M": "L"}.get(best[1], best[1])

    def pairs(points, base=0j):
        return [v for p in points for v in ((p - base).real, (p - base).imag)]

    for start, curves, closed in subs:
        start = snap(start)
        options = [("M", pairs([start]))]
        if pen is not None:
            options.append(("m", pairs([start], pen)))
        say(options)
        pen, mirror = start, None
        for k, curve in enumerate(curves):
            end = snap(curve[-1])
            straight = len(curve) == 1
            if straight and (closed and k == len(curves) - 1 and end == start or end == pen):
                continue
            if straight:
                options = [("L", pairs([end])), ("l", pairs([end], pen))]
                if end.imag == pen.imag:
                    options += [("H", [end.real]), ("h", [end.real - pen.real])]
                if end.real == pen.real:
                    options += [("V", [end.imag]), ("v", [end.imag - pen.imag])]
                say(options)
                pen, mirror = end, None
                continue
            first, second = snap(curve[0]), snap(curve[1])
            options = [("C", pairs([first, second, end])), ("c", pairs([first, second, end], pen))]
            bent = (3 * curve[0] - pen) / 2, (3 * curve[1] - end) / 2
            after = second
            if abs(bent[0] - bent[1]) * 0.2 < tolerance:
                control = snap((bent[0] + bent[1]) / 2)
                options = [("Q", pairs([control, end])), ("q", pairs([control, end], pen))]
                after = None
            elif mirror is not None and abs(mirror - curve[0]) < tolerance:
                options = [("S", pairs([second, end])), ("s", pairs([second, end], pen))]
            say(options)
            mirror = 2 * end - after if after is not None else None
            pen = end
        if closed:
            say([("z", [])])
            pen = start
    return text


def tidied(d, classes, fine):
    tolerance = TOLERANCE / 2 if fine else TOLERANCE
    places = 2 if re.search(r"\.\d\d", d) else 1
    try:
        subs = read(d)
    except ValueError:
        return d
    if "area" not in classes:
        for sub in subs:
            sub[1] = merged(sub[0], sub[1], tolerance)
            at, curves = sub[0], []
            for curve in sub[1]:
                curves.append(plain(at, curve, tolerance))
                at = curve[-1]
            sub[1] = curves
    else:
        tolerance = 0.012
    text = write(subs, places, tolerance)
    return text if len(text) < len(d) else d


def main():
    for name in sys.argv[1:]:
        place = pathlib.Path(name)
        text = place.read_text(encoding="utf-8")
        height = float(re.search(r'viewBox="[^"]* ([\d.]+)"', text).group(1))

        def shorter(match):
            return match.group(1) + tidied(match.group(3), match.group(2).split(), height < 1000) + '"'
        result = re.sub(r'(<path\s[^>]*?class="([^"]*)"\s+d=")([^"]*)"', shorter, text)
        place.write_text(result, encoding="utf-8")
        print(f"{place.name}: {len(text.encode())} bytes, now {len(result.encode())}")
    return 0 if sys.argv[1:] else 2


if __name__ == "__main__":
    sys.exit(main())
