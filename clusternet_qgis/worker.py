"""The process in which torch and FAISS live: reads requests, calls core, prints progress and results.

One JSON object a line. In: `{"id": 1, "call": "cluster", "arguments": {...}}`, or `{"cancel": 1}` to stop that call.
Out: `{"id": 1, "progress": 0.25}`, `{"id": 1, "message": "..."}`, and once for each request one of
`{"id": 1, "result": {...}}`, `{"id": 1, "cancelled": true}`, `{"id": 1, "error": "...", "kind": "user" or "bug"}`.
The end of the input cancels what is running and ends the process.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from .core.errors import Cancelled, ClusterNetError, DependencyError
from .core.progress import Progress

if TYPE_CHECKING:
    from .core.interactive.session import LiveSession

_SECONDS_BETWEEN_REPORTS = 0.1
_SHORTAGES = (
    "allocate memory",
    "bad_alloc",
    "bad allocation",
    "out of memory",
    "not enough memory",
    "start new thread",
    "failed to map segment",
    "error return without exception set",
)


class Worker:
    """Answers requests one after the other, while a thread listens for cancels.

    Args:
        requests: Lines of requests.
        answers: Where lines are written.
    """

    def __init__(self, requests: TextIO, answers: TextIO) -> None:
        self._requests = requests
        self._answers = answers
        self._pending: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._cancelled: list[Any] = []  # ids may be anything that JSON has
        self._sending = threading.Lock()
        self._closed = threading.Event()

    def run(self) -> None:
        """Answers until the input ends."""
        threading.Thread(target=self._listen, daemon=True).start()
        while (request := self._pending.get()) is not None:
            self._answer(request)

    def _listen(self) -> None:
        for line in self._requests:
            try:
                request = json.loads(line)
                if not isinstance(request, dict):
                    raise ValueError("a request is a JSON object")
            except (ValueError, RecursionError) as error:
                self._send({"id": None, "error": f"Not a request: {error}", "kind": "user"})
                continue
            if "cancel" in request:
                self._cancelled.append(request["cancel"])
            else:
                self._pending.put(request)
        self.stop()

    def stop(self) -> None:
        """Cancels what is running and ends `run`; safe in a signal handler."""
        self._closed.set()
        self._pending.put(None)

    def _answer(self, request: dict[str, Any]) -> None:
        number = request.get("id")
        try:
            name, arguments = request.get("call"), request.get("arguments") or {}
            if not isinstance(name, str) or name not in CALLS:
                raise ClusterNetError(f"Unknown call {name!r}; use one of {', '.join(CALLS)}.")
            if not isinstance(arguments, dict):
                raise ClusterNetError("The arguments of a call are a JSON object.")
            result = CALLS[name](arguments, self._progress(number))
            self._send({"id": number, "result": result})
        except Cancelled:
            self._send({"id": number, "cancelled": True})
        except ClusterNetError as error:
            self._send({"id": number, "error": str(error), "kind": "user"})
        except Exception as error:
            if _is_shortage(error):
                text = "There is not enough memory; lower MEMORY_MB, TILE_SIZE or BATCH_SIZE."
                self._send({"id": number, "error": text, "kind": "user"})
                return
            # The host shows it with its traceback.
            text = f"{type(error).__name__}: {error}"
            self._send({"id": number, "error": text, "kind": "bug", "traceback": traceback.format_exc()})

    def _progress(self, number: Any) -> Progress:
        last = 0.0

        def report(fraction: float) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _SECONDS_BETWEEN_REPORTS or fraction >= 1:
                last = now
                self._send({"id": number, "progress": round(fraction, 4)})

        return Progress(
            report,
            lambda message: self._send({"id": number, "message": message}),
            lambda: self._closed.is_set() or number in self._cancelled,
        )

    def _send(self, answer: dict[str, Any]) -> None:
        try:
            with self._sending:
                self._answers.write(json.dumps(answer) + "\n")
                self._answers.flush()
        except (BrokenPipeError, ValueError):  # the host is gone
            self._closed.set()


def _is_shortage(error: Exception) -> bool:
    """Whether memory has run out; torch, FAISS and ONNX Runtime say so in words of their own."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or any(words in text for words in _SHORTAGES)


