"""Graphs are made once for the same layers and weights, and few are kept."""

from __future__ import annotations

import copy

import pytest
import torch

from clusternet_qgis.core.model.graph_cache import GraphCache
from clusternet_qgis.core.networks.contract import FeatureExtractor


class Weighted(FeatureExtractor):
    def __init__(self, weight: float, size: int = 1) -> None:
        super().__init__()
        self.register_buffer("weight", torch.full((size,), float(weight)))


class Maker:
    """Makes a graph that tells how many were made before."""

    def __init__(self, name: str = "make") -> None:
        self.__name__ = name
        self.made = 0

    def __call__(self, network: FeatureExtractor) -> bytes:
        self.made += 1
        return f"{self.__name__} {self.made}".encode()


@pytest.fixture
def make() -> Maker:
    return Maker()


def test_a_graph_is_made_once_for_the_same_weights(make: Maker) -> None:
    cache, network = GraphCache(2), Weighted(1)
    assert cache.get(make, network) == cache.get(make, copy.deepcopy(network)) == b"make 1"


def test_other_weights_layers_or_kinds_are_other_graphs(make: Maker) -> None:
    cache, other = GraphCache(9), Maker("other")
    cache.get(make, Weighted(1))
    assert cache.get(make, Weighted(2)) == b"make 2"
    assert cache.get(make, Weighted(1, size=2)) == b"make 3"
    layered = Weighted(1)
    layered.add_module("layer", torch.nn.ReLU())  # no weights
    assert cache.get(make, layered) == b"make 4"
    assert cache.get(other, Weighted(1)) == b"other 1"


def test_a_network_that_learns_gets_another_graph(make: Maker) -> None:
    cache, network = GraphCache(2), Weighted(1)
    cache.get(make, network)
    network.weight += 1
    assert cache.get(make, network) == b"make 2"


def test_only_the_last_ones_are_kept(make: Maker) -> None:
    cache = GraphCache(2)
    for weight in (1, 2, 3):
        cache.get(make, Weighted(weight))
    assert cache.get(make, Weighted(3)) == b"make 3"
    assert cache.get(make, Weighted(2)) == b"make 2"
    assert cache.get(make, Weighted(1)) == b"make 4"
