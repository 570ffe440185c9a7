"""Hundreds of strokes and dozens of trainings in one QGIS: memory stays flat, and nothing piles up."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import Any

import mouse
import numpy as np
import pytest
from background import wait_for, workers
from test_dock_replay import dock  # noqa: F401 - a fixture

OPTIONS = {"NETWORK": "unet_same", "CLUSTERS": 6, "EPOCHS": 1, "TILE_SIZE": 32, "WIDTH": 4, "BATCH_SIZE": 4}
# Memory is compared after so many runs, when all that is kept for good has been loaded.
_WARM = 10
_FLAT = 1.05


def megabytes(process: int | str = "self") -> float:
    """What a process has in memory."""
    gc.collect()
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def open_files(process: int | str = "self") -> int:
    return len(os.listdir(f"/proc/{process}/fd"))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that no other program uses."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("trainings", [pytest.param(50, marks=pytest.mark.endurance), 2])
def test_trainings(run: Any, raster: str, tmp_path: Path, temporary: Path, trainings: int) -> None:
    taken, files, left = [], [], []
    for index in range(trainings):
        report = str(tmp_path / "report.html") if index % 10 == 0 else None
        run("train", INPUT=[raster], SEED=index, OUTPUT=str(tmp_path / "m.cnet"), REPORT=report, **OPTIONS)
        taken.append(megabytes())
        files.append(open_files())
        left.append(len(list(temporary.iterdir())))
    assert workers(os.getpid()) == []
    assert left[-1] == left[0]  # caches that torch and Qt keep
    assert files[-1] <= files[0]
    assert {path.name for path in tmp_path.iterdir()} <= {"m.cnet", "report.html", "temporary"}
    if trainings > _WARM:
        assert taken[-1] < _FLAT * taken[_WARM], taken


@pytest.mark.parametrize("updates", [pytest.param(500, marks=pytest.mark.endurance), 6])
def test_strokes(temporary: Path, dock: Any, canvas: Any, updates: int) -> None:  # noqa: F811
    (worker,) = workers(os.getpid())
    taken, files, left = [], [], []
    shown: list[int] = []
    dock.session.preview.changed.connect(lambda: shown.append(1))
    random = np.random.default_rng(updates)
    for index in range(updates):
        shown.clear()
        if index % 2:
            dock.session.paintings.undo()
        else:
            dock.session.brush.choose_class_number(index // 2 % 2)
            mouse.drag(canvas, *((int(x), int(y)) for x, y in random.integers(60, 340, (3, 2))))
        assert wait_for(lambda: shown, 60), dock.heard
        taken.append((megabytes(), megabytes(worker)))
        files.append((open_files(), open_files(worker)))
        left.append(len(list(temporary.iterdir())))
    assert workers(os.getpid()) == [worker]
    assert left[-1] == left[0]  # caches that torch and Qt keep
    assert max(files[len(files) // 2 :]) <= max(files[: len(files) // 2])
    if updates > 5 * _WARM:
        assert np.all(np.array(taken[-1]) < _FLAT * np.array(taken[5 * _WARM])), (taken[5 * _WARM], taken[-1])
