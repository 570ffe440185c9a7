"""Constants and noise count nothing, structure does, and the user decides."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core.io.evidence_recipe import Channel
from clusternet_qgis.core.training.block_weights import ChannelSample, block_weights, spatial_structure

SIDE = 128


def noise(seed: int, size: int = 1) -> np.ndarray:
    values = np.random.default_rng(seed).normal(size=(SIDE // size, SIDE // size)).astype(np.float32)
    return np.kron(values, np.ones((size, size), np.float32))


def houses() -> np.ndarray:
    values = np.zeros((SIDE, SIDE), np.float32)
    for row in range(4, SIDE - 16, 24):
        values[row : row + 10, row % 17 :: 30][:, :12] = 5
    values[40:90, 50:80] = 3
    return values


def sample(name: str, *windows: np.ndarray, lag: int = 2, made: str = "value") -> ChannelSample:
    block = "extra" if made == "value" else "heights"
    return ChannelSample(Channel(name, block, made, 0), windows, lag)


@pytest.mark.parametrize("seed", range(10))
def test_noise_is_left_out_also_on_larger_pixels(seed: int) -> None:
    for one in (sample("fine", noise(seed)), sample("coarse", noise(seed, 8), lag=16)):
        kept, weights, left_out = block_weights([one], {})
        assert not kept
        assert not weights
        assert "noise" in left_out[0]


@pytest.mark.parametrize("value", [0.0, 255.0, -1e6, np.nan])
def test_a_constant_is_left_out(value: float) -> None:
    kept, _, left_out = block_weights([sample("flat", np.full((SIDE, SIDE), value, np.float32))], {})
    assert not kept
    assert left_out == ["flat is the same everywhere"]


def test_structure_counts_with_its_statistics() -> None:
    values = houses() * 3 + 7
    values[:5] = np.nan
    (channel,), weights, _ = block_weights([sample("houses", values)], {})
    assert channel.mean == pytest.approx(np.nanmean(values), rel=1e-4)
    assert channel.std == pytest.approx(np.nanstd(values), rel=1e-4)
    assert 0.2 < weights["extra"] <= 1


def test_the_more_noise_the_less_it_counts() -> None:
    weights = [
        block_weights([sample("a", houses() + share * noise(1))], {})[1].get("extra", 0.0)
        for share in (0, 0.5, 1, 2, 9)
    ]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == 0


def test_what_is_made_of_noise_is_noise() -> None:
    height, slope = sample("height", noise(1), made="height"), sample("slope", houses(), made="slope")
    assert not block_weights([height, slope], {})[0]


def test_the_user_decides() -> None:
    assert block_weights([sample("a", houses())], {"extra": 2.5})[1] == {"extra": 2.5}
    kept, weights, left_out = block_weights([sample("a", houses())], {"extra": 0.0})
    assert (kept, weights) == ([], {})
    assert "weight 0" in left_out[0]


def test_a_plane_is_all_structure_and_a_window_of_a_pixel_none() -> None:
    plane = np.add.outer(np.arange(64.0), np.arange(64.0)).astype(np.float32)
    assert spatial_structure([plane], 2)[0] > 0.9
    assert spatial_structure([np.ones((1, 1), np.float32)], 2)[0] == 0
