"""Finished tiles, kept beside the output until that is complete: a run that was cut off goes on with them."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import numpy as np

from ..errors import ClusterNetError
from ..io.tiling import Tile
from ..staging import staged
from .tile_mapper import TileOutputs

_KEY = "key.txt"
_SUFFIX = ".tiles"


class TileCheckpoint:
    """Finished tiles in a hidden folder beside the output, for as long as a `with` block lasts.

    The folder is removed when the block ends without an error. When the block begins, a folder with another key is
    removed.

    Args:
        output: Path of the output.
        key: Of the settings and files; empty to keep nothing.
    """

    def __init__(self, output: str, key: str) -> None:
        path = Path(output)
        self._folder = path.with_name(f".{path.name}{_SUFFIX}")
        self._key = key

    def __enter__(self) -> TileCheckpoint:
        key_file = self._folder / _KEY
        if not key_file.is_file() or key_file.read_text(encoding="utf-8") != self._key:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._key:
            with staged(key_file) as temporary:
                temporary.write_text(self._key, encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def __len__(self) -> int:
        return len(list(self._folder.glob("*.npz"))) if self._key else 0

    def get(self, tile: Tile) -> TileOutputs | None:
        """The arrays of a finished tile; None where it is to be computed."""
        if not self._key:
            return None
        try:
            with np.load(self._file(tile), allow_pickle=False) as file:
                arrays = dict(file)
        except (OSError, ValueError, EOFError, zipfile.BadZipFile):
            return None
        fits = {array.shape[-2:] for array in arrays.values()} == {(tile.core.rows, tile.core.cols)}
        return arrays if fits else None

    def put(self, tile: Tile, arrays: TileOutputs) -> None:
        """Keeps a finished tile, if it can: another run with the same output may have removed the folder."""
        if self._key:
            with suppress(ClusterNetError), staged(self._file(tile)) as temporary, temporary.open("wb") as file:
                np.savez_compressed(file, **arrays)

    def _file(self, tile: Tile) -> Path:
        return self._folder / f"{tile.core.row}_{tile.core.col}.npz"
