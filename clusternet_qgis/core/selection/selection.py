"""Which clusters make which class: a selection, its file, its text form, and its lookup table."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import SelectionError
from ..io.class_colours import default_colours
from ..io.legend import BACKGROUND, Legend, LegendEntry
from ..io.palette import OTHER_COLOUR, Colour, hex_colour, parse_hex_colour
from ..io.plain_text import plain_text
from ..staging import staged
from .painted import PaintedPixels, painted_as_json, read_painted

FORMAT_VERSION = 1
# All clusters and splits that there can be are less.
_MOST_BYTES = 16 << 20
# Cluster rasters have 16 bits, and 0 is no data.
MOST_CLUSTERS = 65535

# What a class name in a text must not hold: a number after = or :, which ends a class that no semicolon ends, or a line
# break or another control character.
_TWO_CLASSES = re.compile(r"=\W*\d|:\s*\d+[\s,|/&]|[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True)
class ClusterClass:
    """A class that the user has made of clusters.

    Attributes:
        name: Its name, as files can hold it.
        colour: Red, green and blue from 0 to 255.
        clusters: Ids of its clusters.
    """

    name: str
    colour: Colour
    clusters: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", plain_text(self.name))


@dataclass(frozen=True)
class Split:
    """A cluster that strokes have split.

    A pixel with features x, as they are clustered, belongs to the child with the largest
    `selection.weights[row] @ x + offset`.

    Attributes:
        parent: Its id.
        children: Their ids, which continue those of the model's clusters.
        rows: The row of the selection's weights of each child.
        offsets: What is added to the score of each child.
    """

    parent: int
    children: tuple[int, ...]
    rows: tuple[int, ...]
    offsets: tuple[float, ...]


@dataclass(frozen=True)
class ClusterSelection:
    """Classes, no cluster in two of them.

    Attributes:
        classes: In the order of their values in the class raster, which begin with 1.
        model: Fingerprint of the model whose clusters these are, empty when unknown.
        splits: Clusters that strokes have split.
        weights: Linear classifiers that tell the children of splits apart (rows, features).
        painted: Pixels of one raster that have their class by strokes, whatever their cluster; None without strokes.

    Raises:
        SelectionError: A name or a cluster appears twice, a class has no name, or splits or painted pixels do not fit.
    """

    classes: tuple[ClusterClass, ...]
    model: str = ""
    splits: tuple[Split, ...] = ()
    weights: tuple[tuple[float, ...], ...] = ()
    painted: PaintedPixels | None = None

    def __post_init__(self) -> None:
        class_of: dict[int, str] = {}
        names: set[str] = set()
        for entry in self.classes:
            if not entry.name.strip() or entry.name in names:
                raise SelectionError(f"Each class needs a name of its own; '{entry.name}' is empty or appears twice.")
            names.add(entry.name)
            for cluster in entry.clusters:
                if cluster in class_of:
                    raise SelectionError(
                        f"Cluster {cluster} is in the classes '{class_of[cluster]}' and '{entry.name}'; "
                        "leave it in one."
                    )
                class_of[cluster] = entry.name
        self._check_splits()
        if self.painted is not None and self.painted.table[:, 3].max(initial=-1) >= len(self.classes):
            raise SelectionError("The painted pixels of the selection do not fit together; make it again.")

    def _check_splits(self) -> None:
        children = [child for split in self.splits for child in split.children]
        parents = [split.parent for split in self.splits]
        fits = (
            len({*children, *parents}) == len(children) + len(parents)
            and all(0 <= number < MOST_CLUSTERS for number in (*children, *parents))
            and len({len(row) for row in self.weights}) <= 1
            and all(math.isfinite(value) for row in self.weights for value in row)
        )
        for split in self.splits:
            fits &= len(split.children) == len(split.rows) == len(split.offsets) > 0
            fits &= all(0 <= row < len(self.weights) for row in split.rows) and len({*split.rows}) == len(split.rows)
            fits &= all(map(math.isfinite, split.offsets))
        if not fits:
            raise SelectionError("The splits of the selection do not fit together; make it again from the strokes.")

    def cluster_count(self, clusters: int) -> int:
        """Number of ids, children of splits included, for a model of so many clusters."""
        return max([clusters - 1, *(child for split in self.splits for child in split.children)]) + 1

    def check_splits(self, clusters: int, features: int) -> None:
        """Raises SelectionError unless the splits are of a model with so many clusters and features."""
        fits = all(split.parent < clusters <= min(split.children) for split in self.splits)
        if not fits or any(len(row) != features for row in self.weights):
            raise SelectionError(
                f"The selection splits clusters of another model than this one of {clusters} clusters; select again."
            )

    def legend(self) -> Legend:
        """Legend of the class raster: the classes from 1, and after them the clusters that are in none."""
        entries = [LegendEntry(i, entry.name, entry.colour) for i, entry in enumerate(self.classes, start=1)]
        if BACKGROUND not in {entry.name for entry in self.classes}:
            entries.append(LegendEntry(len(entries) + 1, BACKGROUND, OTHER_COLOUR))
        return Legend(tuple(entries))

    @property
    def other_value(self) -> int:
        """Value of clusters that are in no class, in the class raster."""
        return next(entry.value for entry in self.legend() if entry.name == BACKGROUND)

    def lookup(self, clusters: int) -> NDArray[np.uint16]:
        """Value in the class raster of each value of the cluster raster (clusters + 1,); no data stays 0.

        Raises:
            SelectionError: A class names a cluster that does not exist.
        """
        table = np.full(clusters + 1, self.other_value, np.uint16)
        table[0] = 0
        for value, entry in enumerate(self.classes, start=1):
            for cluster in entry.clusters:
                if cluster >= clusters and self.splits:
                    raise SelectionError(
                        f"The selection splits clusters, and the raster has only the {clusters} from before; "
                        "give INPUT and MODEL instead of CLUSTERS."
                    )
                if not 0 <= cluster < clusters:
                    raise SelectionError(
                        f"The class '{entry.name}' names cluster {cluster}; there are clusters 0 to {clusters - 1}."
                    )
                table[cluster + 1] = value
        return table

    def check_model(self, fingerprint: str) -> None:
        """Raises SelectionError if the clusters are known to be another model's."""
        if self.model and fingerprint and self.model != fingerprint:
            raise SelectionError(
                f"The selection was made for the model {self.model[:8]}, the clusters come from {fingerprint[:8]}; "
                "select again on these clusters."
            )


