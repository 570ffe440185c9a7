"""Pictures have red, green and blue where bands are called so, and the same contrast everywhere."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core.reports.pictures import RgbRenderer, to_bytes


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("blue", "green", "red", "nir"), [2, 1, 0]),
        (("a", "b", "c", "d"), [0, 1, 2]),
        (("a", "b"), [0, 0, 0]),
        (("red", "a", "b"), [0, 1, 2]),
    ],
)
def test_bands_are_found_by_name_or_place(names: tuple[str, ...], shown: list[int]) -> None:
    bands = len(names)
    values = np.arange(bands, dtype=np.float32)[:, None, None].repeat(2, 1).repeat(3, 2)
    painted = RgbRenderer(names, np.full(bands, bands / 2), np.full(bands, float(bands))).render(values)
    assert painted.shape == (2, 3, 3)
    assert np.allclose(painted[0, 0], [(band - bands / 2 + 2 * bands) / (4 * bands) for band in shown])


def test_two_deviations_are_black_and_white_and_a_constant_is_neither_nan() -> None:
    values = np.array([[[-100, 6, 8, 10, 12, 14, 100]]], np.float32)
    painted = to_bytes(RgbRenderer(("grey",), np.array([10.0]), np.array([2.0])).render(values))
    assert painted[0, :, 0].tolist() == [0, 0, 64, 128, 191, 255, 255]
    assert np.isfinite(RgbRenderer(("grey",), np.array([10.0]), np.array([0.0])).render(values)).all()
