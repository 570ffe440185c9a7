"""A network and its clusters in torch: what training continues, what is exported, and what a GPU runs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from .. import networks
from ..arrays import FloatArray
from ..errors import ModelError, OptionsError
from ..io.evidence_recipe import Evidence
from ..networks.contract import FeatureExtractor
from ..networks.with_evidence import with_evidence
from ..options import TrainOptions
from .tile_geometry import TileGeometry


class FeaturesAndDistances(nn.Module):
    """A network with what follows it up to the choice of a cluster.

    Args:
        network: With the weights of a model.
        mean: (features,) subtracted from features before clustering.
        scale: (features,) then multiplied with.
        centroids: (clusters, features) of features so normalised.

    Raises:
        ModelError: The centroids are of other features.
    """

    mean: Tensor
    scale: Tensor
    centroids: Tensor

    def __init__(self, network: FeatureExtractor, mean: FloatArray, scale: FloatArray, centroids: FloatArray) -> None:
        super().__init__()
        if network.feature_size != centroids.shape[1]:
            raise ModelError(
                f"The model's clusters have {centroids.shape[1]} features, its network gives {network.feature_size}; "
                "copy or train it again."
            )
        self.network = network
        self.register_buffer("mean", torch.from_numpy(mean).view(-1, 1, 1))
        self.register_buffer("scale", torch.from_numpy(scale).view(-1, 1, 1))
        self.register_buffer("centroids", torch.from_numpy(centroids))
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
        mapped: The network with its clusters.
        device: Where to run it.
    """

    def __init__(self, mapped: FeaturesAndDistances, device: torch.device) -> None:
        self._mapped = mapped.to(device)
        self._device = device

    @torch.inference_mode()
    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """See Engine."""
        image = torch.from_numpy(values)[None].to(self._device).contiguous(memory_format=torch.channels_last)
        results = dict(zip(("features", "distances"), self._mapped(image)))
        return [results[name][0].contiguous().cpu().numpy() for name in outputs]

    def stop(self) -> None:
        """See Engine; torch cannot be stopped within a tile."""


def network_for(options: TrainOptions, bands: int, evidence: Evidence | None = None) -> FeatureExtractor:
    """The network that the options name, untrained, what is random drawn from their seed.

    Args:
        options: Of the training.
        bands: Of the picture.
        evidence: What it sees beside them, and weights of blocks.

    Raises:
        OptionsError: A weight is of a block that there is not.
    """
    torch.manual_seed(options.seed)
    network = networks.build(options.network, bands, **vars(options))
    if evidence is None:
        return network
    if evidence.channels:
        network = with_evidence(network, evidence.sizes)
    names = {block.name for block in network.blocks}
    for name in evidence.weights:
        if name not in names:
            raise OptionsError(f"WEIGHTS names the block '{name}'; the blocks are {', '.join(sorted(names))}.")
    weights = evidence.weights
    network.blocks = tuple(block._replace(weight=weights.get(block.name, block.weight)) for block in network.blocks)
    return network


def load_weights(network: nn.Module, weights: Mapping[str, NDArray[np.generic]]) -> None:
    """Puts a model's arrays into its network.

    Raises:
        ModelError: Names or shapes do not fit.
    """
    try:
        network.load_state_dict({name: torch.from_numpy(np.array(array)) for name, array in weights.items()})
    except (RuntimeError, TypeError) as error:
        raise ModelError(f"The model's weights do not fit its network; copy or train it again. ({error})") from error
