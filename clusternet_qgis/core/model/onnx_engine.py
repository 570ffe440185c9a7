"""A network and its clusters in ONNX Runtime, which on CPUs takes a fraction of torch's time."""

from __future__ import annotations

from collections.abc import Mapping

import onnxruntime

from ..arrays import FloatArray
from ..errors import Cancelled
from .devices import usable_cores


class OnnxEngine:
    """Runs in ONNX Runtime, on the CPU.

    Args:
        graph: The serialised model: `image` in, `features` and `distances` out, each with a batch axis of 1.
        surplus: Rows and columns of the results on each side that come from the margin, and are left out.
        clusters: Further inputs of the graph, the same for every image.
    """

    def __init__(self, graph: bytes, surplus: int = 0, clusters: Mapping[str, FloatArray] | None = None) -> None:
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
        self._clusters = dict(clusters or {})

    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """See Engine."""
        try:
            results = self._session.run(outputs, {"image": values[None], **self._clusters}, self._run_options)
        except onnxruntime.capi.onnxruntime_pybind11_state.Fail:
            if self._run_options.terminate:
                raise Cancelled from None
            raise
        return [array[self._inner] for array in results]

    def stop(self) -> None:
        """See Engine."""
        self._run_options.terminate = True
