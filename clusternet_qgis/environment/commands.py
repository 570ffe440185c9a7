"""Runs a program to its end and passes on what it prints; when cancelled, ends it and all processes it started."""

from __future__ import annotations

import queue
import subprocess  # starts Python, pip and uv, without a shell  # nosec B404
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..core.progress import Progress
from .platforms import Platform

_SECONDS_BETWEEN_CHECKS = 0.1
_SECONDS_FOR_LAST_LINES = 1.0


class CommandError(Exception):
    """A program failed.

    Attributes:
        output: What it printed, on both streams.
        code: Its exit code; negative for a signal.
    """

    def __init__(self, output: str, code: int) -> None:
        super().__init__(f"ended with code {code}")
        self.output, self.code = output, code


@dataclass(frozen=True)
class Commands:
    """Runs programs one after the other.

    Attributes:
        platform: The machine.
        folder: A folder of our own that all programs work in: what lies in the current one of QGIS, such as a module
            or settings of pip and uv, is none of theirs.
        variables: Environment variables of all programs.
        log: Called with every command and every line that it prints.
    """

    platform: Platform
    folder: Path
    variables: dict[str, str]
    log: Callable[[str], None]

    def run(self, command: Sequence[str], progress: Progress, poll: Callable[[], None] = lambda: None) -> str:
        """Runs one program.

        Args:
            command: Program, by its absolute path, and arguments.
            progress: Gets every line that is printed; cancels within a tenth of a second.
            poll: Called ten times a second while the program runs.

        Returns:
            What it printed, on both streams.

        Raises:
            CommandError: It failed, or could not be started.
            Cancelled: The user stopped it; it has ended then, with all processes that it had started.
        """
        self.log("> " + " ".join(command))
        if not Path(command[0]).is_absolute():
            raise CommandError(f"{command[0]} is no absolute path of a program", 1)
        try:
            process = subprocess.Popen(  # a list of arguments, no shell  # nosec B603
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                env=self.variables,
                cwd=self.folder,
                **self.platform.process_options(),
            )
        except OSError as error:
            raise CommandError(str(error), 1) from error
        lines: queue.Queue[str] = queue.Queue()
        reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
        reader.start()
        printed: list[str] = []
        try:
            while process.poll() is None:
                progress.check()
                poll()
                self._forward(lines, printed, progress, _SECONDS_BETWEEN_CHECKS)
        except BaseException:
            self.platform.end(process)
            process.wait()
            raise
        reader.join(_SECONDS_FOR_LAST_LINES)
        self._forward(lines, printed, progress, 0)
        output = "\n".join(printed)
        if process.returncode:
            raise CommandError(output, process.returncode)
        return output

    def _forward(self, lines: queue.Queue[str], printed: list[str], progress: Progress, seconds: float) -> None:
        """Forwards the lines that were printed since, waiting some seconds for the first one."""
        try:
            while line := lines.get(timeout=seconds) if seconds else lines.get_nowait():
                printed.append(line.rstrip())
                self.log(printed[-1])
                if printed[-1].strip():
                    progress.say(printed[-1].strip())
                seconds = 0
        except queue.Empty:
            return


def _read(stream: IO[str] | None, lines: queue.Queue[str]) -> None:
    for line in stream or ():
        lines.put(line)
