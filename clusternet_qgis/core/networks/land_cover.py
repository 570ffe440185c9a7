"""Kinds of land cover that the base model was taught on public labels; see `land_cover_network`."""

from __future__ import annotations

# Named as in the common list of labelled imagery. What is none of them (dead wood, clouds, mixtures) has no name.
LAND_COVER = ("building", "paved", "tree", "low vegetation", "water", "bare ground")
