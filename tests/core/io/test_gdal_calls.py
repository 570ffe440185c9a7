"""GDAL's messages, its cache, and how many files it holds open."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import open_files, write

from clusternet_qgis.core.io.gdal_calls import OpenDatasets, gdal_reason, limit_block_cache, quiet_gdal
from clusternet_qgis.core.io.raster_source import RasterSource

RAMP = np.arange(1, 31, dtype=np.uint8).reshape(1, 5, 6)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", "the driver gave no reason"),
        ("No such file.", "No such file"),
        ("It is larger than MAX", "It is larger than MAX"),
    ],
)
def test_what_gdal_said_last_stands_within_a_sentence(said: str, reason: str) -> None:
    with quiet_gdal():
        if said:
            gdal.Error(gdal.CE_Failure, 1, said)
        assert gdal_reason() == reason
        assert gdal_reason("it is empty.") == (reason if said else "it is empty")


def test_the_block_cache_is_bounded_in_megabytes() -> None:
    before = gdal.GetCacheMax()
    try:
        limit_block_cache(17)
        assert gdal.GetCacheMax() == 17_000_000
    finally:
        gdal.SetCacheMax(before)


def test_of_many_rasters_only_some_are_held_open(tmp_path: Path) -> None:
    datasets = OpenDatasets(64)
    sources = [RasterSource(write(tmp_path / f"{n}.tif", RAMP + n), datasets=datasets) for n in range(70)]
    assert sum(str(tmp_path) in path for path in open_files()) == 64
    for number, source in enumerate(sources):  # each opens again
        with source:
            assert source.read(source.grid.window)[0].min() == number + 1
    with sources[0]:
        pass  # which is closed already
    assert not any(str(tmp_path) in path for path in open_files())


def test_what_was_read_last_is_held_open_longest(tmp_path: Path) -> None:
    datasets = OpenDatasets(64)
    sources = [RasterSource(write(tmp_path / f"{n}.tif", RAMP), datasets=datasets) for n in range(64)]
    sources[0].read(sources[0].grid.window)
    with RasterSource(write(tmp_path / "one_more.tif", RAMP), datasets=datasets):
        held = open_files()
    assert str(tmp_path / "0.tif") in held
    assert str(tmp_path / "1.tif") not in held
    for source in sources:
        source.close()
