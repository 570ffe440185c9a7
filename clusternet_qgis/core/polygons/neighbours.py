"""Which classes the polygons around each polygon have, and what share of its border each class makes."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np

from ..arrays import DoubleArray, IntArray

# A Shapefile holds so many bytes of text.
_MOST_BYTES = 254
_DECIMALS = 3


def neighbour_texts(
    left: IntArray, right: IntArray, length: DoubleArray, values: IntArray, names: Mapping[int, str]
) -> list[str]:
    """Class and share of the border of each region's neighbours, the longest border first, as JSON.

    Borders to no data and to the edge of the raster belong to no class, but to the border. Classes that a text of 254
    bytes has no room for are left out, those of the shortest borders first.

    Args:
        left: (m,) region left of each arc, from 1.
        right: (m,) region right of each arc; 0 is no data or outside.
        length: (m,) of each arc.
        values: (n + 1,) class value + 1 by region.
        names: By class value.

    Returns:
        (n + 1,) texts such as `{"grass": 0.62, "road": 0.21}` by region.
    """
    count = len(values)
    classes, of_region = np.unique(values, return_inverse=True)
    total = np.bincount(left, length, count) + np.bincount(right, length, count)
    region, other = np.concatenate([left, right]), np.concatenate([right, left])
    keys, inverse = np.unique(region * len(classes) + of_region[other], return_inverse=True)
    shared = np.bincount(inverse, np.concatenate([length, length]), len(keys))
    region, neighbour = keys // len(classes), classes[keys % len(classes)] - 1
    is_class = (region > 0) & (neighbour >= 0)
    region, neighbour, shared = region[is_class], neighbour[is_class], shared[is_class]
    shares = np.round(shared / np.maximum(total[region], 1e-300), _DECIMALS)
    found: list[dict[str, float]] = [{} for _ in range(count)]
    order = np.lexsort((-shares, region))
    for index, value, share in zip(region[order].tolist(), neighbour[order].tolist(), shares[order].tolist()):
        if share > 0:
            found[index][names[value]] = share
    return [_text(entry) for entry in found]


def _text(entry: dict[str, float]) -> str:
    text = json.dumps(entry, ensure_ascii=False)
    while len(text.encode(errors="replace")) > _MOST_BYTES:
        entry.popitem()
        text = json.dumps(entry, ensure_ascii=False)
    return text
