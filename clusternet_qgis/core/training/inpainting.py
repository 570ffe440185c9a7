"""First stage of training: fill in the blanked centre of patches (context encoder, Pathak et al. 2016)."""

from __future__ import annotations

import math
import time

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ..networks import NETWORKS
from ..networks.contract import TrainableNetwork
from ..options import TrainOptions
from ..progress import Progress
from .patches import PatchSet


def inpaint(
    network: TrainableNetwork,
    patches: PatchSet,
    options: TrainOptions,
    where: torch.device,
    progress: Progress,
    until: float = math.inf,
) -> float:
    """Trains the network, with a 1x1 convolution to the bands, for as many epochs as the clustering stage.

    The loss is the mean squared error of the blanked pixels that are valid.

    Args:
        network: To train.
        patches: To learn from.
        options: Epochs, batch size, learning rate and seed.
        where: Device.
        progress: Reports batches.
        until: When to stop, on the monotonic clock.

    Returns:
        Mean loss of the last epoch.
    """
    head = nn.Conv2d(network.hidden_size, patches.bands, 1).to(where)
    rate = options.learning_rate or NETWORKS[options.network].learning_rate
    optimiser = torch.optim.Adam([*network.parameters(), *head.parameters()], rate)
    generator = np.random.default_rng(options.seed)
    losses: list[float] = []
    for epoch in range(options.epochs):
        order = generator.permutation(len(patches))
        share = progress.part(epoch / options.epochs, (epoch + 1) / options.epochs)
        losses = []
        for start in share.track(range(0, len(order), options.batch_size), -(-len(order) // options.batch_size)):
            loss = _error_of_filling(network, head, patches, order[start : start + options.batch_size], where)
            if loss is not None:
                optimiser.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                optimiser.step()
                losses.append(float(loss.detach()))
            if time.monotonic() > until:
                progress.say(f"The first stage's half of the time budget is spent in epoch {epoch + 1}.")
                return float(np.mean(losses or [0.0]))
        progress.say(
            f"Filling in blanked centres, epoch {epoch + 1} of {options.epochs}: error {np.mean(losses or [0.0]):.3f}"
        )
    return float(np.mean(losses or [0.0]))


def _error_of_filling(
    network: TrainableNetwork, head: nn.Module, patches: PatchSet, indices: NDArray[np.int64], where: torch.device
) -> Tensor | None:
    """Mean squared error in the blanked centres of some patches; None if nothing there is valid."""
    margin, step = network.patch_margin, network.output_stride
    side = patches.size // 2 // step * step
    first = (patches.size - side) // 2 // step * step
    images, masks = [], []
    for index in indices:
        values, valid = patches.read(int(index), margin)
        images.append(torch.from_numpy(values))
        masks.append(torch.from_numpy(valid[first : first + side : step, first : first + side : step].copy()))
    image, mask = torch.stack(images).to(where), torch.stack(masks).to(where)
    outer = slice(first + margin, first + margin + side)
    target = image[..., outer, outer][..., ::step, ::step].clone()
    image[..., outer, outer] = 0
    inner = slice(first // step, (first + side) // step)
    filled = head(network.hidden(image, margin))[..., inner, inner]
    errors = ((filled - target) ** 2).mean(1)[mask]
    return errors.mean() if len(errors) else None
