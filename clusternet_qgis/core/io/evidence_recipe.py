"""What a model sees beside the bands of the picture: kept in its file, by role and not by path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

# Blocks of evidence, in their order.
BLOCKS = ("heights", "indices", "extra")
# What an EXTRA raster is: a height above ground, a surface, the terrain, classes, or other values.
KINDS = ("height", "surface", "terrain", "classes", "values")
_SHOWN = {
    "height": "a raster of heights above ground",
    "surface": "a surface model (heights)",
    "terrain": "a terrain model (heights)",
    "classes": "a raster of classes",
    "values": "a raster of {} bands",
}
# How channels are made.
MADE = ("value", "height", "above_ground", "slope", "class", "index")
_MOST_CHANNELS = 512


@dataclass(frozen=True)
class ExtraInput:
    """An EXTRA raster, of which every sheet has its own.

    Attributes:
        kind: Of `KINDS`.
        bands: Number of its bands.
        name: File of the training, for people.
    """

    kind: str
    bands: int
    name: str

    @property
    def shown(self) -> str:
        """What sentences call it."""
        text = _SHOWN[self.kind].format(self.bands)
        return text.replace("1 bands", "one band")


@dataclass(frozen=True)
class Channel:
    """A number for each pixel.

    Attributes:
        name: For people.
        block: Of `BLOCKS`.
        made: Of `MADE`.
        extra: Which EXTRA raster it is made of; -1 for the picture.
        argument: Name of an index, value of a class, or band of the raster, from 0.
        bands: Of the picture, from 0, that an index takes; another band of its file is -number.
        mean: Over the training.
        std: Likewise.
    """

    name: str
    block: str
    made: str
    extra: int = -1
    argument: str = ""
    bands: tuple[int, ...] = ()
    mean: float = 0.0
    std: float = 1.0


@dataclass(frozen=True)
class Evidence:
    """All of it, and how much each block of features counts.

    Attributes:
        extras: The EXTRA rasters that it takes.
        channels: What is made of them and of the picture's bands.
        weights: Of blocks by name, those of the network included; of others the network's own.
        left_out: What was given and told nothing, for reports.
    """

    extras: tuple[ExtraInput, ...] = ()
    channels: tuple[Channel, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    @property
    def sizes(self) -> dict[str, int]:
        """Channels of each block that there is, in the order of the channels."""
        return {block: count for block in BLOCKS if (count := sum(channel.block == block for channel in self.channels))}

    def as_json(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)


def parsed(text: Any, bands: int) -> Evidence | None:
    """Evidence as it was stored; None where there is none.

    Args:
        text: What the file says.
        bands: Of the picture.

    Raises:
        ValueError, LookupError, TypeError: It is of another form.
    """
    if text is None:
        return None
    extras = tuple(ExtraInput(str(e["kind"]), int(e["bands"]), str(e["name"])[:200]) for e in text["extras"])
    channels = tuple(
        Channel(
            str(c["name"])[:200],
            str(c["block"]),
            str(c["made"]),
            int(c["extra"]),
            str(c["argument"])[:50],
            tuple(map(int, c["bands"])),
            float(c["mean"]),
            float(c["std"]),
        )
        for c in text["channels"]
    )
    fits = all(extra.kind in KINDS and 0 < extra.bands < 10_000 for extra in extras) and len(channels) <= _MOST_CHANNELS
    for channel in channels:
        fits = fits and channel.block in BLOCKS and channel.made in MADE and -1 <= channel.extra < len(extras)
        fits = fits and (channel.made == "index") == (channel.extra == -1)
        fits = fits and all(-10_000 < band < bands for band in channel.bands)
        fits = fits and abs(channel.mean) < 1e30 and 0 < channel.std < 1e30
        if channel.made == "value":
            fits = fits and 0 <= int(channel.argument) < extras[channel.extra].bands
    weights = {str(name)[:50]: float(weight) for name, weight in dict(text["weights"]).items()}
    if not fits or len(weights) > 50 or not all(0 <= weight <= 1000 for weight in weights.values()):
        raise ValueError("its evidence is of another form")
    return Evidence(extras, channels, weights, tuple(str(line)[:500] for line in text["left_out"][:50]))
