"""Every text of the window is there in Italian and in English, with its places for words kept.

usage: translations.py ROOT LUPDATE
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def texts(path):
    """(context, source) -> the list of translations, plural forms included."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            if translation.get("type") == "unfinished":
                forms = [""]
            found[context.findtext("name"), message.findtext("source")] = forms or [
                translation.text or ""
            ]
    return found


def placeholders(text):
    return sorted(re.findall(r"%[1-9n]", text))


def main():
    root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        fresh = f"{folder}/fresh.ts"
        command = [lupdate, "-silent", "-I", ".", "-locations", "none", "qml-client", "-ts", fresh]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        wanted = texts(fresh)
    mistakes = []
    for language in ("it", "en"):
        there = texts(root / f"qml-client/i18n/brusio_{language}.ts")
        for key in wanted:
            context, source = key
            for form in there.get(key, [""]):
                if not form:
                    mistakes.append(f"{language}: no text for {context}: {source}")
                elif placeholders(form) != placeholders(source):
                    mistakes.append(f"{language}: {source} lost a place for words: {form}")
        for context, source in there.keys() - wanted.keys():
            mistakes.append(f"{language}: nobody says any more {context}: {source}")
    if len(wanted) < 100:
        mistakes.append(f"only {len(wanted)} texts were found")
    print(f"{len(wanted)} texts")
    if mistakes:
        sys.exit("\n".join(mistakes))


if __name__ == "__main__":
    main()
