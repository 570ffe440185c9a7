"""Runs the plugin's algorithms in a real QGIS without a screen: qgis_process in a profile of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from link import PLUGIN, link_into

# A newer Python than QGIS was written for warns of it: the place and the line of code.
_WARNING = re.compile(r"^/usr/\S+: \w*Warning: .*\n(?: +.*\n)?", re.M)


@dataclass(frozen=True)
class Finished:
    """What a run of qgis_process left.

    Attributes:
        code: Exit code.
        results: Outputs by name; empty after a failure.
        text: All that was printed, but for what Python says of QGIS' own code.
        seconds: Wall-clock time.
        peak_memory_mb: Of the largest process of the run.
    """

    code: int
    results: dict[str, Any]
    text: str
    seconds: float
    peak_memory_mb: float


class QgisProcess:
    """qgis_process with the plugin enabled.

    Args:
        folder: Holds the plugin link and the profile.
        extra: More environment variables.

    Attributes:
        environment: All variables of its runs.
    """

    def __init__(self, folder: Path, extra: dict[str, str] | None = None) -> None:
        runtime = folder / "runtime"
        runtime.mkdir(parents=True, exist_ok=True)
        runtime.chmod(0o700)
        link_into(folder / "plugins")
        # Debian's wrapper qgis_process adds an option that the program does not know.
        self._program = shutil.which("qgis_process.bin") or shutil.which("qgis_process") or "qgis_process"
        self.environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
            "QGIS_PLUGINPATH": str(folder / "plugins"),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
            "OMP_WAIT_POLICY": "PASSIVE",
            **(extra or {}),
        }
        enabled = self.call("plugins", "enable", PLUGIN)
        if enabled.code and "already enabled" not in enabled.text:
            raise RuntimeError(enabled.text)

    def call(self, *arguments: str) -> Finished:
        """One run with any arguments."""
        start = time.monotonic()
        process = self.start(*arguments)
        output, _ = process.communicate()
        _, status, usage = process.waited
        return Finished(
            os.waitstatus_to_exitcode(status),
            _results(output),
            _WARNING.sub("", output),
            time.monotonic() - start,
            usage.ru_maxrss / 1024,
        )

    def start(self, *arguments: str) -> _Process:
        """Starts a run and does not wait for it."""
        return _Process(
            [self._program, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )

    def run(self, algorithm: str, **parameters: Any) -> Finished:
        """Runs an algorithm; a list gives its parameter several times."""
        return self.call(*run_arguments(algorithm, parameters))


def run_arguments(algorithm: str, parameters: dict[str, Any]) -> list[str]:
    """The command line of an algorithm."""
    pairs = [
        f"{name}={item}"
        for name, value in parameters.items()
        for item in (value if isinstance(value, (list, tuple)) else [value])
    ]
    return ["--json", "run", algorithm, "--", *pairs]


class _Process(subprocess.Popen):  # type: ignore[type-arg]
    """A process whose use of memory is known after its end."""

    waited: tuple[int, int, Any]

    def _try_wait(self, wait_flags: int) -> tuple[int, int]:
        pid, status, usage = os.wait4(self.pid, wait_flags)
        if pid:
            self.waited = (pid, status, usage)
        return pid, status

    def interrupt(self) -> None:
        """What Ctrl+C in a terminal does."""
        os.killpg(self.pid, signal.SIGINT)


def _results(output: str) -> dict[str, Any]:
    """The results in what qgis_process --json printed, whatever was printed before or after."""
    start = output.find("{\n")
    if start < 0:
        return {}
    try:
        answer, _ = json.JSONDecoder().raw_decode(output[start:])
    except ValueError:
        return {}
    return dict(answer.get("results") or {})
