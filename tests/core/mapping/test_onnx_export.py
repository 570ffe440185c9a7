"""Exported files: the plugin's clusters in ONNX Runtime with numpy alone, and what Deepness and `cluster` read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from checkout import ROOT
from toy_rasters import NORTH_UP, part_of, quadrants, read, write

from clusternet_qgis.core.errors import ModelError, OptionsError, SelectionError
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.model import cluster_model, onnx_model
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.selection import ClusterClass, ClusterSelection, Split
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

# The encoder needs a file.
RUNNABLE = [name for name in NETWORKS if name != "encoder"]

SIDE, CLUSTERS = 256, 7
# All that somebody needs who has the file, ONNX Runtime and numpy: pixels in, the best score wins.
PLAIN = """
import sys, numpy, onnxruntime
session = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
(scores,) = session.run(None, {"values": numpy.load(sys.argv[2])[None]})
numpy.savez(sys.argv[3], ids=scores[0].argmax(0), best=scores[0].max(0))
print("torch" in sys.modules, "onnx" in sys.modules, "osgeo" in sys.modules)
"""


def picture() -> np.ndarray:
    noise = np.random.default_rng(1).normal(0, 12, (3, SIDE, SIDE))
    return (quadrants(SIDE, SIDE) + noise).clip(1, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("image") / "image.tif", picture())


def trained(network: str, image: str, folder: Path) -> str:
    path = str(folder / "m.cnet")
    options = TrainOptions(network=network, width=4, clusters=CLUSTERS, epochs=0, tile_size=64, device="cpu")
    train(TrainInputs((image,)), options, path)
    return path


@pytest.fixture(scope="module", params=RUNNABLE)
def model(
    request: pytest.FixtureRequest, pretrained: None, image: str, tmp_path_factory: pytest.TempPathFactory
) -> str:
    return trained(request.param, image, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def exported(model: str) -> str:
    path = str(Path(model).with_suffix(".onnx"))
    assert export_model(model, path) == CLUSTERS
    return path


@pytest.fixture(scope="module")
def some_model(image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """For what does not depend on the network."""
    return trained("unet_same", image, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def some_export(some_model: str) -> str:
    path = str(Path(some_model).with_suffix(".onnx"))
    export_model(some_model, path)
    return path


def scores_of(path: str, values: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(None, {"values": values[None].astype(np.float32)})[0][0]


# --- for every network


def test_the_file_is_valid_onnx(exported: str) -> None:
    graph = onnx.load(exported)
    onnx.checker.check_model(graph, full_check=True)
    assert [entry.version for entry in graph.opset_import if not entry.domain] == [17]


def test_numpy_and_onnx_runtime_give_the_plugins_raster(model: str, exported: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", picture(), part_of(NORTH_UP, 3, 6))
    map_raster(
        path, model, MapOutputs(*(str(tmp_path / name) for name in ("c.tif", "f.tif"))), MapOptions(device="cpu")
    )
    expected, confidence = read(tmp_path / "c.tif")[0].astype(int) - 1, read(tmp_path / "f.tif")[0]
    # The plugin reflects the image beyond its border, and begins where the cells do; here both is done by hand.
    margin = onnx_model.load(exported).tile_geometry.margin
    stride = onnx_model.load(exported).tile_geometry.stride
    with RasterSource(path) as source:
        top, left = (margin + (-margin - first) % stride for first in source.grid.phase(stride))
    values = np.pad(picture(), ((0, 0), (top, margin), (left, margin)), mode="reflect").astype(np.float32)
    np.save(tmp_path / "values.npy", values)
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, exported, str(tmp_path / "values.npy"), str(tmp_path / "found.npz")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["False"] * 3
    with np.load(tmp_path / "found.npz") as arrays:
        ids, best = (arrays[name][top : top + SIDE, left : left + SIDE] for name in ("ids", "best"))
    assert (ids == expected).mean() >= 0.999
    assert np.allclose(2 * best - 1, confidence, atol=1e-2)
    assert len(np.unique(expected)) > 2


def test_mapping_takes_it_and_gives_the_same(model: str, exported: str, tmp_path: Path) -> None:
    found, image = [], write(tmp_path / "a.tif", picture(), part_of(NORTH_UP, 3, 6))
    for path in (model, exported):
        names = [str(tmp_path / f"{Path(path).suffix[1:]}_{name}.tif") for name in ("c", "confidence", "f", "novelty")]
        result = map_raster(image, path, MapOutputs(*names), MapOptions(device="cpu", tile_size=128))
        found.append((result, [read(name) for name in names]))
    (ours, (ids, confidence, features, novelty)), (theirs, (other, *others)) = found
    assert (ids == other).mean() >= 0.999
    for mine, their in zip((confidence, features, novelty), others, strict=True):
        assert np.allclose(mine, their, atol=2e-2)
    assert ours.pixels == theirs.pixels
    assert novelty.min() >= 0
    assert 0.2 < novelty.mean() < 5


def test_any_size_gives_scores_of_that_size(exported: str) -> None:
    for shape in ((40, 53), (1, 7)):
        scores = scores_of(exported, np.random.default_rng(0).uniform(0, 255, (3, *shape)))
        assert scores.shape == (CLUSTERS, *shape)
        assert scores.max(0).min() >= 0.5
        assert (np.sort(scores, 0)[:-1] == 0).all()


# --- for any network


def test_scores_tell_the_confidence(some_model: str, some_export: str, image: str, tmp_path: Path) -> None:
    map_raster(image, some_model, MapOutputs(str(tmp_path / "c.tif"), str(tmp_path / "f.tif")))
    inner = slice(64, -64)
    confidence = read(tmp_path / "f.tif")[0][inner, inner]
    assert np.allclose(2 * scores_of(some_export, picture()).max(0)[inner, inner] - 1, confidence, atol=1e-2)


def test_deepness_finds_what_it_reads(some_export: str) -> None:
    """The keys and forms of qgis-plugin-deepness, src/deepness/processing/models/model_base.py."""
    session = onnxruntime.InferenceSession(some_export, providers=["CPUExecutionProvider"])
    texts = session.get_modelmeta().custom_metadata_map
    found = {name: json.loads(text) for name, text in texts.items()}
    assert found["model_type"] == "Segmentor"
    assert found["class_names"] == {str(i): f"cluster {i}" for i in range(CLUSTERS)}
    assert found["tile_size"] == found["tiles_size"] == 512
    assert 0 < found["tiles_overlap"] <= 50
    assert found["resolution"] == pytest.approx(200)  # centimetres
    assert found["seg_thresh"] == 0
    # It divides by 255, subtracts the mean and divides by the deviation; the graph takes pixels as they are stored.
    stored = np.arange(256, dtype=np.float32)
    mean, deviation = (np.array(found[f"standardization_{name}"], np.float32) for name in ("mean", "std"))
    assert mean.shape == deviation.shape == (3,)
    assert np.allclose((np.float32(stored[:, None] * 1.0 / 255.0) - mean) / deviation, stored[:, None], atol=1e-3)
    # One input with a known number of bands; one output that claims no other number of rows than of columns.
    ((taken,), (given,)) = (session.get_inputs(), session.get_outputs())
    assert taken.shape[:2] == [1, 3]
    assert given.shape[:2] == [1, CLUSTERS]
    assert given.shape[2] == given.shape[3]


def test_a_selection_gives_classes(some_model: str, image: str, tmp_path: Path) -> None:
    chosen = selection.parse("tree=1,3; roof=0")
    path = str(tmp_path / "classes.onnx")
    assert export_model(some_model, path, chosen) == 3
    map_raster(image, some_model, MapOutputs(str(tmp_path / "c.tif")))
    inner = slice(64, -64)
    expected = chosen.lookup(CLUSTERS)[read(tmp_path / "c.tif")[0]][inner, inner]
    assert (scores_of(path, picture()).argmax(0)[inner, inner] + 1 == expected).mean() >= 0.999
    texts = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).get_modelmeta().custom_metadata_map
    assert json.loads(texts["class_names"]) == {"0": "tree", "1": "roof", "2": "other"}
    map_raster(image, path, MapOutputs(str(tmp_path / "again.tif")))
    assert (read(tmp_path / "again.tif") == read(tmp_path / "c.tif")).mean() >= 0.999


class AsDeepness:
    """Reads a file as the plugin Deepness does: `model_base.py`, `segmentor.py` and `map_processor_segmentation.py`.

    Args:
        path: The file.

    Attributes:
        channels: Number of layers that it makes.
        names: Of them.
    """

    def __init__(self, path: str) -> None:
        self._session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        (given,) = self._session.get_outputs()
        assert len(given.shape) == 4
        assert given.shape[2] == given.shape[3]
        # A single channel is a mask: what is below the threshold is a class too, the first.
        self.channels = 2 if given.shape[1] == 1 else given.shape[1]
        self._texts = {
            name: json.loads(text) for name, text in self._session.get_modelmeta().custom_metadata_map.items()
        }
        names = sorted(self._texts["class_names"].items(), key=lambda entry: int(entry[0]))
        assert [int(number) for number, _ in names] == list(range(len(names)))
        self.names = [names[i][1] if i < len(names) else f"channel_{i}" for i in range(self.channels)]

    def classes(self, pixels: np.ndarray, threshold: float | None = None) -> np.ndarray:
        """The number of each pixel's class, from a tile of bytes (bands, rows, cols)."""
        mean, deviation = (
            np.array(self._texts[f"standardization_{name}"], np.float32)[:, None, None] for name in ("mean", "std")
        )
        values = ((pixels.astype(np.float32) / 255 - mean) / deviation)[None]
        (scores,) = self._session.run(None, {self._session.get_inputs()[0].name: values})
        scores[scores < (self._texts["seg_thresh"] if threshold is None else threshold)] = 0
        return (scores != 0).astype(int)[0, 0] if scores.shape[1] == 1 else scores.argmax(1)[0]


