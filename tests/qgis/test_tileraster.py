"""clusternet:tileraster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import toys
from qgis.core import QgsRasterLayer, QgsVectorLayer


def test_tiles_hold_the_raster_where_it_lies(run: Any, raster: str, tmp_path: Path) -> None:
    results = run(
        "tileraster",
        INPUT=raster,
        TILE_WIDTH=32,
        TILE_HEIGHT=48,
        STRIDE_X=32,
        STRIDE_Y=48,
        MAX_EMPTY=1,
        OUTPUT=str(tmp_path / "tiles"),
        INDEX=str(tmp_path / "index.gpkg"),
    )
    assert (results["TILE_COUNT"], results["SKIPPED_COUNT"]) == (6, 0)
    whole = toys.read(raster)
    index = QgsVectorLayer(results["INDEX"])
    assert index.crs().authid() == "EPSG:32633"
    assert index.featureCount() == 6
    for feature in index.getFeatures():
        path = Path(results["OUTPUT"]) / feature["tile"]
        row, col = feature["row"], feature["col"]
        assert np.array_equal(toys.read(path), whole[:, row : row + 48, col : col + 32])
        tile = QgsRasterLayer(str(path))
        assert tile.extent() == feature.geometry().boundingBox()
        assert tile.crs().authid() == "EPSG:32633"


def test_empty_tiles_are_left_out(run: Any, raster: str, tmp_path: Path) -> None:
    results = run(
        "tileraster", INPUT=raster, TILE_WIDTH=32, TILE_HEIGHT=32, STRIDE_X=32, STRIDE_Y=32, OUTPUT=str(tmp_path / "t")
    )
    assert (results["TILE_COUNT"], results["SKIPPED_COUNT"]) == (8, 1)
    assert not (tmp_path / "t" / "tile_r000000_c000000.tif").exists()


def test_a_temporary_folder_is_made_when_none_is_named(run: Any, raster: str) -> None:
    folder = Path(run("tileraster", INPUT=raster, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])
    assert len(list(folder.glob("*.tif"))) == 1


def test_labels_in_another_system_are_cut_alongside(run: Any, raster: str, tmp_path: Path) -> None:
    labels = toys.write_polygons(tmp_path / "labels.gpkg", toys.quadrant_boxes(), epsg=4326)
    folder = Path(
        run(
            "tileraster",
            INPUT=raster,
            TILE_WIDTH=48,
            TILE_HEIGHT=48,
            STRIDE_X=48,
            STRIDE_Y=48,
            MAX_EMPTY=1,
            LABELS=labels,
            LABEL_FIELD="label",
            OUTPUT=str(tmp_path / "tiles"),
        )["OUTPUT"]
    )
    found = [np.unique(toys.read(path)).tolist() for path in sorted((folder / "labels").glob("*.tif"))]
    # Classes are counted from 1 in alphabetical order: field, roof, water, wood.
    assert found == [[0, 3], [0, 4], [0, 1], [0, 2]]


def test_qgis_process_takes_an_extent_in_another_system_and_repeated_bands(
    qgis_process: Any, raster: str, tmp_path: Path
) -> None:
    left, right, bottom, top = toys.in_system(toys.EXTENT, 4326)
    finished = qgis_process.run(
        "clusternet:tileraster",
        INPUT=raster,
        BANDS=[3, 1],
        EXTENT=f"{left},{(left + right) / 2},{bottom},{top} [EPSG:4326]",
        TILE_WIDTH="48",
        TILE_HEIGHT="48",
        STRIDE_X="48",
        STRIDE_Y="48",
        MAX_EMPTY="1",
        EDGE="drop",
        OUTPUT=tmp_path / "tiles",
    )
    assert finished.code == 0, finished.text
    assert finished.results["TILE_COUNT"] == 2
    tile = toys.read(tmp_path / "tiles" / "tile_r000000_c000000.tif")
    assert np.array_equal(tile, toys.read(raster)[[2, 0], :48, :48])
