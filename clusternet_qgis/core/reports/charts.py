"""Charts for reports as SVG, and images as PNG."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matplotlib import image
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from ..arrays import ByteArray
from ..clustering.hierarchy import Hierarchy

if TYPE_CHECKING:  # k-means is not loaded in QGIS, which draws charts for the evaluation report
    from ..clustering.stability import StabilityCurve
    from ..evaluation.confidence_curve import ConfidenceCurve


def training_curves(history: Sequence[Mapping[str, Any]]) -> list[str]:
    """Curves over epochs: loss, share of pixels that changed cluster and, with labels, mean IoU."""
    learnt = [entry for entry in history if entry["loss"] is not None]
    curves = [
        ("loss", [(entry["epoch"], entry["loss"]) for entry in learnt]),
        ("share of pixels that changed cluster", [(entry["epoch"], entry["changed"]) for entry in learnt]),
        ("mean IoU", [(entry["epoch"], entry["mean_iou"]) for entry in history if "mean_iou" in entry]),
    ]
    return [_curve(title, points) for title, points in curves if points]


def size_bars(shares: Sequence[float], colours: Sequence[str]) -> str:
    """A bar chart of the shares of pixels, each bar in its colour."""
    figure = Figure(figsize=(7.2, 1.8), layout="constrained")
    axis = figure.subplots()
    axis.bar(range(len(shares)), [100 * share for share in shares], width=0.9, color=list(colours))
    axis.set_ylabel("% of pixels", fontsize=8)
    axis.set_xticks([])
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    return _svg(figure)


def stability_chart(curve: StabilityCurve) -> str:
    """Agreement by number of clusters, that of data without clusters, and the suggested number."""
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


def confidence_chart(curve: ConfidenceCurve) -> str:
    """Accuracy of a map by the share of its area that is kept, when the least sure pixels are given up."""
    figure = Figure(figsize=(7.2, 2.8), layout="constrained")
    axis = figure.subplots()
    axis.plot(100 * curve.kept, 100 * curve.accuracy, marker=".", markersize=4, color="#0072b2")
    axis.set_xlabel("% of the area kept", fontsize=8)
    axis.set_ylabel("% of it right", fontsize=8)
    axis.set_xlim(0, 102)
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    return _svg(figure)


def dendrogram(tree: Hierarchy) -> str:
    """A horizontal dendrogram with one row for each cluster; suggested merges are bold."""
    rows = max(len(tree.leaves), 1)
    figure = Figure(figsize=(7, 0.5 + 0.19 * rows), layout="constrained")
    axis = figure.subplots()
    for positions, heights in zip(*tree.joints):
        suggested = heights.max() <= tree.cut
        axis.plot(heights, positions, color="#0072b2" if suggested else "#888888", linewidth=2 if suggested else 1)
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
    canvas: Any = FigureCanvasSVG(figure)  # only newer versions of matplotlib have types
    canvas.print_svg(text)
    svg = text.getvalue()
    return svg[svg.index("<svg") :]


def image_url(colours: ByteArray) -> str:
    """An image as a data URL, for the attribute `src` of an HTML image.

    Args:
        colours: Red, green and blue (rows, cols, 3).
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
