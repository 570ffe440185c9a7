"""One colour for each cluster, the same everywhere."""

from __future__ import annotations

import math

Colour = tuple[int, int, int]

OTHER_COLOUR: Colour = (217, 217, 217)

_GOLDEN_ANGLE_DEGREES = 360 * (1 - 1 / ((1 + math.sqrt(5)) / 2))
# Neighbouring ids differ in lightness too, so that they stay apart for colour-blind readers and in grey print.
_LIGHTNESS = (0.62, 0.82, 0.45, 0.72, 0.54)
_CHROMA = 0.13


def cluster_colour(cluster: int) -> Colour:
    """The colour of a cluster: hues by the golden angle, so that any first few are far apart."""
    return _oklch_to_rgb(
        _LIGHTNESS[cluster % len(_LIGHTNESS)], _CHROMA, math.radians(30 + cluster * _GOLDEN_ANGLE_DEGREES)
    )


# The first seven are Okabe and Ito's, "Color Universal Design" (2008), without black, which is kept for outlines. The
# others were chosen one by one, each as far as can be from those before it, to normal and to colour-blind eyes.
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
    """The colour that a class starts with."""
    return _CLASS_COLOURS[index] if index < len(_CLASS_COLOURS) else cluster_colour(index)


def _oklch_to_rgb(lightness: float, chroma: float, hue: float) -> Colour:
    """Björn Ottosson, "A perceptual color space for image processing" (2020): OKLab to sRGB."""
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
    """#rrggbb."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def parse_hex_colour(text: str) -> Colour:
    """The colour of #rrggbb.

    Raises:
        ValueError: The text is no such colour.
    """
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"'{text}' is not a colour such as #a0b1c2")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
