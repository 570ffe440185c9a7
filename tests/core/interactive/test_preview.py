"""What a picture shows of a tile: at every pixel the child, class and confidence of its interpolated scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from clusternet_qgis.core.interactive.preview import Axis, ClassPainter, PreviewTile
from clusternet_qgis.core.selection.selection import ClusterClass, ClusterSelection, Split

CLUSTERS, FEATURES = 4, 5


def axis(generator: np.random.Generator, pixels: int, samples: int) -> Axis:
    """Pixels between the samples, in order; the last may stand on the last sample."""
    low = np.sort(generator.integers(0, samples, pixels))
    return Axis(low, np.minimum(low + 1, samples - 1), generator.random(pixels).astype(np.float32))


def classes_of_splits(generator: np.random.Generator) -> ClusterSelection:
    """Clusters 1 and 3 are split between classes, cluster 0 is whole and in one, cluster 2 is in none."""
    weights = tuple(tuple(map(float, row)) for row in generator.normal(size=(3, FEATURES)))
    splits = (Split(1, (5, 6), (0, 2), (0.1, -0.2)), Split(3, (7, 8, 9), (0, 1, 2), (0.0, 0.3, -0.1)))
    members = {"a": (0, 5, 7), "b": (8,), "c": (6, 9)}
    return ClusterSelection(tuple(ClusterClass(n, (0, 0, 0), ids) for n, ids in members.items()), "", splits, weights)


@settings(max_examples=30, deadline=None)
@given(rows=st.integers(1, 40), cols=st.integers(1, 60), seed=st.integers(0, 2**31))
def test_each_pixel_shows_the_child_of_its_highest_score(rows: int, cols: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    down, right = axis(generator, rows, 5), axis(generator, cols, 6)
    features = generator.standard_normal((FEATURES, 5, 6)).astype(np.float32)
    ids = generator.integers(0, CLUSTERS + 1, (rows, cols)).astype(np.uint16)
    tile = PreviewTile((slice(1, rows + 1), slice(2, cols + 2)), ids, features, down, right)
    selection = classes_of_splits(generator)
    picture = np.zeros((3, rows + 2, cols + 3), np.uint16)
    counts = ClassPainter(selection, CLUSTERS).draw(tile, picture)

    low, high = features[:, down.low], features[:, down.high]
    wide = low + (high - low) * down.weight[:, None]
    full = wide[..., right.low] + (wide[..., right.high] - wide[..., right.low]) * right.weight
    scores = np.tensordot(np.array(selection.weights, np.float32), full, 1)
    class_of = {number: index for index, entry in enumerate(selection.classes, 1) for number in entry.clusters}
    shown = picture[:, 1 : rows + 1, 2 : cols + 2]
    for row, col in np.ndindex(rows, cols):
        number, klass, confidence = shown[:, row, col].tolist()
        parent = int(ids[row, col]) - 1
        if parent < 0:
            assert (number, klass, confidence) == (0, 0, 0)
            continue
        split = next((split for split in selection.splits if split.parent == parent), None)
        at = scores[:, row, col]
        totals = sorted(at if split is None else at[list(split.rows)] + np.array(split.offsets))
        lead = totals[-1] - totals[-2]
        if lead > 1e-4:
            of_rows = dict(zip(split.rows, split.children)) if split else {}
            offsets = dict(zip(split.rows, split.offsets)) if split else {}
            best = max(of_rows, key=lambda each: at[each] + offsets[each], default=None)
            assert number == 1 + (parent if best is None else of_rows[best])
            assert klass == class_of.get(number - 1, 0)
        assert confidence == 0 if klass == 0 else abs(confidence - 255 * np.tanh(lead / 2)) < 1.1
    assert counts.tolist() == np.bincount(shown[0].ravel(), minlength=len(counts)).tolist()
    assert picture.sum() == shown.sum()
