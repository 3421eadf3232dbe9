"""Makes a small catalogue of translations, to see the program in a language that nobody has translated it to yet.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import subprocess

import tap

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def make_locale(folder, language):
    """A locale of the language: newer C libraries translate nothing in C, and newer toolkits take the direction from it.

    Returns the environment that chooses it.
    """
    source = {"ar": "ar_EG"}.get(language, language)
    place = folder / f"{source}.UTF-8"
    folder.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        done = subprocess.run(["localedef", "-i", source, "-f", "UTF-8", str(place)], capture_output=True, check=False)
        if not place.exists():
            raise tap.Skipped(f"no locale can be made: {done.stderr.decode(errors='replace').strip()}")
    return {"LOCPATH": str(folder), "LANG": place.name}


def make(folder, language, texts):
    """Writes folder/LANGUAGE/LC_MESSAGES/unknot.mo; returns the environment in which it is used."""
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    source = place / "unknot.po"
    entries = "".join(f"\nmsgid {quote(text)}\nmsgstr {quote(translated)}\n" for text, translated in texts.items())
    source.write_text(HEADER.format(language) + entries, encoding="utf-8")
    subprocess.run(["msgfmt", "-o", str(place / "unknot.mo"), str(source)], check=True)
    return {"UNKNOT_LOCALE_DIR": str(folder), "LANGUAGE": language, **make_locale(folder / "locales", language)}
