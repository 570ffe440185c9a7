"""Names are right, wrong or left open, as far as labels tell."""

from __future__ import annotations

import numpy as np

from clusternet_qgis.core.evaluation.name_counts import NameCounts, count_names

BUILDING, PAVED, TREE, GRASS, WATER, SOIL = range(6)
OPEN, UNKNOWN = -1, -1


def counted(names: list[int], labels: list[int], possible: list[tuple[int, ...]]) -> NameCounts:
    return count_names(np.array(names), np.array(labels), possible, 6)


def test_names_are_right_wrong_or_left_open() -> None:
    counts = counted([WATER, WATER, TREE, OPEN, TREE], [0, 1, 1, 0, UNKNOWN], [(WATER,), (TREE,)])
    assert counts == NameCounts(right=2, wrong=1, left_open=1)
    assert (counts.precision, counts.coverage) == (2 / 3, 3 / 4)


def test_a_label_of_vegetation_allows_trees_and_grass() -> None:
    assert counted([TREE, GRASS, WATER], [0, 0, 0], [(TREE, GRASS)]) == NameCounts(right=2, wrong=1)


def test_background_of_buildings_only_tells_that_buildings_are_wrong() -> None:
    background = tuple(kind for kind in range(6) if kind != BUILDING)
    counts = counted([BUILDING, TREE, OPEN, BUILDING], [0, 0, 0, 1], [background, (BUILDING,)])
    assert counts == NameCounts(right=1, wrong=1, left_open=0)


def test_labels_that_say_nothing_count_for_nothing() -> None:
    counts = counted([BUILDING, OPEN], [0, 0], [()])
    assert counts == NameCounts()
    assert np.isnan(counts.precision)
    assert np.isnan(counts.coverage)


def test_counts_of_images_add_up() -> None:
    first, second = NameCounts(1, 2, 3), NameCounts(4, 0, 1)
    assert first + second == NameCounts(5, 2, 4)