def with_an_empty_class(chosen: ClusterSelection, position: int) -> ClusterSelection:
    classes = list(chosen.classes)
    classes.insert(position, ClusterClass("nothing", (0, 0, 0), ()))
    return replace(chosen, classes=tuple(classes))


ALL = f"0-{CLUSTERS - 1}"
SELECTIONS = {
    "two and other": selection.parse("tree=1,3; roof=0"),
    "two and no other": selection.parse(f"tree=0-2; roof=3-{CLUSTERS - 1}"),
    "one": selection.parse("tree=1,3"),
    "one of all": selection.parse(f"tree={ALL}"),
    "other of all": selection.parse(f"other={ALL}"),
    "other in the middle": selection.parse("tree=1; other=0; roof=2-4"),
    "other at the end, all clusters chosen": selection.parse(f"tree=0-3; other=4-{CLUSTERS - 1}"),
    "empty first": with_an_empty_class(selection.parse("tree=1,3; roof=0"), 0),
    "empty in the middle": with_an_empty_class(selection.parse("tree=1,3; roof=0"), 1),
    "empty last, all clusters chosen": with_an_empty_class(selection.parse(f"tree=0-2; roof=3-{CLUSTERS - 1}"), 2),
    "empty alone": ClusterSelection((ClusterClass("nothing", (0, 0, 0), ()),)),
    "other empty": ClusterSelection((ClusterClass("other", (0, 0, 0), ()), *selection.parse(f"a={ALL}").classes)),
    "none": ClusterSelection(()),
    "each cluster one": selection.parse("; ".join(f"c{i}={i}" for i in range(CLUSTERS))),
}


