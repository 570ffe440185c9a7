"""Colours for clusters and classes, computed without the worker."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..core.interactive.next_place import uncertainty_of
from ..core.io.legend import BACKGROUND
from ..core.io.palette import Colour, cluster_colour
from .painting import Painting
from .view_window import PlacedView

Pixels = NDArray[np.uint32]
_VEIL = 150 << 24
_LIT = 0xFFFFFF00
_UNCERTAIN = (190, 0, 60)


def opaque(colour: Colour) -> int:
    """The colour as 0xAARRGGBB."""
    red, green, blue = colour
    return 0xFF000000 | red << 16 | green << 8 | blue


def colour_of_cluster(painting: Painting, cluster: int, colours: Sequence[Colour] = ()) -> Colour:
    """The colour of a cluster: the user's, or that of the first it is merged with, or its own.

    Args:
        painting: With what the user has set.
        cluster: Its number.
        colours: Those of the model's clusters, as far as it has any.
    """
    first = painting.merged_with(cluster)[0]
    own = colours[first] if first < len(colours) else cluster_colour(first)
    return painting.cluster_colours.get(cluster) or painting.cluster_colours.get(first) or own


def cluster_pixels(
    view: PlacedView, painting: Painting, lit: Collection[int] = (), colours: Sequence[Colour] = ()
) -> Pixels:
    """The pixels of the view in the colours of their clusters, (rows, cols).

    Args:
        view: What the worker has computed.
        painting: With the user's colours.
        lit: Clusters to light up, in a dark that lets the picture through; none for the colours of all.
        colours: Those of the model's clusters, as far as it has any.
    """
    table = np.zeros(_length(view.clusters), np.uint32)
    for cluster in range(len(table) - 1):
        own = opaque(colour_of_cluster(painting, cluster, colours))
        table[cluster + 1] = own if not lit else _LIT if cluster in lit else _VEIL
    return np.take(table, view.clusters)


def class_pixels(
    view: PlacedView, painting: Painting, shown_classes: Sequence[str], shown_toggles: Mapping[int, str]
) -> Pixels:
    """The pixels of the view in the colours of their classes, (rows, cols); pixels without a class are transparent.

    Args:
        view: What the worker has computed.
        painting: As it is now; it may be newer than the view.
        shown_classes: Names of the classes that the view's values stand for.
        shown_toggles: Clusters toggled by hand that the view already shows.
    """
    colours = {entry.name: opaque(entry.colour) for entry in painting.classes} | {BACKGROUND: 0}
    table = np.zeros(max(_length(view.classes), len(shown_classes) + 1), np.uint32)
    table[1 : len(shown_classes) + 1] = [colours.get(name, 0) for name in shown_classes]
    pixels: Pixels = np.take(table, view.classes)
    changed = {c: class_name for c, class_name in painting.toggled.items() if shown_toggles.get(c) != class_name}
    if changed:
        toggled = np.zeros(_length(view.clusters), np.uint32)
        is_toggled = np.zeros(len(toggled), bool)
        for cluster, class_name in changed.items():
            if cluster + 1 < len(toggled):
                toggled[cluster + 1], is_toggled[cluster + 1] = colours.get(class_name, 0), True
        is_changed = np.take(is_toggled, view.clusters)
        pixels[is_changed] = toggled[view.clusters[is_changed]]
    return pixels


def uncertainty_pixels(view: PlacedView) -> Pixels:
    """The pixels of the view, (rows, cols): transparent where their class is certain, dark red where it is not."""
    uncertain = uncertainty_of(view.clusters > 0, view.classes, view.confidence)
    alpha = np.round(255 * uncertain).astype(np.uint32)
    red, green, blue = (alpha * channel // 255 for channel in _UNCERTAIN)
    pixels: Pixels = alpha << 24 | red << 16 | green << 8 | blue
    return pixels


def _length(values: NDArray[np.uint16]) -> int:
    return int(values.max(initial=0)) + 1
