"""Training from the dock, in the background."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from background import wait_for, workers

from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import TrainOptions

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=6, epochs=3, tile_size=32)


def test_training_shows_its_loss_and_its_model_is_used(real: Any, tmp_path: Path) -> None:
    output = str(tmp_path / "new.cnet")
    panel = real.train_panel
    panel.start(output, OPTIONS)
    assert panel.isVisible()
    assert wait_for(lambda: len(panel.curve.losses) >= 2, 150), real.heard
    assert [epoch for epoch, _ in panel.curve.losses] == list(range(1, len(panel.curve.losses) + 1))
    assert wait_for(lambda: not panel.is_training, 150)
    assert "Training has finished" in real.heard[-1]
    assert real.session.model_path == output
    assert real.source_panel.model.currentData() == output
    assert cluster_model.load(output).epochs_done == 3
    assert not panel.isVisible()


def test_a_training_can_be_stopped(real: Any, tmp_path: Path) -> None:
    panel = real.train_panel
    panel.start(str(tmp_path / "new.cnet"), TrainOptions(**{**vars(OPTIONS), "epochs": 10_000}))
    assert wait_for(lambda: panel.curve.losses, 150), real.heard
    panel.cancel_button.click()
    assert wait_for(lambda: not panel.is_training, 20)
    assert "is the model after epoch" in real.heard[-1]
    assert wait_for(lambda: workers(os.getpid()) == [], 10)
    assert real.session.model_path == ""


def test_a_folder_that_cannot_be_written_to_is_a_sentence(real: Any) -> None:
    real.train_panel.start("/proc/new.cnet", OPTIONS)
    assert "Cannot write into the folder" in real.heard[-1]
    assert not real.train_panel.is_training


@pytest.mark.parametrize(("elapsed", "percent", "left"), [(30, 50, "about 30 s left"), (600, 25, "about 30 min left")])
def test_it_tells_how_long_it_still_takes(
    ready: Any, monkeypatch: pytest.MonkeyPatch, elapsed: float, percent: float, left: str
) -> None:
    panel = ready.train_panel
    now = time.monotonic()
    panel._begun = now - elapsed
    monkeypatch.setattr(time, "monotonic", lambda: now)
    panel._show_progress(1)
    assert "left" not in panel.progress.format(), "too early to tell"
    panel._show_progress(percent)
    assert left in panel.progress.format()
