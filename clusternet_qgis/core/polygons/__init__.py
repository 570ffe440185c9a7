"""A class raster turned into clean polygons: no gaps, no overlaps, each shared border simplified once."""

from .polygonise import PolygonOptions, PolygonSummary, polygonise
from .zones import ZoneRasters

__all__ = ["PolygonOptions", "PolygonSummary", "ZoneRasters", "polygonise"]
