"""Trains one model in the processes that torchrun has started, on one machine or several."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import torch
from torch import distributed

from ..core.model.devices import choose
from ..core.options import TrainOptions
from ..core.progress import Progress
from ..core.training import process_group
from ..core.training.inputs import TrainInputs
from ..core.training.train import train


def train_together(
    rasters: Sequence[str],
    bands: tuple[int, ...],
    keep_flat_borders: bool,
    options: TrainOptions,
    output: str,
    say: Callable[[str], None],
) -> dict[str, Any]:
    """Trains one model; the processes share the patches of each batch, and those of the sample.

    Args:
        rasters: Paths or URLs that all processes can read.
        bands: 1-based numbers, empty for all but alpha.
        keep_flat_borders: Whether flat black or white borders are a part of the picture.
        options: How; the batch size is that of all processes together.
        output: Where the first process writes the model, which all must be able to read.
        say: Called by the first process with sentences about what is being done.

    Returns:
        `model`, `epochs`, `processes` and the last `loss`; empty in all processes but the first.

    Raises:
        ClusterNetError: Something about the inputs or options must be changed.
    """
    device = choose(options.device).type
    with _joined(device):
        progress = Progress(say=say if process_group.is_first() else lambda text: None)
        inputs = TrainInputs(tuple(rasters), bands, keep_flat_borders=keep_flat_borders)
        model = train(inputs, replace(options, device=device), output, progress=progress)
        if not process_group.is_first():
            return {}
        last = model.history[-1]
        return {"model": output, "epochs": last["epoch"], "processes": process_group.size(), "loss": last["loss"]}


@contextmanager
def _joined(device: str) -> Iterator[None]:
    """Joins the processes that torchrun has started, as environment variables say; without them does nothing."""
    if "WORLD_SIZE" not in os.environ:
        yield
        return
    # Gradients of images whose channels come last are copied before they are sent: slower, but not wrong.
    warnings.filterwarnings("ignore", "Grad strides do not match bucket view strides")
    if device == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    distributed.init_process_group("nccl" if device == "cuda" else "gloo")
    try:
        yield
    finally:
        distributed.destroy_process_group()
