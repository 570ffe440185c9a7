"""Reports as single HTML pages that need no network."""

from __future__ import annotations

import math
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from .bundle import ClusterModel
from .evaluation import Scores
from .palette import cluster_colour, hex_colour
from .staging import staged

_TEMPLATES = Path(__file__).with_name("templates")


def write_training(model: ClusterModel, path: str) -> None:
    """Writes how a training went: curves, a row an epoch, cluster sizes and settings."""
    from .charts import training_curves  # matplotlib is slow to load, and only this needs it

    last = model.history[-1]["sizes"]
    sizes = sorted(
        ((i, n / sum(last), hex_colour(cluster_colour(i))) for i, n in enumerate(last)), key=lambda row: -row[1]
    )
    write_page(
        "training.html",
        path,
        title="Training report",
        model=model,
        curves=Markup(training_curves(model.history)),  # our own drawing  # noqa: S704  # nosec B704
        scored=any("mean_iou" in entry for entry in model.history),
        sizes=sizes,
        options=asdict(model.options),
    )


def write_evaluation(scores: Scores, map_name: str, reference_name: str, path: str) -> None:
    """Writes how right a map is: scores of each class and the confusion matrix."""
    write_page(
        "evaluation.html",
        path,
        title="Evaluation report",
        scores=scores,
        map=map_name,
        reference=reference_name,
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
