"""A training that was interrupted and is started again, with the same output and all else the same, goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import bundle
from .bundle import ClusterModel
from .errors import ModelError
from .options import TrainOptions

if TYPE_CHECKING:
    from .training import TrainInputs

_CARD = "run"
# What decides how fast a training goes, and not where to.
_NEUTRAL = ("memory_mb", "device")


@dataclass(frozen=True)
class Run:
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


def run_of(inputs: TrainInputs, options: TrainOptions, initial: ClusterModel | None) -> Run:
    """A run that begins."""
    before = initial.fingerprint() if initial else ""
    said = asdict(inputs) | {"options": asdict(options), "initial_model": before}
    for name in _NEUTRAL:
        del said["options"][name]
    files = [file_state(path) for path in (*inputs.rasters, inputs.area, inputs.reference)]
    return Run(key_of(said, files), before, initial.epochs_done if initial else 0)


def interrupted(run: Run, output: str) -> tuple[Run, ClusterModel] | None:
    """The run as it was interrupted, with the model that it left as `output`; None where there is nothing of it."""
    if not Path(output).is_file():
        return None
    try:
        model = bundle.load(output)
    except ModelError:
        return None
    if model.card.get(_CARD) != {"key": run.key, "ended": False} or not model.history:
        return None
    seconds = model.history[-1].get("seconds")
    if not isinstance(seconds, (int, float)) or model.epochs_done < run.epochs_before:
        return None
    return Run(
        run.key, run.initial_model, run.epochs_before, model.epochs_done - run.epochs_before, float(seconds)
    ), model


def key_of(said: Mapping[str, Any], files: Sequence[Any]) -> str:
    """Tells apart what is computed from other settings or files."""
    return hashlib.sha256(json.dumps([said, files], sort_keys=True, default=str).encode()).hexdigest()[:32]


def file_state(path: str) -> tuple[str, int, int]:
    """A file's place, size and time of change; of what is no file, such as a web address, the name alone."""
    file = Path(path.partition("|")[0])
    try:
        state = file.stat()
    except (OSError, ValueError):
        return path, 0, 0
    return str(file.resolve()), state.st_size, state.st_mtime_ns
