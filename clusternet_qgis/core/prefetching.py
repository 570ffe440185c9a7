"""Runs one stage of a pipeline in a thread of its own, ahead of the next stage."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")

_POLL_SECONDS = 0.05


@contextmanager
def prefetched(
    items: Iterable[Item], waiting: Callable[[], None] = lambda: None, stop: Callable[[], None] = lambda: None
) -> Iterator[Iterator[Item]]:
    """Gives an iterator over the same items, which another thread produces while the items before are used.

    The thread is one item ahead, so that at most two are in memory. It has always ended when the block has ended.

    Args:
        items: Iterated in the thread; its exceptions are raised where the items are used.
        waiting: Called again and again while the next item is not ready; it may raise an exception.
        stop: Called if the block ends before the thread has, to make the thread end soon.
    """
    producer = _Producer(items)
    consumed = producer.consume(waiting)
    try:
        with closing(consumed):  # type: ignore[type-var]
            yield consumed
    finally:
        producer.end(stop)


class _Producer(Generic[Item]):
    """Iterates over items in a thread of its own: the next one is begun when the one before has been taken."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        # (True, item); at the end (False, None), or (False, exception). Never more than one.
        self._finished: queue.Queue[tuple[bool, Any]] = queue.Queue()
        self._wanted = threading.Semaphore(1)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._produce, daemon=True)
        self._thread.start()

    def _produce(self) -> None:
        last: tuple[bool, Any] = (False, None)
        try:
            items = iter(self._items)
            while self._wanted.acquire() and not self._ended.is_set():
                try:
                    self._finished.put((True, next(items)))
                except StopIteration:
                    break
        except BaseException as error:  # it is raised again where the items are used
            last = (False, error)
        finally:
            if hasattr(self._items, "close"):
                self._items.close()
        self._finished.put(last)

    def consume(self, waiting: Callable[[], None]) -> Iterator[Item]:
        """Yields the items, and raises what the thread has raised."""
        while True:
            try:
                more, value = self._finished.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                waiting()
                continue
            if more:
                self._wanted.release()
                yield value
            elif value is None:
                return
            else:
                raise value

    def end(self, stop: Callable[[], None]) -> None:
        """Ends the thread and waits for it; calls `stop` if it is still running."""
        self._ended.set()
        self._wanted.release()
        if self._thread.is_alive():
            stop()
        self._thread.join()
