"""The text of model files, which may come from anywhere: read within bounds, and checked before it is used."""

from __future__ import annotations

import json
import math
import re
from typing import Any

LARGEST_BYTES = 2**23
_MOST_LISTS = 200_000  # two an epoch; a list takes a hundred bytes, and 3 in the file
_LONG_NUMBER = re.compile(rb"[0-9]{400}")  # older Pythons take minutes for a million digits
_LONGEST_NAME, _LONGEST_ERROR = 1000, 200
_LARGEST_COUNT = 2**63
_ROUNDING = 1e-3  # what the mean of squared distances may be below 0


def can_hold(text: bytes) -> bool:
    """Whether a text is short enough to be kept in a model file."""
    return len(text) <= LARGEST_BYTES and text.count(b"[") + text.count(b"{") <= _MOST_LISTS


def parsed(text: bytes) -> Any:
    """What the JSON of a model file says.

    Raises:
        ValueError, RecursionError: It is damaged, or larger than that of a model.
    """
    if not can_hold(text):
        raise ValueError(f"its text is longer than {LARGEST_BYTES / 1e6:.0f} MB or has more than {_MOST_LISTS} lists")
    if _LONG_NUMBER.search(text):
        raise ValueError("it has a number of 400 digits or more")
    return json.loads(text)


def brief(error: Exception) -> str:
    """The text of an error, which may hold whatever a file has, cut to a line."""
    text = str(error)
    return text if len(text) <= _LONGEST_ERROR else f"{text[:_LONGEST_ERROR]}..."


def check(text: Any) -> None:
    """Raises ValueError unless what all model files say has the form that they give it."""
    names, numbers = text["band_names"], text["band_numbers"]
    if not is_list_of(names, str) or any(len(name) > _LONGEST_NAME for name in names):
        raise ValueError("the names of the bands are of another form")
    if not is_list_of(numbers, int) or any(not 0 < number < 2**31 for number in numbers):
        raise ValueError("the numbers of the bands are of another form")
    if not is_finite(text["mean_distance"]) or text["mean_distance"] < -_ROUNDING:
        raise ValueError(f"the mean distance is {text['mean_distance']!r}")


def check_count(what: str, value: Any, lowest: int = 0, highest: int = _LARGEST_COUNT) -> None:
    """Raises ValueError unless a value is a whole number between two others."""
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError(f"the {what} is {value!r}")


def check_fingerprint(value: Any) -> None:
    """Raises ValueError unless a value is a fingerprint, or empty."""
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{0,32}", value):
        raise ValueError("the fingerprint is of another form")


def is_list_of(values: Any, kind: type) -> bool:
    """Whether a value is a list of values of exactly that type."""
    return isinstance(values, list) and all(type(value) is kind for value in values)


def are_colours(values: Any) -> bool:
    """Whether a value is a list of colours such as #a0b1c2."""
    return is_list_of(values, str) and all(re.fullmatch("#[0-9a-f]{6}", value) for value in values)


def is_finite(value: Any) -> bool:
    """Whether a value is a number, and finite."""
    return type(value) in (int, float) and math.isfinite(value)
