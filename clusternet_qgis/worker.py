"""The process in which torch and FAISS live: reads requests, calls the core, prints progress and results.

One JSON object a line. In: `{"id": 1, "call": "cluster", "arguments": {...}}`, or `{"cancel": 1}` to stop that call.
Out: `{"id": 1, "progress": 0.25}`, `{"id": 1, "message": "..."}`, and once for each request one of
`{"id": 1, "result": {...}}`, `{"id": 1, "cancelled": true}`, `{"id": 1, "error": "...", "kind": "user" or "bug"}`.
The end of the input cancels what is running and ends the process.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import threading
import time
import traceback
from collections.abc import Mapping
from typing import Any, TextIO

from .core.errors import Cancelled, ClusterNetError
from .core.progress import Progress
from .worker_calls import Call, WorkerCalls, is_shortage

_SECONDS_BETWEEN_REPORTS = 0.1


class Worker:
    """Answers requests one after the other, while a thread listens for cancels.

    Args:
        requests: Lines of requests.
        answers: Takes lines of answers.
        calls: What can be asked for, by name; all that there is by default.
    """

    def __init__(self, requests: TextIO, answers: TextIO, calls: Mapping[str, Call] | None = None) -> None:
        self._requests = requests
        self._answers = answers
        self._calls = calls or WorkerCalls().table
        self._pending: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._cancelled: list[Any] = []  # ids may be anything that JSON has
        self._sending = threading.Lock()
        self._closed = threading.Event()

    def run(self) -> None:
        """Answers until the input ends."""
        threading.Thread(target=self._listen, daemon=True).start()
        while (request := self._pending.get()) is not None:
            self._answer(request)

    def _listen(self) -> None:
        for line in self._requests:
            try:
                request = json.loads(line)
                if not isinstance(request, dict):
                    raise ValueError("a request is a JSON object")
            except (ValueError, RecursionError) as error:
                self._send({"id": None, "error": f"Not a request: {error}", "kind": "user"})
                continue
            if "cancel" in request:
                self._cancelled.append(request["cancel"])
            else:
                self._pending.put(request)
        self.stop()

    def stop(self) -> None:
        """Cancels what is running and ends `run`; safe in a signal handler."""
        self._closed.set()
        self._pending.put(None)

    def _answer(self, request: dict[str, Any]) -> None:
        number = request.get("id")
        try:
            name, arguments = request.get("call"), request.get("arguments") or {}
            if not isinstance(name, str) or name not in self._calls:
                raise ClusterNetError(f"Unknown call {name!r}; use one of {', '.join(self._calls)}.")
            if not isinstance(arguments, dict):
                raise ClusterNetError("The arguments of a call are a JSON object.")
            result = self._calls[name](arguments, self._progress(number))
            self._send({"id": number, "result": result})
        except Cancelled:
            self._send({"id": number, "cancelled": True})
        except ClusterNetError as error:
            self._send({"id": number, "error": str(error), "kind": "user"})
        except Exception as error:
            if is_shortage(error):
                text = "There is not enough memory; lower MEMORY_MB, TILE_SIZE or BATCH_SIZE."
                self._send({"id": number, "error": text, "kind": "user"})
                return
            # The host shows it with its traceback.
            text = f"{type(error).__name__}: {error}"
            self._send({"id": number, "error": text, "kind": "bug", "traceback": traceback.format_exc()})

    def _progress(self, number: Any) -> Progress:
        last = 0.0

        def report(fraction: float) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _SECONDS_BETWEEN_REPORTS or fraction >= 1:
                last = now
                self._send({"id": number, "progress": round(fraction, 4)})

        return Progress(
            report,
            lambda message: self._send({"id": number, "message": message}),
            lambda: self._closed.is_set() or number in self._cancelled,
        )

    def _send(self, answer: dict[str, Any]) -> None:
        try:
            with self._sending:
                self._answers.write(json.dumps(answer) + "\n")
                self._answers.flush()
        except (BrokenPipeError, ValueError):  # the host is gone
            self._closed.set()


def main() -> None:
    """Serves standard input, on standard output kept clean of what libraries print."""
    # Threads that spin while they wait make torch 2 to 30 times slower beside any other busy process.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), encoding="utf-8", errors="replace")
    worker = Worker(requests, answers)
    # Ctrl+C in a terminal reaches the host and this process; both take it as a cancel.
    signal.signal(signal.SIGINT, lambda number, frame: worker.stop())
    worker.run()


if __name__ == "__main__":
    main()
