"""Fractions of parts, and cancelling at the next look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.errors import Cancelled
from clusternet_qgis.core.progress import Progress


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
