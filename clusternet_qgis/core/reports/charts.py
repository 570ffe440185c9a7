"""Drawings for reports, as SVG, and pictures, as PNG."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib import image
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from numpy.typing import NDArray

from ..clustering.hierarchy import Hierarchy

if TYPE_CHECKING:  # what QGIS itself draws with loads no k-means
    from ..clustering.stability import StabilityCurve


def training_curves(history: Sequence[Mapping[str, Any]]) -> list[str]:
    """Of loss, share of pixels that changed cluster, 1 - NMI and, where there are labels, mean IoU, a drawing each."""
    curves = [
        ("loss", [(entry["epoch"], entry["loss"]) for entry in history if entry["loss"] is not None]),
        ("share of pixels that changed cluster", [(e["epoch"], e["changed"]) for e in history]),
        ("1 - NMI with the epoch before", [(e["epoch"], 1 - e["nmi"]) for e in history]),
        ("mean IoU", [(e["epoch"], e["mean_iou"]) for e in history if "mean_iou" in e]),
    ]
    return [_curve(title, points) for title, points in curves if points]


def size_bars(shares: Sequence[float], colours: Sequence[str]) -> str:
    """Shares of the pixels, a bar each in its colour."""
    figure = Figure(figsize=(7.2, 1.8), layout="constrained")
    axis = figure.subplots()
    axis.bar(range(len(shares)), [100 * share for share in shares], width=0.9, color=list(colours))
    axis.set_ylabel("% of pixels", fontsize=8)
    axis.set_xticks([])
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    return _svg(figure)


def stability_drawing(curve: StabilityCurve) -> str:
    """Agreement by number of clusters, that of data without clusters, and a mark at the suggestion."""
    figure = Figure(figsize=(7.2, 2.8), layout="constrained")
    axis = figure.subplots()
    axis.errorbar(curve.counts, curve.agreement, curve.spread, marker="o", markersize=3, color="#0072b2", label="here")
    axis.plot(curve.counts, curve.reference, "--", color="#888888", label="without clusters")
    if curve.suggested is not None:
        axis.axvline(curve.suggested, color="#d55e00", linewidth=1)
        axis.annotate(
            f" {curve.suggested}", (curve.suggested, 1), xycoords=("data", "axes fraction"), color="#d55e00", va="top"
        )
    axis.set_xscale("log", base=2)
    axis.set_xticks(curve.counts, [str(count) for count in curve.counts])
    axis.minorticks_off()
    axis.set_xlabel("clusters", fontsize=8)
    axis.set_ylabel("agreement (adjusted Rand index)", fontsize=8)
    axis.tick_params(labelsize=8)
    axis.legend(fontsize=8, frameon=False)
    axis.spines[["top", "right"]].set_visible(False)
    axis.set_ylim(bottom=0)
    return _svg(figure)


def merge_drawing(tree: Hierarchy) -> str:
    """A tree of merges lying on its side, a row a cluster, what is suggested in bold."""
    rows = max(len(tree.leaves), 1)
    figure = Figure(figsize=(7, 0.5 + 0.19 * rows), layout="constrained")
    axis = figure.subplots()
    for places, heights in zip(*tree.joints):
        suggested = heights.max() <= tree.cut
        axis.plot(heights, places, color="#0072b2" if suggested else "#888888", linewidth=2 if suggested else 1)
    axis.axvline(tree.cut, color="#d55e00", linewidth=0.8, linestyle="--")
    axis.set_yticks(range(len(tree.leaves)), [f"cluster {leaf}" for leaf in tree.leaves], fontsize=7)
    axis.set_ylim(rows - 0.5, -0.5)
    axis.set_xlim(left=0)
    axis.set_xlabel("how different (Ward distance of features)", fontsize=8)
    axis.tick_params(axis="x", labelsize=8)
    axis.tick_params(axis="y", length=0)
    axis.spines[["top", "right", "left"]].set_visible(False)
    return _svg(figure)


def _svg(figure: Figure) -> str:
    text = io.StringIO()
    canvas: Any = FigureCanvasSVG(figure)  # typed in newer versions of matplotlib only
    canvas.print_svg(text)
    svg = text.getvalue()
    return svg[svg.index("<svg") :]


def picture(colours: NDArray[np.uint8]) -> str:
    """A picture as the address of an HTML image that holds it.

    Args:
        colours: (rows, cols, 3), red, green and blue.
    """
    png = io.BytesIO()
    image.imsave(png, colours, format="png")
    return "data:image/png;base64," + base64.b64encode(png.getvalue()).decode()


def _curve(title: str, points: list[tuple[int, float]]) -> str:
    figure = Figure(figsize=(3.5, 2.4), layout="constrained")
    axis = figure.subplots()
    axis.plot(*zip(*points), marker="o", markersize=3, color="#0072b2")
    axis.set_title(title, fontsize=9)
    axis.set_xlabel("epoch", fontsize=8)
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    axis.set_ylim(bottom=0)
    return _svg(figure)
