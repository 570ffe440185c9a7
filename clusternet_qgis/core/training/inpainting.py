"""First stage of training: fill in the blanked centre of patches (context encoder, Pathak et al. 2016)."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from ..arrays import IntArray
from ..networks.contract import TrainableNetwork
from ..progress import Progress
from .patches import PatchSet
from .schedule import Schedule


def inpaint(
    network: TrainableNetwork, patches: PatchSet, schedule: Schedule, device: torch.device, progress: Progress
) -> None:
    """Trains the network, with a 1x1 convolution to the bands, for as many epochs as the clustering stage.

    The loss is the mean squared error of the blanked pixels that are valid. It takes at most half of the time budget.

    Args:
        network: To train.
        patches: To learn from.
        schedule: How fast and how long.
        device: Where the network is.
        progress: Reports batches.
    """
    head = nn.Conv2d(network.hidden_size, patches.bands, 1).to(device)
    optimiser = torch.optim.Adam([*network.parameters(), *head.parameters()], schedule.learning_rate)
    generator = np.random.default_rng(schedule.seed)
    epochs, size = schedule.epochs, schedule.batch_size
    for epoch in range(epochs):
        order = generator.permutation(len(patches))
        share = progress.part(epoch / epochs, (epoch + 1) / epochs)
        losses: list[float] = []
        for start in share.track(range(0, len(order), size), -(-len(order) // size)):
            loss = _error_of_filling(network, head, patches, order[start : start + size], device)
            if loss is not None:
                optimiser.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                optimiser.step()
                losses.append(float(loss.detach()))
            if schedule.budget.share_spent() > 0.5:
                progress.say(f"The first stage's half of the time budget is spent in epoch {epoch + 1}.")
                return
        progress.say(f"Filling in blanked centres, epoch {epoch + 1} of {epochs}: error {np.mean(losses or [0.0]):.3f}")


def _error_of_filling(
    network: TrainableNetwork, head: nn.Module, patches: PatchSet, indices: IntArray, device: torch.device
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
    image, mask = torch.stack(images).to(device), torch.stack(masks).to(device)
    outer = slice(first + margin, first + margin + side)
    target = image[..., outer, outer][..., ::step, ::step].clone()
    image[..., outer, outer] = 0
    inner = slice(first // step, (first + side) // step)
    filled = head(network.hidden(image, margin))[..., inner, inner]
    errors = ((filled - target) ** 2).mean(1)[mask]
    return errors.mean() if len(errors) else None
