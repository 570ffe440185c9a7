"""The host's side of the worker process: starts it, passes progress on, cancels it, turns its end into a sentence."""

from __future__ import annotations

import json
import queue
import subprocess  # starts the plugin's own worker, without a shell  # nosec B404
import threading
from pathlib import Path
from typing import IO, Any, cast

from .core.errors import Cancelled, ClusterNetError
from .core.progress import Progress
from .core.staging import discard_staged
from .environment import interpreter

_PACKAGE_PARENT = Path(__file__).resolve().parent.parent
# Neither the current folder nor other plugins, beside which this one lies, may shadow libraries.
_BOOTSTRAP = (
    "import sys; sys.path[:] = [p for p in sys.path if p] + [sys.argv.pop()]; "
    "from clusternet_qgis.worker import main; main()"
)
_SECONDS_TO_STOP = 1.0
_SECONDS_TO_TERMINATE = 0.5
_SECONDS_TO_READ = 0.2
_POLL_SECONDS = 0.05
_SILENT = Progress()


class WorkerError(RuntimeError):
    """A bug in the worker; the message holds its traceback."""


class WorkerDiedError(ClusterNetError):
    """The process has ended by itself; the message says how."""


class Runner:
    """One worker process.

    Args:
        python: Interpreter that has torch and FAISS.
    """

    def __init__(self, python: str) -> None:
        self._process = subprocess.Popen(  # a list of arguments, no shell  # nosec B603
            [python, "-c", _BOOTSTRAP, str(_PACKAGE_PARENT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=interpreter.environment(python),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._complaints: list[str] = []
        self._stray: list[str] = []  # printed before the worker took its output for answers
        self._number = 0
        self._readers = [
            threading.Thread(target=target, daemon=True) for target in (self._read_answers, self._read_complaints)
        ]
        for reader in self._readers:
            reader.start()

    def _read_answers(self) -> None:
        for line in _pipe(self._process.stdout):
            try:
                answer = json.loads(line)
            except ValueError:
                answer = None
            if isinstance(answer, dict):
                self._answers.put(answer)
            else:
                self._stray.append(line)
                del self._stray[:-50]
        self._answers.put(None)

    def _read_complaints(self) -> None:
        for line in _pipe(self._process.stderr):
            self._complaints.append(line)
            del self._complaints[:-50]

    def call(self, name: str, arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
        """Runs one call to its end.

        Raises:
            ClusterNetError: The user can act on it, or the process died.
            Cancelled: The user stopped it; the process is gone then.
            WorkerError: A bug.
        """
        self._ask(name, arguments)
        try:
            while True:
                progress.check()
                if (result := self._heard(progress)) is not None:
                    return result
        except BaseException:
            self.close()
            raise

    def call_and_stay(self, name: str, arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
        """Like `call`, but the process lives on, with all that it holds, after a cancel and after an error.

        A cancel is passed on, and what the call then still gives is returned: it may have just ended.

        Raises:
            WorkerDiedError: The process is gone.
        """
        self._ask(name, arguments)
        cancelled = False
        while True:
            try:
                progress.check()
            except Cancelled:
                if not cancelled:
                    self._send({"cancel": self._number})
                cancelled = True
            # Whoever has cancelled wants to hear no more of it.
            if (result := self._heard(_SILENT if cancelled else progress)) is not None:
                return result

    def _ask(self, name: str, arguments: dict[str, Any]) -> None:
        self._number += 1
        self._send({"id": self._number, "call": name, "arguments": arguments})

    def _heard(self, progress: Progress) -> dict[str, Any] | None:
        """Waits a moment for an answer and passes it on; the result if it is one."""
        try:
            answer = self._answers.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            return None
        if answer is None:
            raise WorkerDiedError(self._obituary())
        return _told(answer, progress) if answer.get("id") == self._number else None

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def _send(self, request: dict[str, Any]) -> None:
        try:
            requests = _pipe(self._process.stdin)
            requests.write(json.dumps(request) + "\n")
            requests.flush()
        except OSError as error:
            raise WorkerDiedError(self._obituary()) from error

    def _obituary(self) -> str:
        code = self._process.wait()
        self._join_readers()  # the last words may still be on their way
        said = (line.strip() for line in [*reversed(self._complaints), *reversed(self._stray)])
        last = next(filter(None, said), "")
        reason = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        remedy = "try again"
        if code in (-9, -11, -6):  # the system ends it, or a library falls over what it did not get
            reason += ", as happens when memory runs out"
            remedy += ", with a lower MEMORY_MB or TILE_SIZE if memory was short"
        return f"The worker process {reason}{': ' + last if last else ''}. Nothing half-written was left; {remedy}."

    def close(self) -> None:
        """Ends the process: by the end of its input, which is a cancel, then by force."""
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:  # it was dead already
                self._process.stdin = None
        self._end()
        self._join_readers()
        for reader, pipe in zip(self._readers, (self._process.stdout, self._process.stderr)):
            if pipe is not None and not reader.is_alive():
                pipe.close()

    def _end(self) -> None:
        for seconds, force in (
            (_SECONDS_TO_STOP, self._process.terminate),
            (_SECONDS_TO_TERMINATE, self._process.kill),
        ):
            try:
                self._process.wait(seconds)
                return
            except subprocess.TimeoutExpired:
                force()
        self._process.wait()

    def _join_readers(self) -> None:
        """Waits for what is left in the pipes; not for long, as a grandchild may hold them open."""
        for reader in self._readers:
            reader.join(_SECONDS_TO_READ)


def _pipe(stream: IO[str] | None) -> IO[str]:
    """A pipe that Popen was asked for, and so is there."""
    return cast("IO[str]", stream)


def _told(answer: dict[str, Any], progress: Progress) -> dict[str, Any] | None:
    """Passes an answer on; the result if it is one."""
    if "result" in answer:
        return dict(answer["result"])
    if "cancelled" in answer:
        raise Cancelled
    if "error" in answer:
        if answer.get("kind") == "user":
            raise ClusterNetError(answer["error"])
        raise WorkerError(f"{answer['error']}\n{answer.get('traceback', '')}")
    if "message" in answer:
        progress.say(answer["message"])
    if "progress" in answer:
        progress.update(answer["progress"])
    return None


def start(python: str) -> Runner:
    """Starts a worker.

    Raises:
        ClusterNetError: The interpreter cannot be started.
    """
    try:
        return Runner(python)
    except OSError as error:
        raise ClusterNetError(f"Cannot start the Python at {python}: {error.strerror}. Choose another one.") from error


def run(python: str, call: str, arguments: dict[str, Any], outputs: list[str], progress: Progress) -> dict[str, Any]:
    """Starts a worker for one call, and ends it.

    Args:
        python: Interpreter that has torch and FAISS.
        call: Name of the call.
        arguments: Plain values.
        outputs: Files that the call writes: whatever a killed worker left of them is removed.
        progress: Reports and cancels.

    Raises:
        ClusterNetError: The user can act on it, or the process died.
        Cancelled: The user stopped it.
        WorkerError: A bug.
    """
    runner = start(python)
    try:
        return runner.call(call, arguments, progress)
    finally:
        runner.close()
        for output in filter(None, outputs):
            discard_staged(output)
