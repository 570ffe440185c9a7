"""Probabilities of classes from distances to clusters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.errors import OptionsError, SelectionError
from clusternet_qgis.core.mapping.class_probabilities import ClassProbabilities
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.selection.selection import ClusterClass, ClusterSelection, Split, parse
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train


def distances(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).random((4, 6, 7)).astype(np.float32)


@pytest.mark.parametrize("stride", [1, 4])
def test_probabilities_sum_up_to_1_and_other_is_what_is_in_no_class(stride: int) -> None:
    found = ClassProbabilities(parse("tree=0,2; roof=1"), 4, 1.0)
    assert found.names == ["tree", "roof", "other"]
    values = found.of(distances(), None, stride)
    assert values.shape == ((3, 6, 7) if stride == 1 else (3, 20, 24))
    assert values.sum(0) == pytest.approx(1, abs=1e-5)
    assert values.min() >= 0


def test_the_class_of_the_only_near_cluster_is_sure() -> None:
    squares = np.full((4, 2, 2), 10.0, np.float32)
    squares[1, 0, 0] = squares[3, 0, 1] = 0
    values = ClassProbabilities(parse("tree=0,2; roof=1"), 4, 1.0).of(squares, None, 1)
    assert values[1, 0, 0] > 0.99
    assert values[2, 0, 1] > 0.99
    assert values[:, 1, 1] == pytest.approx([0.5, 0.25, 0.25])


def test_what_lies_as_far_from_all_clusters_changes_nothing() -> None:
    found = ClassProbabilities(parse("tree=0,2; roof=1"), 4, 0.5)
    assert found.of(distances() + 100, None, 1) == pytest.approx(found.of(distances(), None, 1), abs=1e-4)


def test_a_split_cluster_counts_for_the_side_on_which_a_pixel_lies() -> None:
    classes = (ClusterClass("tree", (0, 90, 0), (0, 4)), ClusterClass("roof", (90, 0, 0), (1, 5)))
    selection = ClusterSelection(classes, splits=(Split(2, (4, 5), (0, 1), (0.0, 0.0)),), weights=((1.0,), (-1.0,)))
    squares = np.full((4, 1, 2), 9.0, np.float32)
    squares[2] = 0
    scores = np.array([[[2.0, -2.0]], [[-2.0, 2.0]]], np.float32)
    values = ClassProbabilities(selection, 4, 1.0).of(squares, scores, 1)
    assert values[0, 0, 0] > 0.99
    assert values[1, 0, 1] > 0.99


def test_a_cluster_that_does_not_exist_is_said() -> None:
    with pytest.raises(SelectionError, match="names cluster 9"):
        ClassProbabilities(parse("tree=9"), 4, 1.0)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> str:
    values = quadrants(64, 70) + np.random.default_rng(1).normal(0, 12, (3, 64, 70))
    values = values.clip(1, 255).astype(np.uint8)
    values[:, :9, :9] = 0
    return write(tmp_path_factory.mktemp("image") / "image.tif", values, no_data=0)


@pytest.fixture(scope="module")
def model(image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("model") / "model.cnet")
    options = TrainOptions(network="unet_same", width=4, clusters=6, epochs=0, tile_size=32, device="cpu")
    train(TrainInputs((image,)), options, path)
    return path


def test_a_raster_of_probabilities_has_a_named_band_a_class_whatever_the_tiles(
    image: str, model: str, tmp_path: Path
) -> None:
    chosen = parse("tree=0,1; roof=2,3,4")
    results = []
    for size in (32, 96):
        outputs = MapOutputs(str(tmp_path / f"c{size}.tif"), probabilities=str(tmp_path / f"p{size}.tif"))
        map_raster(image, model, outputs, MapOptions(device="cpu", tile_size=size), chosen)
        results.append(read(tmp_path / f"p{size}.tif"))
    raster = gdal.Open(str(tmp_path / "p32.tif"))
    assert [raster.GetRasterBand(band).GetDescription() for band in (1, 2, 3)] == ["tree", "roof", "other"]
    values, clusters = results[0], read(tmp_path / "c32.tif")[0]
    assert np.array_equal(np.isnan(values[0]), clusters == 0)
    assert np.nansum(values, 0)[clusters > 0] == pytest.approx(1, abs=1e-5)
    assert np.nan_to_num(values) == pytest.approx(np.nan_to_num(results[1]), abs=1e-3)
    likeliest = np.array([0, 1, 1, 2, 2, 2, 3])[clusters]
    inside = clusters > 0
    assert (values.argmax(0)[inside] + 1 == likeliest[inside]).mean() > 0.8


def test_probabilities_need_classes(image: str, model: str, tmp_path: Path) -> None:
    outputs = MapOutputs(str(tmp_path / "c.tif"), probabilities=str(tmp_path / "p.tif"))
    with pytest.raises(OptionsError, match="PROBABILITIES needs the classes"):
        map_raster(image, model, outputs, MapOptions(device="cpu"))
    assert not list(tmp_path.iterdir())
