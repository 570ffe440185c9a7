"""Mean and covariance of more rows than are kept at once."""

from __future__ import annotations

import torch
from torch import Tensor


class Moments:
    """Of rows (any, columns) that are added part by part, in double precision."""

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
