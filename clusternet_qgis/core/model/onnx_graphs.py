"""Networks as ONNX graphs, traced by torch."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

import torch
from torch import Tensor, nn

from ..arrays import FloatArray
from ..networks.contract import FeatureExtractor
from .torch_engine import normalised_and_distances

# What ONNX Runtime has had since 1.12, so that older plugins run the file; nothing newer is needed.
OPSET = 17


def network_graph(network: FeatureExtractor) -> bytes:
    """A network for any clusters: `image`, normalised and with the margin, to `features` and `distances`.

    Clusters are given by `mean`, `scale` and `centroids`, and what the network was calibrated to by its `calibrated`
    buffers, so that one graph serves all models of the same weights.
    Height and width are free, as far as they are the margin and a multiple of the stride.
    """
    rows, cols = (2 * network.margin + count * network.stride for count in (1, 2))
    size = network.feature_size
    clusters = {"mean": torch.zeros(size, 1, 1), "scale": torch.ones(size, 1, 1), "centroids": torch.zeros(2, size)}
    inputs = {"image": torch.zeros(1, network.bands, rows, cols), **clusters, **calibration_of(network)}
    return traced(_AnyClusters(network).eval(), inputs, ("features", "distances"), {"centroids": {0: "clusters"}})


class _AnyClusters(nn.Module):
    def __init__(self, network: FeatureExtractor) -> None:
        super().__init__()
        self._network = network

    def forward(
        self, image: Tensor, mean: Tensor, scale: Tensor, centroids: Tensor, *calibration: Tensor
    ) -> tuple[Tensor, Tensor]:
        with _calibrated_to(self._network, calibration):
            return normalised_and_distances(self._network(image), mean, scale, centroids)


def patch_graph(network: FeatureExtractor) -> bytes:
    """A network alone on patches with its `patch_margin`: `image` to `features`, as `forward` gives them.

    What it was calibrated to is given by its `calibrated` buffers.
    """
    margin, stride = network.patch_margin, network.stride
    rows, cols = (2 * margin + count * stride for count in (2, 3))
    example = torch.zeros(1, network.bands, rows, cols)
    return traced(_WithMargin(network).eval(), {"image": example, **calibration_of(network)}, ("features",))


class _WithMargin(nn.Module):
    def __init__(self, network: FeatureExtractor) -> None:
        super().__init__()
        self._network = network

    def forward(self, image: Tensor, *calibration: Tensor) -> Tensor:
        with _calibrated_to(self._network, calibration):
            return self._network(image, self._network.patch_margin)


@contextmanager
def _calibrated_to(network: FeatureExtractor, calibration: Sequence[Tensor]) -> Iterator[None]:
    """The network with other tensors in place of its calibrated buffers; torch's own way cannot be traced."""
    before = calibration_of(network)
    try:
        for name, tensor in zip(before, calibration):
            _set_buffer(network, name, tensor)
        yield
    finally:
        for name, tensor in before.items():
            _set_buffer(network, name, tensor)


def _set_buffer(network: nn.Module, name: str, tensor: Tensor) -> None:
    owner, _, own_name = name.rpartition(".")
    setattr(network.get_submodule(owner), own_name, tensor)


def calibration_of(network: FeatureExtractor) -> dict[str, Tensor]:
    """The buffers that a network's calibration has set, by name."""
    return {name: network.get_buffer(name) for name in network.calibrated}


def arrays(tensors: Mapping[str, Tensor]) -> dict[str, FloatArray]:
    """Tensors as further inputs of a graph."""
    return {name: tensor.numpy().copy() for name, tensor in tensors.items()}


def traced(
    module: nn.Module,
    inputs: Mapping[str, Tensor],
    outputs: tuple[str, ...],
    free: Mapping[str, Mapping[int, str]] = MappingProxyType({}),
) -> bytes:
    """The graph of a module.

    Args:
        module: In the mode of evaluation.
        inputs: Examples by name, the image first.
        outputs: Names.
        free: Names of further axes of any size, by input and axis; rows and columns of the image and of the outputs
            are of any size anyway.
    """
    buffer = io.BytesIO()
    images = (next(iter(inputs)), *outputs)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that needs no further package is called old
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            buffer,  # type: ignore[arg-type]  # files in memory are taken, and not in the signature
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={**{image: {2: f"{image}_rows", 3: f"{image}_cols"} for image in images}, **free},
            opset_version=OPSET,
            dynamo=False,
        )
    return buffer.getvalue()
