"""Outputs are written to a hidden folder beside their final path, and moved to that path when they are complete."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from .errors import ClusterNetError
from .side_files import foreign_owner, is_style, needed_files, side_files

SUFFIX = ".partial"
# In the hidden folder, while whole files are moved to their places: what they replace, and a list of its names.
_REPLACED, _REPLACED_NAMES = ".replaced", ".replaced_names"

Sink = TypeVar("Sink", bound="StagedSink")


@contextmanager
def staged(path: str | Path, replaced: Callable[[Path], list[Path]] | None = None) -> Iterator[Path]:
    """Gives a path to write to, in a hidden folder beside the final path; other files may be written there too.

    When the block ends, all files in that folder replace those of the same names beside `path`, and the side files of
    what was there before go. The file `path` itself is moved last, so the output is complete if it exists. When the
    block raises, or files cannot be moved, what was there before stays, and the folder is removed.

    A side file that another dataset has too (`side_files` says which) is neither removed nor replaced: a style is left
    out then, and anything else refused.

    Args:
        path: The final path.
        replaced: The files beside it that go, asked when the block has ended; by default the side files by their names.

    Raises:
        ClusterNetError: The folder of `path` is not writable, the disk is full, or a side file is another dataset's.
    """
    final = Path(path)
    check_neighbours(final)
    with scratch_folder(final) as folder:
        try:
            yield folder / final.name
            if replaced is not None or any(_files(folder)):
                _publish(folder, final, (replaced or side_files)(final))
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
        replaced: What goes with the file that was there before; see `staged`.
    """

    def __init__(self, path: str | Path, replaced: Callable[[Path], list[Path]] | None = None) -> None:
        self.path = Path(path)
        self._replaced = replaced

    def __enter__(self: Sink) -> Sink:
        self._staging = staged(self.path, self._replaced)
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


def check_neighbours(path: str | Path) -> None:
    """Does nothing if the side files that the format of a file needs are not those of another dataset.

    Raises:
        ClusterNetError: One is.
    """
    for file in needed_files(path):
        _refuse_foreign(file, Path(path))


def _refuse_foreign(file: Path, final: Path) -> None:
    owner = foreign_owner(file, final)
    if owner is not None:
        raise ClusterNetError(
            f"Cannot write {final}: {file.name}, which is read with it, belongs to {owner.name}; choose another name."
        )


def set_aside(path: str | Path) -> Path:
    """Renames what lies at a path and is damaged, so that it is in nobody's way and can be looked at.

    Returns:
        Its new path, with `.damaged` at the end; what lay there before is removed.

    Raises:
        ClusterNetError: It cannot be renamed.
    """
    damaged = Path(path)
    aside = damaged.with_name(f"{damaged.name}.damaged")
    try:
        if aside.is_dir() and not aside.is_symlink():
            shutil.rmtree(aside)
        damaged.replace(aside)
    except OSError as error:
        raise ClusterNetError(
            f"{damaged} is damaged and cannot be renamed: {error.strerror or error}. Remove it, or choose another "
            "output."
        ) from error
    return aside


def discard_staged(path: str | Path) -> None:
    """Removes hidden folders for `path` that were left by killed processes of this machine.

    A process that was killed while it moved the files of an output, which was whole, to their places, is finished.
    """
    final = Path(path)
    if final.parent.is_dir():
        for folder in final.parent.iterdir():
            match = re.fullmatch(
                re.escape(f".{final.name}.") + rf"{_machine()}-(\d+)-\w+" + re.escape(SUFFIX), folder.name
            )
            if match and not _is_running(int(match[1])):
                if (folder / _REPLACED_NAMES).is_file() and not final.exists():
                    with suppress(OSError, ValueError):
                        _finish(folder, final)
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


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


def _publish(folder: Path, final: Path, old: list[Path]) -> None:
    """Moves files to their places. Where an output has several, what they replace is moved away first, its main file
    before all: at no time does a main file stand beside side files that are not its own.
    """
    written = []
    for file in _files(folder):
        target = final.parent / file.relative_to(folder)
        if is_style(file) and foreign_owner(target, final) is not None:
            continue
        _refuse_foreign(target, final)
        with file.open("rb+") as handle:  # Windows only syncs files that are open for writing
            os.fsync(handle.fileno())
        written.append(file)
    targets = [final.parent / file.relative_to(folder) for file in written]
    sides = list(dict.fromkeys([*old, *(target for target in targets if target != final and target.is_file())]))
    placed: list[Path] = []
    try:
        if sides:
            names = [file.relative_to(final.parent).as_posix() for file in sides]
            (folder / _REPLACED).mkdir()
            (folder / _REPLACED_NAMES).write_text("\n".join(names), encoding="utf-8", errors="surrogateescape")
            for file in (final, *sides):
                _move_away(file, folder, final)
        for target in _move_in(folder, final, written):
            placed.append(target)
    except OSError:
        for target in placed:
            target.unlink(missing_ok=True)
        for file in (*sides, final):
            away = folder / _REPLACED / file.relative_to(final.parent)
            if away.is_file() or away.is_symlink():
                away.replace(file)
        raise
    _sync_folder(final.parent)


def _finish(folder: Path, final: Path) -> None:
    """Moves on the files of a process that was killed while it moved them."""
    written = [file for file in _files(folder) if not file.relative_to(folder).parts[0].startswith(_REPLACED)]
    names = (folder / _REPLACED_NAMES).read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    for name in names:
        if not (folder / _REPLACED / name).exists():  # what is there under the name of another is new
            _move_away(final.parent / name, folder, final)
    for _ in _move_in(folder, final, written):
        pass


def _move_away(file: Path, folder: Path, final: Path) -> None:
    if file.is_file() or file.is_symlink():
        away = folder / _REPLACED / file.relative_to(final.parent)
        away.parent.mkdir(parents=True, exist_ok=True)
        file.rename(away)


def _move_in(folder: Path, final: Path, written: list[Path]) -> Iterator[Path]:
    """Moves the files of an output to their places, its main file last; gives those that are there."""
    for file in sorted(written, key=lambda file: file.name == final.name):
        target = final.parent / file.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
        yield target


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
