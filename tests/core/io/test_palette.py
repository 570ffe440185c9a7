"""Colours are the same everywhere, and can be told apart."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.io.palette import (
    OTHER_COLOUR,
    class_colour,
    cluster_colour,
    distinct_colours,
    hex_colour,
    parse_hex_colour,
)

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG
# 2009), matrices of severity 1.0 for linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
}


def as_seen(colours: list[tuple[int, int, int]], sight: str) -> np.ndarray:
    """CIE L*a*b* (n, 3) for D65, of sRGB colours (IEC 61966-2-1) seen with a colour vision deficiency."""
    share = np.array(colours) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    linear = np.clip(linear @ np.transpose(SIGHT[sight]), 0, 1)
    to_xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    ratio = linear @ np.transpose(to_xyz) / (0.95047, 1, 1.08883)
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


@pytest.mark.parametrize("sight", SIGHT)
def test_class_colours_differ_to_colour_blind_readers_too(sight: str) -> None:
    """A difference of 2.3 is just noticed; on a map, areas apart need several times that."""
    seen = as_seen([class_colour(i) for i in range(12)] + [OTHER_COLOUR], sight)
    distances = [np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)]
    assert min(distances) > 16


@pytest.mark.parametrize("sight", SIGHT)
def test_clusters_whose_ids_follow_each_other_differ_to_colour_blind_readers_too(sight: str) -> None:
    seen = as_seen([cluster_colour(i) for i in range(256)], sight)
    assert np.linalg.norm(np.diff(seen, axis=0), axis=1).min() > 7


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("clusters", "difference"), [(8, 30), (12, 20), (16, 17), (64, 8)])
def test_the_first_clusters_differ_to_colour_blind_readers_too(sight: str, clusters: int, difference: float) -> None:
    """As far as so many colours can: every pair, and each from the grey of no class."""
    seen = as_seen([cluster_colour(i) for i in range(clusters)] + [OTHER_COLOUR], sight)
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) > difference


def test_colours_stay_what_they_were_published_as() -> None:
    """Maps and models of other people show these: a change is a change of the interface."""
    assert [hex_colour(cluster_colour(i)) for i in (0, 1, 63, 64)] == ["#009678", "#0000ff", "#a5a5e1", "#008580"]


def test_colours_of_clusters_differ() -> None:
    assert len({cluster_colour(i) for i in range(256)}) >= 250
    first = [cluster_colour(i) for i in range(64)]
    assert len(set(first)) == 64


def test_neighbouring_ids_are_far_apart() -> None:
    for i in range(100):
        assert sum(abs(a - b) for a, b in zip(cluster_colour(i), cluster_colour(i + 1), strict=True)) > 60


@given(st.integers(0, 65000))
def test_every_cluster_has_a_colour_within_bounds(cluster: int) -> None:
    assert all(0 <= channel <= 255 for channel in cluster_colour(cluster))


def test_classes_start_with_colours_that_differ() -> None:
    colours = [class_colour(i) for i in range(30)]
    assert len(set(colours)) == 30
    for a, b in itertools.combinations(colours[:7], 2):
        assert sum(abs(x - y) for x, y in zip(a, b, strict=True)) > 60


@given(st.lists(st.tuples(*[st.integers(90, 140)] * 3), max_size=60))
def test_colours_that_look_alike_are_told_apart(colours: list[tuple[int, int, int]]) -> None:
    distinct = distinct_colours(colours)
    assert len(distinct) == len(colours)
    assert distinct[:1] == colours[:1]
    seen = as_seen(distinct, "normal") if colours else np.zeros((0, 3))
    assert all(np.linalg.norm(a - b) > 2.3 for a, b in itertools.combinations(seen, 2))
    assert all(max(abs(x - y) for x, y in zip(*pair)) < 100 for pair in zip(distinct, colours)), "not far away"


def test_more_colours_than_can_be_told_apart_stay_what_they_are() -> None:
    assert len(distinct_colours([(120, 120, 120)] * 3000)) == 3000


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_hex_colours_round_trip(colour: tuple[int, int, int]) -> None:
    assert parse_hex_colour(hex_colour(colour)) == colour


@pytest.mark.parametrize("text", ["", "a0b1c2", "#a0b1c", "#a0b1c2d", "#gg0000", "red"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_hex_colour(text)
