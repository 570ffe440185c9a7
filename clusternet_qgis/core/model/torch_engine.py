"""A model's network and clusters in torch: what training continues, what is exported, and what a GPU runs."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from .. import networks
from ..arrays import FloatArray
from ..errors import ModelError
from ..networks.contract import FeatureExtractor
from ..options import TrainOptions
from .cluster_model import ClusterModel
from .tile_geometry import TileGeometry


class FeaturesAndDistances(nn.Module):
    """A model's network with what follows it up to the choice of a cluster.

    Args:
        model: The model.

    Raises:
        ModelError: The weights do not fit the network.
    """

    mean: Tensor
    scale: Tensor
    centroids: Tensor

    def __init__(self, model: ClusterModel) -> None:
        super().__init__()
        self.network = network_for(model.options, model.bands)
        load_weights(self.network, model.weights)
        if self.network.feature_size != model.centroids.shape[1]:
            raise ModelError(
                f"The model's clusters have {model.centroids.shape[1]} features, its network gives "
                f"{self.network.feature_size}; copy or train it again."
            )
        self.register_buffer("mean", torch.from_numpy(model.feature_mean).view(-1, 1, 1))
        self.register_buffer("scale", torch.from_numpy(model.feature_scale).view(-1, 1, 1))
        self.register_buffer("centroids", torch.from_numpy(model.centroids))
        self.eval().requires_grad_(False)

    @property
    def tile_geometry(self) -> TileGeometry:
        """Of the network."""
        network = self.network
        return TileGeometry(network.margin, network.stride, network.output_stride, network.bytes_per_pixel)

    def forward(self, image: Tensor, margin: int | None = None) -> tuple[Tensor, Tensor]:
        """Features as they are clustered (batch, features, ...), squared distances to centroids (batch, clusters, ...).

        Args:
            image: As for `FeatureExtractor.forward`, which also says where there are features.
            margin: Likewise.
        """
        return normalised_and_distances(self.network(image, margin), self.mean, self.scale, self.centroids)


def normalised_and_distances(raw: Tensor, mean: Tensor, scale: Tensor, centroids: Tensor) -> tuple[Tensor, Tensor]:
    """Features (batch, features, ...) as they are clustered, and their squared distances (batch, clusters, ...).

    Args:
        raw: What the network gives.
        mean: (features, 1, 1), subtracted from it.
        scale: (features, 1, 1), then multiplied with it.
        centroids: (clusters, features).
    """
    features = (raw - mean) * scale
    products = nn.functional.conv2d(features, -2 * centroids[:, :, None, None], (centroids**2).sum(1))
    return features, products + (features**2).sum(1, keepdim=True)


class TorchEngine:
    """Runs in torch.

    Args:
        mapped: The model.
        where: The device.
    """

    def __init__(self, mapped: FeaturesAndDistances, where: torch.device) -> None:
        self._mapped = mapped.to(where)
        self._device = where

    @torch.inference_mode()
    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """See Engine."""
        image = torch.from_numpy(values)[None].to(self._device).contiguous(memory_format=torch.channels_last)
        found = dict(zip(("features", "distances"), self._mapped(image)))
        return [found[name][0].contiguous().cpu().numpy() for name in outputs]

    def stop(self) -> None:
        """See Engine; torch cannot be stopped within a tile."""


def network_for(options: TrainOptions, bands: int) -> FeatureExtractor:
    """The network that the options name, untrained, what is random drawn from their seed."""
    torch.manual_seed(options.seed)
    return networks.build(options.network, bands, **vars(options))


def load_weights(network: torch.nn.Module, weights: Any) -> None:
    """Puts a model's arrays into its network.

    Raises:
        ModelError: Names or shapes do not fit.
    """
    try:
        network.load_state_dict({name: torch.from_numpy(np.array(array)) for name, array in weights.items()})
    except (RuntimeError, TypeError) as error:
        raise ModelError(f"The model's weights do not fit its network; copy or train it again. ({error})") from error
