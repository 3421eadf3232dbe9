"""Samples, their medians, and the table that is printed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import statistics
import subprocess

HEAD = ("what", "median", "least", "worst", "unit", "floor", "ratio", "aim", "")
LAYOUT = "{:44} {:>8} {:>8} {:>8} {:4} {:>8} {:>7}  {:13} {}"


class Samples(collections.defaultdict):
    """{name: [numbers]}, gathered from programs that print "sample NAME NUMBER"."""

    def __init__(self):
        super().__init__(list)

    def run(self, command, env=None, prefix=""):
        """Runs a program once and adds its samples; what it complains about goes on to us."""
        done = subprocess.run(list(map(str, command)), env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              text=True, timeout=300, check=True)
        for line in done.stdout.splitlines():
            words = line.split()
            if len(words) == 3 and words[0] == "sample":
                self[prefix + words[1]].append(float(words[2]))

    def median(self, name):
        return statistics.median(self[name])


class Row:
    """One line of a table. floor is a list of samples, or nothing; an aim is of the ratio or of the median itself."""

    def __init__(self, what, samples, unit, floor=None, ratio_at_most=None, below=None):
        self.what, self.unit, self.samples = what, unit, samples
        self.median = statistics.median(samples)
        self.floor = statistics.median(floor) if floor else None
        self.ratio_at_most, self.below = ratio_at_most, below

    def ratio(self):
        return self.median / self.floor if self.floor else None

    def verdict(self):
        if self.ratio_at_most is not None:
            return f"ratio <= {self.ratio_at_most:g}", "met" if self.ratio() <= self.ratio_at_most else "MISSED"
        if self.below is not None:
            return f"< {self.below:g} {self.unit}", "met" if self.median < self.below else "MISSED"
        return "", ""

    def cells(self):
        aim, met = self.verdict()
        return (self.what, number(self.median), number(min(self.samples)), number(max(self.samples)), self.unit,
                number(self.floor), number(self.ratio(), "{:.2f}"), aim, met)


def number(value, form=None):
    if value is None:
        return "-"
    if form:
        return form.format(value)
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def print_table(title, rows, notes=()):
    print(f"\n{title}")
    print(LAYOUT.format(*HEAD).rstrip())
    for row in rows:
        print(LAYOUT.format(*row.cells()).rstrip())
    for note in notes:
        print(f"  {note}")
