"""Classes of two dates, and the values, names and colours of transitions between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, IntArray
from ..clustering.hierarchy import cluster_hierarchy
from ..io.legend import Legend, LegendEntry
from ..io.palette import Colour, cluster_colour
from ..model.cluster_model import ClusterModel
from ..model.mapping_model import MappingModel
from ..selection.selection import ClusterClass, ClusterSelection

UNCHANGED = 1
_UNCHANGED_COLOUR: Colour = (225, 225, 225)
# Names of groups list so many clusters.
_MOST_NAMED = 6


@dataclass(frozen=True)
class TransitionLegend:
    """Values of a raster of transitions: 1 for unchanged, then one for each pair of classes, always the same.

    Attributes:
        classes: Names.
        colours: Of the classes; a transition has that of its second class.
    """

    classes: tuple[str, ...]
    colours: tuple[Colour, ...]

    @property
    def highest(self) -> int:
        """The largest value."""
        return UNCHANGED + len(self.classes) ** 2

    def values(self, was: IntArray, now: IntArray, changed: BoolArray) -> IntArray:
        """The value of each pixel (rows, cols), of its classes at both dates."""
        values: IntArray = np.where(changed, UNCHANGED + 1 + was * len(self.classes) + now, UNCHANGED)
        return values

    def pair(self, values: IntArray) -> tuple[IntArray, IntArray]:
        """The two classes of values of transitions; of other values they mean nothing."""
        before, after = np.divmod(values - UNCHANGED - 1, len(self.classes))
        return before, after

    def of(self, values: Sequence[int]) -> Legend:
        """The legend of a raster in which these values occur."""
        entries = [LegendEntry(UNCHANGED, "unchanged", _UNCHANGED_COLOUR)]
        for value in sorted(set(values) - {0, UNCHANGED}):
            before, after = divmod(value - UNCHANGED - 1, len(self.classes))
            was, now = self.classes[before], self.classes[after]
            name = f"within {now}" if before == after else f"{was} to {now}"
            entries.append(LegendEntry(value, name, self.colours[after]))
        return Legend(tuple(entries))


def transition_legend(selection: ClusterSelection) -> TransitionLegend:
    """The legend of the classes of a selection, and of `other` if it leaves clusters out."""
    entries = list(selection.legend())
    return TransitionLegend(tuple(entry.name for entry in entries), tuple(entry.colour for entry in entries))


def groups_of(model: MappingModel) -> ClusterSelection:
    """Classes where the user has made none: groups of clusters that are alike, each with the colour of its first."""
    ids = np.arange(model.clusters)
    groups: Sequence[tuple[int, ...]] = [(cluster,) for cluster in ids.tolist()]
    if isinstance(model, ClusterModel):
        groups = cluster_hierarchy(ids, model.centroids).groups
    colours = [*model.colours] or [cluster_colour(cluster) for cluster in ids.tolist()]
    classes = [ClusterClass(_name(group), colours[group[0]], group) for group in map(_ordered, groups)]
    return ClusterSelection(tuple(sorted(classes, key=lambda entry: entry.clusters)), model.fingerprint())


def _ordered(group: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted(group))


def _name(group: Sequence[int]) -> str:
    listed = ", ".join(map(str, group[:_MOST_NAMED])) + (", ..." if len(group) > _MOST_NAMED else "")
    return f"{'cluster' if len(group) == 1 else 'clusters'} {listed}"
