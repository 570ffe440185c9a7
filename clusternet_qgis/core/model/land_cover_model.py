"""The base model as a model to map with: its features are the probabilities of kinds of land cover."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..io.evidence_recipe import Evidence
from ..io.normalisation import NormalisationStats
from ..io.palette import Colour
from ..networks.land_cover import LAND_COVER
from .cluster_model import check_bands
from .mapping_model import Engine
from .tile_geometry import TileGeometry

_KINDS = len(LAND_COVER) + 1


@dataclass(frozen=True)
class LandCoverModel:
    """A `MappingModel` of a single cluster whose `features` are probabilities; see `LandCoverNetwork`.

    Attributes:
        stats: Normalisation of the three bands: of the raster itself.
    """

    stats: NormalisationStats
    band_names: tuple[str, ...] = ("red", "green", "blue")
    band_numbers: tuple[int, ...] = ()
    bands: int = 3
    clusters: int = 1
    colours: Sequence[Colour] = ()
    feature_size: int = _KINDS
    mean_distance: float = 1.0
    embedding: str = ""
    evidence: Evidence | None = None

    def fingerprint(self) -> str:
        """See MappingModel; there are no clusters to identify."""
        return ""

    def check_bands(self, bands: int, path: str) -> None:
        """See MappingModel."""
        check_bands(self.band_names, bands, path)

    def open_engine(self, device: str = "auto") -> tuple[Engine, TileGeometry]:
        """See MappingModel."""
        # By name: QGIS reads the package of models too, and must not know who loads torch.
        engines, torch_engine, network = (
            importlib.import_module(name, __package__)
            for name in (".engines", ".torch_engine", "..networks.land_cover_network")
        )
        zero, one = np.zeros(_KINDS, np.float32), np.ones(_KINDS, np.float32)
        mapped = torch_engine.FeaturesAndDistances(network.LandCoverNetwork(), zero, one, zero[None])
        return engines.fastest_engine(mapped, device), mapped.tile_geometry
