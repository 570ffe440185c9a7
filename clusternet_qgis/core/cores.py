"""How many threads to compute with."""

from __future__ import annotations

import os


def usable_cores() -> int:
    """OMP_NUM_THREADS, as torch and FAISS heed it, or the cores that this process may use."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted) > 0:
        return int(wanted)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
