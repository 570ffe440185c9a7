"""How tiles must be cut for a network."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TileGeometry:
    """Of a network, as its `FeatureExtractor` states it.

    Attributes:
        margin: Pixels around those it gives features of that it needs.
        stride: Tiles begin at multiples of it.
        output_stride: It gives every so many pixels a feature vector.
        bytes_per_pixel: Memory that it takes for each pixel of its input.
    """

    margin: int
    stride: int
    output_stride: int
    bytes_per_pixel: int

    @property
    def has_neighbours(self) -> bool:
        """Whether a feature vector depends on more than its own pixel."""
        return self.margin > 0 or self.stride > 1
