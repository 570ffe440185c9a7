"""The rasters of a training are opened with what belongs to them, and closed again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import pixel_box, quadrants, write, write_shapes

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs, open_scenes

RIGHT = (300032.0, 2.0, 0, 2780000.0, 0, -2.0)


@pytest.fixture
def rasters(tmp_path: Path) -> tuple[str, str]:
    """Two rasters side by side."""
    left = write(tmp_path / "left.tif", quadrants(16, 16))
    return left, write(tmp_path / "right.tif", quadrants(16, 16), transform=RIGHT)


def test_every_raster_is_a_scene_with_its_bands(rasters: tuple[str, str]) -> None:
    fractions: list[float] = []
    with open_scenes(TrainInputs(rasters, bands=(3, 1)), Progress(fractions.append)) as scenes:
        assert [scene.source.path for scene in scenes] == list(rasters)
        assert all(len(scene.source.bands) == 2 for scene in scenes)
        assert all(scene.area is None and scene.reference is None for scene in scenes)
    assert fractions[-1] == 1


def test_area_and_reference_need_not_cover_all_of_several_rasters(rasters: tuple[str, str], tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(2, 3, 7, 5), "x")])
    labels = write(tmp_path / "labels.tif", np.ones((16, 16), np.uint8))
    with open_scenes(TrainInputs(rasters, area=area, reference=labels), Progress()) as scenes:
        inside = [scene.area.burn(scene.source.grid.window).any() for scene in scenes if scene.area is not None]
        assert inside == [True, False]
        assert all(scene.reference is not None for scene in scenes)
    with pytest.raises(ClusterNetError), open_scenes(TrainInputs(rasters[1:], area=area), Progress()):
        pass


def test_a_raster_that_cannot_be_opened_is_a_sentence(rasters: tuple[str, str], tmp_path: Path) -> None:
    inputs = TrainInputs((*rasters, str(tmp_path / "nothing.tif")))
    with pytest.raises(ClusterNetError, match=r"nothing\.tif"), open_scenes(inputs, Progress()):
        pass
