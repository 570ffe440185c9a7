"""A class raster to clean polygons: no gaps, no overlaps, each shared border simplified once.

In comes a class raster; out goes a polygon layer with areas, outlines and confidence. It must not know how the
classes were made, and holds no more of the raster than a strip.
"""

from .polygonise import PolygonOptions, PolygonSummary, polygonise
from .zones import ZoneRasters

__all__ = ["PolygonOptions", "PolygonSummary", "ZoneRasters", "polygonise"]
