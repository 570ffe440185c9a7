"""What to train on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TrainInputs:
    """What to train on.

    Attributes:
        rasters: Paths; several must have the same bands.
        bands: 1-based numbers, empty for all but alpha.
        area: Polygons to train inside of, empty for everywhere.
        reference: Labels for scores in the history, never learnt from; empty for none.
        reference_field: Class field of a vector reference.
        keep_flat_borders: Whether flat black or white borders are a part of the picture; see `flat_borders`.
    """

    rasters: tuple[str, ...]
    bands: tuple[int, ...] = ()
    area: str = ""
    reference: str = ""
    reference_field: str = ""
    keep_flat_borders: bool = False
