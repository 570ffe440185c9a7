"""Heights of several sheets: learnt from together, mapped each with its own, and painted on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, read, write

from clusternet_qgis.core.errors import ModelError, RasterError
from clusternet_qgis.core.interactive.session import LiveSession
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIDE = 128


def houses() -> np.ndarray:
    roofs = np.zeros((SIDE, SIDE), np.bool_)
    roofs[20:40, 24:48] = roofs[70:100, 60:84] = True
    return roofs


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sheets side by side, each with a surface model, and a model that was trained on both."""
    folder = tmp_path_factory.mktemp("sheets")
    generator = np.random.default_rng(0)
    for number, name in enumerate(("west", "east")):
        transform = (NORTH_UP[0] + 2 * SIDE * number, *NORTH_UP[1:])
        picture = generator.normal(120, 10, (3, SIDE, SIDE)).clip(1, 255).astype(np.uint8)
        write(folder / f"{name}.tif", picture, transform)
        surface = 200 + 5 * houses() + np.arange(SIDE)[:, None] * 0.04
        surface[:10] = -1
        write(folder / f"dsm_{name}.tif", surface.astype(np.float32), transform, no_data=-1)
    rasters, heights = both(folder, ""), both(folder, "dsm_")
    options = TrainOptions(clusters=6, epochs=0, tile_size=64)
    train(TrainInputs(rasters, extra=heights), options, str(folder / "model.cnet"))
    return folder


def both(folder: Path, prefix: str) -> tuple[str, str]:
    return str(folder / f"{prefix}west.tif"), str(folder / f"{prefix}east.tif")


def roof_iou(clusters: np.ndarray) -> float:
    roofs = houses()
    found = np.isin(clusters, [c for c in np.unique(clusters) if roofs[clusters == c].mean() > 0.5])
    return float((found & roofs).sum() / (found | roofs).sum())


@pytest.mark.parametrize("sheet", ["west", "east"])
def test_each_sheet_is_mapped_with_its_own_heights(sheets: Path, sheet: str, tmp_path: Path) -> None:
    output = str(tmp_path / "clusters.tif")
    options = MapOptions(extra=(str(sheets / f"dsm_{sheet}.tif"),))
    map_raster(str(sheets / f"{sheet}.tif"), str(sheets / "model.cnet"), MapOutputs(output), options)
    clusters = read(output)[0]
    assert clusters.all(), "holes of heights are no holes of the map"
    assert roof_iou(clusters) > 0.6


def test_all_tiles_of_heights_may_be_given(sheets: Path, tmp_path: Path) -> None:
    outputs = [str(tmp_path / f"{name}.tif") for name in ("one", "all")]
    for output, extra in zip(outputs, (both(sheets, "dsm_")[1:], both(sheets, "dsm_"))):
        options = MapOptions(extra=extra)
        map_raster(str(sheets / "east.tif"), str(sheets / "model.cnet"), MapOutputs(output), options)
    assert np.array_equal(*map(read, outputs))


def test_the_heights_of_another_sheet_are_a_sentence(sheets: Path, tmp_path: Path) -> None:
    options = MapOptions(extra=(str(sheets / "dsm_west.tif"),))
    with pytest.raises(RasterError, match=r"dsm_west.tif \(EXTRA\) does not overlap the raster"):
        map_raster(str(sheets / "east.tif"), str(sheets / "model.cnet"), MapOutputs(str(tmp_path / "c.tif")), options)


def test_a_run_with_other_heights_takes_no_finished_tiles(sheets: Path, tmp_path: Path) -> None:
    """What a run that was cut off has left is of its own heights."""
    changed = str(tmp_path / "dsm_changed.tif")
    transform = (NORTH_UP[0], *NORTH_UP[1:])
    write(Path(changed), np.full((SIDE, SIDE), 200, np.float32) + 5 * houses()[::-1], transform)
    results = []
    for extra in (str(sheets / "dsm_west.tif"), changed):
        output = str(tmp_path / "clusters.tif")
        options = MapOptions(extra=(extra,), resume=True)
        map_raster(str(sheets / "west.tif"), str(sheets / "model.cnet"), MapOutputs(output), options)
        results.append(read(output))
    assert not np.array_equal(*results)


def test_painting_takes_heights_and_says_when_they_are_missing(sheets: Path, tmp_path: Path) -> None:
    arguments = (str(sheets / "west.tif"), str(sheets / "model.cnet"), str(tmp_path))
    with pytest.raises(ModelError, match=r"the panel cannot take.*Select clusters by strokes"):
        LiveSession(*arguments)
    session = LiveSession(*arguments, extra=(str(sheets / "dsm_west.tif"),))
    try:
        shown = session.view((0, 0, SIDE, SIDE), SIDE, SIDE, Progress())
        assert shown["exact"]
        assert roof_iou(np.load(shown["path"])[0]) > 0.6
    finally:
        session.close()
