"""Finished tiles beside an output that two runs write at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from clusternet_qgis.core.io.tiling import TileGrid, Window
from clusternet_qgis.core.mapping import tile_checkpoint
from clusternet_qgis.core.mapping.tile_checkpoint import TileCheckpoint
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.staging import staged


def test_a_folder_that_another_run_removes_meanwhile_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[Path] = []

    @contextmanager
    def removed_once(path: Path) -> Iterator[Path]:
        with staged(path) as temporary:
            if not removed:
                shutil.rmtree(path.parent)
                removed.append(path.parent)
            yield temporary

    monkeypatch.setattr(tile_checkpoint, "staged", removed_once)
    (tile,) = TileGrid(Window(0, 0, 8, 8), 8)
    with TileCheckpoint(str(tmp_path / "c.tif"), "key", lambda *_: True, Progress()) as checkpoint:
        assert removed
        checkpoint.put(tile, {"clusters": np.ones((8, 8), np.int32)})
        kept = checkpoint.get(tile)
    assert kept is not None
    assert (kept["clusters"] == 1).all()
    assert not list(tmp_path.iterdir())
