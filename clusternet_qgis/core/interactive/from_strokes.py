"""From strokes on a raster to a selection of clusters, split where they must be."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import OptionsError, VectorError
from ..io.class_colours import default_colours
from ..io.output_clash import refuse_clashes
from ..io.palette import Colour
from ..mapping.imagery import open_for_model
from ..model import cluster_model
from ..progress import Progress
from ..selection import selection
from ..selection.painted import MOST_RUNS, PaintedPixels
from ..selection.selection import ClusterClass, ClusterSelection, Split
from ..staging import scratch_folder
from .feature_cache import FeatureCache, TileIndex, different_tiles
from .stroke_classifier import StrokeClassifier, Surroundings, fit_stroke_classifier, surroundings_of, unpainted
from .strokes import StrokedPixels, read_strokes, stroked_pixels

# Pixels around the strokes from which the classifier learns how features vary.
_SURROUNDING_PIXELS = 40_000
# A score above all others.
_NO_DOUBT = 1e6


class StrokeSelection(NamedTuple):
    """A selection, how many clusters two classes claim, and the scores of all clusters.

    Attributes:
        selection: Classes and splits.
        contested: Number of clusters.
        scores: Weights (classes, features) and offsets (clusters, classes) of all clusters, also of those that are not
            split; None where less than two classes are painted.
    """

    selection: ClusterSelection
    contested: int
    scores: tuple[FloatArray, FloatArray] | None


def select_by_strokes(
    raster: str,
    model: str,
    strokes: str,
    class_field: str,
    width: float,
    output: str,
    bands: Sequence[int] = (),
    extent: tuple[float, float, float, float] | None = None,
    device: str = "auto",
    extra: Sequence[str] = (),
    progress: Progress = Progress(),
) -> StrokeSelection:
    """Writes the selection that a layer of strokes makes: the same that painting them makes.

    Args:
        raster: Path of the raster.
        model: Path of the model.
        strokes: Vector layer, in the order of painting.
        class_field: Names each shape's class.
        width: Of lines and points, in map units, where the layer does not say it.
        output: The selection.
        bands: 1-based numbers, empty for those of the training.
        extent: Only strokes in (xmin, ymin, xmax, ymax) count.
        device: `auto`, `cpu`, `cuda` or `mps`.
        extra: EXTRA rasters, if the model was trained with some.
        progress: Reports tiles.

    Raises:
        ClusterNetError: The layers or the model do not fit.
    """
    refuse_clashes({"output": output}, {"raster": raster, "model": model, "strokes": strokes})
    loaded = cluster_model.load(model)
    with (
        open_for_model(raster, loaded, bands, extra=extra, progress=progress) as source,
        scratch_folder(output) as folder,
    ):
        window = source.grid.window_of(extent)
        read = read_strokes(strokes, source.grid, class_field, width, progress)
        pixels = stroked_pixels(read, source.grid, window)
        if not len(pixels.rows):
            raise VectorError(f"No stroke of {strokes} lies on the raster; choose a layer that covers it.")
        selector = StrokeSelector(FeatureCache(source, loaded, folder, device))
        result = selector.select(pixels, colours={}, choices={}, progress=progress)
    selection.save(result.selection, output)
    return result


class StrokeSelector:
    """Makes selections from strokes on one raster, again and again while the user paints.

    Args:
        cache: Features of the raster.
    """

    def __init__(self, cache: FeatureCache) -> None:
        self._cache = cache
        # Of the tiles under the last strokes: the next stroke mostly lies on the same ones.
        self._surroundings: dict[tuple[TileIndex, ...], Surroundings] = {}

    def select(
        self,
        pixels: StrokedPixels,
        colours: Mapping[str, Colour],
        choices: Mapping[int, str],
        merged: Sequence[Sequence[int]] = (),
        progress: Progress = Progress(),
    ) -> StrokeSelection:
        """The selection that fits the strokes; see `fit_stroke_classifier`. What is painted has its class in any case.

        Args:
            pixels: Under the strokes.
            colours: Of classes by name, in the order in which they shall stand; others follow.
            choices: Clusters that the user has given to a class by hand, or to none by an empty name.
            merged: Clusters that belong together: all get the class of the first.
            progress: Reports tiles.

        Raises:
            OptionsError: No stroke lies on a valid pixel.
        """
        names = [*colours, *(name for name in pixels.names if name not in colours)]
        classifier = self._classifier(pixels, names, progress)
        owners, choices = _by_hand(classifier.owners, names, choices, merged)
        classifier = classifier._replace(owners=owners)
        fingerprint = self._cache.model.fingerprint()
        selection = _selection(classifier, names, colours, fingerprint, choices)
        painted = self._painted(pixels, names, progress)
        by_hand = {*choices, *(cluster for group in merged for cluster in group[1:])}
        return StrokeSelection(
            replace(selection, painted=painted), classifier.contested, _scores(classifier, len(names), by_hand)
        )

    def _painted(self, pixels: StrokedPixels, names: Sequence[str], progress: Progress) -> PaintedPixels | None:
        table = pixels.runs
        if not len(table):
            return None
        if len(table) > MOST_RUNS:
            progress.say(
                f"The strokes cover {len(table)} stretches of rows; up to {MOST_RUNS} are kept as painted, so only the "
                "rule that is learnt from them counts."
            )
            return None
        table = table.copy()
        table[:, 3] = np.array([names.index(name) for name in pixels.names], np.int32)[table[:, 3]]
        return PaintedPixels(self._cache.raster_key, self._cache.grid.transform, table.tobytes())

    def _classifier(self, pixels: StrokedPixels, names: Sequence[str], progress: Progress) -> StrokeClassifier:
        centroids = self._cache.model.centroids
        if not len(pixels.names):
            return unpainted(centroids, len(names))
        features, valid, samples = self._cache.features_at(pixels.rows, pixels.cols)
        if not len(valid):
            raise OptionsError(
                "No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers."
            )
        class_of = np.array([names.index(name) for name in pixels.names], np.int64)[pixels.classes[valid]]
        # Many stroked pixels share a sample: each pair of a sample and a class counts so many times.
        pairs, counts = np.unique(samples * len(names) + class_of, return_counts=True)
        stroked, classes = pairs // len(names), pairs % len(names)
        surroundings = self._around(pixels.rows[valid], pixels.cols[valid], progress)
        return fit_stroke_classifier(features[stroked], classes, counts, surroundings, centroids, len(names))

    def _around(self, rows: IntArray, cols: IntArray, progress: Progress) -> Surroundings:
        """Pixels of the tiles that strokes touch: the same whatever else has been looked at."""
        tiles = tuple(different_tiles(*self._cache.tiles_of(rows, cols)))
        if tiles not in self._surroundings:
            most = _SURROUNDING_PIXELS // len(tiles)
            features = [_spread_features(self._cache, index, most) for index in progress.track(tiles, len(tiles))]
            self._surroundings = {tiles: surroundings_of(np.concatenate(features), self._cache.model.centroids)}
        return self._surroundings[tiles]


def _spread_features(cache: FeatureCache, index: TileIndex, most: int) -> FloatArray:
    """Features of at most so many pixels of a tile, evenly spread (pixels, features)."""
    tile, output_stride = cache.tile(index), cache.tile_geometry.output_stride
    valid = tile.clusters[::output_stride, ::output_stride] > 0
    features = tile.features[:, : valid.shape[0], : valid.shape[1]]
    step = max(math.ceil(math.sqrt(valid.size / max(most, 1))), 1)
    return np.asarray(features[:, ::step, ::step][:, valid[::step, ::step]].T, np.float32)


def _scores(
    classifier: StrokeClassifier, classes: int, by_hand: Collection[int]
) -> tuple[FloatArray, FloatArray] | None:
    """Weights and offsets of all clusters, with no doubt of those that the user has decided about."""
    if not classifier.weights.any():
        return None
    offsets = classifier.offsets.copy()
    for cluster in by_hand:
        if cluster < len(offsets):
            offsets[cluster] = _NO_DOUBT * np.isin(np.arange(classes), classifier.owners[cluster])
    return classifier.weights, offsets


def _by_hand(
    owners: Sequence[tuple[int, ...]],
    names: Sequence[str],
    choices: Mapping[int, str],
    merged: Sequence[Sequence[int]],
) -> tuple[tuple[tuple[int, ...], ...], Mapping[int, str]]:
    """Classes of clusters, and choices for children of splits, with what the user has decided."""
    count, decided, choices = len(owners), list(owners), dict(choices)
    for cluster, name in choices.items():
        if cluster < count:
            decided[cluster] = (names.index(name),) if name in names else ()
    for first, *others in merged:
        # A child's id says its class, see `_selection`.
        classes = decided[first] if first < count else (first // count - 1,)
        name = names[classes[0]] if classes and classes[0] < len(names) else ""
        for other in others:
            if other < count:
                decided[other] = tuple(index for index in classes if index < len(names))
            else:
                choices[other] = name
    return tuple(decided), choices


def _selection(
    classifier: StrokeClassifier,
    names: Sequence[str],
    colours: Mapping[str, Colour],
    fingerprint: str,
    choices: Mapping[int, str],
) -> ClusterSelection:
    """Classes and splits. A child's id is clusters * (1 + class) + parent: it stays while strokes are added."""
    clusters = len(classifier.owners)
    members: dict[str, list[int]] = {name: [] for name in names}
    splits = []
    for cluster, owners in enumerate(classifier.owners):
        if len(owners) < 2:
            ids = [cluster] * len(owners)
        else:
            ids = [clusters * (1 + owner) + cluster for owner in owners]
            offsets = tuple(float(classifier.offsets[cluster, owner]) for owner in owners)
            splits.append(Split(cluster, tuple(ids), owners, offsets))
        for owner, number in zip(owners, ids):
            name = names[owner] if number not in choices else choices[number]
            if name in members:
                members[name].append(number)
    classes = tuple(
        ClusterClass(name, colours.get(name, colour), tuple(members[name]))
        for name, colour in zip(names, default_colours(names))
    )
    weights = tuple(tuple(map(float, row)) for row in classifier.weights) if splits else ()
    return ClusterSelection(classes, fingerprint, tuple(splits), weights)
