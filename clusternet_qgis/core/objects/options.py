"""What is read, how objects are told apart, and what is written; needs no library, so that forms can check values."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..errors import OptionsError

TILE = 768
MODES = ("compact", "straight")


@dataclass(frozen=True)
class ObjectInputs:
    """Paths of what is read; empty for what is not given.

    Attributes:
        raster: Class raster.
        image: Picture of the same place, on any grid.
        height: Heights above ground, on any grid.
        confidence: Confidence of each pixel of the class raster, 0 to 1.
        markers: Points, one in each object; then no others are looked for.
    """

    raster: str
    image: str = ""
    height: str = ""
    confidence: str = ""
    markers: str = ""


@dataclass(frozen=True)
class ObjectOptions:
    """How objects are told apart.

    Attributes:
        classes: Names of classes with objects.
        mode: `compact` for crowns and cars, `straight` for buildings.
        min_area: Smallest area of an object in square map units. Smaller ones join the neighbour of their class with
            the longest common border; without one they are left out.
        tile_size: Rows and columns that are worked on at once.

    Raises:
        OptionsError: A value that makes no sense.
    """

    classes: tuple[str, ...]
    mode: str = "compact"
    min_area: float = 0.0
    tile_size: int = TILE

    def __post_init__(self) -> None:
        """Checks the values."""
        if not self.classes:
            raise OptionsError("CLASSES names no class; give names such as tree, separated by commas.")
        if self.mode not in MODES:
            raise OptionsError(f"The mode '{self.mode}' is unknown; use one of {', '.join(MODES)}.")
        if not math.isfinite(self.min_area) or self.min_area < 0:
            raise OptionsError(f"The minimum area is {self.min_area}; it must be 0 or more.")
        if self.tile_size < 1:
            raise OptionsError(f"The tile size is {self.tile_size}; it must be at least 1 pixel.")


@dataclass(frozen=True)
class ObjectOutputs:
    """Layers to write; empty for none.

    Attributes:
        polygons: One an object.
        points: One an object.
    """

    polygons: str
    points: str = ""
