"""A band that is wholly no data is named before the work, with the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.empty_bands import empty_bands_sentence
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tile_cutting import cut_tiles
from clusternet_qgis.core.io.tiling import TileOptions
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=4, epochs=0, tile_size=64, device="cpu")


def picture(bands: int = 4) -> np.ndarray:
    return np.random.default_rng(1).integers(1, 200, (bands, 80, 90)).astype(np.float32)


def sentence_of(path: str, bands: list[int] | None = None) -> str:
    with RasterSource(path, bands) as source:
        return empty_bands_sentence(source)


@pytest.mark.parametrize("empty", [[1], [4], [2, 3], [1, 2, 4]])
@pytest.mark.parametrize("nothing", [np.nan, -9999.0, np.inf])
def test_wholly_empty_bands_are_named_with_the_others(tmp_path: Path, empty: list[int], nothing: float) -> None:
    values = picture()
    values[[number - 1 for number in empty]] = nothing
    sentence = sentence_of(write(tmp_path / "sheet.tif", values, no_data=-9999.0))
    before, after = sentence.split("BANDS")
    assert "of sheet.tif" in before
    assert [int(n) for n in re.findall(r"\d", before)] == empty
    assert [int(n) for n in re.findall(r"\d", after)] == [n for n in (1, 2, 3, 4) if n not in empty]
    assert sentence_of(str(tmp_path / "sheet.tif"), [n for n in (1, 2, 3, 4) if n not in empty]) == ""


def test_one_pixel_anywhere_is_data(tmp_path: Path) -> None:
    values = picture()
    values[2] = np.nan
    values[2, 41, 67] = 5
    assert sentence_of(write(tmp_path / "a.tif", values)) == ""


def test_a_raster_without_any_data_is_another_matter(tmp_path: Path) -> None:
    assert sentence_of(write(tmp_path / "a.tif", np.full((3, 9, 9), np.nan, np.float32))) == ""


def test_a_described_band_has_its_name(tmp_path: Path) -> None:
    values = picture(2)
    values[1] = np.nan
    assert sentence_of(write(tmp_path / "a.tif", values, descriptions=["red", "nir"])).startswith(
        "Band 2 (nir) of a.tif"
    )


def test_work_does_not_begin(tmp_path: Path) -> None:
    good, bad = picture(), picture()
    bad[3] = np.nan
    paths = [write(tmp_path / f"{name}.tif", values) for name, values in (("good", good), ("bad", bad))]
    model = str(tmp_path / "model.cnet")
    train(TrainInputs((paths[0],)), OPTIONS, model)
    works: list[Callable[[], object]] = [
        lambda: train(TrainInputs((paths[1],)), OPTIONS, str(tmp_path / "other.cnet")),
        lambda: map_raster(paths[1], model, MapOutputs(str(tmp_path / "clusters.tif"))),
        lambda: cut_tiles(paths[1], str(tmp_path / "tiles"), TileOptions(32, 32, 32, 32)),
    ]
    for work in works:
        with pytest.raises(RasterError, match=r"Band 4 of bad\.tif is wholly no data.* BANDS, such as 1, 2, 3"):
            work()
    assert not (tmp_path / "tiles").exists()


def test_one_of_several_rasters_is_said(tmp_path: Path) -> None:
    good, bad = picture(), picture()
    bad[3] = np.nan
    said: list[str] = []
    paths = [write(tmp_path / f"{name}.tif", values) for name, values in (("good", good), ("bad", bad))]
    train(TrainInputs(tuple(paths)), OPTIONS, str(tmp_path / "model.cnet"), progress=Progress(say=said.append))
    assert any("Band 4 of bad.tif is wholly no data" in sentence for sentence in said)
