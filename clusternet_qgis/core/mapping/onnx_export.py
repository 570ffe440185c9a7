"""Models as ONNX files, which other programs run and mapping takes."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ..errors import OptionsError, SelectionError
from ..io.legend import BACKGROUND
from ..io.normalisation import CLIP_DEVIATIONS, NormalisationStats
from ..io.output_clash import refuse_clashes
from ..model import cluster_model, onnx_model
from ..model.cluster_model import ClusterModel
from ..model.onnx_graphs import traced
from ..model.onnx_model import OnnxModel
from ..model.torch_engine import FeaturesAndDistances
from ..networks.resampling import upsampled
from ..progress import Progress
from ..selection.selection import ClusterSelection
from ..staging import staged

# As in mapping: a pixel on two equal centroids has a confidence of 0.
_SMALLEST_SQUARE = 1e-30
# Deepness takes a percentage; at more, most of the work would be done twice.
_MOST_OVERLAP = 50
# It keeps one byte a pixel, in which 0 is no class.
_MOST_CLASSES_OF_DEEPNESS = 255
# Beside a class named as what is in none, so that there are two.
_NO_CLASS = "none"


def export_model(
    model_path: str,
    output: str,
    selection: ClusterSelection | None = None,
    tile_size: int = 512,
    progress: Progress = Progress(),
) -> int:
    """Writes a model as an ONNX file.

    Pixels go in as they are stored (1, bands, rows, cols), of any size; what the network needs around them is repeated
    from their border, so that results are those of the plugin from the margin inwards. Out come scores (1, classes,
    rows, cols): that of the nearest class is (1 + confidence) / 2, the others are 0.

    Args:
        model_path: The model.
        output: The file.
        selection: Classes to give; by default each cluster is one. Each has a score, also one without clusters, and so
            has what is in none. A file has at least two: to other programs a single score is that of a foreground.
        tile_size: Rows and columns that other programs shall run at once, a multiple of the network's stride.
        progress: Reports steps.

    Returns:
        Number of classes of the file.

    Raises:
        ClusterNetError: The model or selection cannot be used, or the tile size does not fit the network.
    """
    refuse_clashes({"output": output}, {"model_path": model_path})
    model = cluster_model.load(model_path)
    mapped = model.in_torch()
    if not mapped.network.traceable:
        raise OptionsError(
            f"The network '{model.options.network}' cannot be written into an ONNX file; export a model of another one."
        )
    tile_geometry = mapped.tile_geometry
    if tile_size % tile_geometry.stride or tile_size < tile_geometry.stride:
        raise OptionsError(
            f"The network takes tiles of multiples of {tile_geometry.stride} pixels, not {tile_size}; "
            f"use {max(round(tile_size / tile_geometry.stride), 1) * tile_geometry.stride}."
        )
    names, classes = _classes(selection, model)
    context = _context(mapped)
    progress.update(0.1)
    stats = _stats_of_all(model)
    graph = _whole_graph(_ValuesToScores(mapped, stats, classes, len(names), context), len(stats.mean))
    progress.update(0.8)
    exported = OnnxModel(
        band_names=model.band_names,
        band_numbers=model.band_numbers,
        stats=model.stats,
        clusters=model.clusters,
        feature_size=model.feature_size,
        mean_distance=model.mean_distance,
        tile_geometry=tile_geometry,
        context=context,
        name=model.fingerprint(),
        colours=model.colours,
        evidence=model.evidence,
        embedding=model.embedding,
    )
    entries = _deepness_entries(names, model, len(stats.mean), tile_geometry.margin, tile_size)
    texts = {name: json.dumps(value) for name, value in entries.items()}
    _save(graph, {**texts, onnx_model.METADATA: exported.as_text()}, output)
    progress.update(1)
    if model.embedding:
        progress.say(
            f"The file takes the vectors of {model.embedding}; other programs must not give it the bytes that are "
            "stored."
        )
    if "resolution" not in entries:
        progress.say("The model does not know the size of its pixels: set the resolution in the other program.")
    if len(stats.mean) > model.bands:
        seen = ", ".join(channel.name for channel in model.evidence.channels) if model.evidence else ""
        progress.say(
            f"The model also sees {seen}: other programs must give the file these as bands {model.bands + 1} to "
            f"{len(stats.mean)}; 'Map clusters' makes them of EXTRA and of the picture."
        )
    if len(names) > _MOST_CLASSES_OF_DEEPNESS:
        progress.say(
            f"The file gives {len(names)} classes, and the plugin Deepness tells {_MOST_CLASSES_OF_DEEPNESS} apart; "
            "for it, give a selection of fewer."
        )
    return len(names)


def _stats_of_all(model: ClusterModel) -> NormalisationStats:
    """Normalisation of the bands and of the channels that follow them."""
    stats, channels = model.stats, model.evidence.channels if model.evidence else ()
    if not channels:
        return stats
    mean = np.array([*stats.mean, *(channel.mean for channel in channels)])
    std = np.array([*stats.std, *(channel.std for channel in channels)])
    return NormalisationStats(mean, std, stats.pixels)


def _deepness_entries(
    names: Sequence[str], model: ClusterModel, bands: int, margin: int, tile_size: int
) -> dict[str, Any]:
    """What Deepness reads (its `model_base.py`).

    It divides pixels by 255, then subtracts a mean and divides by a deviation: with those given here the graph gets the
    pixels back. It takes `tile_size`, which its manual calls `tiles_size`.
    """
    resolution = float(model.card.get("pixel_metres", 0)) * 100
    return {
        "model_type": "Segmentor",
        "class_names": {str(index): name for index, name in enumerate(names)},
        **({"resolution": resolution} if resolution else {}),
        "tile_size": tile_size,
        "tiles_size": tile_size,
        "tiles_overlap": min(math.ceil(200 * margin / tile_size), _MOST_OVERLAP),
        "standardization_mean": [0.0] * bands,
        "standardization_std": [1 / 255] * bands,
        "seg_thresh": 0.0,
    }


def _classes(
    selection: ClusterSelection | None, model: cluster_model.ClusterModel
) -> tuple[list[str], NDArray[np.intp]]:
    """Names of the classes, two at least, and which of them each cluster belongs to."""
    if selection is None:
        names, classes = [f"cluster {index}" for index in range(model.clusters)], np.arange(model.clusters)
    else:
        if selection.splits:
            raise SelectionError(
                f"The selection splits {len(selection.splits)} clusters by strokes, which an ONNX file cannot hold; "
                "make one without splits, or use 'Segment'."
            )
        selection.check_model(model.fingerprint())
        names = [entry.name for entry in selection.legend()]
        classes = selection.lookup(model.clusters)[1:].astype(np.intp) - 1
    if len(names) == 1:
        names.append(_NO_CLASS if names[0] == BACKGROUND else BACKGROUND)
    return names, classes


def _context(mapped: FeaturesAndDistances) -> int:
    """Pixels to continue an image by: few, if the network's grid is then in the same phase."""
    network = mapped.network
    fewer = network.patch_margin
    return fewer if (network.margin - fewer) % network.stride == 0 else network.margin


