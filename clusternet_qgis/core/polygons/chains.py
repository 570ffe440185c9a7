"""Connected components, concatenated ranges and linked lists of many items at once, in numpy."""

from __future__ import annotations

import numpy as np

from ..arrays import IntArray


def components(count: int, first: IntArray, second: IntArray) -> IntArray:
    """Connected components of a graph, by union-find.

    In each round, every root with a smaller neighbour gets that as its parent, so that only local minima remain roots.

    Args:
        count: Number of items.
        first: (n,) the first item of each pair that is connected.
        second: (n,) the second item of each pair.

    Returns:
        (count,) the smallest item of each item's component.
    """
    parent = np.arange(count, dtype=np.int64)
    while True:
        first, second = parent[first], parent[second]
        low, high = np.minimum(first, second), np.maximum(first, second)
        differ = low != high
        if not differ.any():
            return parent
        first, second = low[differ], high[differ]
        # If several values are assigned to one element, the last one stays: in descending order, the smallest.
        order = np.argsort(-first, kind="stable")
        parent[second[order]] = first[order]
        while True:
            above = parent[parent]
            if np.array_equal(above, parent):
                break
            parent = above


def dense(representative: IntArray) -> tuple[IntArray, int]:
    """Numbers components from 0 in the order of their smallest items.

    Args:
        representative: (n,) as `components` returns it.

    Returns:
        (n,) number of each item's component, and the number of components.
    """
    is_root = representative == np.arange(len(representative))
    number = np.cumsum(is_root) - 1
    return number[representative], int(is_root.sum())


def ranges(starts: IntArray, counts: IntArray) -> IntArray:
    """The numbers start, start + 1, ... start + count - 1 of each pair, concatenated."""
    total = int(counts.sum())
    shift = np.repeat(starts - offsets_of(counts)[:-1], counts)
    shift += np.arange(total, dtype=np.int64)
    return shift


def offsets_of(counts: IntArray) -> IntArray:
    """(n + 1,) the start of each of n parts of given sizes, and the total."""
    offsets = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    return offsets


def rank_chains(following: IntArray) -> tuple[IntArray, IntArray]:
    """Sorts linked items into chains (list ranking); a circular chain starts at its smallest item.

    The length of all steps doubles in each round, so the number of rounds is the logarithm of the longest chain.

    Args:
        following: (n,) the item after each item; -1 at the end of a chain. No item follows two others.

    Returns:
        (n,) the items, chain by chain in their order, and (chains + 1,) the start of each chain.
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
    start = np.empty(count, np.int64)
    start[heads] = offsets[:-1]
    order = np.empty(count, np.int64)
    order[start[head] + distance] = np.arange(count)
    return order, offsets


def _distance_to_head(before: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Head of each item's chain, number of steps from it, and the items of circular chains, which have no head."""
    is_head = before == np.arange(len(before))
    jump, distance = before.copy(), (~is_head).astype(np.int64)
    open_items = np.flatnonzero(~is_head[jump])
    while len(open_items):
        via = jump[open_items]
        # All values are read before any is written: a round uses the state at its start.
        farther, target = distance[open_items] + distance[via], jump[via]
        distance[open_items], jump[open_items] = farther, target
        remaining = open_items[~is_head[target]]
        # In every round some item of a chain reaches the head; if none does, only circular chains are left.
        if len(remaining) == len(open_items):
            break
        open_items = remaining
    return jump, distance, open_items


def _circle_starts(before: IntArray, circular: IntArray) -> IntArray:
    """The smallest item of each circular chain."""
    smallest, jump = circular.copy(), before[circular]
    position = np.empty(len(before), np.int64)
    position[circular] = np.arange(len(circular))
    while True:
        via = position[jump]
        smaller = np.minimum(smallest, smallest[via])
        if np.array_equal(smaller, smallest):
            return np.unique(smallest)
        smallest, jump = smaller, jump[via]
