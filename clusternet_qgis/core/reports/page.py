"""Reports as single HTML pages that need no network."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from ..evaluation.error_map import RIGHT, UNKNOWN, WRONG
from ..evaluation.metrics import NOTHING
from ..io.palette import hex_colour
from ..staging import staged

if TYPE_CHECKING:  # pages are written without GDAL
    from ..evaluation.map_accuracy import Evaluation

_TEMPLATES = Path(__file__).with_name("templates")


def write_evaluation(evaluation: Evaluation, map_name: str, reference_name: str, path: str) -> None:
    """Writes how right a map is: scores of each class, where it is wrong, the confusion matrix, and estimates."""
    from .charts import picture

    scores, sample = evaluation.scores, evaluation.sample
    on_map, on_reference = scores.confusion.any(1), scores.confusion.any(0)
    names = [name for name in scores.classes if name != NOTHING]
    sided = list(zip(names, on_map.tolist(), on_reference.tolist()))
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
        errors=picture(evaluation.errors),
        colours={"right": hex_colour(RIGHT), "wrong": hex_colour(WRONG), "unknown": hex_colour(UNKNOWN)},
        only_on_map=[name for name, mapped, true in sided if mapped and not true],
        only_in_reference=[name for name, mapped, true in sided if true and not mapped],
    )


def write_page(template: str, path: str, **values: Any) -> None:
    """Writes a page from a template that extends `base.html`; all values are escaped but `Markup`.

    Args:
        template: File in `templates/`.
        path: Where; the page appears whole or not at all.
        values: For the template, `title` among them. The filter `figure` shows three decimals, and nothing for NaN;
            `area(unit)` shows an area in the unit that suits its size.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["figure"] = lambda value: "" if math.isnan(value) else f"{value:.3f}"
    environment.filters["area"] = area_text
    page = environment.get_template(template).render(**values)
    with staged(path) as temporary:
        temporary.write_text(page, encoding="utf-8")


def area_text(area: float, unit: str) -> str:
    """An area with its unit: square metres become hectares or square kilometres when there are many."""
    if unit == "m²" and abs(area) >= 1e6:
        return f"{area / 1e6:,.2f} km²"
    if unit == "m²" and abs(area) >= 1e4:
        return f"{area / 1e4:,.2f} ha"
    return f"{area:,.0f} {unit}"
