"""A small model as training would make it, and its file with some of its members changed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np

from clusternet_qgis.core.io.normalisation import NormalisationStats
from clusternet_qgis.core.model.cluster_model import ClusterModel
from clusternet_qgis.core.options import TrainOptions


def make_model(seed: int = 0) -> ClusterModel:
    generator = np.random.default_rng(seed)
    return ClusterModel(
        options=TrainOptions(clusters=5, width=4),
        band_names=("red", "nir"),
        band_numbers=(1, 4),
        stats=NormalisationStats(np.array([100.0, 50.0]), np.array([10.0, 5.0]), 1000),
        weights={"a.weight": generator.normal(size=(3, 2)).astype(np.float32), "a.steps": np.array(7)},
        feature_mean=np.zeros(4, np.float32),
        feature_scale=np.ones(4, np.float32),
        centroids=generator.normal(size=(5, 4)).astype(np.float32),
        mean_distance=0.5,
        history=({"epoch": 0, "loss": None}, {"epoch": 3, "loss": 0.25}),
        card={"rasters": ["site.tif"]},
    )


def changed(saved: Path, members: dict[str, bytes | None]) -> Path:
    """The model with members replaced, added or, for None, left out."""
    with zipfile.ZipFile(saved) as before:
        parts: dict[str, bytes | None] = {name: before.read(name) for name in before.namelist()}
    parts.update(members)
    with zipfile.ZipFile(saved, "w") as after:
        for name, data in parts.items():
            if data is not None:
                after.writestr(name, data)
    return saved
