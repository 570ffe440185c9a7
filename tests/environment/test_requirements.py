"""What is installed is pinned and hashed, once for every Python and platform, and says what requirements.txt says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

from clusternet_qgis.environment.platforms import Linux, MacOS, Platform, Windows
from clusternet_qgis.environment.requirements import (
    LOCKED,
    PYTORCH_CPU_INDEX,
    REQUIREMENTS,
    TORCH_CPU,
    TORCH_CUDA,
    packages_for,
)

PYTHONS = [(3, 9), (3, 10), (3, 11), (3, 12), (3, 13), (3, 14)]
PLATFORMS = {"linux": Linux(machine="x86_64"), "win32": Windows(machine="AMD64"), "darwin": MacOS(machine="arm64")}
SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}
CASES = [
    (version, system, accelerator)
    for version in PYTHONS
    for system, platform in PLATFORMS.items()
    for accelerator in platform.accelerators
]


def entries(path: Path) -> list[str]:
    """Requirements with their hashes, a line each."""
    joined = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def plain(entry: str) -> Requirement:
    return Requirement(entry.partition("--hash")[0].strip())


def holds(marker: Marker | None, version: tuple[int, int], system: str, platform: Platform) -> bool:
    dotted = ".".join(map(str, version))
    values = {
        "python_version": dotted,
        "python_full_version": f"{dotted}.1",
        "sys_platform": system,
        "platform_system": SYSTEMS[system],
        "platform_machine": platform.machine,
    }
    return marker is None or marker.evaluate(values)


@pytest.mark.parametrize("path", [LOCKED, TORCH_CPU, TORCH_CUDA], ids=lambda path: path.name)
def test_all_is_pinned_and_hashed(path: Path) -> None:
    assert len(entries(path)) > 1
    for entry in entries(path):
        (pin,) = plain(entry).specifier
        assert pin.operator == "=="
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}(?= |$)", entry), entry
        assert "://" not in entry  # where it comes from is the user's business


@pytest.mark.parametrize(("version", "system", "accelerator"), CASES)
def test_every_python_and_platform_gets_each_package_once(
    version: tuple[int, int], system: str, accelerator: str
) -> None:
    platform = PLATFORMS[system]
    packages = packages_for(accelerator, platform, version)
    chosen: dict[str, str] = {}
    for entry in (entry for path in packages.files for entry in entries(path)):
        requirement = plain(entry)
        if holds(requirement.marker, version, system, platform):
            assert requirement.name not in chosen, requirement.name
            chosen[requirement.name] = next(iter(requirement.specifier)).version
    for line in entries(REQUIREMENTS):
        asked = Requirement(line)
        if holds(asked.marker, version, system, platform):
            assert asked.specifier.contains(chosen[asked.name]), f"run scripts/lock_requirements.py: {line}"
    assert {"numpy", "scipy", "torch", "faiss-cpu", "onnx", "onnxruntime", "matplotlib", "jinja2"} <= chosen.keys()


def test_cards_of_nvidia_are_paid_for_by_those_who_want_them() -> None:
    light, heavy = (packages_for(accelerator, PLATFORMS["linux"], (3, 12)) for accelerator in ("cpu", "cuda"))
    assert light.index == PYTORCH_CPU_INDEX
    assert heavy.index == ""
    assert light.download_mb * 5 < heavy.download_mb
    assert not any(plain(entry).name.startswith("nvidia") for path in light.files for entry in entries(path))
    assert any(plain(entry).name.startswith("nvidia") for path in heavy.files for entry in entries(path))
    assert packages_for("cpu", PLATFORMS["win32"], (3, 12)).index == ""
