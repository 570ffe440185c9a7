"""A network and its clusters in ONNX Runtime, which on CPUs takes a fraction of torch's time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

import numpy as np
import onnxruntime

from ..arrays import FloatArray
from ..errors import Cancelled, ModelError
from . import stored_text
from .devices import usable_cores

_SECONDS_TO_TRY = 8.0  # of the clock and of the processor; exported models take less than one


class OnnxEngine:
    """Runs in ONNX Runtime, on the CPU.

    Args:
        graph: The serialised model: `image` in, `features` and `distances` out, each with a batch axis of 1.
        surplus: Rows and columns of the results on each side that come from the margin, and are left out.
        given: Further inputs of the graph, the same for every image.
    """

    def __init__(self, graph: bytes, surplus: int = 0, given: Mapping[str, FloatArray] | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = usable_cores()
        # Threads that spin while they wait take the cores from reading, assigning and writing.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        # Plans of memory made for a shape are laid beside what the first run has taken, and double it.
        options.enable_mem_pattern = False
        inner = slice(surplus, -surplus or None)
        self._inner = (0, slice(None), inner, inner)
        self._session = onnxruntime.InferenceSession(
            graph, options, providers=[("CPUExecutionProvider", {"arena_extend_strategy": "kSameAsRequested"})]
        )
        self._run_options = onnxruntime.RunOptions()
        self._given = dict(given or {})

    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """See Engine."""
        try:
            results = self._session.run(outputs, {"image": values[None], **self._given}, self._run_options)
        except onnxruntime.capi.onnxruntime_pybind11_state.Fail:
            if self._run_options.terminate:
                raise Cancelled from None
            raise
        return [array[self._inner] for array in results]

    def stop(self) -> None:
        """See Engine."""
        self._run_options.terminate = True


def tried(make: Callable[[], OnnxEngine], tile: FloatArray, shapes: Mapping[str, tuple[int, ...]]) -> OnnxEngine:
    """An engine of a graph that comes from elsewhere, after it has run once.

    It is made and run in a thread, since ONNX Runtime computes constants before it can be stopped. What is given up
    goes on there until it is done with its constants or operator.

    Args:
        make: Makes the engine.
        tile: The smallest tile with its margin (bands, rows, cols).
        shapes: Of each output for that tile.

    Raises:
        ModelError: It fails, takes too long, or gives something else.
    """
    engines: list[OnnxEngine] = []
    results: list[FloatArray] = []
    errors: list[Exception] = []

    def attempt() -> None:
        try:
            engines.append(make())
            results.extend(engines[0].run(tile, *shapes))
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=attempt, name="ClusterNet trying a graph", daemon=True)
    begun, used = time.monotonic(), time.process_time()
    thread.start()
    # By both clocks: on a busy machine a good graph waits long, and other threads of the process use its processors.
    while thread.is_alive() and min(time.monotonic() - begun, time.process_time() - used) < _SECONDS_TO_TRY:
        thread.join(0.1)
    if thread.is_alive():
        if engines:
            engines[0].stop()
        raise ModelError(
            f"The exported model is not done with a tile of {tile.shape[1]} pixels after {_SECONDS_TO_TRY:.0f} "
            "seconds; use a .cnet file, or export it again."
        )
    if errors:
        reason = stored_text.brief(errors[0])
        raise ModelError(f"The exported model cannot be run ({reason}); export it again.") from errors[0]
    if [result.shape for result in results] != list(shapes.values()) or not all(map(_is_finite, results)):
        raise ModelError("The exported model gives something else than it says; export it again.")
    return engines[0]


def _is_finite(result: FloatArray) -> bool:
    return result.dtype == np.float32 and bool(np.isfinite(result).all())
