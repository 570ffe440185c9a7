"""A raster that is open for painting: strokes give a selection, and what is in view is drawn as a picture."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..clustering import kmeans
from ..clustering.hierarchy import cluster_hierarchy
from ..errors import ModelError, OptionsError
from ..io.output_clash import refuse_clashes
from ..io.palette import hex_colour, parse_hex_colour
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..mapping.imagery import open_for_model
from ..model import cluster_model, engines
from ..model.devices import usable_cores
from ..model.torch_engine import network_for
from ..networks import NETWORKS
from ..options import TrainOptions
from ..progress import Progress
from ..selection import selection
from ..selection.selection import ClusterSelection
from ..training.inputs import TrainInputs
from ..training.sample_clusters import QUICK
from ..training.train import train
from .feature_cache import FeatureCache, TileIndex, cache_name
from .from_strokes import StrokeSelector
from .preview import ClassPainter, PreviewTile, preview_positions, preview_tile
from .stroke_classifier import fit_stroke_classifier, surroundings_of
from .strokes import stroke_of_points, stroked_pixels

# Of a larger view only the tiles around its centre are computed; the rest of the picture is empty.
_MOST_PIXELS_OF_VIEW = 24_000_000
_PICTURE_SECONDS = 86_400


class Viewport(NamedTuple):
    """What is in view, and in which resolution.

    Attributes:
        window: Pixels of the raster; it may reach beyond.
        width: Columns of the picture.
        height: Rows of the picture.
    """

    window: Window
    width: int
    height: int


class LiveSession:
    """An open raster with its model; see the calls of the worker.

    Args:
        raster: Path of the raster.
        model: Path of the model; empty for the clusters of a network that has not been trained on the raster.
        cache_folder: Where features and pictures are kept.
        bands: 1-based numbers, empty for those of the training.
        memory_mb: Bound on the memory of making clusters.
        device: `auto`, `cpu`, `cuda` or `mps`.
        extra: EXTRA rasters, if the model was trained with some.
        progress: Reports the making of clusters.
    """

    def __init__(
        self,
        raster: str,
        model: str,
        cache_folder: str,
        bands: Sequence[int] = (),
        memory_mb: int = 2048,
        device: str = "auto",
        extra: Sequence[str] = (),
        progress: Progress = Progress(),
    ) -> None:
        self._folder = Path(cache_folder)
        self.model_path = model or _untrained(raster, bands, self._folder, memory_mb, device, progress)
        self.model = cluster_model.load(self.model_path)
        self._check_extra(extra)
        self._source = open_for_model(raster, self.model, bands, extra=extra, progress=progress)
        self.cache = FeatureCache(self._source, self.model, self._folder, device)
        self._selector = StrokeSelector(self.cache)
        self.selection = ClusterSelection((), self.model.fingerprint())
        self._scores: tuple[FloatArray, FloatArray] | None = None
        self._pixels_seen = np.zeros(0, np.int64)
        self._picture = self._folder / f"view_{os.getpid()}.npy"
        self._remove_old_pictures()
        self._drawn = np.empty((3, 0, 0), np.uint16)
        self._viewport: Viewport | None = None
        self._tiles: dict[TileIndex, PreviewTile] = {}

    def _check_extra(self, extra: Sequence[str]) -> None:
        """Says where a model can be used that needs what the panel does not ask for."""
        evidence = self.model.evidence
        if evidence is not None and evidence.extras and not extra:
            needed = evidence.extras[0]
            raise ModelError(
                f"The model was trained with {needed.shown} beside the picture ({needed.name}), which the panel cannot "
                "take: paint into a layer and use 'Select clusters by strokes' with EXTRA."
            )

    def about(self) -> dict[str, Any]:
        """What the host must know of the raster and the model."""
        grid, model = self._source.grid, self.model
        return {
            "rows": grid.height,
            "cols": grid.width,
            "geotransform": list(grid.transform),
            "crs_wkt": grid.wkt,
            "clusters": model.clusters,
            "fingerprint": model.fingerprint(),
            "spacing": self.cache.tile_geometry.output_stride,
            "model_path": self.model_path,
            "colours": [hex_colour(colour) for colour in model.colours],
            "groups": [list(group) for group in cluster_hierarchy(np.arange(model.clusters), model.centroids).groups],
        }

    def close(self) -> None:
        """Closes the raster."""
        self._source.close()
        self._picture.unlink(missing_ok=True)

    def _remove_old_pictures(self) -> None:
        """Those of processes that were killed."""
        for path in self._folder.glob("view_*.npy"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _PICTURE_SECONDS:
                    path.unlink()

    # --- strokes

    def paint(
        self,
        classes: Sequence[Mapping[str, str]],
        strokes: Sequence[Mapping[str, Any]],
        toggled: Mapping[str, str],
        merged: Sequence[Sequence[int]],
        progress: Progress,
    ) -> dict[str, Any]:
        """Replaces all strokes, and makes the selection that fits them.

        Args:
            classes: `name` and `colour` of each.
            strokes: `class`, `width` in map units, and `points` (x, y) in the raster's reference system.
            toggled: Class that the user has given a cluster by hand, empty for none.
            merged: Clusters that belong together: all get the class of the first.
            progress: Reports tiles.
        """
        lines = [stroke_of_points(str(each["class"]), each["points"], float(each["width"])) for each in strokes]
        colours = {str(entry["name"]): parse_hex_colour(entry["colour"]) for entry in classes}
        self.selection, contested, self._scores = self._selector.select(
            stroked_pixels(lines, self._source.grid),
            colours,
            {int(cluster): name for cluster, name in toggled.items()},
            [list(map(int, group)) for group in merged],
            progress,
        )
        return {
            # Who paints knows what is painted.
            "selection": selection.as_json(replace(self.selection, painted=None)),
            "contested_count": contested,
            "clusters": self._clusters(),
        }

    def _clusters(self) -> list[dict[str, Any]]:
        """Each cluster and child, with its class and its pixels on the screen as it was drawn last."""
        owner = {number: entry.name for entry in self.selection.classes for number in entry.clusters}
        parents = {child: split.parent for split in self.selection.splits for child in split.children}
        return [
            {
                "id": number,
                "parent": parents.get(number, number),
                "class": owner.get(number, ""),
                "pixels_seen": int(self._pixels_seen[number + 1]) if number + 1 < len(self._pixels_seen) else 0,
            }
            for number in (*range(self.model.clusters), *sorted(parents))
        ]

    def save(self, path: str) -> None:
        """Writes the selection."""
        refuse_clashes({"the selection": path}, {"the raster": self._source.path, "the model": self.model_path})
        selection.save(self.selection, path)

    # --- pictures

    def view(self, window: Sequence[int], width: int, height: int, progress: Progress) -> dict[str, Any]:
        """Writes a picture of a window of the raster in the screen's resolution.

        Returns:
            `path`, good until the next call, of an array (3, height, width): 1 + cluster, 1 + class, and confidence up
            to 255, all 0 where the raster is not valid or was not computed; `exact`: whether all was.
        """
        started = time.monotonic()
        if not 1 <= width <= 16384 or not 1 <= height <= 16384 or len(window) != 4 or min(window[2:]) < 1:
            raise OptionsError(f"A view of {width} x {height} pixels on the window {list(window)} cannot be drawn.")
        exact = self._load_tiles(Viewport(Window(*map(int, window)), width, height), progress)
        picture = self._empty_picture(height, width)
        painter = ClassPainter(self.selection, self.model.clusters, self._scores)
        with ThreadPoolExecutor(usable_cores()) as pool:
            # The largest first, so that no core waits for the last one.
            tiles = sorted(self._tiles.values(), key=lambda tile: -tile.ids.size)
            counts = list(pool.map(lambda tile: painter.draw(tile, picture), tiles))
        self._pixels_seen = np.sum(counts, 0) if counts else np.zeros(0, np.int64)
        self._show_painted(picture)
        self._write(picture)
        return {"path": str(self._picture), "seconds": time.monotonic() - started, "exact": exact}

    def _empty_picture(self, height: int, width: int) -> NDArray[np.uint16]:
        """Memory that has been used before: to get it anew from the system takes as long as to draw a third of it."""
        if self._drawn.shape[1:] != (height, width):
            self._drawn = np.empty((3, height, width), np.uint16)
        self._drawn.fill(0)
        return self._drawn

    def _show_painted(self, picture: NDArray[np.uint16]) -> None:
        """Gives painted pixels of a picture their class, of which nothing is surer."""
        if self.selection.painted is None or self._viewport is None:
            return
        classes = self.selection.painted.classes_at(*_positions(self._viewport))
        shown = (classes > 0) & (picture[0] > 0)
        picture[1][shown] = classes[shown]
        if picture[2].any():  # without splits there is no confidence
            picture[2][shown] = 255

    def _write(self, picture: NDArray[np.uint16]) -> None:
        """Overwrites the picture before, which has been read: a new file would take five times as long."""
        self._picture.parent.mkdir(parents=True, exist_ok=True)
        with self._picture.open("r+b" if self._picture.exists() else "wb") as file:
            np.save(file, picture, allow_pickle=False)
            file.truncate()

    def _load_tiles(self, viewport: Viewport, progress: Progress) -> bool:
        """Loads the tiles in view, or those around its centre; returns whether these are all."""
        window = viewport.window
        indices = self.cache.tiles_in(window)
        most = max(_MOST_PIXELS_OF_VIEW // self.cache.tile_size**2, 1)
        chosen = indices[:most]
        if viewport != self._viewport:
            self._tiles, self._viewport = {}, viewport
        rows, cols = _positions(viewport)
        missing = [index for index in chosen if index not in self._tiles]
        for index, features in progress.track(self.cache.tiles(missing), len(missing)):
            tile = preview_tile(self.cache, index, features, self._source.grid.window, rows, cols)
            if tile is not None:
                self._tiles[index] = tile
        return len(chosen) == len(indices)


def _positions(viewport: Viewport) -> tuple[IntArray, IntArray]:
    """The row of the raster of each row of the picture, and the same for columns."""
    window, width, height = viewport
    return preview_positions(window.row, window.rows, height), preview_positions(window.col, window.cols, width)


def prepare() -> None:
    """Loads what opening a raster of three bands needs: libraries, the base model, and its graphs."""
    network = network_for(TrainOptions(), 3).eval()
    network.load_pretrained()
    engines.prepare(network)
    # Some libraries load when they are used first.
    points = np.eye(4, dtype=np.float32)
    kmeans.fit(points, 2)
    fit_stroke_classifier(
        points, np.array([0, 1, 0, 1]), np.ones(4, np.int64), surroundings_of(points, points), points, 2
    )


def _untrained(raster: str, bands: Sequence[int], folder: Path, memory_mb: int, device: str, progress: Progress) -> str:
    """The model of a network that has not been trained on the raster, made once for it."""
    with RasterSource(raster, tuple(bands) or None, picture=True) as source:
        # Embeddings are features already.
        network = "pixels" if source.embedding is not None else TrainOptions().network
        options = TrainOptions(network=network, epochs=0, memory_mb=memory_mb, device=device)
        name = cache_name(source, str(cluster_model.FORMAT_VERSION), NETWORKS[options.network].stride)
    model_path = folder / f"untrained_{name}.cnet"
    if not model_path.exists():
        train(TrainInputs((raster,), tuple(bands)), options, str(model_path), effort=QUICK, progress=progress)
    return str(model_path)
