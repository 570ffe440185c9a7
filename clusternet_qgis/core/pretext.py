"""First stage of training: fill in the blanked centre of patches (context encoder, Pathak et al. 2016)."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from .networks.contract import FeatureNetwork
from .options import TrainOptions
from .patches import PatchSet
from .progress import Progress


def inpaint(
    network: FeatureNetwork, patches: PatchSet, options: TrainOptions, where: torch.device, progress: Progress
) -> float:
    """Trains the network, with a 1x1 convolution to the bands, for as many epochs as the clustering stage.

    The loss is the mean squared error of the blanked pixels that are valid.

    Returns:
        Mean loss of the last epoch.
    """
    head = nn.Conv2d(network.hidden_size, patches.bands, 1).to(where)
    optimiser = torch.optim.Adam([*network.parameters(), *head.parameters()], options.learning_rate)
    generator = np.random.default_rng(options.seed)
    side = patches.size // 2
    first = (patches.size - side) // 2
    losses: list[float] = []
    for epoch in range(options.epochs):
        order = generator.permutation(len(patches))
        losses = []
        share = progress.part(epoch / options.epochs, (epoch + 1) / options.epochs)
        for start in share.track(range(0, len(order), options.batch_size), -(-len(order) // options.batch_size)):
            images, masks = [], []
            for index in order[start : start + options.batch_size]:
                values, valid = patches.read(int(index), network.train_margin)
                images.append(torch.from_numpy(values))
                masks.append(torch.from_numpy(valid[first : first + side, first : first + side].copy()))
            image, mask = torch.stack(images).to(where), torch.stack(masks).to(where)
            outer = first + network.train_margin
            target = image[..., outer : outer + side, outer : outer + side].clone()
            image[..., outer : outer + side, outer : outer + side] = 0
            filled = head(network.hidden(image, network.train_margin))[..., first : first + side, first : first + side]
            errors = ((filled - target) ** 2).mean(1)[mask]
            if not len(errors):
                continue
            loss = errors.mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(float(loss.detach()))
        progress.say(f"Filling in blanked centres, epoch {epoch + 1} of {options.epochs}: error {np.mean(losses):.3f}")
    return float(np.mean(losses)) if losses else 0.0