def _train(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _require("torch", "faiss", "scipy", *(("jinja2", "matplotlib") if arguments.get("report") else ()))
    from .core.options import TrainOptions
    from .core.training.inputs import TrainInputs
    from .core.training.train import train

    named: dict[str, Any] = dict(arguments["inputs"])
    inputs = TrainInputs(rasters=tuple(named.pop("rasters")), bands=tuple(named.pop("bands", ())), **named)
    options = TrainOptions(**arguments["options"])
    output, initial, report = arguments["output"], arguments.get("initial_model", ""), arguments.get("report")
    if not (report and inputs.rasters):
        model = train(inputs, options, output, initial, progress=progress)
    else:
        from .core.reports.training_report import write_training_report
        from .core.reports.training_snapshots import TrainingSnapshots

        snapshots = TrainingSnapshots(inputs.rasters[0], inputs.bands, inputs.keep_flat_borders)
        model = train(inputs, options, output, initial, snapshots, progress=progress.part(0, 0.9))
        write_training_report(model, output, snapshots, report, progress.part(0.9, 1))
    loss = model.history[-1]["loss"]
    return {"epochs_done": model.epochs_done, "loss": loss, "cluster_count": model.clusters}


def _cluster(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _require(
        *(("onnx", "onnxruntime") if str(arguments.get("model_path", "")).lower().endswith(".onnx") else ("torch",))
    )
    from .core.mapping.map_raster import MapOutputs, map_raster

    named = _with_selection(_with_map_options(arguments))
    outputs = MapOutputs(**named.pop("outputs"))
    return asdict(map_raster(outputs=outputs, progress=progress, **named))


def _select_by_strokes(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _require("torch", "scipy")
    from .core.interactive.from_strokes import select_from_layer

    return {"contested_count": select_from_layer(progress=progress, **_core_names(arguments)).contested}


def _cluster_report(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _require("torch", "scipy", "jinja2", "matplotlib")
    from .core.reports.cluster_report import write_cluster_report

    return asdict(write_cluster_report(progress=progress, **_with_map_options(arguments)))


def _exportonnx(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _require("torch", "onnx")
    from .core.mapping.onnx_export import export_model

    return {"class_count": export_model(progress=progress, **_with_selection(arguments))}


# Arguments of calls that have another name in the core; scripts use these.
_CORE_NAMES = {"path": "raster", "model_path": "model", "device_name": "device"}


def _core_names(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call under the names that the core gives them."""
    return {_CORE_NAMES.get(name, name): value for name, value in arguments.items()}


def _with_map_options(arguments: dict[str, Any]) -> dict[str, Any]:
    """The same, with those that are options of mapping as one object."""
    from .core.options import MapOptions

    named = _core_names(arguments)
    options = {field.name: named.pop(field.name) for field in fields(MapOptions) if field.name in named}
    options["bands"] = tuple(options.get("bands") or ())
    options["extent"] = tuple(options["extent"]) if options.get("extent") else None
    return named | {"options": MapOptions(**options)}


def _with_selection(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments with the selection that `selection_path` names, None without."""
    from .core.selection import selection

    others = dict(arguments)
    path = others.pop("selection_path", "")
    return others | {"selection": selection.load(path) if path else None}


def _ping(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    return {"python": sys.version.split()[0]}


# The raster and model that are open for painting.
_live: LiveSession | None = None


def _live_prepare(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _require("torch", "scipy")
    from .core.interactive import session

    session.prepare()
    return {}


def _live_open(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    global _live
    _require("torch", "scipy")
    from .core.interactive.session import LiveSession

    _live_close({}, progress)
    _live = LiveSession(progress=progress, **_core_names(arguments))
    return _live.about()


def _live_strokes(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    return _opened().paint(progress=progress, **arguments)


def _live_view(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    arguments = {name: arguments[name] for name in ("window", "width", "height")}
    return _opened().view(progress=progress, **arguments)


def _live_save(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    _opened().save(arguments["path"])
    return {}


def _live_close(arguments: dict[str, Any], progress: Progress) -> dict[str, Any]:
    global _live
    if _live is not None:
        _live.close()
    _live = None
    return {}


def _opened() -> LiveSession:
    if _live is None:
        raise ClusterNetError("No raster is open for painting; open one first.")
    return _live


CALLS: dict[str, Callable[[dict[str, Any], Progress], dict[str, Any]]] = {
    "ping": _ping,
    "train": _train,
    "cluster": _cluster,
    "cluster_report": _cluster_report,
    "exportonnx": _exportonnx,
    "select_by_strokes": _select_by_strokes,
    "live_prepare": _live_prepare,
    "live_open": _live_open,
    "live_strokes": _live_strokes,
    "live_view": _live_view,
    "live_save": _live_save,
    "live_close": _live_close,
}


def _require(*modules: str) -> None:
    """Raises DependencyError, naming the remedy, if a module cannot be imported."""
    for module in ("numpy", "osgeo.gdal", *modules):
        try:
            __import__(module)
        except (ImportError, OSError) as error:
            if _is_shortage(error):
                raise
            raise DependencyError(
                f"The Python at {sys.executable} cannot load {module} ({error}). Install it there with: "
                f'"{sys.executable}" -m pip install -r "{_requirements()}", or choose another Python in the settings.'
            ) from error


def _requirements() -> str:
    return str(Path(__file__).resolve().parent / "environment" / "requirements.txt")


def main() -> None:
    """Serves standard input, on standard output kept clean of what libraries print."""
    # Threads that spin while they wait make torch 2 to 30 times slower beside any other busy process.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), encoding="utf-8", errors="replace")
    worker = Worker(requests, answers)
    # Ctrl+C in a terminal reaches the host and this process; both take it as a cancel.
    signal.signal(signal.SIGINT, lambda number, frame: worker.stop())
    worker.run()


if __name__ == "__main__":
    main()
