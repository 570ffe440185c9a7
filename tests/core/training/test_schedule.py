"""How fast and how long a network learns."""

from __future__ import annotations

import time

import pytest

from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.schedule import TimeBudget, schedule_of


@pytest.mark.parametrize("network", NETWORKS)
def test_a_learning_rate_of_0_is_the_networks_own(network: str) -> None:
    own = schedule_of(TrainOptions(network=network), 0.0).learning_rate
    assert own == NETWORKS[network].learning_rate > 0
    assert schedule_of(TrainOptions(network=network, learning_rate=0.25), 0.0).learning_rate == 0.25


def test_a_budget_is_spent_when_its_minutes_are_over() -> None:
    now = time.monotonic()
    half, over = TimeBudget(10, now - 300), TimeBudget(10, now - 601)
    assert half.share_spent() == pytest.approx(0.5, abs=0.01)
    assert not half.is_spent()
    assert over.is_spent()


def test_without_a_budget_there_is_always_time() -> None:
    unlimited = TimeBudget(0, time.monotonic() - 1e6)
    assert unlimited.share_spent() == 0
    assert not unlimited.is_spent()
