"""Runs a program to its end, passes on what it prints, and ends it with all that it has started when asked to."""

from __future__ import annotations

import queue
import subprocess  # starts Python, pip and uv, without a shell  # nosec B404
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

from ..core.progress import Progress
from .platforms import Platform

_SECONDS_BETWEEN_CHECKS = 0.1
_SECONDS_FOR_LAST_WORDS = 1.0


class CommandError(Exception):
    """A program has failed.

    Attributes:
        output: What it printed, to both streams.
        code: How it ended; negative for a signal.
    """

    def __init__(self, output: str, code: int) -> None:
        super().__init__(f"ended with code {code}")
        self.output, self.code = output, code


@dataclass(frozen=True)
class Commands:
    """Runs programs one after the other.

    Attributes:
        platform: The machine.
        variables: Environment variables of all of them.
        log: Hears every line that they print.
    """

    platform: Platform
    variables: dict[str, str]
    log: Callable[[str], None]

    def run(self, command: Sequence[str], progress: Progress, look: Callable[[], None] = lambda: None) -> str:
        """Runs one.

        Args:
            command: Program and arguments.
            progress: Hears what is printed, and cancels within a moment.
            look: Called ten times a second meanwhile.

        Returns:
            What it printed, to both streams.

        Raises:
            CommandError: It failed, or could not be started.
            Cancelled: The user stopped it; it is gone then, with all that it had started.
        """
        self.log("> " + " ".join(command))
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
                **self.platform.process_options(),
            )
        except OSError as error:
            raise CommandError(str(error), 1) from error
        lines: queue.Queue[str] = queue.Queue()
        reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
        reader.start()
        heard: list[str] = []
        try:
            while process.poll() is None:
                progress.check()
                look()
                self._pass_on(lines, heard, progress, _SECONDS_BETWEEN_CHECKS)
        except BaseException:
            self.platform.end(process)
            process.wait()
            raise
        reader.join(_SECONDS_FOR_LAST_WORDS)
        self._pass_on(lines, heard, progress, 0)
        output = "\n".join(heard)
        if process.returncode:
            raise CommandError(output, process.returncode)
        return output

    def _pass_on(self, lines: queue.Queue[str], heard: list[str], progress: Progress, seconds: float) -> None:
        """Hears what has been printed, waiting for the first line."""
        try:
            while line := lines.get(timeout=seconds) if seconds else lines.get_nowait():
                heard.append(line.rstrip())
                self.log(heard[-1])
                if heard[-1].strip():
                    progress.say(heard[-1].strip())
                seconds = 0
        except queue.Empty:
            return


def _read(stream: IO[str] | None, lines: queue.Queue[str]) -> None:
    for line in stream or ():
        lines.put(line)
