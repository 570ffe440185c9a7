"""Indices are what the literature says, and nothing where they would divide by zero."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core import options
from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.io.spectral_indices import INDICES, check_roles, spectral_index


def bands(*values: float) -> list[np.ndarray]:
    return [np.full((1, 1), value, np.float32) for value in values]


@pytest.mark.parametrize(
    ("name", "values", "index"),
    [
        ("ndvi", (3, 1), 0.5),
        ("ndwi", (1, 3), -0.5),
        ("exg", (1, 2, 1), 0.5),
        ("vari", (1, 2, 1), 0.5),
        ("nbr", (3, 1), 0.5),
    ],
)
def test_formulas(name: str, values: tuple[float, ...], index: float) -> None:
    assert spectral_index(name, bands(*values))[0, 0] == pytest.approx(index)


@pytest.mark.parametrize("name", INDICES)
@pytest.mark.parametrize("value", [0.0, 1e-9, 255.0, -1.0])
def test_no_index_is_infinite_and_all_are_within_one(name: str, value: float) -> None:
    with np.errstate(all="raise"):
        index = spectral_index(name, bands(value, *[0.0] * (len(INDICES[name].roles) - 1)))
    assert np.isnan(index).all() or (np.abs(index) <= 1).all()
    assert np.isnan(spectral_index(name, bands(*[0.0] * len(INDICES[name].roles)))).all()


def test_a_role_that_is_not_known_is_a_sentence_with_the_remedy() -> None:
    with pytest.raises(OptionsError, match=r"known as nir .*BAND_ROLES, such as nir=1; red=2"):
        check_roles("ndvi", {"red": 0}, "red = band 1")
    with pytest.raises(OptionsError, match="unknown; use any of ndvi"):
        check_roles("ndxi", {}, "none")


def test_forms_offer_all_indices() -> None:
    assert tuple(INDICES) == options.INDICES
