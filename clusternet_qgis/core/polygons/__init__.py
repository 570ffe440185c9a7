"""A class raster to polygons without gaps and overlaps; each shared border is simplified once.

In come class rasters; out go polygon layers with areas, perimeters and confidence. It must not know how the classes
were made, and reads the raster strip by strip.
"""

from .polygonise import PolygonOptions, PolygonSummary, polygon_system, polygonise
from .zones import ZoneRasters

__all__ = ["PolygonOptions", "PolygonSummary", "ZoneRasters", "polygon_system", "polygonise"]
