"""What tells files, settings and arrays apart: states of files, keys of what is stored, fingerprints of arrays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CONTENT_PREFIX = "clusternet-"


def key_of(*settings: Any) -> str:
    """A key of 32 hexadecimal digits for what is computed with these settings, from files in these states.

    The key is that of the settings' JSON text. Results that users have on their disks are found by it, so the text of
    the same settings must stay the same.

    Args:
        settings: What JSON can hold; anything else counts by its `str`.
    """
    return hashlib.sha256(json.dumps(settings, sort_keys=True, default=str).encode()).hexdigest()[:32]


def size_and_time(path: str | Path) -> tuple[int, int] | None:
    """Size in bytes of a file and time of its last change in nanoseconds; None for what is no file."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def content_folder(folder: str | Path, key: str) -> Path:
    """A folder of temporary files that are named by their content: the same content is the same, wherever it lies.

    QGIS' layers that are not just their files are handed over in such files, which every session writes anew.

    Args:
        folder: Where it is; it need not exist.
        key: 32 hexadecimal digits that stand for all that the files hold.
    """
    return Path(folder) / f"{_CONTENT_PREFIX}{key}"


def is_content_named(path: str | Path) -> bool:
    """Whether a file lies in a `content_folder`."""
    name = Path(path).parent.name
    digits = name[len(_CONTENT_PREFIX) :]
    return name.startswith(_CONTENT_PREFIX) and len(digits) == 32 and not set(digits) - set("0123456789abcdef")


def file_state(path: str) -> tuple[str, int, int]:
    """Full path, size and time of the last change of a file; of what is no file, such as a web address, the name.

    A file in a `content_folder` is known by the names of that folder and its own.

    Args:
        path: The file, or a layer of it as QGIS writes it: `roads.gpkg|layername=roads`.
    """
    file = path.partition("|")[0]
    if is_content_named(file):
        return f"{Path(file).parent.name}/{Path(file).name}", 0, 0
    state = size_and_time(file) if file else None  # an empty path would be the current folder
    return (str(Path(file).resolve()), *state) if state else (path, 0, 0)


def fingerprint(arrays: Mapping[str, NDArray[np.generic]]) -> str:
    """Identifies arrays by name and content."""
    digest = hashlib.sha256()
    for name, array in sorted(arrays.items()):
        digest.update(f"{name} {array.shape} {array.dtype.str}".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()[:32]
