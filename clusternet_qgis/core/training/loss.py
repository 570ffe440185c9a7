"""What a step of training lessens: how badly a batch's pseudo-labels and the teacher's knowledge are foretold."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ..networks.contract import TrainableNetwork
from . import process_group


class TrainingLoss(nn.Module):
    """The network with its classifier of pseudo-labels and its regression of what a teacher that stays knows.

    Args:
        network: To train.
        labels: In each set.
        known: Features of the teacher, 0 for no regression.
    """

    def __init__(self, network: TrainableNetwork, labels: int, known: int) -> None:
        super().__init__()
        self.network = network
        self.head = nn.Conv2d(network.hidden_size, network.label_sets * labels, 1)
        self.regression = nn.Conv2d(network.hidden_size, known, 1) if known else None

    def forward(self, images: Tensor, labels: Tensor, known: Tensor, weights: Tensor, drawn: Tensor) -> Tensor:
        """Mean cross-entropy of the label sets and squared error of the regression, over the valid pixels drawn.

        The mean is over the pixels of all processes: theirs averaged are the loss.

        Args:
            images: (batch, bands, ...) with the patch margin.
            labels: (batch, sets, rows, cols), -1 where not valid.
            known: (batch, features, rows, cols).
            weights: (sets, labels).
            drawn: Pixels of the batch to look at, counted through all images.
        """
        hidden = self.network.hidden(images, self.network.patch_margin)[..., : labels.shape[-2], : labels.shape[-1]]
        flat, wanted = _pixels(hidden), _pixels(labels)
        drawn = drawn[wanted[drawn, 0] >= 0]
        flat, wanted = flat[drawn], wanted[drawn]
        weight, bias = self.head.parameters()
        logits = nn.functional.linear(flat, weight[:, :, 0, 0], bias).reshape(-1, *weights.shape)
        sums = [
            nn.functional.cross_entropy(logits[:, index], wanted[:, index], weights[index], reduction="sum")
            for index in range(len(weights))
        ]
        weighed = [weights[index][wanted[:, index]].sum() for index in range(len(weights))]
        counts = process_group.summed(torch.stack([*weighed, flat.new_tensor(len(drawn))])).clamp(min=1e-6)
        loss = (torch.stack(sums) / counts[:-1]).mean()
        if self.regression is not None:
            weight, bias = self.regression.parameters()
            said = nn.functional.linear(flat, weight[:, :, 0, 0], bias)
            loss = loss + (said - _pixels(known)[drawn]).square().sum() / counts[-1]
        return loss * process_group.size()


def _pixels(array: Tensor) -> Tensor:
    """(pixels, channels) of (batch, channels, rows, cols)."""
    return array.movedim(1, -1).flatten(0, 2)
