"""Runs one stage of a pipeline in a thread of its own, ahead of the next stage."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")

_POLL_SECONDS = 0.05


@contextmanager
def prefetched(
    items: Iterable[Item], waiting: Callable[[], None] = lambda: None, stop: Callable[[], None] = lambda: None
) -> Iterator[Iterator[Item]]:
    """Gives an iterator over the same items, which another thread produces while the items before are used.

    The thread is at most two items ahead. It has always ended when the block has ended.

    Args:
        items: Iterated in the thread; its exceptions are raised where the items are used.
        waiting: Called again and again while the next item is not ready; it may raise an exception.
        stop: Called if the block ends before the thread has, to make the thread end soon.
    """
    finished: queue.Queue[tuple[bool, Any]] = queue.Queue(maxsize=1)
    ended = threading.Event()

    def put(entry: tuple[bool, Any]) -> None:
        while not ended.is_set():
            try:
                finished.put(entry, timeout=_POLL_SECONDS)
                return
            except queue.Full:
                continue

    def produce() -> None:
        last: tuple[bool, Any] = (False, None)
        try:
            for item in items:
                put((True, item))
                if ended.is_set():
                    break
        except BaseException as error:  # it is raised again where the items are used
            last = (False, error)
        finally:
            if hasattr(items, "close"):
                items.close()
        put(last)

    def consume() -> Iterator[Item]:
        while True:
            try:
                more, value = finished.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                waiting()
                continue
            if more:
                yield value
            elif value is None:
                return
            else:
                raise value

    thread = threading.Thread(target=produce, daemon=True)
    thread.start()
    consumed = consume()
    try:
        with closing(consumed):  # type: ignore[type-var]
            yield consumed
    finally:
        ended.set()
        if thread.is_alive():
            stop()
        thread.join()
