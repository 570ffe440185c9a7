"""A stage in a thread of its own: the same items, the same errors, and nothing left running."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from clusternet_qgis.core.errors import Cancelled
from clusternet_qgis.core.prefetching import prefetched


def test_the_same_items_in_the_same_order() -> None:
    with prefetched(range(100)) as items:
        assert list(items) == list(range(100))


def test_they_are_made_in_another_thread_meanwhile() -> None:
    made: list[int] = []

    def slow() -> Iterator[int]:
        for number in range(3):
            made.append(threading.get_ident())
            yield number

    with prefetched(slow()) as items:
        assert next(items) == 0
        limit = time.monotonic() + 10
        while len(made) < 2 and time.monotonic() < limit:
            time.sleep(0.01)
    assert len(made) >= 2
    assert set(made) != {threading.get_ident()}


def test_one_is_taken_and_one_waits() -> None:
    made: list[int] = []
    with prefetched(made.append(number) or number for number in range(100)) as items:
        next(items)
        time.sleep(0.3)
        assert len(made) <= 2


def test_what_goes_wrong_is_raised_where_items_are_used() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("half way")

    with prefetched(failing()) as items:
        assert next(items) == 1
        with pytest.raises(ValueError, match="half way"):
            next(items)


def test_a_cancel_is_noticed_while_waiting_and_stops_the_work() -> None:
    stopped = threading.Event()

    def endless() -> Iterator[int]:
        stopped.wait(200)
        yield 1

    def cancel() -> None:
        raise Cancelled

    start = time.monotonic()
    with pytest.raises(Cancelled), prefetched(endless(), cancel, stopped.set) as items:
        next(items)
    assert time.monotonic() - start < 100


def test_nothing_is_left_running_when_the_block_ends_early() -> None:
    closed: list[bool] = []

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.append(True)

    before = threading.active_count()
    with prefetched(endless()) as first, prefetched(first) as items:
        next(items)
    assert closed == [True]
    assert threading.active_count() == before
