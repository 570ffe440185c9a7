"""Evidence is the same whichever window is read, is 0 where nothing is known, and heights are above the ground."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, write

from clusternet_qgis.core.io.evidence_reader import EvidenceReader
from clusternet_qgis.core.io.evidence_recipe import Channel, Evidence, ExtraInput, parsed
from clusternet_qgis.core.io.extra_inputs import open_extras
from clusternet_qgis.core.io.ground import side_in_metres
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window

ROWS, COLS = 120, 150
SURFACE = (
    Channel("height above ground", "heights", "above_ground", 0),
    Channel("slope", "heights", "slope", 0),
    Channel("ndvi", "indices", "index", argument="ndvi", bands=(3, 0)),
)


def hill() -> np.ndarray:
    """The ground: rises by 5 cm a metre."""
    return np.broadcast_to(np.arange(COLS) * 0.1 + 400, (ROWS, COLS)).astype(np.float32)


def houses() -> np.ndarray:
    heights = np.zeros((ROWS, COLS), np.float32)
    heights[20:28, 30:40], heights[70:80, 100:106] = 8, 5
    return heights


@pytest.fixture
def picture(tmp_path: Path) -> RasterSource:
    values = np.random.default_rng(0).integers(0, 255, (4, ROWS, COLS)).astype(np.uint8)
    return RasterSource(write(tmp_path / "picture.tif", values))


def reader(
    picture: RasterSource, *files: tuple[str, np.ndarray], channels: tuple[Channel, ...] = SURFACE
) -> EvidenceReader:
    folder = Path(picture.path).parent
    extras = open_extras([write(folder / f"{name}.tif", values, no_data=-9999) for name, values in files])
    evidence = Evidence(tuple(extra for extra, _ in extras), channels)
    return EvidenceReader(evidence, picture.grid, [sources for _, sources in extras])


def test_houses_stand_on_a_hill_that_only_the_surface_shows(picture: RasterSource) -> None:
    height = np.expm1(reader(picture, ("dsm", hill() + houses())).raw(picture, picture.grid.window)[0])
    inner = np.s_[25:-25, 25:-25]
    assert np.abs(height - houses())[inner].max() < 2.5  # of the hill remains what it rises within half a window
    assert height[74, 103] > 4 > height[60, 60] + 1


def test_with_the_terrain_heights_are_differences(picture: RasterSource) -> None:
    files = ("dsm", hill() + houses()), ("dtm", hill())
    height = np.expm1(reader(picture, *files).raw(picture, picture.grid.window)[0])
    assert np.abs(height - houses()).max() < 1e-2


def test_windows_join_exactly_and_are_mirrored_beyond_the_picture(picture: RasterSource) -> None:
    evidence = reader(picture, ("dsm", hill() + houses()))
    whole = evidence.read(picture, picture.grid.window)
    for window in (Window(10, 20, 50, 31), Window(64, 64, 56, 86), Window(119, 0, 1, 150)):
        assert np.array_equal(evidence.read(picture, window), whole[(slice(None), *window.slices())])
    beyond = evidence.read(picture, Window(-7, -9, 20, 20))
    assert np.array_equal(beyond[:, 7:, 9:], whole[:, :13, :11])
    assert np.array_equal(beyond[:, :7, 9:], whole[:, 1:8, :11][:, ::-1])


def test_holes_are_the_mean_and_not_no_data(picture: RasterSource) -> None:
    heights = houses()
    heights[:, :40] = -9999
    channel = Channel("height", "heights", "height", 0, mean=0.3, std=0.5)
    evidence = reader(picture, ("chm", heights), channels=(channel,))
    read = evidence.read(picture, picture.grid.window)[0]
    assert (read[:, :39] == 0).all()
    assert read[75, 103] > 0 > read[0, 149]
    assert np.isfinite(read).all()


def test_evidence_is_stored_and_what_is_damaged_is_not_taken() -> None:
    evidence = Evidence((ExtraInput("surface", 1, "dsm.tif"),), SURFACE, {"heights": 0.7}, ("noise",))
    assert parsed(evidence.as_json(), 4) == evidence
    assert parsed(None, 4) is None
    for change in ({"extras": []}, {"weights": {"heights": -1}}, {"channels": [{}]}, {"extras": [{"kind": "x"}]}):
        with pytest.raises((ValueError, LookupError, TypeError)):
            parsed(evidence.as_json() | change, 4)
    with pytest.raises(ValueError, match="another form"):
        parsed(evidence.as_json(), 3)  # the fourth band is not there


def test_pixels_in_degrees_have_a_side_in_metres(tmp_path: Path) -> None:
    degrees = (55.0, 1e-5, 0, 60.0, 0, -1e-5)
    grid = RasterSource(write(tmp_path / "degrees.tif", np.zeros((9, 9), np.uint8), degrees, epsg=4326)).grid
    assert side_in_metres(grid) == pytest.approx((1.1132 * 0.5566) ** 0.5, rel=1e-3)
    bare = RasterSource(write(tmp_path / "bare.tif", np.zeros((9, 9), np.uint8), None, None)).grid
    assert side_in_metres(bare) == 1


def test_nothing_is_as_steep_as_a_wall(picture: RasterSource) -> None:
    slope = np.expm1(reader(picture, ("dsm", hill() + houses())).raw(picture, picture.grid.window)[1])
    assert slope[60, 60] == pytest.approx(0.05, abs=1e-3)
    assert slope[20, 35] > 1
    assert NORTH_UP[1] == 2
