"""The colours of clusters and classes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..arrays import DoubleArray

Colour = tuple[int, int, int]

OTHER_COLOUR: Colour = (217, 217, 217)

# Red, green and blue of the first 64 clusters. Each colour differs as much as possible from the colour of `other` and
# from all before it, for people with protanopia, deuteranopia and, with half the weight, normal vision. So the first
# few differ most. Greys were left out.
_FIRST_COLOURS = bytes.fromhex(
    "009678 0000ff ff8700 a587e1 5a2d0f f0f087 003c5a 4b0096 d2004b e100ff c30f96 87b4d2 ffc3a5 f00000 b4ff00"
    "00c35a 1e5ad2 f07896 5a694b 96d24b 690f2d 87872d ffd2ff 4b78b4 2d2de1 5a1e78 a51e00 69ffc3 784b69 78a569"
    "ffa5ff 87ff5a 9600c3 78c3b4 2d692d e1d22d e15aff c378a5 ff5a4b e1c378 870069 2dd2ff f000c3 ff9687 2d3c96"
    "b4f096 006987 b46969 a5b41e a52d2d 5a78d2 966900 f078c3 3ca54b d287ff 4ba5b4 962db4 0fd287 0f3c2d 5a69ff"
    "96004b ffa53c 001eb4 a5a5e1"
)

_GOLDEN_ANGLE_DEGREES = 360 * (1 - 1 / ((1 + math.sqrt(5)) / 2))
# Clusters with adjacent ids also differ in lightness, for colour-blind readers and for printing in grey.
_LIGHTNESS = (0.62, 0.82, 0.45, 0.72, 0.54)
_CHROMA = 0.13


def cluster_colour(cluster: int) -> Colour:
    """The colour of a cluster. After the first 64, hues differ by the golden angle."""
    if 3 * cluster < len(_FIRST_COLOURS):
        red, green, blue = _FIRST_COLOURS[3 * cluster : 3 * cluster + 3]
        return red, green, blue
    return _oklch_to_rgb(
        _LIGHTNESS[cluster % len(_LIGHTNESS)], _CHROMA, math.radians(30 + cluster * _GOLDEN_ANGLE_DEGREES)
    )


# Differences in OKLab: two colours of a map are told apart from about 0.02 on.
_LEAST_DIFFERENCE = 0.035
_LEVELS = 18


def distinct_colours(colours: Sequence[Colour]) -> list[Colour]:
    """The colours, but those that look like one before them changed as little as tells them apart, if any is left."""
    levels = np.round(np.linspace(0, 255, _LEVELS))
    others = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(-1, 3)
    other_positions, positions = _oklab(others), _oklab(np.array(colours, np.float64).reshape(-1, 3))
    taken = np.zeros((0, 3))
    free = np.ones(len(others), np.bool_)
    chosen: list[Colour] = []
    for colour, position in zip(colours, positions):
        nearest = ((taken - position) ** 2).sum(1).min(initial=1.0) if free.any() else 1.0
        if nearest < _LEAST_DIFFERENCE**2:
            distances = np.where(free, ((other_positions - position) ** 2).sum(1), np.inf)
            best = int(distances.argmin())
            red, green, blue = (int(part) for part in others[best])
            colour, position = (red, green, blue), other_positions[best]
        chosen.append(colour)
        if free.any():
            free &= ((other_positions - position) ** 2).sum(1) >= _LEAST_DIFFERENCE**2
            taken = np.concatenate([taken, position[None]])
    return chosen


def _oklab(colours: DoubleArray) -> DoubleArray:
    """OKLab (n, 3) of sRGB colours (n, 3) from 0 to 255; see `_oklch_to_rgb`."""
    share = colours / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ np.array(_TO_CONES).T)
    result: DoubleArray = cones @ np.array(_TO_OKLAB).T
    return result


_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)

# The first seven are those of Okabe and Ito, "Color Universal Design" (2008), without black, which is used for
# outlines. Each of the others differs as much as possible from those before it, for normal and colour-blind vision.
_CLASS_COLOURS: tuple[Colour, ...] = (
    (0, 158, 115),
    (213, 94, 0),
    (0, 114, 178),
    (240, 228, 66),
    (204, 121, 167),
    (86, 180, 233),
    (230, 159, 0),
    (90, 30, 0),
    (195, 240, 150),
    (75, 45, 75),
    (0, 30, 150),
    (105, 105, 255),
)


def class_colour(index: int) -> Colour:
    """The default colour of a class, by its index."""
    return _CLASS_COLOURS[index] if index < len(_CLASS_COLOURS) else cluster_colour(index)


def _oklch_to_rgb(lightness: float, chroma: float, hue: float) -> Colour:
    """Converts OKLCh to sRGB, after Björn Ottosson, "A perceptual color space for image processing" (2020)."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    red, green, blue = (round(255 * _gamma(min(max(value, 0.0), 1.0))) for value in linear)
    return red, green, blue


def _gamma(value: float) -> float:
    return float(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


def hex_colour(colour: Colour) -> str:
    """A colour as #rrggbb."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def parse_hex_colour(text: str) -> Colour:
    """The colour of #rrggbb.

    Raises:
        ValueError: The text is not a colour of this form.
    """
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"'{text}' is not a colour such as #a0b1c2")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
