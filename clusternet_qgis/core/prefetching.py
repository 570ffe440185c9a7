"""One stage of a pipeline ahead of the next, in a thread of its own."""

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
    """In the block, the items, each made in another thread while those before are used.

    One finished item waits; the next is being made. When the block ends, however it ends, the thread has ended too.

    Args:
        items: Iterated in the thread; what it raises is raised where the items are used.
        waiting: Called again and again while an item is awaited; it may raise.
        stop: Called when the block ends before the items, to make the thread end soon.
    """
    made: queue.Queue[tuple[bool, Any]] = queue.Queue(maxsize=1)
    ended = threading.Event()

    def put(entry: tuple[bool, Any]) -> None:
        while not ended.is_set():
            try:
                made.put(entry, timeout=_POLL_SECONDS)
                return
            except queue.Full:
                continue

    def make() -> None:
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

    def take() -> Iterator[Item]:
        while True:
            try:
                more, value = made.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                waiting()
                continue
            if more:
                yield value
            elif value is None:
                return
            else:
                raise value

    thread = threading.Thread(target=make, daemon=True)
    thread.start()
    taken = take()
    try:
        with closing(taken):  # type: ignore[type-var]
            yield taken
    finally:
        ended.set()
        if thread.is_alive():
            stop()
        thread.join()
