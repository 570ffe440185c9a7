"""Peak memory of this process."""

from __future__ import annotations

import re
from pathlib import Path


def peak_memory_mb() -> float:
    """Peak resident memory in MiB, as Linux reports it.

    It is not taken from getrusage, which includes the peak of the process that started this one.
    """
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(kilobytes) / 1024
