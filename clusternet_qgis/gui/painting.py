"""What the user has painted and chosen for one raster, as an immutable value: undo goes back to the value before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..core.io.class_colours import colour_of_name, default_colour, is_default_colour
from ..core.io.legend import BACKGROUND
from ..core.io.palette import OTHER_COLOUR, Colour, hex_colour, parse_hex_colour

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class StrokeClass:
    """A class to paint."""

    name: str
    colour: Colour


@dataclass(frozen=True)
class PaintedStroke:
    """A line drawn by hand.

    Attributes:
        class_name: The class of the pixels under it; BACKGROUND for none of the classes.
        width: Width in units of the raster's reference system.
        points: In the raster's reference system; at least two, equal ones for a click.
    """

    class_name: str
    width: float
    points: Points


OTHER = StrokeClass(BACKGROUND, OTHER_COLOUR)


@dataclass(frozen=True)
class Painting:
    """Classes, strokes, and what the user has set for clusters.

    Attributes:
        classes: All but BACKGROUND, which always exists.
        strokes: In the order of drawing.
        toggled: Class of each cluster whose class the user has set; "" for no class.
        merged: Groups of clusters that count as one.
        cluster_names: Names that the user has given.
        cluster_colours: Colours that the user has given.
    """

    classes: tuple[StrokeClass, ...]
    strokes: tuple[PaintedStroke, ...] = ()
    toggled: Mapping[int, str] = field(default_factory=dict)
    merged: tuple[tuple[int, ...], ...] = ()
    cluster_names: Mapping[int, str] = field(default_factory=dict)
    cluster_colours: Mapping[int, Colour] = field(default_factory=dict)

    @property
    def all_classes(self) -> tuple[StrokeClass, ...]:
        """The classes, and after them BACKGROUND."""
        return (*self.classes, OTHER)

    # --- strokes

    def with_strokes(self, strokes: Iterable[PaintedStroke]) -> Painting:
        """Adds strokes, and the classes of those strokes that do not exist yet."""
        strokes = tuple(strokes)
        painting = self
        for name in dict.fromkeys(stroke.class_name for stroke in strokes):
            if name not in {entry.name for entry in painting.all_classes}:
                painting = painting.with_class(name)
        return replace(painting, strokes=(*painting.strokes, *strokes))

    def with_all_strokes(self, strokes: Iterable[PaintedStroke]) -> Painting:
        """Replaces all strokes."""
        return replace(self, strokes=tuple(strokes))

    # --- classes

    def with_class(self, name: str) -> Painting:
        """Adds a class. If the name is taken, a number is appended."""
        taken = {entry.name for entry in self.all_classes}
        free = name
        number = 2
        while free in taken:
            free, number = f"{name} {number}", number + 1
        colour = default_colour(name, (entry.colour for entry in self.classes))
        return replace(self, classes=(*self.classes, StrokeClass(free, colour)))

    def with_classes(self, classes: Iterable[StrokeClass]) -> Painting:
        """Adds those classes that do not exist yet, in their colours."""
        taken = {entry.name for entry in self.all_classes}
        return replace(self, classes=(*self.classes, *(entry for entry in classes if entry.name not in taken)))

    def without_class(self, name: str) -> Painting:
        """Removes a class, its strokes, and its clusters."""
        return replace(
            self,
            classes=tuple(entry for entry in self.classes if entry.name != name),
            strokes=tuple(stroke for stroke in self.strokes if stroke.class_name != name),
            toggled={cluster: class_name for cluster, class_name in self.toggled.items() if class_name != name},
        )

    def with_class_renamed(self, old: str, new: str) -> Painting:
        """Renames a class, in its strokes and clusters too; a colour that nobody has chosen follows the name.

        Raises:
            ValueError: The name is empty or another class has it.
        """
        if not new.strip() or new in {entry.name for entry in self.all_classes} - {old}:
            raise ValueError(new)
        return replace(
            self,
            classes=tuple(self._renamed(entry, new) if entry.name == old else entry for entry in self.classes),
            strokes=tuple(replace(s, class_name=new) if s.class_name == old else s for s in self.strokes),
            toggled={cluster: new if class_name == old else class_name for cluster, class_name in self.toggled.items()},
        )

    def _renamed(self, entry: StrokeClass, name: str) -> StrokeClass:
        colour, taken = colour_of_name(name), {other.colour for other in self.classes}
        if colour is None or colour in taken or not is_default_colour(entry.colour):
            return replace(entry, name=name)
        return StrokeClass(name, colour)

    def with_class_colour(self, name: str, colour: Colour) -> Painting:
        """Changes the colour of a class."""
        return replace(self, classes=tuple(replace(e, colour=colour) if e.name == name else e for e in self.classes))

    # --- clusters

    def with_toggled(self, clusters: Iterable[int], class_name: str | None) -> Painting:
        """Sets the class of clusters: a name, "" for no class, or None to let the strokes decide again."""
        chosen = {member for cluster in clusters for member in self.merged_with(cluster)}
        kept = {cluster: name for cluster, name in self.toggled.items() if cluster not in chosen}
        return replace(self, toggled=kept if class_name is None else kept | dict.fromkeys(chosen, class_name))

    def with_merged(self, clusters: Iterable[int]) -> Painting:
        """Merges clusters, so that they count as one."""
        group = {member for cluster in clusters for member in self.merged_with(cluster)}
        others = tuple(members for members in self.merged if not group.intersection(members))
        return replace(self, merged=(*others, tuple(sorted(group))) if len(group) > 1 else others)

    def without_merged(self, clusters: Iterable[int]) -> Painting:
        """Takes the merged groups of some clusters apart."""
        chosen = set(clusters)
        return replace(self, merged=tuple(members for members in self.merged if not chosen.intersection(members)))

    def merged_with(self, cluster: int) -> tuple[int, ...]:
        """The clusters that count as one with this one, itself included."""
        return next((members for members in self.merged if cluster in members), (cluster,))

    def with_cluster_name(self, cluster: int, name: str) -> Painting:
        """Names a cluster; an empty name removes the name."""
        kept = {key: value for key, value in self.cluster_names.items() if key != cluster}
        return replace(self, cluster_names=kept | ({cluster: name} if name.strip() else {}))

    def with_cluster_colour(self, cluster: int, colour: Colour) -> Painting:
        """Changes the colour of a cluster."""
        return replace(self, cluster_colours={**self.cluster_colours, cluster: colour})

    def without_clusters(self) -> Painting:
        """Removes all that the user has set for clusters: another model numbers them in another way."""
        return replace(self, toggled={}, merged=(), cluster_names={}, cluster_colours={})

    # --- as plain values

    def live_arguments(self) -> dict[str, Any]:
        """The arguments of the worker's `live_strokes`."""
        return {
            "classes": [{"name": entry.name, "colour": hex_colour(entry.colour)} for entry in self.all_classes],
            "strokes": [
                {"class": stroke.class_name, "width": stroke.width, "points": [list(p) for p in stroke.points]}
                for stroke in self.strokes
            ],
            "toggled": {str(cluster): class_name for cluster, class_name in self.toggled.items()},
            "merged": [list(members) for members in self.merged],
        }

    def to_json(self) -> dict[str, Any]:
        """All of it as plain values for JSON."""
        return self.live_arguments() | {
            "classes": [{"name": entry.name, "colour": hex_colour(entry.colour)} for entry in self.classes],
            "cluster_names": {str(cluster): name for cluster, name in self.cluster_names.items()},
            "cluster_colours": {str(cluster): hex_colour(c) for cluster, c in self.cluster_colours.items()},
        }

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> Painting:
        """The painting that `to_json` has written.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: The values are something else.
        """
        return Painting(
            tuple(StrokeClass(str(e["name"]), parse_hex_colour(e["colour"])) for e in values["classes"]),
            tuple(
                PaintedStroke(str(s["class"]), float(s["width"]), tuple((float(x), float(y)) for x, y in s["points"]))
                for s in values["strokes"]
            ),
            {int(cluster): str(class_name) for cluster, class_name in values["toggled"].items()},
            tuple(tuple(int(member) for member in members) for members in values["merged"]),
            {int(cluster): str(name) for cluster, name in values["cluster_names"].items()},
            {int(cluster): parse_hex_colour(c) for cluster, c in values["cluster_colours"].items()},
        )
