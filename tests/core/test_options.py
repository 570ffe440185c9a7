"""A value that makes no sense is refused with its name, and the defaults make sense."""

from __future__ import annotations

import math

import pytest

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.options import MapOptions, TrainOptions


def test_the_defaults_are_allowed() -> None:
    assert TrainOptions().clusters == 64
    assert MapOptions().extent is None


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("network", "vgg", "network 'vgg' is unknown"),
        ("device", "tpu", "device 'tpu'"),
        ("pretext", "rotation", "pretext 'rotation'"),
        ("input_filter", "canny", "input filter 'canny'"),
        ("width", 3, "width is 3"),
        ("clusters", 1, "number of clusters is 1"),
        ("clusters", 65001, "number of clusters is 65001"),
        ("epochs", -1, "number of epochs is -1"),
        ("max_minutes", -0.5, "time budget"),
        ("max_minutes", math.nan, "time budget"),
        ("batch_size", 0, "batch size is 0"),
        ("learning_rate", -1e-3, "learning rate is -0.001"),
        ("learning_rate", math.nan, "learning rate"),
        ("reassign", 0, "between assignments is 0"),
        ("seed", -1, "seed is -1"),
        ("memory_mb", 1, "memory in MB is 1"),
        ("tile_size", 0, "tile size is 0"),
    ],
)
def test_senseless_values_are_refused_by_name(name: str, value: object, sentence: str) -> None:
    with pytest.raises(OptionsError, match=sentence):
        TrainOptions(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["width", "clusters", "epochs", "tile_size", "batch_size", "reassign", "seed"])
def test_counts_are_whole_numbers(name: str) -> None:
    with pytest.raises(OptionsError, match="whole number"):
        TrainOptions(**{name: 32.5})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("device", "tpu", "device 'tpu'"),
        ("memory_mb", 0, "memory in MB is 0"),
        ("memory_mb", 1400.5, "whole number"),
        ("tile_size", -1, "tile size is -1"),
        ("tile_size", 64.5, "whole number"),
        ("extent", (0.0, 1.0), "extent has 2 numbers"),
    ],
)
def test_senseless_values_of_mapping_are_refused_by_name(name: str, value: object, sentence: str) -> None:
    with pytest.raises(OptionsError, match=sentence):
        MapOptions(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("network", NETWORKS)
def test_a_tile_size_off_the_stride_is_refused_with_two_that_fit(network: str) -> None:
    stride = NETWORKS[network].stride
    if stride == 1:
        pytest.skip("takes any size")
    size = 16 * stride + 1
    with pytest.raises(OptionsError, match=f"use {16 * stride} or {17 * stride}"):
        TrainOptions(network=network, tile_size=size)
    assert TrainOptions(network=network, tile_size=16 * stride).tile_size == 16 * stride
