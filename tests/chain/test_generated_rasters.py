"""Rasters of any size, type, no data, place and layout through all steps: what holds for all of them holds."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal
from toy_rasters import wkt_of
from whole_chain import OPTIONS, declared_valid, run_chain

from clusternet_qgis.core.errors import ClusterNetError, RasterError
from clusternet_qgis.core.options import TrainOptions

TYPES = {
    gdal.GDT_Byte: np.uint8,
    gdal.GDT_UInt16: np.uint16,
    gdal.GDT_Int16: np.int16,
    gdal.GDT_UInt32: np.uint32,
    gdal.GDT_Int32: np.int32,
    gdal.GDT_Float32: np.float32,
    gdal.GDT_Float64: np.float64,
}
COMPLEX = (gdal.GDT_CInt16, gdal.GDT_CInt32, gdal.GDT_CFloat32, gdal.GDT_CFloat64)
SIZES = st.one_of(st.integers(1, 24), st.sampled_from([1, 2, 63, 64, 65]))
STEPS = st.floats(0.01, 100).map(lambda value: float(np.round(value, 6)))
# Only what needs no more clusters than there are pixels: those have a sentence of their own.
TWO = TrainOptions(**{**vars(OPTIONS), "clusters": 2})


@st.composite
def transforms(draw: Any) -> tuple[float, ...] | None:
    """North up, south up, rotated, sheared, or none."""
    if draw(st.booleans()):
        left, top = draw(st.floats(-1e7, 1e7)), draw(st.floats(-1e7, 1e7))
        x, y = draw(STEPS), draw(STEPS)
        turn, shear = (draw(st.sampled_from([0.0, 0.1, -0.3])) for _ in range(2))
        return (left, x, turn * x, top, shear * y, draw(st.sampled_from([-1.0, 1.0])) * y)
    return None


@st.composite
def rasters(draw: Any) -> dict[str, Any]:
    """How to make a raster."""
    return {
        "kind": draw(st.sampled_from(list(TYPES))),
        "shape": (draw(st.sampled_from([1, 2, 3, 4, 7, 20])), draw(SIZES), draw(SIZES)),
        "transform": draw(transforms()),
        "epsg": draw(st.sampled_from([None, 32640, 4326, 3857])),
        "no_data": draw(st.sampled_from([None, "a value", "absurd", "nan"])),
        "mask": draw(st.booleans()),
        "alpha": draw(st.booleans()),
        "tiled": draw(st.booleans()),
        "interleave": draw(st.sampled_from(["PIXEL", "BAND"])),
        "block": draw(st.sampled_from([1, 16, 48])),
        "seed": draw(st.integers(0, 2**16)),
    }


def make(path: str, how: dict[str, Any]) -> str:
    """Writes it; values lie off the extremes, where borders are looked for."""
    (bands, rows, cols), kind = how["shape"], TYPES[how["kind"]]
    random = np.random.default_rng(how["seed"])
    values = random.integers(1, 200, (bands, rows, cols)).astype(kind)
    if np.dtype(kind).kind == "f":
        values[random.random(values.shape) < 0.02] = np.nan
    options = [f"INTERLEAVE={how['interleave']}", f"BLOCKYSIZE={how['block']}"]
    if how["tiled"]:
        options += ["TILED=YES", f"BLOCKXSIZE={max(how['block'], 16)}"]
        options[1] = f"BLOCKYSIZE={max(how['block'], 16)}"
    dataset = gdal.GetDriverByName("GTiff").Create(path, cols, rows, bands, how["kind"], options)
    if how["transform"]:
        dataset.SetGeoTransform(how["transform"])
    if how["epsg"]:
        dataset.SetProjection(wkt_of(how["epsg"]))
    no_data = {"a value": 7.0, "absurd": -9999.0, "nan": float("nan"), None: None}[how["no_data"]]
    for index in range(bands):
        band = dataset.GetRasterBand(index + 1)
        if no_data is not None:
            band.SetNoDataValue(no_data)
        band.SetColorInterpretation(gdal.GCI_Undefined)
        if how["alpha"] and index and index == bands - 1:
            band.SetColorInterpretation(gdal.GCI_AlphaBand)
            values[index] = np.where(random.random((rows, cols)) < 0.9, 255 if kind == np.uint8 else 199, 0)
        band.WriteRaster(0, 0, cols, rows, values[index].tobytes())
    if how["mask"] and no_data is None:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        flags = np.where(random.random((rows, cols)) < 0.9, 255, 0).astype(np.uint8)
        dataset.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, cols, rows, flags.tobytes())
    del dataset
    return path


def hold(how: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = make(f"{folder}/a.tif", how)
        declared = declared_valid(path)
        try:
            results = run_chain(path, Path(folder) / "out", TWO)
        except ClusterNetError as error:  # too little to cluster, and nothing else
            assert declared.sum() < 2, error  # noqa: PT017
            assert str(error).endswith(".")  # noqa: PT017
            return
        assert np.array_equal(results.valid, declared)


def bounded(examples: int) -> Any:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, suppress_health_check=checks, derandomize=examples < 100)


@bounded(12)
@given(rasters())
def test_generated_rasters(how: dict[str, Any]) -> None:
    hold(how)


@pytest.mark.endurance
@bounded(400)
@given(rasters())
def test_many_generated_rasters(how: dict[str, Any]) -> None:
    hold(how)


@pytest.mark.parametrize("kind", COMPLEX)
def test_complex_numbers_are_refused_at_the_first_step(tmp_path: Path, kind: int) -> None:
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 5, 5, 1, kind).FlushCache()
    with pytest.raises(RasterError, match="complex numbers; convert it"):
        run_chain(str(tmp_path / "a.tif"), tmp_path / "out")
