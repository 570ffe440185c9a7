"""Whether corrected sheets stay within the range of their types, and sheets are of like units."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import DoubleArray
from ..errors import RasterError
from ..io.corrected_view import value_limits
from ..progress import Progress
from .adjustment import Adjustment, Pair
from .relation import MOST_GAIN
from .sheets import Sheet

# Bands whose contrast differs by the most that is looked for are of unlike units, if they show the same.
_SURE_CORRELATION = 0.9
# A sheet of which more is cut off is lost, and one of which more than the second is pointed out.
_MOST_LOST, _LEAST_SAID = 0.5, 0.03


def check_units(sheets: Sequence[Sheet], pairs: Sequence[Pair]) -> None:
    """Raises RasterError for two sheets whose values are of unlike units, such as bytes and numbers of 12 bits."""
    for pair in pairs:
        relation = pair.relation
        at_limit = np.abs(np.log(relation.ratio)) >= np.log(MOST_GAIN) * (1 - 1e-6)
        if (at_limit & (relation.correlation > _SURE_CORRELATION)).any():
            raise RasterError(
                f"The values of {sheets[pair.first].name} and {sheets[pair.second].name} differ by {MOST_GAIN:g} times "
                "or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with "
                "'Translate' or the raster calculator."
            )


def check_range(
    sheets: Sequence[Sheet], samples: Sequence[DoubleArray], adjustment: Adjustment, progress: Progress
) -> None:
    """Says of which sheets corrected values leave the range of their type, where they are cut off.

    Args:
        sheets: The sheets.
        samples: (cells, bands) means of each.
        adjustment: Their corrections.
        progress: Says it.

    Raises:
        RasterError: A large part of a sheet would be cut off.
    """
    for number, (sheet, sample) in enumerate(zip(sheets, samples)):
        limits = value_limits(sheet.source.path)
        if limits is None or not len(sample):
            continue
        low, high = limits
        results = adjustment.apply(number, sample)
        is_lost = ((results < low) & (sample > low)) | ((results > high) & (sample < high))
        share = float(is_lost.any(1).mean())
        if share > _MOST_LOST:
            raise RasterError(
                f"What makes the sheets alike would cut off {share:.0%} of {sheet.name} at the ends of its type, {low} "
                f"to {high}: bring all sheets to one type, such as Float32, with 'Translate'."
            )
        if share > _LEAST_SAID:
            progress.say(f"{share:.0%} of {sheet.name} is cut off at the ends of its type, {low} to {high}.")
