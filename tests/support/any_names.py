"""Names that somebody may give to a class: all that text can hold, and what a spreadsheet would compute."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st

# All code points, those that are no characters among them: controls, halves of pairs, U+FFFE and U+FFFF.
ANY_TEXT = st.text(st.characters(blacklist_categories=()), max_size=12) | st.sampled_from(
    [
        "\0",
        "a\x01b",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\ud800",
        "x\udfffy",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
        "=1+1",
        "\t=1",
        "",
    ]
)
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =cmd|' /C calc'!A0",
    "\uff1d1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    " \u2060\t=1+1",
    "-",
    "=",
    "+a",
]


def is_formula(cell: str) -> bool:
    """What a spreadsheet computes, or may compute after it has left out what it does not show."""
    shown = "".join(character for character in cell if unicodedata.category(character) != "Cf")
    return bool(re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", shown)) and not re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)
