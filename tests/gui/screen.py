"""The screen of a session: a real pointer, real keys, real pictures.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import subprocess
import time

from PIL import Image, ImageGrab

BUTTONS = {"left": "1", "middle": "2", "right": "3"}


class Screen:
    def __init__(self, session):
        self.env = session.env

    def tool(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)], env=self.env, capture_output=True, text=True,
                              timeout=30, check=False)
        if done.returncode:
            raise RuntimeError(f"xdotool {' '.join(map(str, arguments))}: {done.stderr.strip() or done.returncode}")
        return done.stdout

    def find_windows(self, pid):
        """The ids of a process's windows that can be seen."""
        done = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], env=self.env,
                              capture_output=True, text=True, check=False)
        return [int(line) for line in done.stdout.split()]

    def geometry(self, window):
        """(x, y, width, height) of an X window, with what the toolkit draws around it."""
        lines = dict(line.split("=") for line in self.tool("getwindowgeometry", "--shell", window).split())
        return tuple(int(lines[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def move(self, x, y):
        self.tool("mousemove", round(x), round(y))

    def glide(self, x, y, steps=6):
        """Moves as a hand does, with places between."""
        there = dict(line.split("=") for line in self.tool("getmouselocation", "--shell").split())
        x0, y0 = int(there["X"]), int(there["Y"])
        for i in range(1, steps + 1):
            self.move(x0 + (x - x0) * i / steps, y0 + (y - y0) * i / steps)
            time.sleep(0.015)

    def click(self, x=None, y=None, button="left", times=1):
        if x is not None:
            self.move(x, y)
            time.sleep(0.03)
        if times > 1:
            self.tool("click", "--repeat", times, "--delay", 60, BUTTONS[button])
            return
        # As long as a finger takes: where a page is arranged anew, the toolkit asks where the pointer is, and a press whose
        # release it has not heard of yet is taken back.
        self.tool("mousedown", BUTTONS[button])
        time.sleep(0.06)
        self.tool("mouseup", BUTTONS[button])

    def scroll(self, steps):
        """Upwards for positive steps."""
        self.tool("click", "--repeat", abs(steps), "--delay", 40, "4" if steps > 0 else "5")

    def drag(self, x0, y0, x1, y1):
        self.move(x0, y0)
        time.sleep(0.05)
        self.tool("mousedown", 1)
        self.glide(x1, y1, 10)
        time.sleep(0.05)
        self.tool("mouseup", 1)

    def key(self, *keys):
        for key in keys:
            self.tool("key", "--clearmodifiers", key)
            time.sleep(0.03)

    def type(self, text):
        self.tool("type", "--delay", 30, text)

    def picture(self, box=None):
        """What is on the screen, as an image; box is (x, y, width, height)."""
        image = ImageGrab.grab(xdisplay=self.env["DISPLAY"])
        if box:
            x, y, width, height = box
            image = image.crop((max(0, x), max(0, y), min(image.width, x + width), min(image.height, y + height)))
        return image.convert("RGB")


def keep(image, name):
    """Keeps a picture in the build folder."""
    folder = pathlib.Path(os.environ.get("UNKNOT_PICTURES", "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    image.save(path)
    return path


def is_same(a, b):
    return a.size == b.size and a.tobytes() == b.tobytes()


def count_colors(image):
    colors = image.getcolors(image.width * image.height)
    return len(colors)


def difference(a, b):
    """How far apart two colors are, 0 to 765."""
    return sum(abs(p - q) for p, q in zip(a, b))


def open_picture(path):
    with Image.open(path) as image:
        return image.convert("RGB")
