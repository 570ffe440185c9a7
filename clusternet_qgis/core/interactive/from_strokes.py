"""Strokes on a raster to a selection of clusters, split where they must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import OptionsError, VectorError
from ..io.flat_borders import open_imagery
from ..io.palette import Colour, class_colour
from ..model import cluster_model
from ..progress import Progress
from ..selection import selection
from ..selection.selection import ClusterClass, ClusterSelection, Split
from ..staging import scratch_folder
from .feature_cache import FeatureCache
from .stroke_classifier import StrokeClassifier, Surroundings, fit_stroke_classifier, unpainted
from .strokes import StrokedPixels, read_strokes, stroked_pixels

IntArray = NDArray[np.int64]

# Pixels around the strokes from which the rule learns how features vary.
_SURROUNDINGS = 40_000


class StrokeSelection(NamedTuple):
    """A selection, and how many clusters two classes claim."""

    selection: ClusterSelection
    contested: int


def select_by_strokes(
    pixels: StrokedPixels,
    cache: FeatureCache,
    colours: Mapping[str, Colour],
    choices: Mapping[int, str],
    merged: Sequence[Sequence[int]] = (),
    progress: Progress = Progress(),
) -> StrokeSelection:
    """Makes a selection of what strokes say; see `fit_stroke_classifier`.

    Args:
        pixels: Under the strokes.
        cache: Features of the raster.
        colours: Of classes by name, in the order in which they shall stand; others follow.
        choices: Clusters that the user has given to a class by hand, or to none by an empty name.
        merged: Clusters that belong together: all get the class of the first.
        progress: Reports tiles.

    Raises:
        OptionsError: No stroke lies on a valid pixel.
    """
    centroids = cache.model.centroids
    names = [*colours, *(name for name in pixels.names if name not in colours)]
    features, which, samples = cache.at(pixels.rows, pixels.cols)
    if len(pixels.names) and not len(which):
        raise OptionsError("No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.")
    if len(which):
        order = np.array([names.index(name) for name in pixels.names], np.int64)
        # Many stroked pixels share a sample: each pair of a sample and a class counts so many times.
        pairs, counts = np.unique(samples * len(names) + order[pixels.classes[which]], return_counts=True)
        stroked, classes = pairs // len(names), pairs % len(names)
        surroundings = _around(pixels, which, cache, progress)
        found = fit_stroke_classifier(features[stroked], classes, counts, surroundings, centroids, len(names))
    else:
        found = unpainted(centroids, len(names))
    owners, choices = _by_hand(found.owners, names, choices, merged)
    found = found._replace(owners=owners)
    return StrokeSelection(_selection(found, names, colours, cache.model.fingerprint(), choices), found.contested)


def _by_hand(
    owners: Sequence[tuple[int, ...]],
    names: Sequence[str],
    choices: Mapping[int, str],
    merged: Sequence[Sequence[int]],
) -> tuple[tuple[tuple[int, ...], ...], Mapping[int, str]]:
    """Classes of clusters, and choices for children of splits, with what the user has decided."""
    count, ruled, chosen = len(owners), list(owners), dict(choices)
    for cluster, name in choices.items():
        if cluster < count:
            ruled[cluster] = (names.index(name),) if name in names else ()
    for first, *others in merged:
        # A child's id says its class, see `_selection`.
        alike = ruled[first] if first < count else (first // count - 1,)
        name = names[alike[0]] if alike and alike[0] < len(names) else ""
        for other in others:
            if other < count:
                ruled[other] = tuple(owner for owner in alike if owner < len(names))
            else:
                chosen[other] = name
    return tuple(ruled), chosen


def _around(pixels: StrokedPixels, which: IntArray, cache: FeatureCache, progress: Progress) -> Surroundings:
    """Pixels of the tiles that strokes touch: the same whatever else has been looked at."""
    size = cache.tile_size
    tiles = sorted({*zip((pixels.rows[which] // size).tolist(), (pixels.cols[which] // size).tolist())})
    return cache.surroundings(tuple(tiles), _SURROUNDINGS // len(tiles), progress)


def _selection(
    found: StrokeClassifier,
    names: Sequence[str],
    colours: Mapping[str, Colour],
    fingerprint: str,
    choices: Mapping[int, str],
) -> ClusterSelection:
    """Classes and splits; a child's id says its parent and class, so that it keeps it while strokes are added."""
    clusters = len(found.owners)
    members: dict[str, list[int]] = {name: [] for name in names}
    splits = []
    for cluster, owners in enumerate(found.owners):
        if len(owners) < 2:
            ids = [cluster] * len(owners)
        else:
            ids = [clusters * (1 + owner) + cluster for owner in owners]
            offsets = tuple(float(found.offsets[cluster, owner]) for owner in owners)
            splits.append(Split(cluster, tuple(ids), owners, offsets))
        for owner, number in zip(owners, ids):
            name = names[owner] if number not in choices else choices[number]
            if name in members:
                members[name].append(number)
    classes = tuple(
        ClusterClass(name, colours.get(name, class_colour(index)), tuple(members[name]))
        for index, name in enumerate(names)
    )
    weights = tuple(tuple(map(float, row)) for row in found.weights) if splits else ()
    return ClusterSelection(classes, fingerprint, tuple(splits), weights)


def select_from_layer(
    raster: str,
    model: str,
    strokes: str,
    class_field: str,
    width: float,
    output: str,
    bands: Sequence[int] = (),
    extent: tuple[float, float, float, float] | None = None,
    device: str = "auto",
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
        progress: Reports tiles.

    Raises:
        ClusterNetError: The layers or the model do not fit.
    """
    loaded = cluster_model.load(model)
    numbers = tuple(bands) or loaded.band_numbers
    with open_imagery(raster, numbers, progress=progress) as source, scratch_folder(output) as folder:
        loaded.check_bands(len(source.bands), raster)
        window = source.grid.window_of(extent) if extent else None
        pixels = stroked_pixels(read_strokes(strokes, source.grid, class_field, width), source.grid, window)
        if not len(pixels.rows):
            raise VectorError(f"No stroke of {strokes} lies on the raster; choose a layer that covers it.")
        cache = FeatureCache(source, loaded, folder, device)
        refined = select_by_strokes(pixels, cache, {}, {}, progress=progress)
    selection.save(refined.selection, output)
    return refined
