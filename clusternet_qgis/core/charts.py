"""Drawings for reports, as SVG, and pictures, as PNG."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib import image
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from numpy.typing import NDArray

from .merge_tree import MergeTree


def training_curves(history: Sequence[Mapping[str, Any]]) -> str:
    """Loss, share of pixels that changed cluster, and, where there are labels, mean IoU, by epoch."""
    curves = [("loss", "loss"), ("changed", "share of pixels that changed cluster"), ("mean_iou", "mean IoU")]
    shown = [(key, title) for key, title in curves if any(entry.get(key) is not None for entry in history)]
    figure = Figure(figsize=(3.6 * len(shown), 2.8), layout="constrained")
    axes = figure.subplots(1, len(shown), squeeze=False)[0]
    for (key, title), axis in zip(shown, axes):
        points = [(entry["epoch"], entry[key]) for entry in history if entry.get(key) is not None]
        _curve(axis, points, title)
    return _svg(figure)


def merge_drawing(tree: MergeTree) -> str:
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


def _curve(axis: Axes, points: list[tuple[int, float]], title: str) -> None:
    axis.plot(*zip(*points), marker="o", markersize=3, color="#0072b2")
    axis.set_title(title, fontsize=9)
    axis.set_xlabel("epoch", fontsize=8)
    axis.tick_params(labelsize=8)
    axis.spines[["top", "right"]].set_visible(False)
    axis.set_ylim(bottom=0)
