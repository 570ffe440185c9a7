"""EXTRA rasters: what each is, which are tiles of one, and which of them a model asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from osgeo import gdal

from ..errors import ModelError
from .evidence_recipe import ExtraInput
from .gdal_calls import open_raster, quiet_gdal
from .pixel_transform import PixelTransform
from .raster_source import RasterSource

# Files whose extents overlap by less than this share of the smaller are tiles of one raster.
_TILES = 0.25
_HEIGHT = r"above[ _-]?ground|canopy[ _-]?height|(?:^|[\W_])(?:chm|ndsm|hag|ndom|nhm)(?:[\W_\d]|$)|^height$"
_TERRAIN = r"terrain|elevation|bare[ _-]?earth|(?:^|[\W_])(?:dtm|dgm|mnt)(?:[\W_\d]|$)"
_SURFACE = r"surface|(?:^|[\W_])(?:dsm|dom|mns|mnh|dem)(?:[\W_\d]|$)|heights?"
_EITHER = r"(?:^|[\W_])dem(?:[\W_\d]|$)"
# The kind of what nothing is known of, and names by which the others are known.
_UNKNOWN = "values"
_EXAMPLES = {"height": "chm", "surface": "dsm", "terrain": "dtm", "classes": "classes", "values": "values"}
_METRES = ("m", "metre", "metres", "meter", "meters")

# An EXTRA raster with the files that it consists of.
ExtraFiles = tuple[ExtraInput, tuple[RasterSource, ...]]


def open_extras(paths: Sequence[str]) -> list[ExtraFiles]:
    """Opens EXTRA rasters, those that lie beside each other and are alike as one.

    Raises:
        RasterError: One cannot be read, or holds no numbers.
    """
    groups: list[tuple[ExtraInput, list[RasterSource]]] = []
    for path in paths:
        source = RasterSource(path)
        extra = ExtraInput(kind_of(source), len(source.bands), Path(path).name)
        for other, sources in groups:
            alike = (other.kind, other.bands) == (extra.kind, extra.bands)
            if alike and not any(_overlap(source, member) for member in sources):
                sources.append(source)
                break
        else:
            groups.append((extra, [source]))
    surfaces = [extra.name for extra, _ in groups if extra.kind == "surface"]
    return [(_beside(extra, surfaces), tuple(sources)) for extra, sources in groups]


def _beside(extra: ExtraInput, surfaces: Sequence[str]) -> ExtraInput:
    """What is called a DEM is the terrain where there is a surface too, and mostly the surface where there is none."""
    others = [name for name in surfaces if not re.search(_EITHER, name.lower())]
    is_terrain = extra.kind == "surface" and others and re.search(_EITHER, extra.name.lower())
    return replace(extra, kind="terrain") if is_terrain else extra


def kind_of(source: RasterSource) -> str:
    """What a raster is, by its names, colour table and type: of `evidence_recipe.KINDS`."""
    if len(source.bands) > 1:
        return "values"
    with quiet_gdal():
        dataset = open_raster(source.path)  # which must live as long as its band
        band = dataset.GetRasterBand(source.bands[0])
        texts = [band.GetDescription().lower(), Path(source.path).stem.lower()]
        whole = band.DataType in (gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_Int32, gdal.GDT_UInt32)
        named = band.GetColorTable() is not None or bool(band.GetCategoryNames())
        unit = (band.GetUnitType() or "").lower()
    if whole and named:
        return "classes"
    for text in texts:
        for kind, pattern in (("height", _HEIGHT), ("terrain", _TERRAIN), ("surface", _SURFACE)):
            if re.search(pattern, text):
                return kind
    return "surface" if unit in _METRES else "values"


def matched(extras: Sequence[ExtraInput], given: Sequence[ExtraFiles]) -> list[tuple[RasterSource, ...]]:
    """The files for each EXTRA raster that a model takes.

    Of several that are alike the one of the same name counts, and else the order in which they are given. What nothing
    is known of may be anything of as many bands; what is known to be something else is not taken for it.

    Args:
        extras: Of the model.
        given: What there is.

    Raises:
        ModelError: One is missing, or known to be something else.
    """
    left = list(given)
    files = []
    for extra in extras:
        as_many = [one for one in left if one[0].bands == extra.bands]
        alike = [one for one in as_many if one[0].kind == extra.kind]
        alike = alike or [one for one in as_many if _UNKNOWN in (one[0].kind, extra.kind)]
        if not alike:
            raise ModelError(_other_kind_sentence(extra, as_many[0][0]) if as_many else missing_sentence(extra))
        chosen = next((one for one in alike if one[0].name == extra.name), alike[0])
        left.remove(chosen)
        files.append(chosen[1])
    return files


def _other_kind_sentence(extra: ExtraInput, given: ExtraInput) -> str:
    return (
        f"The model was trained with {extra.shown} beside the picture ({extra.name}), and {given.name} is taken for "
        f"{given.shown}: give that of this raster with EXTRA, or name the file for what it is, such as "
        f"{_EXAMPLES[extra.kind]}.tif."
    )


def missing_sentence(extra: ExtraInput) -> str:
    """That a model needs an EXTRA raster that was not given."""
    return (
        f"The model was trained with {extra.shown} beside the picture ({extra.name}): give that of this raster with "
        "EXTRA."
    )


def _overlap(first: RasterSource, second: RasterSource) -> bool:
    """Whether two rasters show the same ground, rather than beside each other; yes where that cannot be said."""
    window = PixelTransform(second.grid, first.grid).window(second.grid.window)
    smaller = min(window.pixels, first.grid.window.pixels)
    return not smaller or window.intersection(first.grid.window).pixels > _TILES * smaller
