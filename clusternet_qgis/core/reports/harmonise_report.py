"""The report on sheets that were harmonised."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..harmonise.mosaic_picture import mosaic_pictures
from ..progress import Progress
from .charts import image_url
from .page import write_page
from .pictures import RgbRenderer, to_bytes

if TYPE_CHECKING:
    from ..arrays import BoolArray, DoubleArray
    from ..harmonise.harmonise import Harmonised

_MOST_PAIRS = 30
_EMPTY = 0.93


def write_harmonise_report(result: Harmonised, path: str, progress: Progress = Progress()) -> None:
    """Writes the page: the mosaic before and after, what overlaps differ by, gains and offsets.

    Args:
        result: What was done.
        path: The page.
        progress: Reports sheets.
    """
    names = [Path(source).name for source in result.sources]
    pictures = mosaic_pictures(result, progress)
    worst = sorted(result.pairs, key=lambda pair: -pair.after)[:_MOST_PAIRS]
    write_page(
        "harmonise.html",
        path,
        title="Harmonised sheets",
        names=names,
        result=result,
        before=result.difference(False),
        after=result.difference(True),
        pictures=_rendered(result.band_names, *pictures) if pictures else (),
        pairs=worst,
        groups=[([names[n] for n in group], share) for group, share in zip(result.groups, result.alike)],
    )


def _rendered(
    band_names: tuple[str, ...], before: DoubleArray, after: DoubleArray, valid: BoolArray
) -> tuple[str, ...]:
    """Both pictures by one range of values."""
    if not valid.any():
        return ()
    of_valid = before[:, valid]
    renderer = RgbRenderer(band_names, of_valid.mean(1), of_valid.std(1))
    urls = []
    for values in (before, after):
        colours = renderer.render(values.astype(np.float32))
        colours[~valid] = _EMPTY
        urls.append(image_url(to_bytes(colours)))
    return tuple(urls)
