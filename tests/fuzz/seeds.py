#!/usr/bin/env python3
"""Writes the seeds of the corpus: good files, and such as go wrong late, so that a fuzzer begins deep inside the readers.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib

CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
STEP = {"about": "Infraspinatus, left", "muscle": "infraspinatus", "side": "left", "kind": "compression",
        "technique": "ischemic-compression", "variant": 0, "tool": "tennis-ball", "seconds": 30, "repetitions": 2}
STRETCH = dict(STEP, kind="stretch", technique="static-stretch", tool="", side="right", seconds=20)
DONE = {key: value for key, value in dict(STEP, done=True).items() if key != "about"}
TIME = "2026-11-12T18:30:00+01:00"
STROKE = {"kind": "stroke", "side": "left", "view": "front", "radius": 9.5, "dots": [1, 2.5, -3, 4e1]}


def routines(*which):
    return "R" + json.dumps({"format": "unknot-routines", "version": 1, "routines": which}, indent=1, ensure_ascii=False)


def routine(**more):
    return {"name": "Neck", "steps": [STEP, STRETCH], **more}


def journal(entries, sessions=()):
    return "J" + json.dumps({"format": "unknot-journal", "version": 1, "entries": entries, "sessions": list(sessions)}, indent=1)


def entry(*marks):
    return {"at": TIME, "intensity": 7, "kind": "ache", "note": "a \"note\"\n\u2026", "marks": marks}


SEEDS = {
    "routine-good": routines(routine(days=["monday", "friday"], reminder="07:30")),
    "routine-two": routines(routine(), routine(name="“Schulter” für Änne", steps=[])),
    "routine-escapes": "R" + json.dumps({"format": "unknot-routines", "version": 1,
                                         "routines": [routine(name="\U0001f9b4 \u00e4\t\\\"\n")]}),
    "routine-bad-muscle": routines({"name": "x", "steps": [dict(STEP, muscle="musculus-novus")]}),
    "routine-bad-dose": routines({"name": "x", "steps": [dict(STEP, seconds=600)]}),
    "routine-bad-tool": routines({"name": "x", "steps": [dict(STEP, tool="foam-roller")]}),
    "routine-bad-reminder": routines(routine(reminder="25:00", days=["sunday"])),
    "routine-newer": 'R{"format": "unknot-routines", "version": 2}',
    "routine-empty": "R",
    "routine-cut": routines(routine())[:-40],
    "journal-good": journal([entry(STROKE, dict(STROKE, kind="eraser"), {"kind": "area", "side": "right", "area": "nape"})],
                            [{"name": "Neck", "began": TIME, "ended": TIME, "before": 6, "after": 3, "note": "", "steps": [DONE]}]),
    "journal-empty": journal([]),
    "journal-bad-time": journal([dict(entry(), at="2026-02-30T00:00:00Z")]),
    "journal-bad-rating": journal([dict(entry(), intensity=11)]),
    "journal-cut": journal([entry(STROKE)])[:-30],
}

if __name__ == "__main__":
    CORPUS.mkdir(exist_ok=True)
    for seed, text in SEEDS.items():
        (CORPUS / seed).write_text(text, encoding="utf-8")
