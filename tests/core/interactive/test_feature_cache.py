"""Kept features: those of each tile are computed once, and again when they do not fit any more."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import write

from clusternet_qgis.core.interactive import feature_cache
from clusternet_qgis.core.interactive.feature_cache import FeatureCache, cache_name
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.model import cluster_model

TILES = 9


@pytest.fixture(autouse=True)
def small_tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feature_cache, "TILE_SIZE", 32)


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The tiles that go through the network."""
    indices: list[object] = []
    original = FeatureCache._computed
    monkeypatch.setattr(FeatureCache, "_computed", lambda self, index: indices.append(index) or original(self, index))
    return indices


def all_tiles(image: str, model: str, folder: Path) -> dict[tuple[int, int], feature_cache.TileFeatures]:
    with RasterSource(image) as source:
        cache = FeatureCache(source, cluster_model.load(model), folder)
        return dict(cache.tiles(cache.tiles_in(source.grid.window)))


def test_features_are_computed_once_and_again_when_the_raster_changes(
    image: str, model: str, tmp_path: Path, computed: list[object]
) -> None:
    copy = tmp_path / "copy.tif"
    copy.write_bytes(Path(image).read_bytes())
    first, second = (all_tiles(str(copy), model, tmp_path / "cache") for _ in range(2))
    assert len(computed) == len(first) == TILES
    for index, tile in first.items():
        np.testing.assert_array_equal(second[index].features, tile.features)
        np.testing.assert_array_equal(second[index].clusters, tile.clusters)
    write(copy, np.full((3, 75, 94), 90, np.uint8))
    all_tiles(str(copy), model, tmp_path / "cache")
    assert len(computed) == 2 * TILES


def test_damaged_tiles_are_computed_again(image: str, model: str, tmp_path: Path, computed: list[object]) -> None:
    before = all_tiles(image, model, tmp_path)
    for path in tmp_path.rglob("features.npy"):
        path.write_bytes(path.read_bytes()[:200])
    after = all_tiles(image, model, tmp_path)
    assert len(computed) == 2 * TILES
    for index, tile in before.items():
        np.testing.assert_array_equal(after[index].features, tile.features)


def test_a_tile_is_the_same_whichever_part_is_asked_for_first(image: str, model: str, tmp_path: Path) -> None:
    whole = all_tiles(image, model, tmp_path / "whole")
    with RasterSource(image) as source:
        cache = FeatureCache(source, cluster_model.load(model), tmp_path / "part")
        (index,) = cache.tiles_in(Window(40, 70, 2, 2))
        np.testing.assert_array_equal(cache.tile(index).features, whole[index].features)


def test_all_caches_together_stay_within_their_size(image: str, model: str, tmp_path: Path) -> None:
    with RasterSource(image) as source:
        loaded = cluster_model.load(model)
        cache = FeatureCache(source, loaded, tmp_path)
        list(cache.tiles(cache.tiles_in(source.grid.window)))
        assert len(list(tmp_path.rglob("features.npy"))) == TILES
        (tmp_path / cache_name(source, loaded.fingerprint()) / "0_0" / "clusters.npy").unlink()
        full = FeatureCache(source, loaded, tmp_path, most_megabytes=0)
        full.tile((0, 0))  # the newest stays
    assert [path.parent.name for path in tmp_path.rglob("features.npy")] == ["0_0"]


def test_pixels_beyond_the_raster_and_without_data_have_no_cluster(image: str, model: str, tmp_path: Path) -> None:
    tiles = all_tiles(image, model, tmp_path)
    assert not tiles[0, 0].clusters[:9, :7].any()
    assert tiles[0, 0].clusters[9:, 7:].all()
    assert not tiles[2, 2].clusters[75 - 64 :].any()
    assert not tiles[2, 2].clusters[:, 94 - 64 :].any()
    assert tiles[2, 2].clusters[: 75 - 64, : 94 - 64].all()


def test_users_caches_keep_their_names(image: str) -> None:
    status = Path(image).stat()
    text = json.dumps([1, image, [status.st_size, status.st_mtime_ns], [1, 2, 3], 94, 75, "f" * 32, 32])
    with RasterSource(image) as source:
        assert cache_name(source, "f" * 32) == hashlib.sha256(text.encode()).hexdigest()[:24]
