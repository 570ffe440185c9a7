"""Cluster rasters as they are read: the number of clusters, and the cluster of each pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.selection.cluster_raster import cluster_count, read_clusters

NAMES = ["", *(f"cluster {i}" for i in range(6))]
VALUES = np.array([[1, 3, 200], [0, 2, 2]], np.uint8)


@pytest.mark.parametrize(("names", "no_data", "count"), [(NAMES, None, 6), ([], None, 200), ([], 200, 3)])
def test_the_count_comes_from_names_or_else_from_values(
    tmp_path: Path, names: list[str], no_data: int | None, count: int
) -> None:
    with RasterSource(write(tmp_path / "a.tif", VALUES, names=names, no_data=no_data)) as source:
        assert cluster_count(source) == count


def test_a_count_that_no_cluster_raster_holds_is_one_sentence(tmp_path: Path) -> None:
    elevations = write(tmp_path / "a.tif", np.array([[1, 70_000]], np.float32))
    with RasterSource(elevations) as source, pytest.raises(RasterError, match="values up to 70000"):
        cluster_count(source)


def test_pixels_that_are_not_valid_have_no_cluster(tmp_path: Path) -> None:
    with RasterSource(write(tmp_path / "a.tif", VALUES, no_data=200)) as source:
        assert read_clusters(source, source.grid.window, 3).tolist() == [[1, 3, 0], [0, 2, 2]]
        assert read_clusters(source, Window(1, 1, 1, 2), 3).tolist() == [[2, 2]]


@pytest.mark.parametrize("value", [3, -5])
def test_values_beyond_the_clusters_are_one_sentence(tmp_path: Path, value: int) -> None:
    odd = write(tmp_path / "odd.tif", np.array([[1, 2, value]], np.int16))
    with RasterSource(odd) as source, pytest.raises(RasterError, match=f"value {value}.*stored as 1 to 2"):
        read_clusters(source, source.grid.window, 2)
