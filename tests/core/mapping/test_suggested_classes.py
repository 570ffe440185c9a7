"""Names of clusters: probabilities of land cover of their pixels, whatever the clusters' numbers and however cut."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, quadrants, write

from clusternet_qgis.core.errors import Cancelled, ModelError, OptionsError, RasterError
from clusternet_qgis.core.io.class_colours import LAND_COVER_COLOURS
from clusternet_qgis.core.mapping import suggested_classes
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.mapping.suggested_classes import (
    LandCoverOfClusters,
    named_clusters,
    suggest_classes,
)
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.networks.land_cover import LAND_COVER
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

ROWS, COLS = 64, 96
KINDS = len(LAND_COVER) + 1


def scene(bands: int = 3) -> np.ndarray:
    """Quadrants, one of them blue and smooth."""
    noise = np.random.default_rng(1).normal(0, 6, (3, ROWS, COLS))
    values = quadrants(ROWS, COLS).astype(float) + noise
    values[:, : ROWS // 2, : COLS // 2] = (
        np.array([20, 50, 110])[:, None, None] + noise[:, : ROWS // 2, : COLS // 2] / 4
    )
    return values.clip(1, 255).astype(np.uint8)[np.arange(bands) % 3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("names")


@pytest.fixture(scope="module")
def image(folder: Path) -> str:
    return write(folder / "image.tif", scene())


@pytest.fixture(scope="module")
def model(folder: Path, image: str) -> str:
    path = str(folder / "model.cnet")
    train(TrainInputs((image,)), TrainOptions(network="unet_same", width=4, clusters=5, epochs=0, tile_size=32), path)
    return path


def test_probabilities_add_up_and_pixels_are_all_counted(image: str, model: str) -> None:
    found = suggest_classes(image, model)
    assert len(found.clusters) == 5
    assert sum(entry.share for entry in found.clusters) == pytest.approx(1)
    for entry in found.clusters:
        assert len(entry.probabilities) == KINDS
        assert sum(entry.probabilities) == pytest.approx(1, abs=1e-4)
        assert entry.certainty == max(entry.probabilities[:-1])


def test_permuted_clusters_have_permuted_names(folder: Path, image: str, model: str) -> None:
    order = np.array([3, 0, 4, 1, 2])
    loaded = cluster_model.load(model)
    permuted = str(folder / "permuted.cnet")
    cluster_model.save(replace(loaded, centroids=loaded.centroids[order], card={}), permuted)
    before, after = suggest_classes(image, model, 0.2), suggest_classes(image, permuted, 0.2)
    assert [entry.name for entry in after.clusters] == [before.clusters[i].name for i in order]
    for entry, i in zip(after.clusters, order):
        assert entry.probabilities == pytest.approx(before.clusters[i].probabilities, abs=1e-4)


def test_a_part_of_a_raster_gives_what_the_whole_gives(image: str, model: str) -> None:
    left, top, size = NORTH_UP[0], NORTH_UP[3], NORTH_UP[1]
    middle = left + 40 * size
    halves = [(left, top - ROWS * size, middle, top), (middle, top - ROWS * size, left + COLS * size, top)]
    whole = suggest_classes(image, model)
    parts = [suggest_classes(image, model, options=MapOptions(extent=extent)) for extent in halves]
    pixels = [40 * ROWS, (COLS - 40) * ROWS]
    for i, entry in enumerate(whole.clusters):
        weights = [part.clusters[i].share * count for part, count in zip(parts, pixels)]
        assert sum(weights) == pytest.approx(entry.share * sum(pixels), abs=0.5)
        mean = sum(w * np.array(part.clusters[i].probabilities) for w, part in zip(weights, parts)) / sum(weights)
        assert mean == pytest.approx(entry.probabilities, abs=1e-3)


def test_pixels_without_data_count_for_nothing(folder: Path, model: str) -> None:
    values = scene()
    values[:, :20, :] = 0
    found = suggest_classes(write(folder / "holes.tif", values, no_data=0), model)
    assert sum(entry.share for entry in found.clusters) == pytest.approx(1)
    shares = [entry.share * (ROWS - 20) * COLS for entry in found.clusters]
    assert shares == pytest.approx(np.round(shares), abs=1e-6), "shares are of the valid pixels alone"
    assert all(sum(entry.probabilities) == pytest.approx(1, abs=1e-4) for entry in found.clusters if entry.share)


def test_tiles_do_not_matter(image: str, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = suggest_classes(image, model)
    monkeypatch.setattr(suggested_classes, "_WINDOW_SIZE", 48)
    monkeypatch.setattr(suggested_classes, "largest_tile_size", lambda *_: 32)
    for entry, other in zip(whole.clusters, suggest_classes(image, model).clusters):
        assert other.share == pytest.approx(entry.share)
        assert other.probabilities == pytest.approx(entry.probabilities, abs=1e-3)


def test_of_a_large_raster_some_windows_are_looked_at(image: str, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggested_classes, "_WINDOW_SIZE", 32)
    monkeypatch.setattr(suggested_classes, "_MOST_WINDOWS", 3)
    said: list[str] = []
    found = suggest_classes(image, model, progress=Progress(say=said.append))
    assert any("in 3 parts" in sentence for sentence in said)
    assert sum(entry.share for entry in found.clusters) == pytest.approx(1)
    assert found == suggest_classes(image, model)


def test_selection_and_table_are_written(folder: Path, image: str, model: str) -> None:
    output, table = str(folder / "selection.json"), str(folder / "table.csv")
    found = suggest_classes(image, model, 0.3, output=output, table=table)
    stored = selection.load(output)
    assert stored == found.selection
    assert stored.model == cluster_model.load(model).fingerprint()
    assert [(entry.name, entry.colour) for entry in stored.classes] == list(LAND_COVER_COLOURS.items())
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["cluster"]) for row in rows] == list(range(5))
    for row, entry in zip(rows, found.clusters):
        assert row["name"] == entry.name
        assert float(row["certainty"]) == pytest.approx(entry.certainty, abs=1e-4)
        assert sum(float(row[kind]) for kind in (*LAND_COVER, "none")) == pytest.approx(1, abs=1e-3)


def test_only_the_certain_have_names(image: str, model: str) -> None:
    whole = suggest_classes(image, model, 0.0)
    seen = LandCoverOfClusters(
        np.array([round(entry.share * ROWS * COLS) for entry in whole.clusters]),
        np.array([np.array(entry.probabilities) * round(entry.share * ROWS * COLS) for entry in whole.clusters]),
    )
    for least in (0.0, 0.5, 0.9, 1.0):
        found = named_clusters(seen, least)
        assert all(entry.certainty >= least for entry in found.clusters if entry.name)
        named = {cluster for entry in found.selection.classes for cluster in entry.clusters}
        assert named == {entry.cluster for entry in found.clusters if entry.name}


def test_noise_is_like_nothing(folder: Path) -> None:
    path = write(folder / "noise.tif", np.random.default_rng(0).integers(1, 256, (3, 96, 96)).astype(np.uint8))
    options = TrainOptions(network="unet_same", width=4, clusters=4, epochs=0, tile_size=32)
    train(TrainInputs((path,)), options, str(folder / "noise.cnet"))
    assert suggest_classes(path, str(folder / "noise.cnet"), 0.9).named_share == 0


@pytest.mark.parametrize("bands", [1, 2, 5])
def test_other_bands_than_three(folder: Path, bands: int) -> None:
    path = write(folder / f"bands{bands}.tif", scene(bands))
    saved = str(folder / f"bands{bands}.cnet")
    train(TrainInputs((path,)), TrainOptions(network="unet_same", width=4, clusters=3, epochs=0, tile_size=32), saved)
    said: list[str] = []
    suggested = suggest_classes(path, saved, progress=Progress(say=said.append))
    assert sum(entry.share for entry in suggested.clusters) == pytest.approx(1)
    assert any("guessed from grey" in line for line in said) == (bands < 3)


def test_colours_are_found_by_their_names(folder: Path, model: str) -> None:
    """Of a raster whose bands come in another order, the model takes the first three and names look for colours."""
    plain = scene()
    in_order = write(folder / "in_order.tif", plain, descriptions=["Red", "Green", "Blue"])
    other = np.stack([*plain, plain[0] // 2 + 17])[[3, 2, 1, 0]]
    moved = write(folder / "moved.tif", other, descriptions=["nir", "Blue", "Green", "Red"])
    first = suggest_classes(in_order, model, options=MapOptions(bands=(1, 2, 3)))
    second = suggest_classes(moved, model, options=MapOptions(bands=(4, 3, 2)))
    for entry, same in zip(first.clusters, second.clusters):
        assert same.probabilities == pytest.approx(entry.probabilities, abs=1e-4)


def test_an_exported_model_gives_the_same_names(folder: Path, image: str, model: str) -> None:
    pytest.importorskip("onnx")
    exported = str(folder / "model.onnx")
    export_model(model, exported)
    for entry, same in zip(suggest_classes(image, model).clusters, suggest_classes(image, exported).clusters):
        assert same.share == pytest.approx(entry.share, abs=1e-3)
        assert same.probabilities == pytest.approx(entry.probabilities, abs=1e-2)


def found_of(rows: list[list[float]], pixels: int = 1000) -> LandCoverOfClusters:
    return LandCoverOfClusters(np.full(len(rows), pixels), pixels * np.array(rows))


def test_what_is_none_of_it_or_hardly_met_has_no_name() -> None:
    water, none = [0, 0, 0, 0, 0.8, 0, 0.2], [0, 0, 0, 0, 0.45, 0, 0.55]
    named = named_clusters(found_of([water, none]), 0.3)
    assert [entry.name for entry in named.clusters] == ["water", ""]
    assert [entry.likeliest for entry in named.clusters] == ["water", "water"]
    assert (named.named_share, named.certainty) == (pytest.approx(0.5), pytest.approx(0.8))
    few = named_clusters(found_of([water], pixels=5), 0.3)
    assert few.clusters[0].name == ""
    never_met = named_clusters(
        LandCoverOfClusters(np.array([0, 100]), np.array([[0.0] * KINDS, [100.0, *[0.0] * 6]])), 0
    )
    assert [entry.name for entry in never_met.clusters] == ["", "building"]
    assert never_met.clusters[0].likeliest == ""


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_confidence_is_a_share(image: str, model: str, least: float) -> None:
    with pytest.raises(OptionsError, match="MIN_CONFIDENCE"):
        suggest_classes(image, model, least)


def test_refusals(folder: Path, image: str, model: str) -> None:
    with pytest.raises(ModelError, match="3 bands"):
        suggest_classes(image, model, options=MapOptions(bands=(1, 2)))
    with pytest.raises(OptionsError, match="overwrite"):
        suggest_classes(image, model, output=model)
    empty = write(folder / "empty.tif", np.zeros((3, 40, 40), np.uint8), no_data=0)
    with pytest.raises(RasterError, match="no data"):
        suggest_classes(empty, model)


def test_it_can_be_cancelled(image: str, model: str) -> None:
    asked = iter([False] * 3)
    with pytest.raises(Cancelled):
        suggest_classes(image, model, progress=Progress(is_cancelled=lambda: next(asked, True)))
