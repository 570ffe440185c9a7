"""What a class raster is."""

from __future__ import annotations

from pathlib import Path

from ..errors import RasterError
from .raster_source import RasterSource


def refuse_pictures(path: str | Path) -> None:
    """Raises RasterError for a picture in place of a class raster: each of its shades would be a class."""
    with RasterSource(path) as source:
        if len(source.bands) > 1 and not source.category_names:
            raise RasterError(
                f"{path} has {len(source.bands)} bands, and a class raster has one; choose a class raster, such as "
                "'Segment' writes."
            )
