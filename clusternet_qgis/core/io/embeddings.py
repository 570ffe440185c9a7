"""Embeddings: rasters whose bands are one vector a pixel, recognised by what they are, and read as vectors.

AlphaEarth (Google Satellite Embedding): 64 bands A00 to A63 of unit length, in Earth Engine as they are, in files as
signed bytes q for sign(q) (q / 127.5)^2, of which -128 is no data. TESSERA: 128 bands of no fixed length; its bytes
have a scale a pixel in another file, without which only their direction is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray

BAD_LENGTH, NO_SCALES = "bad length", "no scales"
ALPHA_EARTH, TESSERA, UNIT_VECTORS = "AlphaEarth", "TESSERA", "unit vectors"
# Vectors of fewer bands may have one length by chance.
_FEWEST_BANDS = 16
_ALPHA_EARTH_BANDS, _TESSERA_BANDS = 64, 128
_ALPHA_EARTH_NAME, _TESSERA_NAME = re.compile(r"A\d\d"), re.compile(r"(?i)tessera.*")
# Bytes are rounded, and resampling makes vectors between different ones shorter.
_TOLERANCE, _SHARE = 0.1, 0.9
_ROUNDING, _SHORTEST = 1e-3, 1e-3
_LARGEST_BYTE, _NO_DATA_BYTE, _DIVISOR = 127, -128, 127.5
_VERSIONS = ("TESSERA_DATASET_VERSION", "TESSERA_DATASET_VARIANT", "MODEL_VERSION", "EMBEDDING_VERSION")


@dataclass(frozen=True)
class Embedding:
    """How the bands of a file are read as vectors.

    Attributes:
        kind: `AlphaEarth`, `TESSERA` or `unit vectors`.
        bytes_lost_sign: Whether they are signed bytes that are stored as if they had none.
        quantised: Whether they are AlphaEarth's bytes.
        unit: Whether vectors have, or get, unit length.
        warning: What is wrong with them: `BAD_LENGTH`, `NO_SCALES`, or nothing.
    """

    kind: str
    bytes_lost_sign: bool = False
    quantised: bool = False
    unit: bool = False
    warning: str = ""

    def vectors(self, values: FloatArray, whole: bool) -> tuple[FloatArray, BoolArray | None]:
        """Vectors of stored values (bands, rows, cols), and which of them there are; None if all are.

        Args:
            values: Of all bands, or of some; they may be overwritten.
            whole: Whether they are all bands: the length of a vector is that of all its bands.
        """
        valid: BoolArray | None = None
        if self.bytes_lost_sign:
            values[values > _LARGEST_BYTE] -= 256
        if self.quantised:
            valid = values.min(0) > _NO_DATA_BYTE
            values = dequantised(values)
        if self.unit and whole:
            lengths = np.sqrt(np.einsum("b...,b...->...", values, values))
            there = lengths > _SHORTEST
            valid = there if valid is None else valid & there
            values *= np.float32(1) / np.maximum(lengths, np.float32(_SHORTEST))
        return values, valid

    def sentence(self, name: str) -> str:
        """What is done with a file of this name."""
        if self.warning == BAD_LENGTH:
            return (
                f"{name} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were "
                "resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest "
                "neighbour only."
            )
        if self.warning:
            return (
                f"{name} holds bytes of TESSERA without their scales, whose vectors are not of unit length: only their "
                "directions count. Export it as GeoTIFF with geotessera to have all."
            )
        if self.quantised:
            return f"{name} holds embeddings of {self.kind} as bytes: they are read as vectors of unit length."
        shape = "vectors of unit length" if self.unit else "vectors"
        return f"{name} holds embeddings{'' if self.kind == UNIT_VECTORS else f' of {self.kind}'}: {shape}."


def dequantised(values: FloatArray) -> FloatArray:
    """AlphaEarth's values of its bytes q: sign(q) (q / 127.5)^2; in place."""
    magnitude = np.abs(values)
    values *= magnitude
    values *= np.float32(1 / _DIVISOR**2)
    return values


def may_hold(bands: int) -> bool:
    """Whether a file has enough bands to be asked for."""
    return bands >= _FEWEST_BANDS


def recognised(samples: FloatArray, names: Sequence[str]) -> Embedding | None:
    """What a file holds: embeddings, or what looks like them; None for other bands.

    Args:
        samples: Some valid pixels (bands, pixels) of all bands, as they are stored.
        names: Descriptions of the bands, empty where there is none.
    """
    bands, pixels = samples.shape
    if not pixels or not may_hold(bands):
        return None
    alpha_earth = bands == _ALPHA_EARTH_BANDS and _all_match(_ALPHA_EARTH_NAME, names)
    tessera = bands == _TESSERA_BANDS and (_all_match(_TESSERA_NAME, names) or not any(names))
    whole = bool((samples == np.round(samples)).all()) and float(np.abs(samples).max()) > 1
    if not whole:
        if _are_unit(samples):
            return Embedding(ALPHA_EARTH if alpha_earth else UNIT_VECTORS, unit=True)
        return Embedding(TESSERA) if tessera else None
    lost = samples.min() >= 0 and _LARGEST_BYTE < samples.max() < 256
    signed = np.where(samples > _LARGEST_BYTE, samples - 256, samples) if lost else samples
    if np.abs(signed).max() > -_NO_DATA_BYTE:
        return None
    if bands == _ALPHA_EARTH_BANDS:
        # A file that begins with nothing but no data has some all the same.
        there = (signed > _NO_DATA_BYTE).all(0)
        if _are_unit(dequantised(signed[:, there].astype(np.float32))):
            return Embedding(ALPHA_EARTH, bytes_lost_sign=lost, quantised=True, unit=True)
        if alpha_earth:
            return Embedding(ALPHA_EARTH, warning=BAD_LENGTH)
    if tessera and (signed.min() < 0 or lost):
        return Embedding(TESSERA, bytes_lost_sign=lost, unit=True, warning=NO_SCALES)
    return None


def version_of(metadata: Mapping[str, str]) -> str:
    """The version of a model of embeddings that a file says it is from; empty if it says none."""
    return " ".join(str(metadata[key]) for key in _VERSIONS if metadata.get(key))


def mixed_sentence(versions: Mapping[str, str]) -> str:
    """What is wrong with files of several versions of embeddings, whose numbers mean different things; or nothing.

    Args:
        versions: Of each file by its name, as far as it says: `AlphaEarth`, `TESSERA v1`.
    """
    stated = {name: version for name, version in versions.items() if " " in version}
    if len(set(stated.values())) < 2:
        return ""
    listed = ", ".join(f"{name}: {version}" for name, version in stated.items())
    return (
        f"These are embeddings of different versions, whose numbers do not mean the same ({listed}): clusters will "
        "follow the files. Take all of one version."
    )


def have_length(vectors: FloatArray, length: float) -> bool:
    """Whether most vectors (bands, pixels) have one length to within rounding; of few bands they may by chance."""
    lengths = np.linalg.norm(vectors, axis=0)
    return may_hold(len(vectors)) and bool((np.abs(lengths / length - 1) < _ROUNDING).mean() > 1 / 2)


def _are_unit(vectors: FloatArray) -> bool:
    lengths = np.linalg.norm(vectors[:, vectors.any(0)], axis=0)
    return bool(len(lengths)) and bool((np.abs(lengths - 1) < _TOLERANCE).mean() >= _SHARE)


def _all_match(pattern: re.Pattern[str], names: Sequence[str]) -> bool:
    return all(pattern.fullmatch(name) for name in names)
