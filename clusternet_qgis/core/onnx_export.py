"""From torch to ONNX."""

from __future__ import annotations

import io
import warnings

import torch

from .torch_engine import FeaturesAndDistances

# The newest operators that QGIS' long-term releases' ONNX Runtimes all have; nothing newer is needed.
OPSET = 17


def network_graph(mapped: FeaturesAndDistances) -> bytes:
    """A model's network and clusters: `image`, normalised and with the margin, to `features` and `distances`.

    Height and width are free, as far as they are the margin and a multiple of the stride.
    """
    network = mapped.network
    rows, cols = (2 * network.margin + count * network.stride for count in (1, 2))
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that needs no further package is called old
        torch.onnx.export(
            mapped,
            (torch.zeros(1, network.bands, rows, cols),),
            buffer,  # type: ignore[arg-type]  # files in memory are taken, and not in the signature
            input_names=["image"],
            output_names=["features", "distances"],
            dynamic_axes={name: {2: f"{name}_rows", 3: f"{name}_cols"} for name in ("image", "features", "distances")},
            opset_version=OPSET,
            dynamo=False,
        )
    return buffer.getvalue()
