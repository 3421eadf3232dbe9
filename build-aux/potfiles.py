#!/usr/bin/env python3
"""Lists the files with texts to translate in po/POTFILES.in; with --check only says whether the list is right.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
HEADING = "# Made by build-aux/potfiles.py; run it after adding a file.\n"
IN_CODE = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*(?:\"|[a-z])")
ITS_ROOTS = ("muscle", "muscles", "areas", "techniques", "tools", "cautions", "clues", "sources", "guide", "conditions", "routines")


def has_text(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".c":
        return bool(IN_CODE.search(text))
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    root = re.search(r"<([a-z-]+)[\s>]", re.sub(r"<!--.*?-->|<[?!][^>]*>", "", text, flags=re.DOTALL))
    return bool(root) and root.group(1) in ITS_ROOTS


def find(pattern):
    return sorted(path.relative_to(TOP).as_posix() for path in TOP.glob(pattern) if has_text(path))


def listing():
    desktop = sorted(path.relative_to(TOP).as_posix() for ending in ("*.desktop.in", "*.gschema.xml", "*.metainfo.xml.in")
                     for path in (TOP / "data").glob(ending))
    code = sorted(find("src/**/*.c") + find("src/**/*.ui"))
    content = find("data/care/*.xml") + find("data/care/guide/*.xml") + find("data/figure/*.xml") + find("data/atlas/*.xml")
    return HEADING + "".join(f"{name}\n" for name in desktop + code + content)


def main(arguments):
    place = TOP / "po/POTFILES.in"
    wanted = listing()
    found = place.read_text(encoding="utf-8") if place.exists() else ""
    if arguments == ["--check"]:
        if found != wanted:
            print("po/POTFILES.in is out of date; run build-aux/potfiles.py", file=sys.stderr)
            return 1
        return 0
    place.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
