"""Files that earlier versions wrote open, and give the rasters that they gave, byte for byte.

A folder of `tests/stored_files` holds what one format version wrote: models of three networks, with most weights 0 so
that they are small, an exported model, selections with and without splits, and the rasters made with them.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from checkout import ROOT
from toy_rasters import read

from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import MapOptions
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.class_raster import segment_raster

STORED = ROOT / "tests" / "stored_files"
FOLDERS = sorted(STORED.glob("format_*"))
MODELS = ("light", "unet_same", "unet")


def expected(folder: Path, name: str) -> np.ndarray:
    with np.load(folder / "rasters.npz", allow_pickle=False) as rasters:
        return rasters[name]


def mapped(folder: Path, model: Path, output: Path, split_by: str = "") -> np.ndarray:
    chosen = selection.load(folder / split_by) if split_by else None
    picture = str(folder / "picture.tif")
    map_raster(picture, str(model), MapOutputs(str(output)), MapOptions(device="cpu"), chosen)
    return read(output)[0]


def test_every_format_version_has_its_files() -> None:
    assert len(FOLDERS) == max(cluster_model.FORMAT_VERSION, selection.FORMAT_VERSION)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
@pytest.mark.parametrize("name", MODELS)
def test_a_stored_model_gives_the_same_clusters(folder: Path, name: str, tmp_path: Path) -> None:
    found = mapped(folder, folder / f"{name}.cnet", tmp_path / "clusters.tif")
    assert np.array_equal(found, expected(folder, f"{name}_clusters"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_stored_export_gives_the_same_clusters(folder: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(gzip.decompress((folder / "unet_same.onnx.gz").read_bytes()))
    found = mapped(folder, model, tmp_path / "clusters.tif")
    assert np.array_equal(found, expected(folder, "unet_same_clusters"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_stored_selection_of_strokes_splits_and_names_the_same_pixels(folder: Path, tmp_path: Path) -> None:
    found = mapped(folder, folder / "unet_same.cnet", tmp_path / "clusters.tif", "strokes.json")
    assert np.array_equal(found, expected(folder, "split_clusters"))
    segment_raster(
        str(tmp_path / "clusters.tif"), selection.load(folder / "strokes.json"), str(tmp_path / "classes.tif")
    )
    assert np.array_equal(read(tmp_path / "classes.tif")[0], expected(folder, "split_classes"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_stored_selection_of_clusters_names_the_same_pixels(folder: Path, tmp_path: Path) -> None:
    mapped(folder, folder / "unet_same.cnet", tmp_path / "clusters.tif")
    segment_raster(
        str(tmp_path / "clusters.tif"), selection.load(folder / "classes.json"), str(tmp_path / "classes.tif")
    )
    assert np.array_equal(read(tmp_path / "classes.tif")[0], expected(folder, "classes"))
