"""A training that was interrupted and is started again, with the same output and all else the same, goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ModelError
from ..fingerprint import file_state, key_of
from ..model import cluster_model
from ..model.cluster_model import ClusterModel
from ..options import TrainOptions

if TYPE_CHECKING:
    from .inputs import TrainInputs

_CARD = "run"
# What decides how fast a training goes, and not where to.
_NEUTRAL = ("memory_mb", "device")


@dataclass(frozen=True)
class RunState:
    """Which run a training is, and how much of it is done.

    Attributes:
        key: Of its inputs and options.
        initial_model: Fingerprint of the model that it continued from, empty for none.
        epochs_before: Those of the initial model.
        epochs_done: Those of the run, before it was interrupted.
        seconds_done: What they took.
    """

    key: str
    initial_model: str = ""
    epochs_before: int = 0
    epochs_done: int = 0
    seconds_done: float = 0.0

    def card(self, ended: bool) -> Mapping[str, Any]:
        """What a model says of the run it is of."""
        return {"initial_model": self.initial_model, _CARD: {"key": self.key, "ended": ended}}


def run_state_of(inputs: TrainInputs, options: TrainOptions, initial: ClusterModel | None) -> RunState:
    """A run that begins."""
    before = initial.fingerprint() if initial else ""
    said = asdict(inputs) | {"options": asdict(options), "initial_model": before}
    for name in _NEUTRAL:
        del said["options"][name]
    files = [file_state(path) for path in (*inputs.rasters, inputs.area, inputs.reference)]
    return RunState(key_of(said, files), before, initial.epochs_done if initial else 0)


def interrupted_run(run: RunState, output: str) -> tuple[RunState, ClusterModel] | None:
    """The run as it was interrupted, with the model that it left as `output`; None where there is nothing of it."""
    if not Path(output).is_file():
        return None
    try:
        model = cluster_model.load(output)
    except ModelError:
        return None
    if model.card.get(_CARD) != {"key": run.key, "ended": False} or not model.history:
        return None
    seconds = model.history[-1].get("seconds")
    if not isinstance(seconds, (int, float)) or model.epochs_done < run.epochs_before:
        return None
    return RunState(
        run.key, run.initial_model, run.epochs_before, model.epochs_done - run.epochs_before, float(seconds)
    ), model
