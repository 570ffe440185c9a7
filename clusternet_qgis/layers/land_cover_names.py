"""Kinds of land cover as the user reads them; files keep the English names."""

from __future__ import annotations

from ..translation import marked, translated

# Those of core.networks.land_cover, which QGIS' process does not load.
NAMES = (
    marked("building"),
    marked("paved"),
    marked("tree"),
    marked("low vegetation"),
    marked("water"),
    marked("bare ground"),
)


def shown_name(name: str) -> str:
    """A kind of land cover in the user's language; other names as they are."""
    return translated(name) if name in NAMES else name
