"""Cards say of each cluster what can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import write

from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.reports import cluster_cards
from clusternet_qgis.core.reports.cluster_cards import PATCH_SIZE, PATCHES, ClusterCard, describe_clusters

ROWS, COLS = 3 * PATCH_SIZE + 5, 4 * PATCH_SIZE
# A frame of nothing above and left that is not clustered.
ABOVE, LEFT = 3, 2


def ids() -> np.ndarray:
    """Cluster 2 left, cluster 0 right, a bar of cluster 4 between them below, and a hole."""
    values = np.where(np.arange(COLS) < COLS // 2, 2, 0)[None].repeat(ROWS, 0)
    values[PATCH_SIZE:, COLS // 2 : COLS // 2 + 6] = 4
    values[5:9, 5:9] = -1
    return values


def bands() -> np.ndarray:
    noise = np.random.default_rng(0).normal(0, 3, (2, ROWS, COLS))
    return (np.stack([ids() * 20.0, 100 - ids() * 10.0]) + noise).astype(np.float32)


@pytest.fixture(params=[PATCH_SIZE, 20 * PATCH_SIZE], ids=["many tiles", "one tile"])
def cards(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[int, ClusterCard]:
    monkeypatch.setattr(cluster_cards, "_TILE_SIZE", request.param)
    image = np.pad(bands(), ((0, 0), (ABOVE, 0), (LEFT, 0)))
    confidence = np.full((ROWS, COLS), 0.5, np.float32)
    confidence[PATCH_SIZE : 2 * PATCH_SIZE, :PATCH_SIZE] = 0.9
    with (
        RasterSource(write(tmp_path / "image.tif", image)) as source,
        RasterSource(write(tmp_path / "clusters.tif", (ids() + 1).astype(np.uint8), no_data=0)) as clusters,
        RasterSource(write(tmp_path / "confidence.tif", confidence)) as confident,
    ):
        found = describe_clusters(source, Window(ABOVE, LEFT, ROWS, COLS), clusters, confident, 6)
    assert [card.pixels for card in found] == sorted((card.pixels for card in found), reverse=True)
    return {card.cluster: card for card in found}


def test_clusters_that_occur_have_their_pixels_and_spectrum(cards: dict[int, ClusterCard]) -> None:
    assert set(cards) == {0, 2, 4}
    for cluster, card in cards.items():
        inside = bands()[:, ids() == cluster].astype(np.float64)
        assert card.pixels == inside.shape[1]
        assert card.mean == pytest.approx(inside.mean(1), abs=1e-4)
        assert card.std == pytest.approx(inside.std(1), abs=1e-3)


def test_borders_are_counted_across_tiles_too(cards: dict[int, ClusterCard]) -> None:
    bar = ROWS - PATCH_SIZE
    assert dict(cards[2].neighbours) == pytest.approx({4: bar / ROWS, 0: PATCH_SIZE / ROWS})
    assert dict(cards[4].neighbours) == pytest.approx({0: (bar + 6) / (2 * bar + 6), 2: bar / (2 * bar + 6)})
    assert cards[2].neighbours[0][0] == 4, "the longest first"


def test_patches_are_where_a_cluster_is_pure_and_clear(cards: dict[int, ClusterCard]) -> None:
    patches = cards[2].patches
    assert len(patches) == PATCHES
    assert all(patch.shape == (PATCH_SIZE, PATCH_SIZE, 3) and patch.dtype == np.uint8 for patch in patches)
    # The best one is all of the cluster: nothing in it is faded.
    assert np.ptp(patches[0][..., 0].astype(float)) < np.ptp(cards[4].patches[0][..., 0].astype(float))


def test_a_raster_smaller_than_a_patch_has_one(tmp_path: Path) -> None:
    values = np.ones((5, 7), np.uint8)
    path = write(tmp_path / "a.tif", values)
    with RasterSource(path) as source, RasterSource(path) as clusters, RasterSource(path) as confidence:
        (card,) = describe_clusters(source, source.grid.window, clusters, confidence, 3)
    assert (card.cluster, card.pixels, card.neighbours) == (0, 35, ())
    assert [patch.shape for patch in card.patches] == [(5, 7, 3)]
