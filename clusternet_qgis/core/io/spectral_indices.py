"""Indices of vegetation, water and fire from bands of known roles; nowhere is divided by zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray
from ..errors import OptionsError

_NOTHING = 1e-6


class SpectralIndex(NamedTuple):
    """An index.

    Attributes:
        roles: Of the bands that it takes, in order.
        formula: Numerator and denominator from those bands.
    """

    roles: tuple[str, ...]
    formula: Callable[..., tuple[FloatArray, FloatArray]]


# NDVI: Rouse et al. 1974. NDWI: McFeeters 1996. ExG, of chromatic coordinates: Woebbecke et al. 1995. VARI: Gitelson et
# al. 2002. NBR: Key and Benson 2006.
INDICES = {
    "ndvi": SpectralIndex(("nir", "red"), lambda nir, red: (nir - red, nir + red)),
    "ndwi": SpectralIndex(("green", "nir"), lambda green, nir: (green - nir, green + nir)),
    "exg": SpectralIndex(
        ("red", "green", "blue"), lambda red, green, blue: (2 * green - red - blue, red + green + blue)
    ),
    "vari": SpectralIndex(("red", "green", "blue"), lambda red, green, blue: (green - red, green + red - blue)),
    "nbr": SpectralIndex(("nir", "swir2"), lambda nir, swir2: (nir - swir2, nir + swir2)),
}


def check_roles(name: str, roles: Mapping[str, int], shown: str) -> None:
    """Raises OptionsError unless the bands that an index needs are known.

    Args:
        name: Of the index.
        roles: Band of each role.
        shown: The same for the sentence.
    """
    if name not in INDICES:
        raise OptionsError(f"The index '{name}' is unknown; use any of {', '.join(INDICES)}.")
    missing = [role for role in INDICES[name].roles if role not in roles]
    if missing:
        example = "; ".join(f"{role}={number}" for number, role in enumerate(INDICES[name].roles, start=1))
        raise OptionsError(
            f"The index {name} needs the bands {' and '.join(INDICES[name].roles)}, and no band is known as "
            f"{' or '.join(missing)} (known: {shown}); say which they are with BAND_ROLES, such as {example}."
        )


def spectral_index(name: str, bands: Sequence[FloatArray]) -> FloatArray:
    """An index, between -1 and 1, of bands in the order of its roles; NaN where its denominator is 0."""
    numerator, denominator = INDICES[name].formula(*bands)
    defined = np.abs(denominator) > _NOTHING
    index: FloatArray = np.where(defined, numerator / np.where(defined, denominator, 1), np.float32(np.nan))
    return np.clip(index, -1, 1).astype(np.float32, copy=False)
