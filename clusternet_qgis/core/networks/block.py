"""Parts of a feature vector."""

from __future__ import annotations

from typing import NamedTuple


class Block(NamedTuple):
    """A part of a feature vector.

    Attributes:
        size: Its length.
        standardise: Whether its elements count alike in distances, or by their variance.
        weight: How much all of it counts beside the other blocks.
    """

    size: int
    standardise: bool = True
    weight: float = 1.0
