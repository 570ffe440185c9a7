"""Names as files can hold them: what XML and UTF-8 have no form for, and what a spreadsheet would compute."""

from __future__ import annotations

import re
import unicodedata

# Controls, and all but the characters of XML 1.0: halves of characters beyond U+FFFF, and two that are none.
_NO_CHARACTERS = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_STARTS_OF_FORMULAS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")  # the last four are their wide forms
_STARTS_OF_BLANKS = ("\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def plain_text(text: str) -> str:
    """The text with a sign in place of each character that XML, UTF-8 or GDAL cannot hold, and of controls.

    Tabs and line breaks stay.
    """
    return _NO_CHARACTERS.sub(_REPLACEMENT, text)


def cell_text(text: str) -> str:
    """Plain text for a cell of a table, with a quote before it where a spreadsheet would take it for a formula.

    Blanks and invisible characters (category Cf) before the sign do not help, since spreadsheets leave them
    out; numbers stay as they are.
    """
    plain = plain_text(text)
    shown = "".join(character for character in plain if unicodedata.category(character) != "Cf").lstrip()
    is_formula = plain.startswith(_STARTS_OF_BLANKS) or shown.startswith(_STARTS_OF_FORMULAS)
    return f"'{plain}" if is_formula and not _NUMBER.fullmatch(plain) else plain
