"""Tiles that a run has finished, kept beside its output until that is complete: a run that is cut off goes on there."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ClusterNetError
from ..io.tiling import Tile
from ..staging import staged

Written = Mapping[str, NDArray[np.generic]]

_KEY = "key.txt"
_SUFFIX = ".tiles"


class TileCheckpoint:
    """The finished tiles of the run that writes an output, in a hidden folder beside it; nothing where none is wanted.

    The folder goes when the block ends without an error. One of another run, which other settings or files tell, goes
    when the block begins.

    Args:
        output: Of the run.
        key: Of its settings and files; empty for keeping nothing.
    """

    def __init__(self, output: str, key: str) -> None:
        path = Path(output)
        self._folder = path.with_name(f".{path.name}{_SUFFIX}")
        self._key = key

    def __enter__(self) -> TileCheckpoint:
        known = self._folder / _KEY
        if not known.is_file() or known.read_text(encoding="utf-8") != self._key:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._key:
            with staged(known) as temporary:
                temporary.write_text(self._key, encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def __len__(self) -> int:
        return len(list(self._folder.glob("*.npz"))) if self._key else 0

    def get(self, tile: Tile) -> dict[str, NDArray[Any]] | None:
        """What was written of a tile; None where it is to be computed."""
        if not self._key:
            return None
        try:
            with np.load(self._file(tile), allow_pickle=False) as kept:
                written = dict(kept)
        except (OSError, ValueError, EOFError, zipfile.BadZipFile):
            return None
        fits = {array.shape[-2:] for array in written.values()} == {(tile.core.rows, tile.core.cols)}
        return written if fits else None

    def put(self, tile: Tile, written: Written) -> None:
        """Keeps what was written of a tile, if it can: another run with the same output may have cleaned up."""
        if self._key:
            with suppress(ClusterNetError), staged(self._file(tile)) as temporary, temporary.open("wb") as file:
                np.savez_compressed(file, **written)

    def _file(self, tile: Tile) -> Path:
        return self._folder / f"{tile.core.row}_{tile.core.col}.npz"
