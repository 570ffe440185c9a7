"""The packages of an environment, pinned and with hashes, and how large they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .platforms import Linux, Platform

_FOLDER = Path(__file__).resolve().parent
REQUIREMENTS = _FOLDER / "requirements.txt"
LOCKED = _FOLDER / "locked.txt"
TORCH_CPU = _FOLDER / "torch_cpu.txt"
TORCH_CUDA = _FOLDER / "torch_cuda.txt"
# On Linux, the builds of PyTorch on PyPI include 2 GB for NVIDIA's GPUs; those for CPUs only are in this index.
PYTORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
OLDEST_CPU_BUILD = (3, 11)


@dataclass(frozen=True)
class Packages:
    """What to install.

    Attributes:
        files: Files of requirements with hashes.
        index: Another index beside PyPI; "" for none.
        download_mb: About how many megabytes are downloaded.
        disk_mb: About how many megabytes they take on the disk.
    """

    files: tuple[Path, ...]
    index: str
    download_mb: int
    disk_mb: int


def packages_for(accelerator: str, platform: Platform, version: tuple[int, int]) -> Packages:
    """The packages for an accelerator, "cpu" (which includes MPS on Macs) or "cuda", and a version of Python.

    On Linux, Pythons older than 3.11 always get the builds for NVIDIA's GPUs, which compute on CPUs as well.
    """
    if not isinstance(platform, Linux):
        return Packages((LOCKED, TORCH_CPU), "", 350, 1400)
    if accelerator == "cpu" and version >= OLDEST_CPU_BUILD:
        return Packages((LOCKED, TORCH_CPU), PYTORCH_CPU_INDEX, 350, 1400)
    return Packages((LOCKED, TORCH_CUDA), "", 2900, 6500)
