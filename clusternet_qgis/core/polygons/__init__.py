"""A class raster turned into clean polygons: no gaps, no overlaps, each shared border simplified once."""

from .polygonise import PolygonOptions, PolygonSummary, polygonise

__all__ = ["PolygonOptions", "PolygonSummary", "polygonise"]
