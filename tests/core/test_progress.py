"""Fractions of parts, cancelling, and how long work still takes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.errors import Cancelled
from clusternet_qgis.core.progress import Progress, TimeLeft, elapsed_text


def test_parts_of_parts_report_the_fraction_of_the_whole() -> None:
    seen: list[float] = []
    part = Progress(seen.append).part(0.5, 1.0).part(0.0, 0.5)
    part.update(0)
    part.update(1)
    assert seen == pytest.approx([0.5, 0.75])


@given(st.floats(-2, 3), st.floats(0, 1), st.floats(0, 1))
def test_a_part_never_reports_outside_its_share(fraction: float, first: float, second: float) -> None:
    start, stop = sorted((first, second))
    seen: list[float] = []
    Progress(seen.append).part(start, stop).update(fraction)
    assert start - 1e-12 <= seen[0] <= stop + 1e-12


def test_track_reports_before_each_item_and_at_the_end() -> None:
    seen: list[float] = []
    items = list(Progress(seen.append).track("abcd", 4))
    assert items == list("abcd")
    assert seen == pytest.approx([0, 0.25, 0.5, 0.75, 1])


def test_tracking_nothing_is_done_at_once() -> None:
    seen: list[float] = []
    assert list(Progress(seen.append).track([], 0)) == []
    assert seen == [1.0]


def test_cancelling_stops_before_the_next_item() -> None:
    done: list[int] = []
    progress = Progress(is_cancelled=lambda: len(done) == 2)
    with pytest.raises(Cancelled):  # noqa: PT012
        for item in progress.part(0.2, 0.8).track(range(5), 5):
            done.append(item)
    assert done == [0, 1]


def test_a_cancelled_update_reports_nothing() -> None:
    seen: list[float] = []
    with pytest.raises(Cancelled):
        Progress(seen.append, is_cancelled=lambda: True).update(0.5)
    assert seen == []


def test_parts_speak_through_the_whole(said: list[str]) -> None:
    Progress(say=said.append).part(0, 0.5).say("looking")
    assert said == ["looking"]


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
