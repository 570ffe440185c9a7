"""Outputs appear whole or not at all: written beside the final name, moved there when complete."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from .errors import ClusterNetError

SUFFIX = ".partial"

Sink = TypeVar("Sink", bound="StagedSink")


@contextmanager
def staged(path: str | Path) -> Iterator[Path]:
    """Gives a path to write to, with room for side files, in a hidden folder beside the final one.

    When the block ends, everything in that folder replaces what had those names, `path` itself last, so that its
    presence means that the output is complete. When the block fails, the folder is removed.

    Raises:
        ClusterNetError: The folder of `path` cannot be written to, or the disk is full.
    """
    final = Path(path)
    with scratch_folder(final) as folder:
        try:
            yield folder / final.name
            _publish(folder, final)
        except OSError as error:
            raise ClusterNetError(
                f"Cannot write {final}: {error.strerror or error}. Check the free disk space and that no other program "
                "has it open."
            ) from error


@contextmanager
def scratch_folder(path: str | Path) -> Iterator[Path]:
    """Gives a hidden folder beside a file that is to be written, which goes when the block ends.

    When the process is killed, `discard_staged` removes it before the next run.

    Raises:
        ClusterNetError: The folder of `path` cannot be written to.
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
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class StagedSink:
    """Something written piece by piece in a block; it appears under its name when the block ends without an error.

    Args:
        path: The final name.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def __enter__(self: Sink) -> Sink:
        self._staging = staged(self.path)
        self._staged_path = self._staging.__enter__()
        try:
            self._start()
        except BaseException as error:
            self._abandon(error)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._abandon(error)
            return
        try:
            self._finish()
        except BaseException as failure:
            self._abandon(failure)
            raise
        self._staging.__exit__(None, None, None)

    def _abandon(self, error: BaseException) -> None:
        self._close()
        self._staging.__exit__(type(error), error, error.__traceback__)

    def _start(self) -> None:
        """Creates `_staged_path`."""

    def _finish(self) -> None:
        """Completes and closes it."""

    def _close(self) -> None:
        """Lets go of it, complete or not."""


def discard_staged(path: str | Path) -> None:
    """Removes what processes of this machine that were killed left behind while writing `path`."""
    final = Path(path)
    if final.parent.is_dir():
        for folder in final.parent.iterdir():
            found = re.fullmatch(
                re.escape(f".{final.name}.") + rf"{_machine()}-(\d+)-\w+" + re.escape(SUFFIX), folder.name
            )
            if found and not _runs(int(found[1])):
                shutil.rmtree(folder, ignore_errors=True)


def _prefix(final: Path) -> str:
    """Of the hidden folder: the machine and the process tell whether somebody is still at work in it."""
    return f".{final.name}.{_machine()}-{os.getpid()}-"


def _machine() -> str:
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _runs(process: int) -> bool:
    """Whether there is such a process on this machine."""
    if sys.platform == "win32":  # where a folder in use cannot be removed anyway
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _publish(folder: Path, final: Path) -> None:
    files = sorted((f for f in folder.rglob("*") if f.is_file()), key=lambda file: file.name == final.name)
    for file in files:
        with file.open("rb+") as handle:  # Windows only syncs what is open for writing
            os.fsync(handle.fileno())
    for file in files:
        target = final.parent / file.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
    _sync_folder(final.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the names last through a power cut, on systems that can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # not every network drive can
        pass
    finally:
        os.close(handle)
