"""Small rasters of embeddings: unit vectors of a few kinds of land, as floats and as AlphaEarth's signed bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal
from toy_rasters import NORTH_UP, UTM_40N, wkt_of

ALPHA_EARTH_NAMES = tuple(f"A{number:02d}" for number in range(64))


def unit_vectors(rows: int, cols: int, bands: int = 64, kinds: int = 6, seed: int = 0) -> NDArray[np.float32]:
    """(bands, rows, cols) of unit length: blocks of 8 x 8 pixels, each of one kind, with noise."""
    generator = np.random.default_rng(seed)
    directions = generator.normal(0, 1, (kinds, bands))
    blocks = generator.integers(kinds, size=(-(-rows // 8), -(-cols // 8)))
    land = np.repeat(np.repeat(blocks, 8, 0), 8, 1)[:rows, :cols]
    vectors = directions[land] + generator.normal(0, 0.35, (rows, cols, bands))
    vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
    return np.ascontiguousarray(vectors.transpose(2, 0, 1), np.float32)


def quantised(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """AlphaEarth's bytes of vectors."""
    return np.round(np.sign(vectors) * np.sqrt(np.abs(vectors)) * 127.5).clip(-127, 127).astype(np.int8)


def write_signed(
    path: Path,
    values: NDArray[np.int8],
    transform: Sequence[float] = NORTH_UP,
    names: Sequence[str] = ALPHA_EARTH_NAMES,
    no_data: float | None = -128,
    signed: bool = True,
) -> str:
    """Writes (bands, rows, cols) of signed bytes as GeoTIFF; or as bytes that have lost their sign."""
    bands, rows, cols = values.shape
    has_type = hasattr(gdal, "GDT_Int8")
    kind = gdal.GDT_Int8 if signed and has_type else gdal.GDT_Byte
    options = ["PIXELTYPE=SIGNEDBYTE"] if signed and not has_type else []
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, kind, options)
    dataset.SetGeoTransform(transform)
    dataset.SetProjection(wkt_of(UTM_40N))
    for index in range(bands):
        band = dataset.GetRasterBand(index + 1)
        if names:
            band.SetDescription(names[index])
        if no_data is not None:
            band.SetNoDataValue(no_data)
    dataset.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(values).tobytes())
    del dataset
    return str(path)
