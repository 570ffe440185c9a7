"""The most memory that this program has taken."""

from __future__ import annotations

import re
from pathlib import Path


def peak_memory_mb() -> float:
    """As Linux tells it; getrusage would tell that of the program which started this one, if it is more."""
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(kilobytes) / 1024
