"""What a network says of itself to those that do not hold it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TileGeometry:
    """Of a network, see `FeatureExtractor`.

    Attributes:
        margin: Pixels it must see around those it answers for.
        stride: Tiles begin at multiples of it.
        output_stride: It gives every so many pixels a feature vector.
        bytes_per_pixel: Memory that it takes for each pixel it sees.
    """

    margin: int
    stride: int
    output_stride: int
    bytes_per_pixel: int
