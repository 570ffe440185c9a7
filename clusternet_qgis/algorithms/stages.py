"""The steps of the work, by which the toolbox groups algorithms; it lists groups by their titles."""

from __future__ import annotations

from typing import NamedTuple

from ..translation import marked


class Stage(NamedTuple):
    """A group of the toolbox.

    Attributes:
        name: In scripts; it never changes.
        title: In English, marked for translation.
    """

    name: str
    title: str


LEARN = Stage("learn", marked("1 Learn"))
MAP = Stage("map", marked("2 Map"))
CLASSES = Stage("classes", marked("3 Classes"))
CHECK = Stage("check", marked("4 Check and hand on"))
