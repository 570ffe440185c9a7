"""Pins and hashes all that the worker needs, for every Python and platform at once, with uv's universal resolution.

lock_requirements.py           writes locked.txt, torch_cpu.txt and torch_cuda.txt in clusternet_qgis/environment
lock_requirements.py --check   looks whether what they say can be had, as wheels, for every Python and platform

Needs `uv` on PATH (`pip install uv`). PyTorch's builds for CPUs on Linux lie in PyTorch's own index. Where that cannot
be reached, their hashes stay as they are in torch_cpu.txt if the version is the same, and it is said.
"""

from __future__ import annotations

import argparse
import itertools
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from clusternet_qgis.environment.platforms import Linux, MacOS, Windows
from clusternet_qgis.environment.requirements import (
    LOCKED,
    OLDEST_CPU_BUILD,
    PYTORCH_CPU_INDEX,
    REQUIREMENTS,
    TORCH_CPU,
    TORCH_CUDA,
    packages_for,
)

_PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
_PLATFORMS = {
    "x86_64-manylinux_2_28": Linux(),
    "aarch64-manylinux_2_28": Linux(),
    "x86_64-pc-windows-msvc": Windows(),
    "aarch64-apple-darwin": MacOS(),
}
_OF_CUDA = re.compile(r"^(nvidia|cuda|triton)\b")
_UV = ("uv", "pip", "compile", "--quiet", "--no-python-downloads", "--only-binary", ":all:")
_UNIVERSAL = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url")


@dataclass(frozen=True)
class Pin:
    """A package with its version, where it is needed, and the hashes of its files."""

    requirement: str
    marker: str
    hashes: tuple[str, ...]

    def __str__(self) -> str:
        head = f"{self.requirement} ; {self.marker}" if self.marker else self.requirement
        return " \\\n".join([head, *(f"    --hash={value}" for value in self.hashes)]) + "\n"

    def where(self, condition: str) -> Pin:
        """The same, in fewer places."""
        return Pin(self.requirement, f"({self.marker}) and {condition}" if self.marker else condition, self.hashes)


def pins(text: str) -> list[Pin]:
    """What a file of hashed requirements says."""
    found = []
    for entry in re.split(r"\n(?=[a-z])", re.sub(r"(?m)^#.*\n", "", text).strip()):
        head, *hashes = (part.strip() for part in entry.replace("\\\n", "\n").splitlines())
        requirement, _, marker = (part.strip() for part in head.partition(";"))
        found.append(Pin(requirement, marker, tuple(value.removeprefix("--hash=") for value in hashes)))
    return found


def compiled(requirements: str, python: str, *options: str) -> list[Pin]:
    """What uv makes of requirements."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "requirements.in"
        source.write_text(requirements)
        command = [*_UV, *_UNIVERSAL, "--python-version", python, *options, str(source)]
        return pins(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def linux_builds(torch: Pin) -> Pin:
    """PyTorch's builds for CPUs on Linux."""
    oldest = ".".join(map(str, OLDEST_CPU_BUILD))
    wanted = f"{torch.requirement}+cpu"
    where = f"python_full_version >= '{oldest}' and sys_platform == 'linux'"
    try:
        index = ("--no-deps", "--index", PYTORCH_CPU_INDEX)
        hashes = compiled(wanted, oldest, *index)[0].hashes
    except subprocess.CalledProcessError:
        known = {pin.requirement: pin.hashes for pin in pins(TORCH_CPU.read_text())}
        if wanted not in known:
            raise SystemExit(f"{PYTORCH_CPU_INDEX} cannot be reached, and {TORCH_CPU.name} has no {wanted}.") from None
        print(f"{PYTORCH_CPU_INDEX} cannot be reached: the hashes of {wanted} stay as they are.")
        hashes = known[wanted]
    return Pin(wanted, where, hashes)


def write(path: Path, about: str, found: list[Pin]) -> None:
    """Writes a file of hashed requirements."""
    note = f"# {about}\n# Made by scripts/lock_requirements.py from {REQUIREMENTS.name}; do not edit.\n"
    path.write_text(note + "".join(map(str, found)), encoding="utf-8")
    print(path.name, len(found), "pins,", path.stat().st_size // 1000, "kB")


def lock() -> None:
    """Writes the files."""
    found = compiled(REQUIREMENTS.read_text(encoding="utf-8"), _PYTHONS[0])
    torch = [pin for pin in found if pin.requirement.startswith("torch==")]
    cuda = [pin for pin in found if _OF_CUDA.match(pin.requirement)]
    rest = [pin for pin in found if pin not in torch and pin not in cuda]
    elsewhere = [pin.where("sys_platform != 'linux'") for pin in torch]
    write(LOCKED, "All but PyTorch.", rest)
    write(TORCH_CPU, "PyTorch for CPUs, and for Apple's graphics.", [*elsewhere, linux_builds(torch[-1])])
    write(TORCH_CUDA, "PyTorch with CUDA for Linux.", [*torch, *cuda])


def check() -> bool:
    """Whether all can be had everywhere; says where not."""
    fine = True
    for python, platform in itertools.product(_PYTHONS, _PLATFORMS):
        major, minor = map(int, python.split("."))
        for accelerator in _PLATFORMS[platform].accelerators:
            packages = packages_for(accelerator, _PLATFORMS[platform], (major, minor))
            index = ("--index", packages.index, "--index-strategy", "unsafe-best-match") if packages.index else ()
            command = [*_UV, "--python-version", python, "--python-platform", platform, *index]
            done = subprocess.run([*command, *map(str, packages.files)], capture_output=True, text=True, check=False)
            print(python, platform, accelerator, "fine" if done.returncode == 0 else done.stderr)
            fine &= done.returncode == 0
    return fine


def main() -> None:
    """Locks or checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only look whether all can be had")
    if parser.parse_args().check:
        sys.exit(not check())
    lock()


if __name__ == "__main__":
    main()
