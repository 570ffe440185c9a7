"""Roles of bands, such as red or near-infrared: from what the user says, or from names, colours and wavelengths."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ..errors import OptionsError
from .raster_source import RasterSource

ROLES = ("blue", "green", "red", "nir", "swir1", "swir2")

# Ranges of central wavelengths in nanometres.
_WAVELENGTHS = {
    "blue": (440, 510),
    "green": (520, 590),
    "red": (620, 690),
    "nir": (770, 960),
    "swir1": (1550, 1750),
    "swir2": (2050, 2350),
}
_NAMES = {
    "blue": r"blue|blau|bleu|azul",
    "green": r"green|gr[uü]n|vert|verde",
    "red": r"red|rot|rouge|rojo",
    "nir": r"nir|near[ _-]?infra[ -]?red|infrared|nearir",
    "swir1": r"swir[ _-]?1?|short[ _-]?wave[ _-]?infra[ -]?red[ _-]?1?",
    "swir2": r"swir[ _-]?2|short[ _-]?wave[ _-]?infra[ -]?red[ _-]?2",
}
# Bands of Sentinel-2, whose numbers mean something only beside a band 8 or 8A.
_SENTINEL = {"b2": "blue", "b3": "green", "b4": "red", "b8": "nir", "b11": "swir1", "b12": "swir2"}
_WAVELENGTH_ITEMS = (
    ("IMAGERY", "CENTRAL_WAVELENGTH_UM"),
    ("", "CENTRAL_WAVELENGTH_UM"),
    ("", "wavelength"),
    ("", "WAVELENGTH"),
)


def roles_of(source: RasterSource, given: str = "") -> dict[str, int]:
    """The band of each role that is known: an index into the source's bands, or, of another band of the file, -number.

    Args:
        source: The raster.
        given: What the user says, such as `red=1; nir=4`, with the numbers of the file's bands; it goes before all
            else.

    Raises:
        OptionsError: The text is of another form, or names a role or band that there is not.
    """
    roles: dict[str, int] = {}
    every = source if source.colours is not None else RasterSource(source.path, picture=True)
    names = [name.lower().strip() for name in every.band_names]
    short = [re.sub(r"^b0?(\d)", r"b\1", name) for name in names]
    sentinel = _SENTINEL if {"b8", "b8a"} & {*short} else {}
    for index, number in enumerate(every.bands):
        role = sentinel.get(short[index]) or _role_of_name(names[index])
        if not role and source.colours is None:
            role = _role_of_wavelength(source, number)
        if role and role not in roles:
            roles[role] = number
    roles |= _given_roles(every, given)
    return {role: source.bands.index(band) if band in source.bands else -band for role, band in roles.items()}


def said_of(roles: Mapping[str, int], source: RasterSource) -> str:
    """Which bands have which role, as a list for sentences."""
    numbers = {role: source.bands[index] if index >= 0 else -index for role, index in roles.items()}
    return ", ".join(f"{role} = band {number}" for role, number in numbers.items()) or "none"


def _role_of_name(name: str) -> str:
    for role, pattern in _NAMES.items():
        if re.fullmatch(rf"(?:\S*[ _-])?(?:{pattern})(?:[ _-]band)?", name) and "edge" not in name:
            return role
    return ""


def _role_of_wavelength(source: RasterSource, number: int) -> str:
    for domain, item in _WAVELENGTH_ITEMS:
        text = source.band_metadata(number, domain).get(item, "")
        match = re.match(r"\s*([0-9.]+)", text)
        if match is None:
            continue
        value = float(match[1])
        nanometres = value * 1000 if value < 100 else value
        for role, (low, high) in _WAVELENGTHS.items():
            if low <= nanometres <= high:
                return role
    return ""


def _given_roles(source: RasterSource, given: str) -> dict[str, int]:
    """Numbers of bands by role, as the user gives them."""
    roles: dict[str, int] = {}
    for part in filter(None, (part.strip() for part in given.replace("\n", ";").split(";"))):
        match = re.fullmatch(r"(\w+)\s*=\s*(\d+)", part)
        if match is None:
            raise OptionsError(f"BAND_ROLES has '{part}' where a role such as nir=4 should stand.")
        role, number = match[1].lower(), int(match[2])
        if role not in ROLES:
            raise OptionsError(f"BAND_ROLES has the role '{role}'; the roles are {', '.join(ROLES)}.")
        if number not in source.bands:
            raise OptionsError(
                f"BAND_ROLES gives the role {role} to band {number}; the bands of {Path(source.path).name} are "
                f"{', '.join(map(str, source.bands))}."
            )
        roles[role] = number
    return roles
