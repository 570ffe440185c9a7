"""Wheels of a few bytes, and the hashed requirements that name them, so that a real installation takes seconds."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

from clusternet_qgis.environment.requirements import Packages


def wheel(folder: Path, name: str, source: str = "", tag: str = "py3-none-any") -> Path:
    """A package `name` with one module of that name."""
    folder.mkdir(parents=True, exist_ok=True)
    path, about = folder / f"{name}-1.0-{tag}.whl", f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": source,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{about}/WHEEL": f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    record = "".join(f"{file},sha256={_digest(text)},{len(text)}\n" for file, text in files.items())
    files[f"{about}/RECORD"] = record + f"{about}/RECORD,,\n"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return path


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def packages(path: Path, *wheels: Path) -> Packages:
    """Requirements that name wheels, with their hashes."""
    lines = [
        f"{wheel.name.split('-')[0]}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
        for wheel in wheels
    ]
    path.write_text("".join(lines))
    return Packages((path,), "", 1, 1)
