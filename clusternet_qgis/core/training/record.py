"""What is kept of a training: its history, and the model after every epoch."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..arrays import FloatArray, IntArray
from ..clustering import kmeans
from ..evaluation import metrics
from ..io.evidence_recipe import Evidence
from ..io.gdal_calls import GDAL_VERSION
from ..io.palette import cluster_colour, distinct_colours, hex_colour
from ..io.true_colours import to_shares, visible_bands, visible_range
from ..model import cluster_model
from ..model.cluster_model import ClusterModel
from ..networks.contract import FeatureExtractor
from ..options import TrainOptions
from . import process_group
from .inputs import TrainInputs
from .patches import TrainingData
from .resume import RunState
from .sample_clusters import Clusters

OnEpochEnd = Callable[[ClusterModel, FloatArray], None]

# Kept in the model's card: what a result may depend on.
_VERSIONS = {
    "numpy": np.__version__,
    "torch": torch.__version__,
    "faiss": kmeans.FAISS_VERSION,
    "gdal": GDAL_VERSION,
}


class TrainingRecord:
    """Keeps the history of a training, and writes the model whenever there is a new one.

    Args:
        inputs: What it trains on.
        data: The patches and the sample.
        options: Of the training.
        state: Which run it is.
        output: Path of the model.
        on_epoch_end: Called with the model and the sample's features, as they are clustered, when the model is written.
        evidence: What the model sees beside the bands.

    Attributes:
        history: One entry for each epoch, those of a model that is continued first.
    """

    def __init__(
        self,
        inputs: TrainInputs,
        data: TrainingData,
        options: TrainOptions,
        state: RunState,
        output: str,
        on_epoch_end: OnEpochEnd | None,
        evidence: Evidence | None = None,
    ) -> None:
        self._evidence = evidence
        self._inputs, self._data, self._options, self._state = inputs, data, options, state
        self._output, self._on_epoch_end = output, on_epoch_end
        self.history: list[dict[str, Any]] = [dict(entry) for entry in state.model.history] if state.model else []

    def begin(self, network: FeatureExtractor, clusters: Clusters, ended: bool) -> ClusterModel:
        """Keeps the first clusters; they are no epoch of their own if a model is continued.

        Args:
            network: As it is now.
            clusters: Of its features.
            ended: Whether no epoch follows.
        """
        if not self.history:
            self.history.append(self._entry(0, None, clusters, clusters.ids))
        return self._write(network, clusters, ended)

    def add_epoch(
        self, network: FeatureExtractor, clusters: Clusters, previous: Clusters, loss: float, ended: bool
    ) -> ClusterModel:
        """Keeps what an epoch has led to.

        Args:
            network: As it is now.
            clusters: Of its features.
            previous: Those of the epoch before.
            loss: Mean of the epoch.
            ended: Whether no epoch follows.
        """
        self.history.append(self._entry(int(self.history[-1]["epoch"]) + 1, loss, clusters, previous.ids))
        return self._write(network, clusters, ended)

    def _entry(self, epoch: int, loss: float | None, clusters: Clusters, previous: IntArray) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "epoch": epoch,
            "loss": loss,
            "seconds": round(time.monotonic() - self._state.started, 1),
            "inertia": clusters.inertia,
            "nmi": kmeans.normalised_mutual_information(previous, clusters.ids),
            "changed": float((previous != clusters.ids).mean()),
            "sizes": np.bincount(clusters.ids, minlength=len(clusters.centroids)).tolist(),
        }
        reference = self._data.sample.reference
        if reference is not None:
            scores = metrics.score_clusters(
                clusters.ids, reference.astype(np.int64), len(clusters.centroids), self._data.patches.classes
            )
            entry |= {"accuracy": scores.accuracy, "mean_iou": scores.mean_iou, "mean_dice": scores.mean_dice}
        return entry

    def _colours(self, clusters: Clusters) -> dict[str, list[str]]:
        """The card's entry of them: those of a model that is continued, or else what the clusters look like."""
        continued, patches, picture = self._state.model, self._data.patches, self._data.sample.picture
        if continued is not None and continued.colours:
            return {cluster_model.COLOURS: list(map(hex_colour, continued.colours))}
        if picture is None:
            return {}
        shown, count = visible_bands(patches.band_names), len(clusters.centroids)
        limits = visible_range(patches.stats.mean[shown], patches.stats.std[shown], patches.white)
        pixels = np.bincount(clusters.ids, minlength=count)
        sums = np.stack([np.bincount(clusters.ids, band, count) for band in picture.T], axis=1)
        means = to_shares(sums / np.maximum(pixels, 1)[:, None], *limits)
        looks = [(int(red), int(green), int(blue)) for red, green, blue in np.round(255 * means)]
        looks = [look if pixels[i] else cluster_colour(i) for i, look in enumerate(looks)]
        order = np.argsort(-pixels, kind="stable").tolist()  # of clusters that look alike the largest keeps its colour
        colours = dict(zip(order, distinct_colours([looks[i] for i in order])))
        return {cluster_model.COLOURS: [hex_colour(colours[i]) for i in range(count)]}

    def _write(self, network: FeatureExtractor, clusters: Clusters, ended: bool) -> ClusterModel:
        patches = self._data.patches
        model = ClusterModel(
            options=self._options,
            band_names=patches.band_names,
            # The one band of a file with a colour table has become three.
            band_numbers=self._inputs.bands if len(self._inputs.bands) == patches.bands else (),
            stats=patches.stats,
            weights={name: value.detach().cpu().numpy().copy() for name, value in network.state_dict().items()},
            feature_mean=clusters.space.mean,
            feature_scale=clusters.space.scale,
            centroids=clusters.centroids,
            mean_distance=clusters.inertia,
            history=tuple(self.history),
            card={
                "rasters": [Path(path).name for path in self._inputs.rasters],
                "pixel_metres": round(patches.pixel_metres, 6),
                "versions": _VERSIONS,
                **self._colours(clusters),
                **({"embedding": patches.embedding} if patches.embedding else {}),
                **self._state.card(ended),
            },
            evidence=self._evidence,
        )
        if not process_group.is_first():
            return model
        cluster_model.save(model, self._output)
        if self._on_epoch_end is not None:
            with torch.random.fork_rng():  # whoever looks at the model must not change what is drawn next
                self._on_epoch_end(model, clusters.features)
        return model


def sentence_of(entry: dict[str, Any], last: int) -> str:
    """An entry of the history as a sentence; `last` is the number of the last epoch."""
    text = (
        f"Epoch {entry['epoch']} of {last}: loss {entry['loss']:.3f}, {entry['changed']:.1%} of pixels changed cluster"
    )
    if "mean_iou" in entry:
        text += f", mean IoU {entry['mean_iou']:.3f}"
    return text
