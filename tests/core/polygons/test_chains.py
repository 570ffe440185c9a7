"""Connected components and linked lists, many at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from clusternet_qgis.core.polygons.chains import components, rank_chains


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40))
def test_components_are_the_smallest_members_of_connected_sets(pairs: list[tuple[int, int]]) -> None:
    expected = list(range(20))
    for _ in range(20):
        for a, b in pairs:
            expected[a] = expected[b] = min(expected[a], expected[b])
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    assert components(20, first, second).tolist() == expected


@settings(max_examples=100)
@given(st.permutations(range(16)), st.sets(st.integers(0, 15)))
def test_chains_come_in_order_and_circles_open_at_their_smallest(order: list[int], ends: set[int]) -> None:
    following = np.array([-1 if item in ends else order[item] for item in range(16)])
    items, offsets = rank_chains(following)
    assert sorted(items.tolist()) == list(range(16))
    for a, b in zip(offsets[:-1].tolist(), offsets[1:].tolist()):
        chain = items[a:b].tolist()
        assert following[chain[:-1]].tolist() == chain[1:]
        last = following[chain[-1]]
        assert last == -1 or (last == chain[0] == min(chain))
