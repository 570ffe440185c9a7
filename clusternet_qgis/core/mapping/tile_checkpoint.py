"""Finished tiles, kept beside the output until that is complete: a run that was cut off goes on with them."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import numpy as np

from ..errors import ClusterNetError
from ..io.tiling import Tile
from ..progress import Progress
from ..staging import set_aside, staged
from .tile_mapper import TileOutputs

_KEY = "key.txt"
_SUFFIX = ".tiles"
# Bytes of all arrays of a pixel, of which the features are most, and of their headers: what is larger is no tile.
_LARGEST_PIXEL, _HEADERS = 4 * 10_000, 10_000
# Whatever zipfile and numpy raise on a file that is damaged or foreign.
_DAMAGED = (
    OSError, ValueError, EOFError, zipfile.BadZipFile, zlib.error, LookupError, RuntimeError, MemoryError, TypeError,
    AttributeError,
)  # fmt: skip


class TileCheckpoint:
    """Finished tiles in a hidden folder beside the output, for as long as a `with` block lasts.

    The folder is removed when the block ends without an error. When the block begins, a folder with another key is
    removed, and one that is damaged is set aside.

    Args:
        output: Path of the output.
        key: Of the settings and files; empty to keep nothing.
        fits: Whether arrays are what a tile gives; those that are not are computed again.
        progress: Gets a sentence where the folder is damaged.

    Attributes:
        damaged: Number of tiles that were there and could not be taken.
    """

    def __init__(
        self,
        output: str,
        key: str,
        fits: Callable[[Tile, TileOutputs], bool],
        progress: Progress,
    ) -> None:
        path = Path(output)
        self._folder = path.with_name(f".{path.name}{_SUFFIX}")
        self._key, self._fits, self._progress = key, fits, progress
        self.damaged = 0

    def __enter__(self) -> TileCheckpoint:
        key = self._stored_key()
        if key is None and self._key:
            aside = set_aside(self._folder)
            self._progress.say(f"{self._folder}, left by a run that was cut off, is damaged; it is kept as {aside}.")
        elif key != self._key:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._key:
            self._write_key()
        return self

    def _write_key(self) -> None:
        """Another run with the same output may remove the folder meanwhile: when it begins, and when it ends."""
        for is_last in (False, False, True):
            try:
                with staged(self._folder / _KEY) as temporary:
                    temporary.write_text(self._key, encoding="utf-8")
                return
            except ClusterNetError:
                if is_last:
                    raise

    def _stored_key(self) -> str | None:
        """The key in the folder; empty where there is no folder or nothing in it, None where it is damaged."""
        if not self._folder.exists() and not self._folder.is_symlink():
            return ""
        if self._folder.is_symlink() or not self._folder.is_dir():
            return None
        try:
            if next(self._folder.glob("*.npz"), None) is None and not (self._folder / _KEY).exists():
                return ""  # a run that was cut off before it had a tile
            key = (self._folder / _KEY).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None
        return key if len(key) == len(self._key) else None  # all keys have one length

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def __len__(self) -> int:
        return len(list(self._folder.glob("*.npz"))) if self._key else 0

    def get(self, tile: Tile) -> TileOutputs | None:
        """The arrays of a finished tile; None where it is to be computed."""
        file = self._file(tile)
        if not self._key or not file.exists():
            return None
        try:
            with zipfile.ZipFile(file) as archive:
                largest = _LARGEST_PIXEL * tile.core.rows * tile.core.cols + _HEADERS
                is_small = sum(info.file_size for info in archive.infolist()) <= largest
            if is_small:
                with np.load(file, allow_pickle=False) as arrays:
                    outputs = dict(arrays)
                if self._fits(tile, outputs):
                    return outputs
        except _DAMAGED:
            pass  # counted, and computed again
        self.damaged += 1
        return None

    def put(self, tile: Tile, arrays: TileOutputs) -> None:
        """Keeps a finished tile, if it can: another run with the same output may have removed the folder."""
        if self._key:
            with suppress(ClusterNetError), staged(self._file(tile)) as temporary, temporary.open("wb") as file:
                np.savez_compressed(file, **arrays)

    def _file(self, tile: Tile) -> Path:
        return self._folder / f"{tile.core.row}_{tile.core.col}.npz"
