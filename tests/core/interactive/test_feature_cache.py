"""Kept features: those of each tile are computed once, and again when they do not fit any more."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, part_of, quadrants, read, write

from clusternet_qgis.core.clustering.assignment import squared_distances
from clusternet_qgis.core.interactive import feature_cache
from clusternet_qgis.core.interactive.feature_cache import FeatureCache, cache_name
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import MapOptions

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


def noisy(rows: int, cols: int) -> np.ndarray:
    noise = np.random.default_rng(1).normal(0, 12, (3, rows, cols))
    return (quadrants(rows, cols) + noise).clip(1, 255).astype(np.uint8)


@pytest.mark.parametrize("shift", [(0, 0), (5, 3), (8, 1)])
def test_tiles_give_the_clusters_of_the_cluster_raster(model: str, tmp_path: Path, shift: tuple[int, int]) -> None:
    """Wherever the raster begins, pixel by pixel, but for what half precision rounds."""
    path = write(tmp_path / "a.tif", noisy(70, 90), part_of(NORTH_UP, *shift))
    map_raster(path, model, MapOutputs(str(tmp_path / "c.tif")), MapOptions(device="cpu"))
    expected, found = read(tmp_path / "c.tif")[0], np.zeros((70, 90), np.uint16)
    with RasterSource(path) as source:
        cache = FeatureCache(source, cluster_model.load(model), tmp_path / "cache")
        for index, tile in cache.tiles(cache.tiles_in(source.grid.window)):
            inside = cache.window_of(index).intersection(source.grid.window)
            found[inside.slices()] = tile.clusters[inside.relative_to(cache.window_of(index)).slices()]
        rows, cols = (axis.ravel() for axis in np.mgrid[:70, :90])
        features, chosen, samples = cache.features_at(rows, cols)
        nearest = squared_distances(features.T[:, None], cache.model.centroids)[:, 0].argmin(0)
    assert (found == expected).mean() > 0.99
    assert (nearest[samples] + 1 == found[rows[chosen], cols[chosen]]).mean() > 0.999


def test_a_part_of_a_raster_has_the_features_of_the_whole(model: str, tmp_path: Path) -> None:
    values = noisy(150, 160)
    whole = write(tmp_path / "whole.tif", values)
    part = write(tmp_path / "part.tif", values[:, 5:, 3:], part_of(NORTH_UP, 5, 3))
    found = []
    for path, row, col in ((whole, 80, 90), (part, 75, 87)):
        with RasterSource(path) as source:
            cache = FeatureCache(source, cluster_model.load(model), tmp_path / "cache")
            rows, cols = (axis.ravel() for axis in np.mgrid[row : row + 10, col : col + 12])
            features, _, samples = cache.features_at(rows, cols)
            found.append(features[samples])
    np.testing.assert_array_equal(*found)


def test_another_place_in_the_cells_is_another_cache(tmp_path: Path) -> None:
    """A file beside the raster may say another georeference while the raster stays as it is."""
    copy, names = tmp_path / "copy.tif", []
    write(copy, np.zeros((3, 20, 20), np.uint8), None, None)
    for x in (0, 2, 16, 18):
        copy.with_suffix(".tfw").write_text(f"2\n0\n0\n-2\n{x + 1}\n-1\n")
        with RasterSource(str(copy)) as source:
            names.append(cache_name(source, "f" * 32, 8))
    assert names[0] == names[2]
    assert names[1] == names[3]
    assert names[0] != names[1]


def test_all_caches_together_stay_within_their_size(image: str, model: str, tmp_path: Path) -> None:
    with RasterSource(image) as source:
        loaded = cluster_model.load(model)
        cache = FeatureCache(source, loaded, tmp_path)
        list(cache.tiles(cache.tiles_in(source.grid.window)))
        assert len(list(tmp_path.rglob("features.npy"))) == TILES
        (tmp_path / cache_name(source, loaded.fingerprint(), 8) / "0_0" / "clusters.npy").unlink()
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
        assert cache_name(source, "f" * 32, 8) == hashlib.sha256(text.encode()).hexdigest()[:24]