def _whole_graph(module: _ValuesToScores, bands: int) -> onnx.ModelProto:
    """The graph from values to scores. Tensors on the way keep their names, so that mapping can cut it there."""
    stride = module.mapped.network.stride
    example = torch.zeros(1, bands, stride + 1, 2 * stride - 1)
    data = traced(module.eval(), {"values": example}, ("scores", "image", "features", "distances"))
    graph = onnx.load_from_string(data)
    graph.graph.value_info.extend(graph.graph.output[1:])
    del graph.graph.output[1:]
    batch, _, *pixels = graph.graph.output[0].type.tensor_type.shape.dim
    batch.dim_value = 1
    # Deepness asks for as many rows as columns, and takes sizes that are not given for equal.
    for dimension in pixels:
        dimension.Clear()
    return graph


def _save(graph: onnx.ModelProto, texts: Mapping[str, str], output: str) -> None:
    graph.producer_name = "ClusterNet"
    del graph.metadata_props[:]
    for key, value in texts.items():
        graph.metadata_props.add(key=key, value=value)
    onnx.checker.check_model(graph, full_check=True)
    with staged(output) as temporary:
        temporary.write_bytes(graph.SerializeToString())


class _ValuesToScores(nn.Module):
    """What surrounds the network in a file for other programs: pixels as they are stored in, scores out.

    Args:
        mapped: The network and its clusters.
        stats: Normalisation of the input.
        classes: Index of the class of each cluster (clusters,).
        count: Number of classes, at least two; there may be some without clusters.
        context: Pixels to continue the image by on each side.
    """

    mean: Tensor
    std: Tensor

    def __init__(
        self,
        mapped: FeaturesAndDistances,
        stats: NormalisationStats,
        classes: NDArray[np.intp],
        count: int,
        context: int,
    ) -> None:
        super().__init__()
        self.mapped, self.context = mapped, context
        self.members = [torch.from_numpy(np.flatnonzero(classes == index)) for index in range(count)]
        self.register_buffer("mean", torch.from_numpy(stats.mean).float().view(-1, 1, 1))
        std = np.where(stats.std > 0, stats.std, 1.0)
        self.register_buffer("std", torch.from_numpy(std).float().view(-1, 1, 1))

    def forward(self, values: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of all pixels, and intermediate tensors: the image, features and distances."""
        rows, cols = values.shape[-2:]
        stride, output_stride = self.mapped.network.stride, self.mapped.network.output_stride
        image = ((values - self.mean) / self.std).clamp(-CLIP_DEVIATIONS, CLIP_DEVIATIONS)
        image = torch.where(image.isnan(), torch.zeros_like(image), image)
        padding = (self.context, self.context + (-cols) % stride, self.context, self.context + (-rows) % stride)
        image = nn.functional.pad(image, padding, mode="replicate")
        features, distances = self.mapped(image, self.context)
        full = upsampled(distances, output_stride, (rows, cols)).clamp_min(0)
        excess = _excess(features, output_stride, (rows, cols)) if output_stride > 1 else None
        return self._scores(full, excess), image, features, distances

    def _scores(self, distances: Tensor, excess: Tensor | None) -> Tensor:
        nearest = torch.cat([self._of_class(distances, members) for members in self.members], 1)
        two, order = nearest.topk(2, dim=1, largest=False)
        if excess is not None:
            two = two - excess
        two = two.clamp_min(_SMALLEST_SQUARE)
        confidence = 1 - (two[:, :1] / two[:, 1:]).sqrt()
        channels = torch.arange(len(self.members)).view(1, -1, 1, 1)
        return torch.where(order[:, :1] == channels, 0.5 + confidence / 2, torch.zeros_like(confidence))

    @staticmethod
    def _of_class(distances: Tensor, members: Tensor) -> Tensor:
        """Distance to the nearest of a class' clusters; far where it has none."""
        if not len(members):
            return distances[:, :1] + 1e30
        return distances[:, members].amin(1, keepdim=True)


def _excess(features: Tensor, output_stride: int, size: Sequence[int]) -> Tensor:
    """What interpolating squared distances adds to those of the interpolated features (batch, 1, rows, cols)."""
    squares = upsampled((features**2).sum(1, keepdim=True), output_stride, size)
    return squares - (upsampled(features, output_stride, size) ** 2).sum(1, keepdim=True)
