"""Means, covariances and principal directions."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor


class Moments:
    """Mean and covariance of rows (any, columns) that are added part by part, in double precision."""

    def __init__(self) -> None:
        self._count = 0
        self._sums: Tensor | float = 0.0
        self._products: Tensor | float = 0.0

    def add(self, rows: Tensor) -> None:
        """Takes more rows in."""
        rows = rows.double()
        self._count += len(rows)
        self._sums = self._sums + rows.sum(0)
        self._products = self._products + rows.T @ rows

    @property
    def mean(self) -> Tensor:
        """(columns,)."""
        return torch.as_tensor(self._sums) / self._count

    @property
    def covariance(self) -> Tensor:
        """(columns, columns)."""
        return torch.as_tensor(self._products) / self._count - torch.outer(self.mean, self.mean)


def principal_directions(images: Sequence[Tensor], count: int) -> tuple[Tensor, Tensor]:
    """Mean and first principal directions of the pixels of some images.

    Args:
        images: (batch, channels, rows, cols) each.
        count: Of directions.

    Returns:
        (channels,) and (count, channels); the components of each direction have a sum that is not negative.
    """
    flat = torch.cat([image.movedim(1, 0).flatten(1) for image in images], 1)
    mean = flat.mean(1)
    directions = torch.linalg.eigh(torch.cov(flat.double()).reshape(len(flat), -1))[1][:, -count:].flip(1).T.float()
    return mean, directions * directions.sum(1, keepdim=True).sign().where(directions.sum(1, keepdim=True) != 0, 1)
