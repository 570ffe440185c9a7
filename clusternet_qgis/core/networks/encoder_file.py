"""An encoder as an ONNX file that the user brings: checked, opened in ONNX Runtime, and asked what it takes and gives.

One picture goes in; out comes a map of features, or the tokens of its patches. What the file does not say, in its
metadata or in a JSON file of its name beside it, is found by trying.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray
from ..errors import DependencyError, ModelError

try:
    import onnx
    import onnxruntime
    from google.protobuf.message import DecodeError
except ImportError as error:
    raise DependencyError(
        f"An encoder needs onnx and onnxruntime, which the Python at {sys.executable} cannot load ({error}). Install "
        "them there with pip, or choose another Python in the settings."
    ) from error

# Protobuf holds no more.
LARGEST_BYTES = 2**31 - 1
# Smaller files go into the model; larger ones stay where they are, and the model knows their content.
_KEPT_BYTES = 64 * 2**20
_DOMAINS = ("", "ai.onnx", "com.microsoft")
_LOOPS = ("Loop", "Scan")
# Sides that are tried where the file fixes none: multiples of many strides first.
_SIDES = (448, 512, 224, 256, 518, 128, 64)
_MOST_PREFIX_TOKENS = 16
_MOST_CHANNELS = 1024
_TYPES: Mapping[str, type[np.generic]] = {
    "tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(double)": np.float64, "tensor(uint8)": np.uint8,
}  # fmt: skip
_TRIES = 8


@dataclass(frozen=True)
class EncoderForm:
    """What an encoder takes and gives; the keys of the JSON file beside it.

    Attributes:
        size: Rows and columns of its picture.
        stride: Pixels between two of its features.
        offset: Pixel on which its first feature stands.
        output: Name of the output that is taken.
        prefix_tokens: Tokens before those of the patches; -1 if it gives a map.
        channels_last: Whether the channels of the picture are its last axis.
        features_last: Whether those of the map are.
        features: Length of a feature vector.
        bands: Names of the bands that it takes, in order; empty where it says none.
        mean: Subtracted from each band after the division by `scale`; empty for the raster's own normalisation.
        std: Then divided by.
        scale: What values are divided by first; 0 for the largest that the raster's type holds.
        channels: Bands that it takes.
        probed: What was found by trying.
    """

    size: int
    stride: int
    offset: int
    output: str
    prefix_tokens: int
    channels_last: bool
    features_last: bool
    features: int
    bands: tuple[str, ...] = ()
    mean: tuple[float, ...] = ()
    std: tuple[float, ...] = ()
    scale: float = 0.0
    channels: int = 3
    probed: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, text: str) -> EncoderForm:
        """What `as_json` has written."""
        entries: dict[str, Any] = json.loads(text)
        for key, value in entries.items():
            entries[key] = tuple(value) if isinstance(value, list) else value
        return cls(**entries)

    def as_json(self) -> str:
        """As text."""
        return json.dumps(asdict(self))


class EncoderSession:
    """An encoder at work.

    Args:
        data: The file.
        name: Of the file, for sentences.
        form: What it takes and gives; by default it is asked.
        stated: What is known of it, by the names of an `EncoderForm`.
        threads: Cores to use.

    Raises:
        ModelError: It cannot be used; the sentence says why.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        form: EncoderForm | None = None,
        stated: Mapping[str, Any] | None = None,
        threads: int = 0,
    ) -> None:
        self.name = name
        whole = _parsed(data, name)
        _check(whole, name)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # its errors have no common class
            raise ModelError(
                f"ONNX Runtime cannot run the encoder {name} ({_brief(error)}); export it anew."
            ) from error
        self._input = self._only_input()
        self.form = form or _Probe(self, {**_metadata(whole), **(stated or {})}).form()

    def _only_input(self) -> Any:
        inputs = self._session.get_inputs()
        if len(inputs) != 1 or len(inputs[0].shape) != 4 or inputs[0].type not in _TYPES:
            listed = ", ".join(f"{entry.name} {entry.shape} {entry.type}" for entry in inputs)
            raise ModelError(
                f"The encoder {self.name} takes {listed}; it must take one picture of numbers, (1, bands, rows, "
                "columns)."
            )
        return inputs[0]

    @property
    def shape(self) -> list[Any]:
        """Of the picture: numbers, or names or nothing where the file fixes none."""
        return list(self._input.shape)

    @property
    def outputs(self) -> list[str]:
        """Names of what it gives."""
        return [entry.name for entry in self._session.get_outputs()]

    def run(self, picture: FloatArray, outputs: Sequence[str], channels_last: bool) -> list[NDArray[Any]]:
        """What it gives of a picture (bands, rows, cols)."""
        kind = _TYPES[self._input.type]
        values = picture.transpose(1, 2, 0) if channels_last else picture
        if kind is np.uint8:
            values = np.rint(values).clip(0, 255)
        results: list[NDArray[Any]] = self._session.run(list(outputs), {self._input.name: values[None].astype(kind)})
        return results

    def features(self, picture: FloatArray) -> FloatArray:
        """Features (features, rows, cols) of a picture (bands, size, size) as it wants it.

        Raises:
            ModelError: Some are no number.
        """
        form = self.form
        (result,) = self.run(picture, [form.output], form.channels_last)
        features = as_map(result, form.size // form.stride, form.prefix_tokens, form.features_last)
        if not np.isfinite(features).all():
            raise ModelError(
                f"The encoder {self.name} gives values that are no numbers (NaN or infinite) for a part of the raster; "
                "check its normalisation (mean, std, scale), or export it in float32."
            )
        return features


def as_map(result: NDArray[Any], side: int, prefix_tokens: int, features_last: bool) -> FloatArray:
    """What an encoder gives as (features, side, side)."""
    if prefix_tokens >= 0:
        features = result[0, prefix_tokens:].T.reshape(-1, side, side)
    else:
        features = result[0].transpose(2, 0, 1) if features_last else result[0]
    return np.ascontiguousarray(features, np.float32)


def read_encoder(path: str) -> tuple[bytes, dict[str, Any]]:
    """The bytes of a file, and what the JSON file beside it says.

    Raises:
        ModelError: One cannot be read.
    """
    file = Path(path)
    if not file.is_file():
        raise ModelError(f"There is no encoder {path}; choose an ONNX file with ENCODER.")
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        raise ModelError(
            f"The encoder {path} has {size / 2**30:.1f} GB, and ONNX files of up to 2 GB can be read; export a smaller "
            "one, or in half precision."
        )
    beside = file.with_suffix(".json")
    try:
        text = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
        if not isinstance(text, dict):
            raise ValueError("it is no object")
        return file.read_bytes(), text
    except (OSError, ValueError) as error:
        raise ModelError(f"Cannot read the encoder {path} and {beside.name} ({_brief(error)}).") from error


def is_kept(data: bytes) -> bool:
    """Whether a file is small enough to go into a model."""
    return len(data) <= _KEPT_BYTES


def content_key(data: bytes) -> str:
    """What tells a file's content from others: its SHA-256."""
    return hashlib.sha256(data).hexdigest()


def _parsed(data: bytes, name: str) -> onnx.ModelProto:
    try:
        whole = onnx.load_from_string(data)
    except (DecodeError, ValueError, TypeError) as error:
        raise ModelError(f"The encoder {name} is no ONNX file ({_brief(error)}); export it anew.") from error
    if not whole.graph.node:
        raise ModelError(f"The encoder {name} is no ONNX file, or has nothing in it; export it anew.")
    return whole


def _check(whole: onnx.ModelProto, name: str) -> None:
    """Refuses what could read other files, run other code or never end."""
    own = {function.domain for function in whole.functions}
    for graph in _graphs(whole):
        for constant in graph.initializer:
            if constant.data_location == onnx.TensorProto.EXTERNAL or len(constant.external_data):
                raise ModelError(
                    f"The encoder {name} keeps its weights in other files; save it as one file, of up to 2 GB "
                    "(onnx.save_model with save_as_external_data=False)."
                )
        _check_nodes(graph.node, own, name)
    for function in whole.functions:
        _check_nodes(function.node, own, name)


def _check_nodes(nodes: Any, own: set[str], name: str) -> None:
    for node in nodes:
        if node.domain not in _DOMAINS and node.domain not in own:
            raise ModelError(
                f"The encoder {name} has the operator {node.op_type[:50]} of '{node.domain[:50]}', which ONNX Runtime "
                "has not; export it with operators of ONNX alone."
            )
        if node.op_type in _LOOPS:
            raise ModelError(f"The encoder {name} has a loop ({node.op_type}); export it for a picture of fixed size.")
        for attribute in node.attribute:
            if attribute.HasField("t") and attribute.t.data_location == onnx.TensorProto.EXTERNAL:
                raise ModelError(f"The encoder {name} keeps its weights in other files; save it as one file.")


def _graphs(whole: onnx.ModelProto) -> Iterator[onnx.GraphProto]:
    """The graph, and those inside its operators."""
    waiting = [whole.graph]
    while waiting:
        graph = waiting.pop()
        yield graph
        for node in graph.node:
            for attribute in node.attribute:
                waiting += [attribute.g] if attribute.HasField("g") else []
                waiting += list(attribute.graphs)


def _metadata(whole: onnx.ModelProto) -> dict[str, Any]:
    """What the file says of itself in the keys of an `EncoderForm`, or in those of the plugin Deepness."""
    entries: dict[str, Any] = {}
    for entry in whole.metadata_props:
        try:
            entries[entry.key] = json.loads(entry.value)
        except ValueError:
            entries[entry.key] = entry.value
    others = {"standardization_mean": "mean", "standardization_std": "std", "tile_size": "size", "tiles_size": "size"}
    return {**{others[key]: value for key, value in entries.items() if key in others}, **entries}


class _Probe:
    """Finds out what an encoder takes and gives.

    Args:
        session: The encoder.
        stated: What is known.
    """

    def __init__(self, session: EncoderSession, stated: Mapping[str, Any]) -> None:
        self._session, self._name, self._stated = session, session.name, stated
        self._probed: list[str] = []
        self._generator = np.random.default_rng(0)

    def form(self) -> EncoderForm:
        """What was stated, and what was found."""
        shape = self._session.shape
        numbers = [size if isinstance(size, int) and size > 0 else 0 for size in shape]
        channels_last = 0 < numbers[3] <= 16 and not 0 < numbers[1] <= 16
        channels = numbers[3] if channels_last else numbers[1] or len(self._sequence("mean")) or 3
        if not 1 <= channels <= _MOST_CHANNELS or numbers[0] > 1:
            raise ModelError(
                f"The encoder {self._name} takes pictures of the form {shape}; it must take one at a time."
            )
        fixed = numbers[1:3] if channels_last else numbers[2:]
        if all(fixed) and fixed[0] != fixed[1]:
            raise ModelError(
                f"The encoder {self._name} takes pictures of {fixed[0]} x {fixed[1]}; export it for squares."
            )
        sides = [fixed[0]] if all(fixed) else [self._number("size", 0)] if self._stated.get("size") else list(_SIDES)
        if not all(fixed) and not self._stated.get("size"):
            self._probed.append("size")
        size, results = self._first_that_runs(sides, channels, channels_last)
        output, prefix, features_last, side, features = self._map_of(results, size)
        stride = size // side
        draft = EncoderForm(size, stride, 0, output, prefix, channels_last, features_last, features, channels=channels)
        bands = tuple(map(str, self._stated.get("bands", ()) or ()))
        mean, std = self._sequence("mean"), self._sequence("std")
        for what, values in (("bands", bands), ("mean", mean), ("std", std)):
            if len(values) not in (0, channels):
                raise ModelError(
                    f"The encoder {self._name} takes {channels} bands, and its {what} has {len(values)} entries; give "
                    f"{channels}."
                )
        if not mean:
            self._probed.append("normalisation")
        offset = self._number("offset", -1)
        if offset < 0:
            offset = self._offset(draft)
            self._probed.append("offset")
        return EncoderForm(
            **{
                **asdict(draft), "offset": min(offset, stride - 1), "bands": bands, "mean": mean,
                "std": std or (1.0,) * len(mean), "scale": float(self._stated.get("scale", 0) or 0),
                "probed": tuple(self._probed),
            }
        )  # fmt: skip

    def _number(self, key: str, default: int) -> int:
        value = self._stated.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ModelError(f"The encoder {self._name} says {value!r} for {key}; give a whole number.")
        return value

    def _sequence(self, key: str) -> tuple[float, ...]:
        values = self._stated.get(key, ()) or ()
        fits = isinstance(values, (list, tuple)) and all(
            isinstance(value, (int, float)) and math.isfinite(value) for value in values
        )
        if not fits or (key == "std" and any(value <= 0 for value in values)):
            raise ModelError(f"The encoder {self._name} says {values!r} for {key}; give a number for each band.")
        return tuple(map(float, values))

    def _picture(self, channels: int, size: int) -> FloatArray:
        return self._generator.normal(0, 1, (channels, size, size)).astype(np.float32)

    def _first_that_runs(
        self, sides: Sequence[int], channels: int, channels_last: bool
    ) -> tuple[int, dict[str, NDArray[Any]]]:
        reason = ""
        chosen = self._stated.get("output")
        names = [str(chosen)] if chosen else self._session.outputs
        if chosen and chosen not in self._session.outputs:
            raise ModelError(
                f"The encoder {self._name} has no output '{chosen}'; it has {', '.join(self._session.outputs)}."
            )
        for side in sides:
            try:
                results = self._session.run(self._picture(channels, side), names, channels_last)
            except Exception as error:  # its errors have no common class
                reason = _brief(error)
                continue
            if len(sides) == 1 or any(self._reading(result, side) for result in results):
                return side, dict(zip(names, results))
        raise ModelError(
            f"The encoder {self._name} runs on no picture of {', '.join(map(str, sides))} pixels a side"
            f"{f' ({reason})' if reason else ''}; give its size in a JSON file beside it."
        )

    def _map_of(self, results: Mapping[str, NDArray[Any]], size: int) -> tuple[str, int, bool, int, int]:
        """The output that is a map: its name, prefix tokens, whether features come last, side and features."""
        readings = {name: self._reading(result, size) for name, result in results.items()}
        maps = {name: reading for name, reading in readings.items() if reading is not None}
        if len(maps) != 1:
            listed = ", ".join(f"{name} {'x'.join(map(str, result.shape))}" for name, result in results.items())
            what = (
                "none of which is a map of features or tokens of patches, with a whole number of pixels between them; "
                "export the layer before the pooling"
                if not maps
                else "several of which are maps; say which with output in a JSON file beside it"
            )
            raise ModelError(f"The encoder {self._name} gives {listed} for {size} x {size} pixels, {what}.")
        ((name, (prefix, features_last, side, features)),) = maps.items()
        if not np.isfinite(np.asarray(results[name], np.float64)).all():
            raise ModelError(
                f"The encoder {self._name} gives values that are no numbers (NaN or infinite); export it in float32."
            )
        return name, prefix, features_last, side, features

    def _reading(self, result: NDArray[Any], size: int) -> tuple[int, bool, int, int] | None:
        """How a result is a map of a picture: prefix tokens, features last, side, features; None if it is none."""
        if not isinstance(result, np.ndarray) or result.dtype.kind != "f" or result.shape[0] != 1:
            return None
        if result.ndim == 4:
            for last, side, other, features in (
                (False, result.shape[2], result.shape[3], result.shape[1]),
                (True, result.shape[1], result.shape[2], result.shape[3]),
            ):
                if side == other and side > 1 and size % side == 0:
                    return -1, last, side, features
        if result.ndim == 3:
            stated = self._stated.get("prefix_tokens")
            for prefix in [int(stated)] if stated is not None else range(_MOST_PREFIX_TOKENS + 1):
                side = math.isqrt(max(result.shape[1] - prefix, 0))
                if side > 1 and side**2 == result.shape[1] - prefix and size % side == 0:
                    return prefix, False, side, result.shape[2]
        return None

    def _offset(self, form: EncoderForm) -> int:
        """The pixel on which the first feature stands, from where the features change that a few pixels change.

        Grids stand on the first pixel of each cell (convolutions padded on both sides), in its middle (patches), or on
        its last.
        """
        if form.stride == 1:
            return 0
        picture, side = self._picture(form.channels, form.size), form.size // form.stride
        before = self._energies(form, picture)
        places = np.arange(side)
        differences = []
        for _ in range(_TRIES):
            at = self._generator.integers(form.size // 3, 2 * form.size // 3, 2)
            changed = picture.copy()
            changed[:, at[0] : at[0] + 2, at[1] : at[1] + 2] += 4
            energy = ((self._energies(form, changed) - before) ** 2).sum(0) ** 2
            if energy.sum() > 0:
                rows, cols = (energy.sum(axis) @ places / energy.sum() for axis in (1, 0))
                differences += [at[0] + 0.5 - form.stride * rows, at[1] + 0.5 - form.stride * cols]
        found = float(np.mean(differences)) if differences else (form.stride - 1) / 2
        usual = [0.0, (form.stride - 1) / 2, form.stride - 1.0]
        return round(usual[int(np.argmin([abs(offset - found) for offset in usual]))])

    def _energies(self, form: EncoderForm, picture: FloatArray) -> NDArray[np.float64]:
        (result,) = self._session.run(picture, [form.output], form.channels_last)
        return as_map(result, form.size // form.stride, form.prefix_tokens, form.features_last).astype(np.float64)


def _brief(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= 200 else f"{text[:200]}..."
