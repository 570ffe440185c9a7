"""Outputs appear whole or not at all: written beside the final name, moved there when complete."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import ClusterNetError

SUFFIX = ".partial"


@contextmanager
def staged(path: str | Path) -> Iterator[Path]:
    """Gives a path to write to, with room for side files, in a hidden folder beside the final one.

    When the block ends, everything in that folder replaces what had those names, `path` itself last, so that its
    presence means that the output is complete. When the block fails, the folder is removed.

    Raises:
        ClusterNetError: The folder of `path` cannot be written to, or the disk is full.
    """
    final = Path(path)
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(final), suffix=SUFFIX, dir=final.parent))
    except OSError as error:
        raise ClusterNetError(
            f"Cannot write into the folder {final.parent}: {error.strerror}. Choose a folder that you may write to."
        ) from error
    try:
        yield folder / final.name
        _publish(folder, final)
    except OSError as error:
        raise ClusterNetError(
            f"Cannot write {final}: {error.strerror or error}. Check the free disk space and that no other program has "
            "it open."
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def discard_staged(path: str | Path) -> None:
    """Removes what a process that was killed left behind while writing `path`."""
    final = Path(path)
    if final.parent.is_dir():
        for folder in final.parent.iterdir():
            if folder.name.startswith(_prefix(final)) and folder.name.endswith(SUFFIX):
                shutil.rmtree(folder, ignore_errors=True)


def _prefix(final: Path) -> str:
    return f".{final.name}."


def _publish(folder: Path, final: Path) -> None:
    files = sorted((f for f in folder.rglob("*") if f.is_file()), key=lambda file: file.name == final.name)
    for file in files:
        with file.open("rb+") as handle:  # Windows only syncs what is open for writing
            os.fsync(handle.fileno())
    for file in files:
        target = final.parent / file.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
