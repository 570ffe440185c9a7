"""By how much one picture of a place is shifted against another, from the edges in both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, DoubleArray, FloatArray

ComplexArray = NDArray[np.complex128]

# Peaks are found to a fraction of a pixel in this many steps.
_STEPS_A_PIXEL = 40
# Frequencies above these, in cycles a pixel, are mostly noise and aliasing.
_SHARPEST = 0.2
# By how much the peak must exceed the standard deviation of the correlation; chance gives about 5.
_CLEAR = 7.0


@dataclass(frozen=True)
class Shift:
    """What is at (row, col) in the first picture is at (row + rows, col + cols) in the second.

    Attributes:
        rows: In pixels.
        cols: In pixels.
        clearness: Height of the peak of the correlation over its standard deviation.
    """

    rows: float
    cols: float
    clearness: float

    @property
    def is_clear(self) -> bool:
        """Whether chance alone does not give such a peak."""
        return self.clearness >= _CLEAR

    @property
    def length(self) -> float:
        """In pixels."""
        return float(np.hypot(self.rows, self.cols))


def correlate(before: FloatArray, after: FloatArray, valid: BoolArray) -> ComplexArray:
    """The whitened cross spectrum of the edges of two pictures: phase correlation (Kuglin and Hines 1975).

    Directions of gradients are correlated, as in Fitch et al., "Orientation correlation" (2002): they do not change
    with light and contrast. Spectra of several pairs that have the same shift can be added up.

    Args:
        before: (bands, rows, cols), normalised.
        after: The same at the second date.
        valid: (rows, cols) where both are valid.
    """
    taper = np.outer(np.hanning(valid.shape[0] + 2)[1:-1], np.hanning(valid.shape[1] + 2)[1:-1])
    spectra = [np.fft.fft2(_directions(values.mean(0), valid) * taper) for values in (before, after)]
    cross = spectra[1] * spectra[0].conj()
    size = np.abs(cross)
    whitened: ComplexArray = cross / np.maximum(size, 1e-12 + 1e-6 * size.mean())
    return whitened


def shift_of(spectra: Iterable[ComplexArray], most: float) -> Shift:
    """The common shift of pairs of pictures.

    Args:
        spectra: Of pairs of one size; see `correlate`.
        most: Longest shift along rows and columns that is looked for, in pixels.
    """
    total = sum(spectra)
    if not isinstance(total, np.ndarray):
        return Shift(0.0, 0.0, 0.0)
    rows, cols = (np.fft.fftfreq(size) for size in total.shape)
    total = total * np.exp(-(rows[:, None] ** 2 + cols**2) / (2 * _SHARPEST**2))
    surface = np.fft.ifft2(total).real
    lags = [np.abs(frequencies) * size for frequencies, size in zip((rows, cols), total.shape)]
    allowed = (lags[0][:, None] <= most) & (lags[1] <= most)
    peak = np.unravel_index(np.where(allowed, surface, -np.inf).argmax(), surface.shape)
    deviation = float(surface.std())
    clearness = float(surface[peak]) / deviation if deviation > 0 else 0.0
    start = [float(frequencies[index] * size) for frequencies, index, size in zip((rows, cols), peak, total.shape)]
    fine = np.arange(-_STEPS_A_PIXEL, _STEPS_A_PIXEL + 1) / _STEPS_A_PIXEL
    # The inverse transform at positions between pixels (Guizar-Sicairos et al. 2008).
    down = np.exp(2j * np.pi * (start[0] + fine)[:, None] * rows)
    across = np.exp(2j * np.pi * cols[:, None] * (start[1] + fine))
    top = np.unravel_index((down @ total @ across).real.argmax(), (len(fine), len(fine)))
    return Shift(start[0] + float(fine[top[0]]), start[1] + float(fine[top[1]]), clearness)


def _directions(grey: DoubleArray | FloatArray, valid: BoolArray) -> ComplexArray:
    """Gradients as complex numbers of about length 1; 0 where there is no edge, or none that is known."""
    down, across = np.gradient(np.where(valid, grey, 0).astype(np.float64))
    inside = valid.copy()
    inside[1:] &= valid[:-1]
    inside[:-1] &= valid[1:]
    inside[:, 1:] &= valid[:, :-1]
    inside[:, :-1] &= valid[:, 1:]
    gradient = np.where(inside, across + 1j * down, 0)
    length = np.abs(gradient)
    typical = float(np.median(length[inside])) if inside.any() else 0.0
    return gradient / (length + typical + 1e-9)
