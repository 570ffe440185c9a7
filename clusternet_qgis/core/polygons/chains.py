"""Sets and sequences of many small things at once, in numpy: unions, ranges, linked chains."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.int64]


def components(count: int, first: Index, second: Index) -> Index:
    """Union of pairs: the smallest member of each item's set.

    Every round hooks each root that has a smaller neighbour, so that only local minima remain roots.

    Args:
        count: Number of items.
        first: (n,) items.
        second: (n,) items that belong to the same sets.

    Returns:
        (count,) the smallest item that each is connected with.
    """
    parent = np.arange(count, dtype=np.int64)
    while True:
        first, second = parent[first], parent[second]
        low, high = np.minimum(first, second), np.maximum(first, second)
        differ = low != high
        if not differ.any():
            return parent
        first, second = low[differ], high[differ]
        # Of several values assigned to one place the last one stays: descending order leaves the smallest.
        order = np.argsort(-first, kind="stable")
        parent[second[order]] = first[order]
        while True:
            above = parent[parent]
            if np.array_equal(above, parent):
                break
            parent = above


def dense(representative: Index) -> tuple[Index, int]:
    """Numbers sets from 0 in the order of their representatives.

    Args:
        representative: (n,) as `components` returns it.

    Returns:
        (n,) number of each item's set, and the number of sets.
    """
    is_root = representative == np.arange(len(representative))
    number = np.cumsum(is_root) - 1
    return number[representative], int(is_root.sum())


def ranges(starts: Index, counts: Index) -> Index:
    """The numbers start, start + 1, ... of each pair, one after another."""
    total = int(counts.sum())
    shift = np.repeat(starts - offsets_of(counts)[:-1], counts)
    shift += np.arange(total, dtype=np.int64)
    return shift


def offsets_of(counts: Index) -> Index:
    """(n + 1,) where each of n parts of given sizes starts, and the total."""
    offsets = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    return offsets


def rank_chains(following: Index) -> tuple[Index, Index]:
    """Sorts linked items into their chains; a circle is opened at its smallest item.

    Doubles the length of all steps in each round, so that the rounds are the logarithm of the longest chain.

    Args:
        following: (n,) the item after each, -1 at the end of a chain. No item follows two others.

    Returns:
        (n,) items chain by chain, each in order, and (chains + 1,) where each chain starts.
    """
    count = len(following)
    before = np.arange(count, dtype=np.int64)
    has_next = np.flatnonzero(following >= 0)
    before[following[has_next]] = has_next
    head, distance, circular = _distance_to_head(before)
    if len(circular):
        before[_circle_starts(before, circular)] = _circle_starts(before, circular)
        head, distance, _ = _distance_to_head(before)
    sizes = np.bincount(head, minlength=count)
    heads = np.flatnonzero(sizes)
    offsets = offsets_of(sizes[heads])
    place = np.empty(count, np.int64)
    place[heads] = offsets[:-1]
    order = np.empty(count, np.int64)
    order[place[head] + distance] = np.arange(count)
    return order, offsets


def _distance_to_head(before: Index) -> tuple[Index, Index, Index]:
    """Head of each item's chain, steps from it, and the items that have none because they go round in circles."""
    is_head = before == np.arange(len(before))
    jump, distance = before.copy(), (~is_head).astype(np.int64)
    open_items = np.flatnonzero(~is_head[jump])
    while len(open_items):
        via = jump[open_items]
        # Read everything before anything is written: a round must see the state at its start.
        farther, target = distance[open_items] + distance[via], jump[via]
        distance[open_items], jump[open_items] = farther, target
        remaining = open_items[~is_head[target]]
        # In a chain some item arrives in every round; when none does, only circles are left.
        if len(remaining) == len(open_items):
            break
        open_items = remaining
    return jump, distance, open_items


def _circle_starts(before: Index, circular: Index) -> Index:
    """The smallest item of each circle."""
    smallest, jump = circular.copy(), before[circular]
    place = np.empty(len(before), np.int64)
    place[circular] = np.arange(len(circular))
    while True:
        via = place[jump]
        smaller = np.minimum(smallest, smallest[via])
        if np.array_equal(smaller, smallest):
            return np.unique(smallest)
        smallest, jump = smaller, jump[via]