@pytest.mark.parametrize("name", SELECTIONS)
def test_deepness_gets_the_classes_of_the_class_raster(
    some_model: str, some_clusters: np.ndarray, tmp_path: Path, name: str
) -> None:
    """Every class has its channel and its name, and each pixel the class that it has in the plugin."""
    chosen, path = SELECTIONS[name], str(tmp_path / "classes.onnx")
    count = export_model(some_model, path, chosen)
    read_by = AsDeepness(path)
    legend = [entry.name for entry in chosen.legend()]
    assert read_by.channels == count == max(len(legend), 2)
    assert read_by.names[: len(legend)] == legend
    assert len({*read_by.names}) == count
    inner = slice(64, -64)
    expected = chosen.lookup(CLUSTERS)[some_clusters][inner, inner]
    for threshold in (None, 0.5):  # what the file says, and what Deepness starts with
        assert (read_by.classes(picture(), threshold)[inner, inner] + 1 == expected).mean() >= 0.999


@pytest.fixture(scope="module")
def some_clusters(some_model: str, image: str) -> np.ndarray:
    path = Path(some_model).with_name("clusters.tif")
    map_raster(image, some_model, MapOutputs(str(path)))
    return read(path)[0]


@pytest.mark.parametrize("clusters", [1, 2, 300])
def test_deepness_gets_any_number_of_clusters(some_model: str, tmp_path: Path, said: list[str], clusters: int) -> None:
    loaded = cluster_model.load(some_model)
    more = np.random.default_rng(0).normal(size=(clusters, loaded.centroids.shape[1])).astype(np.float32)
    cluster_model.save(replace(loaded, centroids=more), tmp_path / "m.cnet")
    count = export_model(str(tmp_path / "m.cnet"), str(tmp_path / "m.onnx"), progress=Progress(say=said.append))
    read_by = AsDeepness(str(tmp_path / "m.onnx"))
    assert read_by.channels == count == max(clusters, 2)
    assert read_by.names[:clusters] == [f"cluster {i}" for i in range(clusters)]
    assert read_by.classes(picture()).max() < clusters
    # It keeps bytes, and 0 is no class.
    assert any("300 classes, and the plugin Deepness tells 255 apart" in text for text in said) == (clusters > 255)


