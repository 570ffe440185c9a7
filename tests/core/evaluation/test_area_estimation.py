"""Estimates from samples agree with the published example, and with themselves."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core.evaluation.area_estimation import estimate_areas

# Olofsson et al. (2014), the example of deforestation: section 5 and tables 8 and 9.
COUNTS = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
HECTARES_PER_PIXEL = 0.09


def test_the_example_of_the_paper() -> None:
    found = estimate_areas(COUNTS, PIXELS)
    assert (found.accuracy, found.accuracy_error) == pytest.approx((0.95, 0.02), abs=0.005)
    assert found.users == pytest.approx([0.88, 0.73, 0.93, 0.96], abs=0.005)
    assert found.users_error == pytest.approx([0.07, 0.10, 0.04, 0.02], abs=0.005)
    assert found.producers == pytest.approx([0.75, 0.85, 0.93, 0.96], abs=0.005)
    assert found.producers_error[:2] == pytest.approx([0.21, 0.25], abs=0.005)
    hectares = PIXELS.sum() * HECTARES_PER_PIXEL
    assert found.share[0] * hectares == pytest.approx(21_158, abs=1)
    assert found.share_error[0] * hectares == pytest.approx(6_158, abs=1)
    assert not found.few.any()


def test_a_perfect_sample_confirms_the_map() -> None:
    found = estimate_areas(np.diag([10, 20]), np.array([300, 100]))
    assert found.share.tolist() == found.mapped.tolist() == [0.75, 0.25]
    assert (found.accuracy, found.accuracy_error) == (1, 0)
    assert found.share_error.tolist() == found.users_error.tolist() == found.producers_error.tolist() == [0, 0]


def test_intervals_hold_what_they_promise() -> None:
    """Of many samples of a map that is known, 95 % of the intervals hold its true area and accuracy."""
    generator = np.random.default_rng(1)
    pixels, truth = np.array([7000, 3000]), np.array([[0.9, 0.1], [0.2, 0.8]])
    share = (pixels @ truth) / pixels.sum()
    accuracy = float((pixels * np.diag(truth)).sum() / pixels.sum())
    held = np.zeros(2)
    for _ in range(2000):
        counts = np.stack([generator.multinomial(100, row) for row in truth])
        found = estimate_areas(counts, pixels)
        held += (
            abs(found.share[0] - share[0]) <= found.share_error[0],
            abs(found.accuracy - accuracy) <= found.accuracy_error,
        )
    assert held / 2000 == pytest.approx([0.95, 0.95], abs=0.02)


def test_classes_without_units_are_left_out_and_named() -> None:
    counts = np.array([[8, 2, 0], [0, 1, 0], [0, 0, 0]])
    found = estimate_areas(counts, np.array([500, 300, 200]))
    assert found.few.tolist() == [False, True, True]
    assert found.share.sum() == pytest.approx(1)
    assert found.accuracy == pytest.approx((500 * 0.8 + 300) / 800)
    assert np.isnan(found.users[2])
    assert np.isnan(found.producers[2]), "no unit is of that class"
    assert np.isnan(found.users_error[1]), "one unit does not vary"
    assert np.isfinite(found.accuracy_error)
