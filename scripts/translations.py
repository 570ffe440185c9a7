"""The interface in other languages: collects the texts, keeps translations, compiles them.

translations.py           adds new texts to the .ts files, drops those that are gone, lists what is untranslated
translations.py --compile only writes the .qm files beside them, which QGIS loads
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "clusternet_qgis"
FOLDER = PACKAGE / "resources" / "i18n"
CONTEXT = "ClusterNet"
LANGUAGES = ("de", "fr", "es", "pt", "it", "ja", "zh")
# `tr` translates at once; the others mark what is translated when it is shown.
MARKERS = ("tr", "marked", "Texts")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|&(?=\w)")


def ts_file(language: str) -> Path:
    """The translations of a language, for people and Qt Linguist."""
    return FOLDER / f"clusternet_{language}.ts"


def texts() -> dict[str, str]:
    """All texts of the interface, with the place where each first occurs."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for text in texts_of(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(text, path.relative_to(PACKAGE).as_posix())
    return found


def texts_of(tree: ast.AST) -> Iterator[str]:
    """Texts in calls of MARKERS, which Python has joined where they were written in parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in MARKERS:
            for text in node.args:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def called(node: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    function = node.func
    return getattr(function, "attr", "") or getattr(function, "id", "")


def translations(language: str) -> dict[str, str]:
    """Finished translations by text."""
    path = ts_file(language)
    if not path.exists():
        return {}
    root = ElementTree.parse(path).getroot()  # our own file
    pairs = ((message, message.find("translation")) for message in root.iter("message"))
    return {
        message.findtext("source", ""): found.text or ""
        for message, found in pairs
        if found is not None and found.text and found.get("type") is None
    }


def placeholders(text: str) -> list[str]:
    """What a translation must hold as the text does."""
    return sorted(_PLACEHOLDER.findall(text))


def update(language: str) -> list[str]:
    """Writes the .ts of a language anew; what is not translated in it."""
    known = translations(language)
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, place in sorted(texts().items(), key=lambda pair: (pair[1], pair[0])):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", filename=f"../../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    FOLDER.mkdir(parents=True, exist_ok=True)
    body = ElementTree.tostring(root, encoding="unicode")
    ts_file(language).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return [text for text in texts() if text not in known]


def compile_all() -> None:
    """Writes the .qm files that are older than their sources, with Qt's own compiler."""
    program = shutil.which("lrelease") or shutil.which("lrelease-qt6") or shutil.which("lrelease6")
    for language in LANGUAGES:
        source, compiled = ts_file(language), ts_file(language).with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime > source.stat().st_mtime:
            continue
        if program is None:
            raise SystemExit("There is no lrelease to compile translations; install qttools5-dev-tools.")
        subprocess.run([program, "-silent", str(source), "-qm", str(compiled)], check=True)


def main() -> None:
    """Updates or compiles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compile", action="store_true", help="only compile")
    if parser.parse_args().compile:
        compile_all()
        return
    missing = {language: update(language) for language in LANGUAGES}
    for language, lacking in missing.items():
        for text in lacking:
            print(f"{language}: {text!r}")
    compile_all()
    sys.exit(any(missing.values()))


if __name__ == "__main__":
    main()
