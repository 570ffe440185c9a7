"""How long work still takes, in words."""

from __future__ import annotations

import time

import pytest

from clusternet_qgis.core.progress import TimeLeft, elapsed_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.1, "1 s"), (59.4, "59 s"), (60, "1 min"), (1800, "30 min"), (3600, "1.0 h"), (9000, "2.5 h")],
)
def test_durations_in_words(seconds: float, text: str) -> None:
    assert elapsed_text(seconds) == text


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_what_is_left_follows_from_what_is_done(clock: list[float]) -> None:
    left = TimeLeft()
    clock[0] += 30
    assert left.text(0.25) == "about 2 min left"
    assert left.text(0.75) == "about 10 s left"


@pytest.mark.parametrize(("passed", "fraction"), [(1, 0.5), (30, 0.01), (30, 1.0)])
def test_nothing_is_said_too_early_or_at_the_end(clock: list[float], passed: float, fraction: float) -> None:
    left = TimeLeft()
    clock[0] += passed
    assert left.text(fraction) == ""
