"""Embeddings from file to map: NETWORK `pixels`, with spherical k-means, in every consumer of a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from checkout import SHARED
from osgeo import gdal
from scipy.optimize import linear_sum_assignment
from toy_embeddings import quantised, unit_vectors, write_signed
from toy_rasters import SOUTH_UP, pixel_box, read, write, write_shapes

from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.interactive.from_strokes import select_by_strokes
from clusternet_qgis.core.interactive.session import LiveSession
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.reports.cluster_report import write_cluster_report
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.sample_clusters import Effort
from clusternet_qgis.core.training.train import train

ROWS, COLS, CLUSTERS = 60, 76, 6
OPTIONS = TrainOptions(network="pixels", clusters=CLUSTERS, device="cpu")
ONE_START = Effort(n_init=1)
CORPUS = SHARED / "data/corpus/special_alphaearth_64"


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    return unit_vectors(ROWS, COLS)


@pytest.fixture(scope="module")
def raster(vectors: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> str:
    """As the official files are: signed bytes, the last row first."""
    return write_signed(tmp_path_factory.mktemp("raster") / "south_up.tif", quantised(vectors), SOUTH_UP)


@pytest.fixture(scope="module")
def model(raster: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("model") / "model.cnet")
    train(TrainInputs((raster,)), OPTIONS, path)
    return path


def clusters_of(raster: str, model: str, output: Path, options: MapOptions = MapOptions()) -> np.ndarray:
    map_raster(raster, model, MapOutputs(str(output)), options)
    return read(output)[0].astype(np.int64)


def agreement(first: np.ndarray, second: np.ndarray) -> float:
    """Share of pixels with the same cluster, whatever its number."""
    overlap = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(overlap, (first.ravel(), second.ravel()), 1)
    rows, cols = linear_sum_assignment(overlap, maximize=True)
    return float(overlap[rows, cols].sum() / first.size)


def spherical_k_means(vectors: np.ndarray, centroids: np.ndarray, iterations: int = kmeans.ITERATIONS) -> np.ndarray:
    """The reference, as simple as it can be: ids (pixels,) of unit vectors (pixels, bands) and unit centroids."""
    for _ in range(iterations):
        ids = (vectors @ centroids.T).argmax(1)
        sums = np.stack([vectors[ids == index].sum(0) for index in range(len(centroids))])
        centroids = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return (vectors @ centroids.T).argmax(1)


def equals_the_reference(raster: str, folder: Path, clusters: int, monkeypatch: pytest.MonkeyPatch) -> float:
    """Trains with one start, and gives the share of pixels with the cluster of the reference from the same start."""
    starts = []
    plus_plus = kmeans.kmeans_plusplus
    monkeypatch.setattr(kmeans, "kmeans_plusplus", lambda *given: starts.append(plus_plus(*given)) or starts[-1])
    path = str(folder / "one_start.cnet")
    train(TrainInputs((raster,)), TrainOptions(network="pixels", clusters=clusters), path, effort=ONE_START)
    mapped = clusters_of(raster, path, folder / "mapped.tif")
    values = gdal.Open(raster).ReadAsArray().astype(np.float64)
    dequantised = np.sign(values) * (values / 127.5) ** 2
    vectors = (dequantised / np.linalg.norm(dequantised, axis=0)).reshape(64, -1).T
    start = starts[0] / np.linalg.norm(starts[0], axis=1, keepdims=True)
    reference = spherical_k_means(vectors, start).reshape(mapped.shape)
    return float((mapped == reference + 1).mean())


def test_epochs_are_not_run_and_that_is_said(raster: str, tmp_path: Path) -> None:
    said: list[str] = []
    model = train(TrainInputs((raster,)), OPTIONS, str(tmp_path / "m.cnet"), progress=Progress(say=said.append))
    assert OPTIONS.epochs > 0
    assert model.epochs_done == 0
    assert "The network 'pixels' has nothing to learn: its features are clustered as they are." in said
    assert model.embedding == "AlphaEarth"


def test_centroids_have_the_length_of_the_vectors(model: str) -> None:
    loaded = cluster_model.load(model)
    lengths = np.linalg.norm(loaded.centroids, axis=1)
    assert np.allclose(lengths, lengths[0], rtol=1e-5)
    assert not loaded.feature_mean.any()
    assert len(np.unique(loaded.feature_scale)) == 1


def test_clusters_are_those_of_a_plain_spherical_k_means(
    raster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert equals_the_reference(raster, tmp_path, CLUSTERS, monkeypatch) >= 0.999


@pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared")
def test_clusters_of_alphaearth_are_those_of_a_plain_spherical_k_means(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raster = str(CORPUS / "alphaearth_wisconsin_int8.tif")
    assert equals_the_reference(raster, tmp_path, 32, monkeypatch) >= 0.999


@pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared")
def test_bytes_and_floats_of_alphaearth_have_the_same_clusters(tmp_path: Path) -> None:
    maps = []
    for kind in ("int8", "float32"):
        raster, path = str(CORPUS / f"alphaearth_wisconsin_{kind}.tif"), str(tmp_path / f"{kind}.cnet")
        train(TrainInputs((raster,)), TrainOptions(network="pixels", clusters=32), path, effort=ONE_START)
        maps.append(clusters_of(raster, path, tmp_path / f"{kind}.tif"))
    assert (maps[0] == maps[1]).mean() >= 0.99


def test_the_map_lies_where_the_raster_lies(raster: str, model: str, vectors: np.ndarray, tmp_path: Path) -> None:
    north_up = write(tmp_path / "north_up.tif", vectors)
    found = clusters_of(raster, model, tmp_path / "south.tif")
    assert gdal.Open(str(tmp_path / "south.tif")).GetGeoTransform() == SOUTH_UP
    assert (found == clusters_of(north_up, model, tmp_path / "north.tif")).mean() > 0.99, "floats of the same vectors"
    assert len(np.unique(found)) == CLUSTERS


def test_tiles_and_windows_do_not_show(raster: str, model: str, tmp_path: Path) -> None:
    whole = clusters_of(raster, model, tmp_path / "whole.tif")
    assert np.array_equal(whole, clusters_of(raster, model, tmp_path / "tiles.tif", MapOptions(tile_size=17)))


def test_holes_are_no_data_of_the_map_and_of_nothing_else(vectors: np.ndarray, model: str, tmp_path: Path) -> None:
    stored = quantised(vectors)
    hole = np.random.default_rng(3).random((ROWS, COLS)) < 0.2
    stored[5, hole] = -128
    full = clusters_of(write_signed(tmp_path / "full.tif", quantised(vectors)), model, tmp_path / "a.tif")
    holed = clusters_of(write_signed(tmp_path / "holed.tif", stored), model, tmp_path / "b.tif")
    assert np.array_equal(holed, np.where(hole, 0, full))


def test_other_bands_count_alike(tmp_path: Path) -> None:
    """One band in metres, one in thousandths: both tell two halves apart."""
    generator = np.random.default_rng(0)
    image = generator.normal(0, 0.05, (2, 40, 40)).astype(np.float32)
    image[0, :20] += 1
    image[1, :, 20:] += 1
    image[0] *= 1000
    image[1] /= 1000
    path, model = write(tmp_path / "a.tif", image), str(tmp_path / "m.cnet")
    trained = train(TrainInputs((path,)), TrainOptions(network="pixels", clusters=4), model)
    assert trained.embedding == ""
    found = clusters_of(path, model, tmp_path / "c.tif")
    quarters = [found[:20, :20], found[:20, 20:], found[20:, :20], found[20:, 20:]]
    assert [len(np.unique(quarter)) for quarter in quarters] == [1] * 4
    assert len({int(quarter[0, 0]) for quarter in quarters}) == 4


def test_a_model_that_has_learnt_from_bytes_before_still_sees_bytes(raster: str, model: str, tmp_path: Path) -> None:
    """Models from before there were embeddings say nothing of them."""
    loaded = cluster_model.load(model)
    card = {name: value for name, value in loaded.card.items() if name != "embedding"}
    values = gdal.Open(raster).ReadAsArray().astype(np.float64).reshape(64, -1)
    stats = type(loaded.stats)(values.mean(1), values.std(1), values.shape[1])
    path = str(tmp_path / "old.cnet")
    cluster_model.save(type(loaded)(**{**vars(loaded), "card": card, "stats": stats}), path)
    outputs = MapOutputs(str(tmp_path / "c.tif"), features=str(tmp_path / "f.tif"))
    map_raster(raster, path, outputs)
    seen = (values - values.mean(1, keepdims=True)) / values.std(1, keepdims=True) * loaded.feature_scale[:, None]
    assert np.abs(read(outputs.features).reshape(64, -1) - seen).max() < 1e-4


def test_mixed_versions_are_said(tmp_path: Path) -> None:
    paths = []
    for version in ("v1", "v1.1"):
        vectors = unit_vectors(32, 32, bands=128) * 9
        paths.append(write(tmp_path / f"{version}.tif", vectors))
        dataset = gdal.Open(paths[-1], gdal.GA_Update)
        dataset.SetMetadataItem("TESSERA_DATASET_VERSION", version)
        del dataset
    said: list[str] = []
    model = str(tmp_path / "m.cnet")
    train(TrainInputs(tuple(paths)), OPTIONS, model, progress=Progress(say=said.append))
    mixed = "These are embeddings of different versions, whose numbers do not mean the same "
    assert [text for text in said if text.startswith(f"{mixed}(v1.tif: TESSERA v1, v1.1.tif: TESSERA v1.1)")]
    said.clear()
    map_raster(paths[1], model, MapOutputs(str(tmp_path / "c.tif")), progress=Progress(say=said.append))
    assert [text for text in said if text.startswith(f"{mixed}(the model: TESSERA v1, v1.1.tif: TESSERA v1.1)")]


def test_a_raster_without_embeddings_under_a_model_of_them_is_said(model: str, tmp_path: Path) -> None:
    plain = write(tmp_path / "plain.tif", np.random.default_rng(0).normal(3, 1, (64, 30, 30)).astype(np.float32))
    said: list[str] = []
    map_raster(plain, model, MapOutputs(str(tmp_path / "c.tif")), progress=Progress(say=said.append))
    assert "The model has learnt from embeddings (AlphaEarth), and plain.tif seems to hold none." in said


# --- what else takes a model


def test_an_exported_model_gives_the_same_map(raster: str, model: str, tmp_path: Path) -> None:
    exported = str(tmp_path / "m.onnx")
    said: list[str] = []
    export_model(model, exported, progress=Progress(say=said.append))
    assert any(
        text.startswith("The file takes the vectors of AlphaEarth; other programs must not give") for text in said
    )
    expected = clusters_of(raster, model, tmp_path / "a.tif")
    assert (clusters_of(raster, exported, tmp_path / "b.tif") == expected).mean() > 0.999


def test_the_dock_takes_the_bands_themselves_and_paints_on_them(raster: str, tmp_path: Path) -> None:
    session = LiveSession(raster, "", str(tmp_path / "cache"))
    try:
        assert cluster_model.read_header(session.model_path).options.network == "pixels", "embeddings are features"
        x, y = SOUTH_UP[0], SOUTH_UP[3]
        lines = [
            {"class": name, "width": 3, "points": [[x + 2 * col, y + 2 * row], [x + 2 * col + 6, y + 2 * row]]}
            for name, row, col in (("field", 3, 2), ("wood", 3, 18))
        ]
        classes = [{"name": "field", "colour": "#00ff00"}, {"name": "wood", "colour": "#ff0000"}]
        painted = session.paint(classes, lines, {}, [], Progress())
        assert {entry["class"] for entry in painted["clusters"]} >= {"field", "wood"}
        view = session.view([0, 0, COLS, ROWS], COLS, ROWS, Progress())
        assert len(np.unique(np.load(view["path"])[0])) > 5
    finally:
        session.close()


def test_strokes_of_a_layer_make_a_selection(raster: str, model: str, vectors: np.ndarray, tmp_path: Path) -> None:
    strokes = write_shapes(tmp_path / "strokes.gpkg", [
        (pixel_box(1, 1, 7, 7, SOUTH_UP), "first"), (pixel_box(17, 25, 23, 31, SOUTH_UP), "second"),
    ])  # fmt: skip
    output = str(tmp_path / "selection.json")
    select_by_strokes(raster, model, strokes, "class", 2.0, output)
    chosen = selection.load(output)
    assert {entry.name for entry in chosen.classes} == {"first", "second"}
    assert all(entry.clusters for entry in chosen.classes)


def test_cards_show_patches_of_three_bands(raster: str, model: str, tmp_path: Path) -> None:
    output = tmp_path / "report.html"
    write_cluster_report(raster, model, str(output))
    assert output.read_text(encoding="utf-8").count("data:image/png") >= CLUSTERS
