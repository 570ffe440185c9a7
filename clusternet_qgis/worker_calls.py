"""What the worker can be asked for: from a call's JSON arguments to the core, and from its answer to JSON.

Names of calls, of their arguments and of what is in their results are those that other people's scripts use: where the
core has other names, they are translated here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .core.errors import ClusterNetError, DependencyError
from .core.progress import Progress

if TYPE_CHECKING:
    from .core.interactive.session import LiveSession

Arguments = dict[str, Any]
Call = Callable[[Arguments, Progress], dict[str, Any]]

# Arguments that have another name in the core.
_CORE_NAMES = {"path": "raster", "model_path": "model", "device_name": "device"}
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


class WorkerCalls:
    """The calls of one worker, which may have one raster open for painting.

    Attributes:
        table: Each call by its name.
    """

    def __init__(self) -> None:
        self._session: LiveSession | None = None
        self.table: dict[str, Call] = {
            "ping": _ping,
            "train": _train,
            "cluster": _cluster,
            "cluster_report": _cluster_report,
            "exportonnx": _exportonnx,
            "select_by_strokes": _select_by_strokes,
            "suggest_classes": _suggest_classes,
            "separate_objects": _separate_objects,
            "change": _change,
            "live_prepare": _live_prepare,
            "live_open": self._live_open,
            "live_strokes": self._live_strokes,
            "live_view": self._live_view,
            "live_save": self._live_save,
            "live_close": self._live_close,
        }

    def _live_open(self, arguments: Arguments, progress: Progress) -> dict[str, Any]:
        _require("torch", "scipy")
        from .core.interactive.session import LiveSession

        self._live_close({}, progress)
        self._session = LiveSession(progress=progress, **_core_names(arguments))
        return self._session.about()

    def _live_strokes(self, arguments: Arguments, progress: Progress) -> dict[str, Any]:
        return self._opened().paint(progress=progress, **arguments)

    def _live_view(self, arguments: Arguments, progress: Progress) -> dict[str, Any]:
        viewport = {name: arguments[name] for name in ("window", "width", "height")}
        return self._opened().view(progress=progress, **viewport)

    def _live_save(self, arguments: Arguments, progress: Progress) -> dict[str, Any]:
        self._opened().save(arguments["path"])
        return {}

    def _live_close(self, arguments: Arguments, progress: Progress) -> dict[str, Any]:
        if self._session is not None:
            self._session.close()
        self._session = None
        return {}

    def _opened(self) -> LiveSession:
        if self._session is None:
            raise ClusterNetError("No raster is open for painting; open one first.")
        return self._session


def _ping(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    return {"python": sys.version.split()[0]}


def _train(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    own = ("onnx", "onnxruntime") if arguments.get("options", {}).get("encoder") else ()
    _require("torch", "faiss", "scipy", *own, *(("jinja2", "matplotlib") if arguments.get("report") else ()))
    from .core.io.output_clash import refuse_clashes
    from .core.model.course import course_of
    from .core.options import TrainOptions
    from .core.training.inputs import TrainInputs
    from .core.training.train import train

    named: dict[str, Any] = dict(arguments["inputs"])
    named |= {name: tuple(named.get(name, ())) for name in ("rasters", "bands", "extra", "indices")}
    inputs = TrainInputs(**named)
    options = TrainOptions(**arguments["options"])
    output, initial, report = arguments["output"], arguments.get("initial_model", ""), arguments.get("report")
    others = {"rasters": inputs.rasters, "initial_model": initial, "area": inputs.area, "reference": inputs.reference}
    others["extra"] = inputs.extra
    refuse_clashes({"output": output, "report": report or ""}, others, continued={"output": "initial_model"})
    if not (report and inputs.rasters):
        model = train(inputs, options, output, initial, progress=progress)
    else:
        from .core.reports.training_report import write_training_report
        from .core.reports.training_snapshots import TrainingSnapshots

        snapshots = TrainingSnapshots(inputs.rasters[0], inputs.bands, inputs.keep_flat_borders, inputs.extra)
        model = train(inputs, options, output, initial, snapshots, progress=progress.part(0, 0.9))
        write_training_report(model, output, snapshots, report, progress.part(0.9, 1))
    progress.say(course_of(model.history))
    loss = model.history[-1]["loss"]
    return {"epochs_done": model.epochs_done, "loss": loss, "cluster_count": model.clusters}


def _cluster(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    is_exported = str(arguments.get("model_path", "")).lower().endswith(".onnx")
    _require(*(("onnx", "onnxruntime") if is_exported else ("torch",)))
    from .core.mapping.map_raster import MapOutputs, map_raster

    named = _with_selection(_with_map_options(arguments))
    outputs = MapOutputs(**named.pop("outputs"))
    return asdict(map_raster(outputs=outputs, progress=progress, **named))


def _cluster_report(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    _require("torch", "scipy", "jinja2", "matplotlib")
    from .core.reports.cluster_report import write_cluster_report

    return asdict(write_cluster_report(progress=progress, **_with_map_options(arguments)))


def _exportonnx(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    _require("torch", "onnx")
    from .core.mapping.onnx_export import export_model

    return {"class_count": export_model(progress=progress, **_with_selection(arguments))}


def _select_by_strokes(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    _require("torch", "scipy")
    from .core.interactive.from_strokes import select_by_strokes

    return {"contested_count": select_by_strokes(progress=progress, **_core_names(arguments)).contested}


def _suggest_classes(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    is_exported = str(arguments.get("model_path", "")).lower().endswith(".onnx")
    _require("torch", *(("onnx", "onnxruntime") if is_exported else ()))
    from .core.mapping.suggested_classes import suggest_classes

    suggested = suggest_classes(progress=progress, **_with_map_options(arguments))
    return {
        "clusters": [asdict(entry) | {"likeliest": entry.likeliest} for entry in suggested.clusters],
        "cluster_count": len(suggested.clusters),
        "named_count": sum(bool(entry.name) for entry in suggested.clusters),
        "named_share": suggested.named_share,
        "certainty": suggested.certainty,
    }


def _separate_objects(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    _require("scipy")
    from .core.objects.options import ObjectInputs, ObjectOptions, ObjectOutputs
    from .core.objects.separate import separate_objects
    from .core.polygons.class_names import listed_names

    inputs = {name: arguments.get(name, "") for name in ("raster", "image", "height", "confidence", "markers")}
    options = ObjectOptions(listed_names(arguments["classes"]), arguments["mode"], arguments["min_area"])
    outputs = ObjectOutputs(arguments["output"], arguments.get("points", ""))
    return asdict(separate_objects(ObjectInputs(**inputs), options, outputs, progress))


def _change(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    outputs = arguments["outputs"]
    _require("torch", "scipy", *(("jinja2", "matplotlib") if outputs.get("report") else ()))
    from .core.change.compare import ChangeOutputs, compare_dates

    named = _with_selection(_with_map_options(arguments))
    named["outputs"] = ChangeOutputs(**outputs)
    result = compare_dates(progress=progress, **named)
    return {"share_changed": result.areas.share_changed, "shift": result.shift, "threshold": result.threshold}


def _live_prepare(arguments: Arguments, progress: Progress) -> dict[str, Any]:
    _require("torch", "scipy")
    from .core.interactive import session

    session.prepare()
    return {}


def _core_names(arguments: Arguments) -> dict[str, Any]:
    """Arguments under the names that the core gives them."""
    return {_CORE_NAMES.get(name, name): value for name, value in arguments.items()}


def _with_map_options(arguments: Arguments) -> dict[str, Any]:
    """The same, with those that are options of mapping as one object."""
    from .core.options import MapOptions

    named = _core_names(arguments)
    options = {field.name: named.pop(field.name) for field in fields(MapOptions) if field.name in named}
    options["bands"] = tuple(options.get("bands") or ())
    options["extra"] = tuple(options.get("extra") or ())
    options["extent"] = tuple(options["extent"]) if options.get("extent") else None
    return named | {"options": MapOptions(**options)}


def _with_selection(arguments: Arguments) -> dict[str, Any]:
    """Arguments with the selection that `selection_path` names, None without."""
    from .core.selection import selection

    others = dict(arguments)
    path = others.pop("selection_path", "")
    return others | {"selection": selection.load(path) if path else None}


def is_shortage(error: Exception) -> bool:
    """Whether memory has run out; torch, FAISS and ONNX Runtime say so in words of their own."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or any(words in text for words in _SHORTAGES)


def _require(*modules: str) -> None:
    """Raises DependencyError, naming the remedy, if a module cannot be imported."""
    for module in ("numpy", "osgeo.gdal", *modules):
        try:
            __import__(module)
        except (ImportError, OSError) as error:
            if is_shortage(error):
                raise
            raise DependencyError(
                f"The Python at {sys.executable} cannot load {module} ({error}). Install it there with: "
                f'"{sys.executable}" -m pip install -r "{_requirements()}", or choose another Python in the settings.'
            ) from error


def _requirements() -> str:
    return str(Path(__file__).resolve().parent / "environment" / "requirements.txt")
