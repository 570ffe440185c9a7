"""How much of a map is left, and how right it is, above each confidence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from toy_rasters import write

from clusternet_qgis.core.evaluation.confidence_curve import ConfidenceCounter
from clusternet_qgis.core.evaluation.map_accuracy import evaluate_map


def test_area_and_accuracy_of_what_is_kept_by_hand() -> None:
    counter = ConfidenceCounter()
    confidence = np.array([0.0, 0.3, 0.3, 0.6, 1.0], np.float32)
    counter.add_mapped(confidence, np.ones(5, bool))
    counter.add_labelled(confidence[:4], np.array([True, True, True, True]), np.array([False, True, False, True]))
    curve = counter.curve()
    rows = [0, 1, 30, 31, 60, 61, 100]
    assert curve.least[rows].tolist() == [0, 0.01, 0.3, 0.31, 0.6, 0.61, 1]
    assert np.allclose(curve.kept[rows], [1, 0.8, 0.8, 0.4, 0.4, 0.2, 0.2])
    assert np.allclose(curve.accuracy[rows], [2 / 4, 2 / 3, 2 / 3, 1, 1, np.nan, np.nan], equal_nan=True)
    assert [curve.row_of_share(share) for share in (1, 0.8, 0.5, 0.3, 0.1)] == [0, 30, 30, 60, 100]


def test_less_area_never_grows_and_pixels_without_confidence_go_first() -> None:
    random = np.random.default_rng(0)
    counter = ConfidenceCounter()
    counter.add_mapped(random.random(500).astype(np.float32), random.random(500) < 0.8)
    curve = counter.curve()
    assert (np.diff(curve.kept) <= 0).all()
    assert curve.kept[1] <= 0.85
    assert np.isnan(curve.accuracy).all()


def test_a_map_that_errs_where_it_is_unsure_is_righter_with_less_area(tmp_path: Path) -> None:
    true = np.ones((20, 30), np.uint8)
    true[:, 15:] = 2
    mapped = true.copy()
    mapped[:5, :10] = 2
    confidence = np.where(mapped == true, 0.8, 0.2).astype(np.float32)
    paths = [write(tmp_path / f"{name}.tif", values) for name, values in
             (("map", mapped), ("true", true), ("confidence", confidence))]  # fmt: skip
    curve = evaluate_map(paths[0], paths[1], confidence=paths[2]).curve
    assert curve is not None
    wrong = 50 / 600
    assert np.allclose([curve.kept[0], curve.accuracy[0]], [1, 1 - wrong])
    assert np.allclose([curve.kept[50], curve.accuracy[50]], [1 - wrong, 1])
    assert evaluate_map(paths[0], paths[1]).curve is None
