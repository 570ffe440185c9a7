"""A training that was interrupted goes on when it is started again with the same inputs, options and output."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import ModelError
from ..fingerprint import file_state, key_of
from ..model import cluster_model
from ..model.cluster_model import ClusterModel
from ..options import TrainOptions
from ..progress import Progress
from ..staging import set_aside
from . import process_group
from .inputs import TrainInputs

_CARD = "run"
# Options that decide how fast a training goes, and not what comes of it.
_NEUTRAL = ("memory_mb", "device")


@dataclass(frozen=True)
class RunState:
    """Which run a training is, what it continues, and how much of it is done.

    Attributes:
        key: Of its inputs, options and initial model.
        initial_model: Fingerprint of the initial model, empty for none.
        epochs_before: Those of the initial model.
        model: Model to continue: the initial one, or what an interrupted run has left; None for none.
        interrupted: Whether the run was interrupted before.
        epochs_done: Those of the run, before it was interrupted.
        started: When the run began, on the monotonic clock; the time of an interruption does not count.
    """

    key: str
    initial_model: str
    epochs_before: int
    model: ClusterModel | None
    interrupted: bool = False
    epochs_done: int = 0
    started: float = 0.0

    def card(self, ended: bool) -> Mapping[str, Any]:
        """What the card of a model keeps of the run."""
        return {"initial_model": self.initial_model, _CARD: {"key": self.key, "ended": ended}}


def run_state_of(
    inputs: TrainInputs,
    options: TrainOptions,
    initial_model: str,
    output: str,
    progress: Progress = Progress(),
) -> RunState:
    """The state of a run that starts now: as it was interrupted, or at its beginning.

    Args:
        inputs: What it trains on.
        options: How.
        initial_model: Path of a model to continue, empty for none.
        output: Path of the model that it writes, where an interrupted run has left one. What lies there and is no
            model is set aside.
        progress: Gets a sentence where something is.

    Raises:
        ModelError: The initial model cannot be read.
    """
    started = time.monotonic()
    initial = cluster_model.load(initial_model) if initial_model else None
    fingerprint = initial.fingerprint() if initial else ""
    settings = {
        name: value for name, value in asdict(options).items() if name not in _NEUTRAL and (name != "encoder" or value)
    }
    read = (*inputs.rasters, inputs.area, inputs.reference, *inputs.extra, *filter(None, [options.encoder]))
    files = [file_state(path) for path in read]
    key = key_of(inputs.as_settings() | {"options": settings, "initial_model": fingerprint}, files)
    run = RunState(key, fingerprint, initial.epochs_done if initial else 0, initial, started=started)
    return _interrupted(run, output, progress) or run


def _interrupted(run: RunState, output: str, progress: Progress) -> RunState | None:
    """The run as it was interrupted; None where nothing of it is left."""
    if not Path(output).is_file():
        return None
    try:
        model = cluster_model.load(output)
    except ModelError as error:
        if process_group.is_first():
            progress.say(f"{error} The training begins anew; what lay there is kept as {set_aside(output)}.")
        return None
    if model.card.get(_CARD) != {"key": run.key, "ended": False} or not model.history:
        return None
    seconds = model.history[-1].get("seconds")
    if not isinstance(seconds, (int, float)) or model.epochs_done < run.epochs_before:
        return None
    return replace(
        run,
        model=model,
        interrupted=True,
        epochs_done=model.epochs_done - run.epochs_before,
        started=run.started - float(seconds),
    )
