"""The report on the accuracy of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..evaluation.error_map import RIGHT_COLOUR, UNKNOWN_COLOUR, WRONG_COLOUR
from ..evaluation.metrics import NO_DATA_CLASS
from ..io.palette import hex_colour
from .charts import confidence_chart, image_url
from .page import write_page

if TYPE_CHECKING:  # the report is written without GDAL
    from ..evaluation.map_accuracy import Evaluation

# Shares of the area that the table of surer maps keeps at least.
_SHARES = (1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)


def write_evaluation_report(evaluation: Evaluation, map_name: str, reference_name: str, path: str) -> None:
    """Writes the page about the accuracy of a map: scores, a map of errors, confusion matrix and estimated areas.

    Args:
        evaluation: The result of comparing the map with a reference.
        map_name: Name of the map, for the page.
        reference_name: Name of the reference, for the page.
        path: The page.
    """
    scores, sample = evaluation.scores, evaluation.sample
    on_map, in_reference = scores.confusion.any(1), scores.confusion.any(0)
    names = [name for name in scores.classes if name != NO_DATA_CLASS]
    presence = list(zip(names, on_map.tolist(), in_reference.tolist()))
    matched = evaluation.matched
    only_on_map = [name for name, mapped, true in presence if mapped and not true]
    only_in_reference = [name for name, mapped, true in presence if true and not mapped]
    curve = evaluation.curve
    write_page(
        "evaluation.html",
        path,
        title="Evaluation report",
        evaluation=evaluation,
        scores=scores,
        intervals=evaluation.intervals,
        sample=sample,
        sample_names=names,
        sample_few=[name for name, few in zip(names, sample.few.tolist()) if few] if sample else [],
        map=map_name,
        reference=reference_name,
        errors=image_url(evaluation.errors),
        colours={
            "right": hex_colour(RIGHT_COLOUR),
            "wrong": hex_colour(WRONG_COLOUR),
            "unknown": hex_colour(UNKNOWN_COLOUR),
        },
        curve=curve,
        curve_rows=list(dict.fromkeys(map(curve.row_of_share, _SHARES))) if curve else [],
        curve_chart=confidence_chart(curve) if curve else "",
        # The classes of both sides are more than those of the pixels that both label.
        only_on_map=list(dict.fromkeys([*(matched.only_on_map if matched else ()), *only_on_map])),
        only_in_reference=list(dict.fromkeys([*(matched.only_in_reference if matched else ()), *only_in_reference])),
        notes=matched.notes if matched else (),
    )
