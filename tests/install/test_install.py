"""What is installed to a prefix: every file, no other, and each fits the others.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import atexit
import configparser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import tap  # noqa: E402  pylint: disable=wrong-import-position
from tap import check, equal  # noqa: E402  pylint: disable=wrong-import-position

APP_ID = os.environ["UNKNOT_APP_ID"]
PREFIX = pathlib.Path(os.environ["UNKNOT_PREFIX"])
SOURCE = pathlib.Path(os.environ["UNKNOT_SOURCE"])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="unknot-install-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
ROOT = FOLDER / PREFIX.relative_to("/")


def languages():
    return (SOURCE / "po/LINGUAS").read_text(encoding="utf-8").split()


def expected():
    return {
        "bin/unknot",
        "share/unknot/atlas.bin",
        f"share/applications/{APP_ID}.desktop",
        f"share/metainfo/{APP_ID}.metainfo.xml",
        f"share/dbus-1/services/{APP_ID}.service",
        f"share/glib-2.0/schemas/{APP_ID}.gschema.xml",
        f"share/gnome-shell/search-providers/{APP_ID}.search-provider.ini",
        f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
        f"share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
        "share/man/man1/unknot.1",
        *(f"share/locale/{language}/LC_MESSAGES/unknot.mo" for language in languages()),
    }


def read_ini(name):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ROOT / "share" / name, encoding="utf-8")
    return parser


def test_every_file_is_there_and_no_other():
    done = subprocess.run(["meson", "install", "--no-rebuild", "--quiet", "--destdir", FOLDER], capture_output=True,
                          text=True, env=dict(os.environ, PATH=f"/usr/bin:{os.environ['PATH']}"), check=False)
    equal(done.returncode, 0, f"meson install: {done.stdout}{done.stderr}")
    found = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file()}
    equal(sorted(found - expected()), [], "files that nobody expects")
    equal(sorted(expected() - found), [], "files that are missing")
    outside = [path for path in FOLDER.rglob("*") if path.is_file() and ROOT not in path.parents]
    equal(outside, [], "files outside of the prefix")


def test_the_program_says_its_version():
    told = subprocess.run([ROOT / "bin/unknot", "--version"], capture_output=True, text=True, check=True).stdout
    news = (SOURCE / "NEWS").read_text(encoding="utf-8")
    equal(told.split()[1], news.split()[1], "the version, as NEWS tells it")
    check(f'"Unknot {told.split()[1]}"' in (ROOT / "share/man/man1/unknot.1").read_text(), "the man page has another version")


def test_the_desktop_file_names_what_is_installed():
    entry = read_ini(f"applications/{APP_ID}.desktop")
    equal(entry["Desktop Entry"]["Icon"], APP_ID, "Icon")
    equal(entry["Desktop Entry"]["Exec"], "unknot", "Exec")
    for action in entry["Desktop Entry"]["Actions"].strip(";").split(";"):
        words = entry[f"Desktop Action {action}"]["Exec"].split()
        equal(words, ["gapplication", "action", APP_ID, action], f"Exec of {action}")
    service = read_ini(f"dbus-1/services/{APP_ID}.service")["D-BUS Service"]
    equal(service["Name"], APP_ID, "Name of the service")
    equal(service["Exec"], f"{PREFIX}/bin/unknot --gapplication-service", "Exec of the service")


def test_the_search_provider_names_the_program():
    about = read_ini(f"gnome-shell/search-providers/{APP_ID}.search-provider.ini")["Shell Search Provider"]
    equal(dict(about), {"DesktopId": f"{APP_ID}.desktop", "BusName": APP_ID, "Version": "2",
                        "ObjectPath": "/" + APP_ID.replace(".", "/") + "/SearchProvider"}, "the search provider")


def test_the_metainfo_tells_what_a_software_center_asks():
    root = tree.parse(ROOT / f"share/metainfo/{APP_ID}.metainfo.xml").getroot()
    equal(root.findtext("id"), APP_ID, "id")
    equal(root.find("launchable").text, f"{APP_ID}.desktop", "launchable")
    equal(root.find("requires/display_length").text, "360", "display length")
    equal({e.text for e in root.findall("supports/control")}, {"pointing", "keyboard", "touch"}, "controls")
    equal([e.get("scheme_preference") for e in root.findall("branding/color")], ["light", "dark"], "brand colors")
    check(root.find("content_rating").get("type") == "oars-1.1", "no content rating")
    check("BodyParts3D" in "".join(root.find("description").itertext()), "the credit is missing")
    news = (SOURCE / "NEWS").read_text(encoding="utf-8")
    equal(root.find("releases/release").get("version"), news.split()[1], "the newest release, as NEWS tells it")
    for shot in root.findall("screenshots/screenshot"):
        check(len(shot.findtext("caption")) > 10, "a screenshot without a caption")
        image = shot.find("image")
        name = image.text.rsplit("/", 1)[1]
        header = (SOURCE / "data/screenshots" / name).read_bytes()[16:24]
        size = (int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big"))
        equal(size, (int(image.get("width")), int(image.get("height"))), f"the size of {name}")
    shots = root.findall("screenshots/screenshot")
    check(len(shots) >= 4 and {s.get("environment") for s in shots} == {"gnome", "gnome:dark"}, "not light and dark")


def test_the_man_page_tells_every_option():
    page = (ROOT / "share/man/man1/unknot.1").read_text(encoding="utf-8").replace("\\-", "-")
    told = subprocess.run([ROOT / "bin/unknot", "--help"], capture_output=True, text=True,
                          env=dict(os.environ, LANGUAGE="en"), check=True).stdout
    options = set(re.findall(r"--[a-z]+", told)) - {"--help-all", "--help-gapplication", "--gapplication"}
    missing = sorted(option for option in options if option.rstrip("-") not in page)
    equal(missing, [], "options that the man page lacks")


if __name__ == "__main__":
    sys.exit(tap.main(sys.modules[__name__]))
