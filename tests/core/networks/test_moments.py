"""Mean and covariance of rows that come in parts are those of all rows."""

from __future__ import annotations

import torch

from clusternet_qgis.core.networks.moments import Moments


def test_parts_are_as_good_as_the_whole() -> None:
    generator = torch.Generator().manual_seed(0)
    rows = torch.randn(1000, 5, generator=generator, dtype=torch.float64) @ torch.randn(5, 5, dtype=torch.float64) + 30
    moments = Moments()
    for part in rows.split([1, 400, 599]):
        moments.add(part.float())
    assert torch.allclose(moments.mean, rows.mean(0), rtol=1e-6)
    assert torch.allclose(moments.covariance, torch.cov(rows.T, correction=0), rtol=1e-4, atol=1e-4)
