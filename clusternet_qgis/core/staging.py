"""Outputs are written to a hidden folder beside their final path, and moved to that path when they are complete."""

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
    """Gives a path to write to, in a hidden folder beside the final path; other files may be written there too.

    When the block ends, all files in that folder replace those of the same names beside `path`. The file `path` itself
    is moved last, so the output is complete if it exists. When the block raises, the folder is removed.

    Raises:
        ClusterNetError: The folder of `path` is not writable, or the disk is full.
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
    """Gives a hidden folder beside a file that will be written; it is removed when the block ends.

    If the process is killed, `discard_staged` removes it before the next run.

    Raises:
        ClusterNetError: The folder of `path` is not writable.
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
    """A file that is written piece by piece in a block; it appears when the block ends without an error.

    Args:
        path: The final path.
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
        """Creates the file `_staged_path`."""

    def _finish(self) -> None:
        """Completes the file and closes it."""

    def _close(self) -> None:
        """Closes the file, complete or not."""


def discard_staged(path: str | Path) -> None:
    """Removes hidden folders for `path` that were left by killed processes of this machine."""
    final = Path(path)
    if final.parent.is_dir():
        for folder in final.parent.iterdir():
            match = re.fullmatch(
                re.escape(f".{final.name}.") + rf"{_machine()}-(\d+)-\w+" + re.escape(SUFFIX), folder.name
            )
            if match and not _is_running(int(match[1])):
                shutil.rmtree(folder, ignore_errors=True)


def _prefix(final: Path) -> str:
    """Prefix of the hidden folder. Machine and process say whether the folder is still in use."""
    return f".{final.name}.{_machine()}-{os.getpid()}-"


def _machine() -> str:
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _is_running(process: int) -> bool:
    """Whether a process of this id runs on this machine."""
    if sys.platform == "win32":  # Windows does not remove a folder in use anyway
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
        with file.open("rb+") as handle:  # Windows only syncs files that are open for writing
            os.fsync(handle.fileno())
    for file in files:
        target = final.parent / file.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
    _sync_folder(final.parent)


def _sync_folder(folder: Path) -> None:
    """Writes the names of the files to the disk, so that they survive a power failure."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network drives cannot
        pass
    finally:
        os.close(handle)
