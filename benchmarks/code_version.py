"""A version of the source code that a result depends on, so that results are computed again when it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def code_version(sources: Sequence[str]) -> str:
    """Eight hexadecimal digits for the contents of files and folders.

    Args:
        sources: Paths in the repository.

    Raises:
        FileNotFoundError: A path does not exist.
    """
    digest = hashlib.sha256()
    for source in sources:
        path = ROOT / source
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix != ".pyc" and not file.is_dir():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:8]
