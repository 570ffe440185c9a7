"""Colours are the same everywhere, and can be told apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.palette import class_colour, cluster_colour, hex_colour, parse_hex_colour


def test_colours_stay_what_they_were_published_as() -> None:
    """Maps and models of other people show these: a change is a change of the interface."""
    assert [hex_colour(cluster_colour(i)) for i in (0, 1, 63)] == ["#c86556", "#60dfb3", "#e38c51"]


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


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_hex_colours_round_trip(colour: tuple[int, int, int]) -> None:
    assert parse_hex_colour(hex_colour(colour)) == colour


@pytest.mark.parametrize("text", ["", "a0b1c2", "#a0b1c", "#a0b1c2d", "#gg0000", "red"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_hex_colour(text)
