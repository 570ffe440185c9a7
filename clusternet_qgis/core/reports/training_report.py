"""The report on a training: its curves, its clusters, and how many clusters the data may have."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict

from ..clustering.stability import stability_curve
from ..io.grid import RasterGrid
from ..io.legend import cluster_legend
from ..io.output_clash import refuse_clashes
from ..io.palette import hex_colour
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..mapping.map_raster import MapOutputs, map_raster
from ..model.cluster_model import ClusterModel
from ..model.course import course_of
from ..options import MapOptions
from ..progress import Progress
from ..staging import scratch_folder
from .charts import image_url, size_bars, stability_chart, training_curves
from .cluster_cards import ClusterCard, describe_clusters
from .page import write_page
from .training_snapshots import TrainingSnapshots

# Typical patches are searched in the middle of the raster, in at most so many rows and columns.
_LARGEST_SIDE = 2048
_PATCHES = 3


def write_training_report(
    model: ClusterModel,
    model_path: str,
    snapshots: TrainingSnapshots,
    path: str,
    progress: Progress = Progress(),
) -> None:
    """Writes the page about a training and its result.

    Args:
        model: The trained model.
        model_path: Path of the model.
        snapshots: Example maps and features that were taken during the training.
        path: The page.
        progress: Reports the parts of the work.
    """
    refuse_clashes({"path": path}, {"model_path": model_path})
    progress.say("Writing the report")
    curve = stability_curve(snapshots.features, seed=model.options.seed, progress=progress.part(0, 0.4))
    cards = _cards(model, model_path, snapshots, path, progress.part(0.4, 0.95))
    sizes = model.history[-1]["sizes"]
    largest = sorted(range(len(sizes)), key=lambda cluster: -sizes[cluster])
    shares = [sizes[cluster] / sum(sizes) for cluster in largest]
    legend = list(cluster_legend(model.clusters, model.colours))
    colours = [hex_colour(legend[cluster].colour) for cluster in largest]
    patches = {card.cluster: [image_url(patch) for patch in card.patches[:_PATCHES]] for card in cards}
    write_page(
        "training.html",
        path,
        title="Training report",
        model=model,
        course=course_of(model.history),
        curves=training_curves(model.history),
        bars=size_bars(shares, colours),
        curve=curve,
        drawing=stability_chart(curve) if curve.counts else "",
        examples=[
            (image_url(example.image), {epoch: image_url(image) for epoch, image in example.maps.items()})
            for example in snapshots.examples
        ],
        clusters=[(i, share, colour, patches.get(i, [])) for i, share, colour in zip(largest, shares, colours)],
        scored=any("mean_iou" in entry for entry in model.history),
        options=asdict(model.options),
        seconds=model.history[-1]["seconds"],
        memory_mb=_peak_memory_mb(),
        written=time.strftime("%Y-%m-%d %H:%M"),
    )
    progress.update(1)


def _cards(
    model: ClusterModel, model_path: str, snapshots: TrainingSnapshots, page: str, progress: Progress
) -> Sequence[ClusterCard]:
    """Describes the clusters in the middle of the raster of the examples."""
    with scratch_folder(page) as folder, snapshots.open_raster() as source:
        window, extent = _middle(source.grid)
        outputs = MapOutputs(f"{folder}/clusters.tif", f"{folder}/confidence.tif")
        options = MapOptions(
            source.bands,
            extent,
            model.options.device,
            model.options.memory_mb,
            keep_flat_borders=snapshots.keep_flat_borders,
            extra=snapshots.extra,
        )
        map_raster(source.path, model_path, outputs, options, progress=progress.part(0, 0.8))
        with RasterSource(outputs.clusters, [1]) as clusters, RasterSource(outputs.confidence, [1]) as confidence:
            return describe_clusters(source, window, clusters, confidence, model.clusters, progress.part(0.8, 1))


def _middle(grid: RasterGrid) -> tuple[Window, tuple[float, float, float, float] | None]:
    """The window in the middle of a raster, and its extent; for a small raster the whole of it, and no extent."""
    if max(grid.width, grid.height) <= _LARGEST_SIDE:
        return grid.window, None
    rows, cols = min(grid.height, _LARGEST_SIDE), min(grid.width, _LARGEST_SIDE)
    window = Window((grid.height - rows) // 2, (grid.width - cols) // 2, rows, cols)
    t = grid.cropped(window).transform
    corners = [(t[0] + c * t[1] + r * t[2], t[3] + c * t[4] + r * t[5]) for c in (0, cols) for r in (0, rows)]
    xs, ys = zip(*corners)
    extent = (min(xs), min(ys), max(xs), max(ys))
    return grid.window_of(extent), extent


def _peak_memory_mb() -> float | None:
    """Peak memory of this process in megabytes; None on systems that do not report it."""
    try:
        import resource
        import sys
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
