"""Which pinned and hashed packages an environment is made of, and how large they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .platforms import Linux, Platform

_FOLDER = Path(__file__).resolve().parent
REQUIREMENTS = _FOLDER / "requirements.txt"
LOCKED = _FOLDER / "locked.txt"
TORCH_CPU = _FOLDER / "torch_cpu.txt"
TORCH_CUDA = _FOLDER / "torch_cuda.txt"
# On Linux, PyTorch's builds on PyPI bring two gigabytes for NVIDIA's cards; those without lie in an index of PyTorch's.
PYTORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
OLDEST_CPU_BUILD = (3, 11)


@dataclass(frozen=True)
class Packages:
    """What to install.

    Attributes:
        files: Requirements with hashes.
        index: An index beside PyPI; "" for none.
        download_mb: About how much is downloaded, in megabytes.
        disk_mb: About how much room it takes when installed, in megabytes.
    """

    files: tuple[Path, ...]
    index: str
    download_mb: int
    disk_mb: int


def packages_for(accelerator: str, platform: Platform, version: tuple[int, int]) -> Packages:
    """What to install for "cpu" (on Macs with MPS) or "cuda", on a Python of some version.

    On Linux, Pythons older than 3.11 get the builds for NVIDIA's cards in any case: they compute on CPUs as well.
    """
    if not isinstance(platform, Linux):
        return Packages((LOCKED, TORCH_CPU), "", 350, 1400)
    if accelerator == "cpu" and version >= OLDEST_CPU_BUILD:
        return Packages((LOCKED, TORCH_CPU), PYTORCH_CPU_INDEX, 350, 1400)
    return Packages((LOCKED, TORCH_CUDA), "", 2900, 6500)