def test_not_a_number_counts_as_the_mean(some_export: str) -> None:
    values = picture().astype(np.float32)
    values[:, 100:110, 100:110] = np.nan
    scores = scores_of(some_export, values)
    assert np.isfinite(scores).all()


def refused(error: type[Exception], sentence: str, some_model: str, folder: Path, **arguments: Any) -> None:
    with pytest.raises(error, match=sentence):
        export_model(some_model, str(folder / "x.onnx"), **arguments)
    assert list(folder.iterdir()) == []


def test_what_cannot_be_exported_is_one_sentence(some_model: str, tmp_path: Path) -> None:
    refused(OptionsError, "multiples of 8 pixels, not 100; use 96", some_model, tmp_path, tile_size=100)
    halves = (Split(1, (CLUSTERS, CLUSTERS + 1), (0, 1), (0.0, 0.0)),)
    split = ClusterSelection(selection.parse("a=7").classes, splits=halves, weights=((0.0,), (1.0,)))
    refused(SelectionError, "splits 1 clusters", some_model, tmp_path, selection=split)
    foreign = ClusterSelection(selection.parse("a=1").classes, model="0" * 32)
    refused(SelectionError, "was made for the model", some_model, tmp_path, selection=foreign)
    refused(SelectionError, "names cluster 99", some_model, tmp_path, selection=selection.parse("a=99"))


def test_what_is_no_exported_model_is_one_sentence(some_export: str, tmp_path: Path) -> None:
    data = Path(some_export).read_bytes()
    plain = onnx.load(some_export)
    del plain.metadata_props[:]
    path = tmp_path / "m.onnx"
    for content, sentence in (
        (b"", "was not exported from a ClusterNet model"),
        (plain.SerializeToString(), "was not exported from a ClusterNet model"),
        (data[: len(data) // 2], "export"),
        (b"no model at all", "export"),
        (data.replace(b'"format_version": 1', b'"format_version": 9'), "Update the plugin"),
        (data.replace(b'"clusters"', b'"clusterz"'), "no complete exported model"),
    ):
        path.write_bytes(content)
        with pytest.raises(ModelError, match=sentence):
            onnx_model.load(path)
    with pytest.raises(ModelError, match="There is no model file"):
        onnx_model.load(tmp_path / "none.onnx")


def test_the_file_says_where_its_cells_begin(some_export: str) -> None:
    text = json.loads({entry.key: entry.value for entry in onnx.load(some_export).metadata_props}[onnx_model.METADATA])
    assert text["phase"] == {"row": 0, "col": 0, "counted_from": "origin of the reference system"}


def test_an_exported_model_needs_no_torch(some_export: str, image: str, tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise ModuleNotFoundError(\"No module named 'torch'\")")
    arguments = {"path": image, "model_path": some_export, "outputs": {"clusters": str(tmp_path / "c.tif")}}
    program = "import sys, json; from clusternet_qgis import worker; "
    program += "worker.Worker(sys.stdin, sys.stdout)._answer(json.loads(sys.argv[1]))"
    request = json.dumps({"id": 1, "call": "cluster", "arguments": arguments})
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program, request], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    assert json.loads(done.stdout.splitlines()[-1])["result"]["pixels"] == SIDE**2


def test_an_exported_model_runs_on_the_cpu(some_export: str, image: str, tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="runs on the CPU"):
        map_raster(image, some_export, MapOutputs(str(tmp_path / "d.tif")), MapOptions(device="cuda"))
    assert list(tmp_path.iterdir()) == []
