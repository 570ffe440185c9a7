"""Where to compute: the device of torch, and how many cores."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import OptionsError

if TYPE_CHECKING:  # who runs exported models needs the number of cores, and no torch
    import torch


def choose(name: str) -> torch.device:
    """The device for `auto`, `cpu`, `cuda` or `mps`.

    Raises:
        OptionsError: This machine has no such device.
    """
    import torch

    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if available[kind]))
    if not available.get(name, False):
        usable = ", ".join(kind for kind in available if available[kind])
        raise OptionsError(f"The device '{name}' is not available here; use auto or one of: {usable}.")
    return torch.device(name)


def usable_cores() -> int:
    """OMP_NUM_THREADS, which torch and FAISS follow too, or else the cores that this process may use."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    if wanted.isdigit() and int(wanted) > 0:
        return int(wanted)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