def parse(text: str) -> ClusterSelection:
    """Reads `tree=3,7; roof=12,20-25`: class names with the ids of their clusters.

    A name may be given again, as when the groups of a cluster report are named one by one: its clusters are added.

    Raises:
        SelectionError: The text does not follow that form.
    """
    clusters_of: dict[str, list[int]] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, equals, numbers = part.rpartition("=")
        if not equals or not name.strip():
            raise SelectionError(f"CLASSES has '{part}' where a class such as tree=3,7 should stand.")
        if _TWO_CLASSES.search(name.strip()):
            raise SelectionError(
                f"CLASSES has '{' '.join(part.split())}' where one class should stand; put a semicolon between "
                "classes, as in tree=3,7; roof=12."
            )
        clusters = [number for item in numbers.split(",") for number in _numbers(item, part)]
        clusters_of.setdefault(name.strip(), []).extend(clusters)
    if not clusters_of:
        raise SelectionError("CLASSES names no class; write for example tree=3,7; roof=12.")
    return ClusterSelection(
        tuple(
            ClusterClass(name, colour, tuple(dict.fromkeys(clusters)))
            for (name, clusters), colour in zip(clusters_of.items(), default_colours(clusters_of))
        )
    )


def _numbers(item: str, part: str) -> Iterable[int]:
    match = re.fullmatch(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?", item)
    if not match:
        raise SelectionError(
            f"CLASSES has '{item.strip()}' in '{part}'; clusters are numbers such as 3,7 or 3-7, and "
            "a semicolon stands between classes, as in tree=3,7; roof=12."
        )
    first = int(match[1])
    last = int(match[2]) if match[2] else first
    if last < first:
        raise SelectionError(f"CLASSES has the range {first}-{last} in '{part}'; write the smaller number first.")
    return range(first, last + 1)


def as_json(selection: ClusterSelection) -> dict[str, Any]:
    """The content of the file."""
    text: dict[str, Any] = {
        "format_version": FORMAT_VERSION,
        "model": selection.model,
        "classes": [
            {"name": entry.name, "colour": hex_colour(entry.colour), "clusters": list(entry.clusters)}
            for entry in selection.classes
        ],
        "splits": [asdict(split) for split in selection.splits],
        "weights": [list(row) for row in selection.weights],
    }
    if selection.painted is not None:
        text["painted"] = painted_as_json(selection.painted, [entry.name for entry in selection.classes])
    return text


def save(selection: ClusterSelection, path: str | Path) -> None:
    """Writes the selection as JSON."""
    text = as_json(selection)
    with staged(path) as temporary:
        temporary.write_text(json.dumps(text, indent=1, ensure_ascii=False), encoding="utf-8")


def load(path: str | Path) -> ClusterSelection:
    """Reads a selection.

    Raises:
        SelectionError: It is missing, damaged, no selection, or of a newer version.
    """
    try:
        if Path(path).stat().st_size > _MOST_BYTES:
            raise SelectionError(
                f"{path} is no selection: it is larger than {_MOST_BYTES >> 20} MB; choose one that was saved here."
            )
        text = json.loads(Path(path).read_text(encoding="utf-8"))
        if text["format_version"] > FORMAT_VERSION:
            raise SelectionError(
                f"{path} is a selection of format version {text['format_version']}; this plugin reads up to "
                f"{FORMAT_VERSION}. Update the plugin."
            )
        classes = tuple(_class(entry) for entry in text["classes"])
        painted = text.get("painted")
        return ClusterSelection(
            classes,
            plain_text(str(text["model"])),
            tuple(map(_split, text.get("splits", ()))),
            tuple(tuple(map(float, row)) for row in text.get("weights", ())),
            read_painted(painted, [entry["name"] for entry in text["classes"]]) if painted else None,
        )
    except OSError as error:
        raise SelectionError(f"Cannot read the selection {path}: {error.strerror or error}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SelectionError(
            f"{path} is no selection of clusters ({type(error).__name__}: {error}); make it again."
        ) from error


def _class(entry: Any) -> ClusterClass:
    clusters = tuple(entry["clusters"])
    if not isinstance(entry["name"], str) or not all(type(cluster) is int for cluster in clusters):
        raise ValueError("classes need a name and whole numbers as clusters")
    return ClusterClass(entry["name"], parse_hex_colour(entry["colour"]), clusters)


def _split(entry: Any) -> Split:
    children, rows = tuple(entry["children"]), tuple(entry["rows"])
    if not all(type(number) is int for number in (entry["parent"], *children, *rows)):
        raise ValueError("splits need whole numbers as clusters")
    return Split(entry["parent"], children, rows, tuple(map(float, entry["offsets"])))
