"""QGIS' side of the worker process: starts it, passes on its progress, cancels it, and says how it ended."""

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
# Other plugins must not hide libraries: their folder comes last. Relative paths of data are meant from QGIS' folder.
_BOOTSTRAP = """
import contextlib, os
with contextlib.suppress(OSError):
    os.chdir(sys.argv.pop())
sys.path.append(sys.argv.pop())
from clusternet_qgis.worker import main
main()
"""
_SECONDS_TO_STOP = 1.0
_SECONDS_TO_TERMINATE = 0.5
_SECONDS_TO_READ = 0.2
_POLL_SECONDS = 0.05
_SILENT = Progress()


class WorkerError(RuntimeError):
    """A bug in the worker; the message holds its traceback."""


class WorkerDiedError(ClusterNetError):
    """The process ended by itself; the message says how."""


class Runner:
    """One worker process.

    Args:
        python: Path of an interpreter that has torch and FAISS.
    """

    def __init__(self, python: str) -> None:
        self._process = subprocess.Popen(  # a list of arguments, no shell  # nosec B603
            interpreter.command(python, _BOOTSTRAP, str(_PACKAGE_PARENT), _current_folder()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=interpreter.process_variables(python),
            cwd=interpreter.OWN_FOLDER,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._error_lines: list[str] = []
        self._other_lines: list[str] = []  # printed to the output by Python or libraries before the worker began
        self._call_number = 0
        self._readers = [
            threading.Thread(target=target, daemon=True) for target in (self._read_answers, self._read_errors)
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
                self._other_lines.append(line)
                del self._other_lines[:-50]
        self._answers.put(None)

    def _read_errors(self) -> None:
        for line in _pipe(self._process.stderr):
            self._error_lines.append(line)
            del self._error_lines[:-50]

    def call(self, name: str, arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
        """Runs one call to its end. If it does not succeed, the process is ended.

        Raises:
            ClusterNetError: Something that the user can act on; or the process died.
            Cancelled: The user stopped it; the process has ended then.
            WorkerError: A bug in the worker.
        """
        self._send_call(name, arguments)
        try:
            while True:
                progress.check()
                if (result := self._next_result(progress)) is not None:
                    return result
        except BaseException:
            self.close()
            raise

    def call_and_stay(self, name: str, arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
        """Like `call`, but after a cancel or an error the process stays, with its open raster and model.

        A cancel is passed on to the worker. If the call has ended just before, its result is returned.

        Raises:
            WorkerDiedError: The process died.
        """
        self._send_call(name, arguments)
        cancelled = False
        while True:
            try:
                progress.check()
            except Cancelled:
                if not cancelled:
                    self._send({"cancel": self._call_number})
                cancelled = True
            # After a cancel, progress is reported no more.
            if (result := self._next_result(_SILENT if cancelled else progress)) is not None:
                return result

    def _send_call(self, name: str, arguments: dict[str, Any]) -> None:
        self._call_number += 1
        self._send({"id": self._call_number, "call": name, "arguments": arguments})

    def _next_result(self, progress: Progress) -> dict[str, Any] | None:
        """Waits a moment for an answer; the result if it holds one, None if there is none or it holds progress."""
        try:
            answer = self._answers.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            return None
        if answer is None:
            raise WorkerDiedError(self._exit_message())
        return _result_of(answer, progress) if answer.get("id") == self._call_number else None

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def _send(self, request: dict[str, Any]) -> None:
        try:
            requests = _pipe(self._process.stdin)
            requests.write(json.dumps(request) + "\n")
            requests.flush()
        except OSError as error:
            raise WorkerDiedError(self._exit_message()) from error

    def _exit_message(self) -> str:
        code = self._process.wait()
        self._join_readers()  # the last lines may not have been read yet
        lines = (line.strip() for line in [*reversed(self._error_lines), *reversed(self._other_lines)])
        last = next(filter(None, lines), "")
        reason = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        remedy = "try again"
        if code in (-9, -11, -6):  # the system ended it, or a library could not allocate memory
            reason += ", as happens when memory runs out"
            remedy += ", with a lower MEMORY_MB or TILE_SIZE if memory was short"
        return f"The worker process {reason}{': ' + last if last else ''}. Nothing half-written was left; {remedy}."

    def close(self) -> None:
        """Ends the process: first by closing its input, which cancels its work, then by force."""
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:  # the process has ended already
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
        """Waits for the last lines in the pipes; not for long, because a process of the worker may keep them open."""
        for reader in self._readers:
            reader.join(_SECONDS_TO_READ)


def _current_folder() -> str:
    """The current folder; that of the plugin if it was deleted."""
    try:
        return str(Path.cwd())
    except OSError:
        return str(_PACKAGE_PARENT)


def _pipe(stream: IO[str] | None) -> IO[str]:
    """A stream of a process that was started with pipes, and so is not None."""
    return cast("IO[str]", stream)


def _result_of(answer: dict[str, Any], progress: Progress) -> dict[str, Any] | None:
    """The result that an answer holds. Progress is passed on, and errors are raised."""
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
    """Starts a worker for one call, and ends it afterwards.

    Args:
        python: Path of an interpreter that has torch and FAISS.
        call: Name of the call.
        arguments: Arguments of the call, as plain values.
        outputs: Files that the call writes. Unfinished ones that a killed worker leaves are removed.
        progress: Reports and cancels.

    Raises:
        ClusterNetError: Something that the user can act on; or the process died.
        Cancelled: The user stopped it.
        WorkerError: A bug in the worker.
    """
    runner = start(python)
    try:
        return runner.call(call, arguments, progress)
    finally:
        runner.close()
        for output in filter(None, outputs):
            discard_staged(output)
