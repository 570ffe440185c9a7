"""What tells files, settings and arrays apart: their states, keys and fingerprints."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def key_of(said: Mapping[str, Any], files: Sequence[Any]) -> str:
    """Tells apart what is computed from other settings or files."""
    return hashlib.sha256(json.dumps([said, files], sort_keys=True, default=str).encode()).hexdigest()[:32]


def file_state(path: str) -> tuple[str, int, int]:
    """A file's place, size and time of change; of what is no file, such as a web address, the name alone."""
    file = Path(path.partition("|")[0])
    try:
        state = file.stat()
    except (OSError, ValueError):
        return path, 0, 0
    return str(file.resolve()), state.st_size, state.st_mtime_ns


def fingerprint(arrays: Mapping[str, NDArray[np.generic]]) -> str:
    """Identifies arrays by name and content."""
    digest = hashlib.sha256()
    for name, array in sorted(arrays.items()):
        digest.update(f"{name} {array.shape} {array.dtype.str}".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()[:32]
