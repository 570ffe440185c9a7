"""Paint here next: where much is uncertain, far from what was painted, and nowhere twice."""

from __future__ import annotations

import time

import numpy as np

from clusternet_qgis.core.interactive.next_place import next_place, uncertainty_of


def test_the_largest_uncertain_area_is_first_and_no_place_comes_twice() -> None:
    uncertainty = np.zeros((600, 800), np.float32)
    uncertainty[100:103, 100:103] = 1  # a spot
    uncertainty[380:480, 500:600] = 0.8
    uncertainty[50:110, 600:660] = 0.6
    places: list[tuple[float, float]] = []
    for _ in range(2):
        places.append(next_place(uncertainty, places))
    assert 380 <= places[0][0] < 480
    assert 500 <= places[0][1] < 600
    rest = []
    for _ in range(100):
        found = next_place(uncertainty, places)
        if found is None:
            break
        rest.append(found)
        places.append(found)
    else:
        raise AssertionError("it ends")
    assert len(set(places)) == len(places)
    assert all(np.hypot(a[0] - b[0], a[1] - b[1]) > 40 for i, a in enumerate(places) for b in places[:i])
    assert any(50 <= row < 110 and 600 <= col < 660 for row, col in places)


def test_nothing_uncertain_is_no_place() -> None:
    assert next_place(np.zeros((50, 60), np.float32), []) is None


def test_what_has_no_class_is_uncertain_and_what_has_no_data_is_not() -> None:
    valid = np.array([[True, True, True, False]])
    classes = np.array([[1, 1, 0, 0]], np.uint16)
    confidence = np.array([[255, 51, 0, 0]], np.uint16)
    assert np.allclose(uncertainty_of(valid, classes, confidence), [[0, 0.8, 1, 0]])
    assert np.allclose(uncertainty_of(valid, classes, 0 * confidence), [[0, 0, 1, 0]]), "no cluster is split"


def test_a_large_view_is_quick() -> None:
    uncertainty = np.random.default_rng(0).random((2000, 2000), np.float32)
    known = [(float(row), float(row)) for row in range(0, 2000, 20)]
    start = time.monotonic()
    assert next_place(uncertainty, known) is not None
    assert time.monotonic() - start < 10
