"""Parts of a feature vector."""

from __future__ import annotations

from typing import NamedTuple


class Block(NamedTuple):
    """A part of a feature vector.

    Attributes:
        size: Its length.
        standardise: Whether its elements count alike in distances, or by their variance.
        weight: How much all of it counts beside the other blocks.
        unit: Whether its vectors have unit length: then they are compared by angles, and nothing is subtracted.
        name: By which users give it another weight.
    """

    size: int
    standardise: bool = True
    weight: float = 1.0
    unit: bool = False
    name: str = "network"
