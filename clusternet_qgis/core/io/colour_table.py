"""Colours of a raster with a colour table: its pixels are indices of colours, not measurements."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from ..arrays import BoolArray, FloatArray

# Bands of the picture that a colour table makes.
COLOUR_BANDS = ("red", "green", "blue")


@dataclass(frozen=True)
class ColourTable:
    """The colours of indices.

    Attributes:
        colours: Red, green and blue from 0 to 255 (indices, 3).
        opaque: Whether an index is drawn at all (indices,): a colour that is fully transparent is not.
    """

    colours: FloatArray
    opaque: BoolArray

    def __len__(self) -> int:
        return len(self.colours)

    def expand(self, indices: FloatArray) -> tuple[FloatArray, BoolArray]:
        """Colours (3, rows, cols) and validity (rows, cols) of indices (rows, cols); others are not valid."""
        inside = (indices >= 0) & (indices < len(self))
        whole = np.where(inside, indices, 0).astype(np.int64)
        return np.moveaxis(self.colours[whole], -1, 0), inside & self.opaque[whole]


def colour_table_of(band: gdal.Band) -> ColourTable | None:
    """The colours by which a band is drawn; None if its values are drawn as they are."""
    table = band.GetRasterColorTable()
    if table is None or not table.GetCount() or band.GetColorInterpretation() != gdal.GCI_PaletteIndex:
        return None
    entries = np.array([table.GetColorEntry(index) for index in range(table.GetCount())], np.float32)
    interpretation = table.GetPaletteInterpretation()
    if interpretation == gdal.GPI_Gray:
        return ColourTable(np.repeat(entries[:, :1], len(COLOUR_BANDS), axis=1), np.ones(len(entries), np.bool_))
    if interpretation != gdal.GPI_RGB:
        return None
    return ColourTable(entries[:, : len(COLOUR_BANDS)], entries[:, 3] > 0)
