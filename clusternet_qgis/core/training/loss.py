"""The loss of a step of training: of the pseudo-labels of a batch, and of the features of a teacher."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ..networks.contract import TrainableNetwork, chosen_pixels
from . import process_group


class TrainingLoss(nn.Module):
    """A network with its classifier of pseudo-labels, and its regression of the features of a teacher if it has one.

    Args:
        network: To train.
        clusters: Pseudo-labels in each set.
        teacher_features: How many features the teacher has, 0 for no teacher and no regression.
    """

    def __init__(self, network: TrainableNetwork, clusters: int, teacher_features: int) -> None:
        super().__init__()
        self.network = network
        self.head = nn.Conv2d(network.hidden_size, network.label_sets * clusters, 1)
        self.regression = nn.Conv2d(network.hidden_size, teacher_features, 1) if teacher_features else None

    def forward(
        self, images: Tensor, labels: Tensor, teacher_features: Tensor, weights: Tensor, drawn: Tensor
    ) -> Tensor:
        """Mean cross-entropy of the label sets and squared error of the regression, over the valid pixels drawn.

        The mean is over the pixels of all processes: the mean of their results is the loss.

        Args:
            images: (batch, bands, ...) with the patch margin.
            labels: (batch, sets, rows, cols), -1 where not valid.
            teacher_features: (batch, features, rows, cols).
            weights: (sets, clusters).
            drawn: Pixels of the batch to look at, counted through all images.
        """
        size = labels.shape[-2:]
        target = chosen_pixels(labels, size, drawn)
        drawn, target = drawn[target[:, 0] >= 0], target[target[:, 0] >= 0]
        hidden = self.network.hidden_at(images, self.network.patch_margin, size, drawn)
        weight, bias = self.head.parameters()
        logits = nn.functional.linear(hidden, weight[:, :, 0, 0], bias).reshape(-1, *weights.shape)
        sums = [
            nn.functional.cross_entropy(logits[:, index], target[:, index], weights[index], reduction="sum")
            for index in range(len(weights))
        ]
        weight_sums = [weights[index][target[:, index]].sum() for index in range(len(weights))]
        counts = process_group.summed(torch.stack([*weight_sums, hidden.new_tensor(len(drawn))])).clamp(min=1e-6)
        loss = (torch.stack(sums) / counts[:-1]).mean()
        if self.regression is not None:
            weight, bias = self.regression.parameters()
            predicted = nn.functional.linear(hidden, weight[:, :, 0, 0], bias)
            loss = loss + (predicted - chosen_pixels(teacher_features, size, drawn)).square().sum() / counts[-1]
        return loss * process_group.size()
