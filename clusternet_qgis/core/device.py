"""Where torch computes, and with what memory."""

from __future__ import annotations

import torch

from .errors import OptionsError


def choose(name: str) -> torch.device:
    """The device for `auto`, `cpu`, `cuda` or `mps`.

    Raises:
        OptionsError: This machine has no such device.
    """
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if available[kind]))
    if not available.get(name, False):
        usable = ", ".join(kind for kind in available if available[kind])
        raise OptionsError(f"The device '{name}' is not available here; use auto or one of: {usable}.")
    return torch.device(name)
