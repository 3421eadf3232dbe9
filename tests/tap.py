"""Runs test functions and says so in TAP, one line a test, so that meson counts each.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import time
import traceback

# Everything takes longer with sanitizers.
PATIENCE = 4 if os.environ.get("UNKNOT_SLOW") else 1


class Skipped(Exception):
    """A test that can't be run here; the message says why."""


def check(condition, message):
    """Fails the test with a sentence that says what was expected and what was found."""
    if not condition:
        raise AssertionError(message)


def equal(found, expected, what):
    check(found == expected, f"{what}: expected {expected!r}, found {found!r}")


def wait_until(condition, what, seconds=15.0):
    """Waits until condition() is true, and returns what it returned; fails with what() or the text what."""
    seconds *= PATIENCE
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:g} s: {what() if callable(what) else what}")
        time.sleep(0.02)


def comment(text):
    for line in str(text).splitlines():
        print(f"# {line}", flush=True)


def run(tests, on_failure=None):
    """Runs (name, function) pairs in order; returns the exit status. on_failure(name) may keep a picture."""
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, (name, function) in enumerate(tests, 1):
        start = time.monotonic()
        try:
            function()
        except Skipped as why:
            print(f"ok {number} - {name} # SKIP {why}", flush=True)
            continue
        except Exception as error:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {name}", flush=True)
            comment(f"{type(error).__name__}: {error}")
            comment(traceback.format_exc())
            if on_failure:
                try:
                    on_failure(name)
                except Exception as worse:  # pylint: disable=broad-except
                    comment(f"no picture of the failure: {worse}")
            continue
        print(f"ok {number} - {name}", flush=True)
        comment(f"{time.monotonic() - start:.2f} s")
    return 1 if failed else 0


def main(module, on_failure=None):
    """Runs all functions test_* of a module, in the order they were written."""
    tests = [(name[5:].replace("_", " "), function) for name, function in vars(module).items()
             if name.startswith("test_") and callable(function)]
    status = run(tests, on_failure)
    sys.stdout.flush()
    return status
