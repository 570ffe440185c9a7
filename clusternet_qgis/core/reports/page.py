"""Writes HTML pages from templates. A page is a single file that needs no network."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import jinja2

from ..staging import staged

_TEMPLATES = Path(__file__).with_name("templates")


def write_page(template: str, path: str, **values: Any) -> None:
    """Writes a page from a template that extends `base.html`. All values are escaped, except `Markup`.

    Args:
        template: Name of a file in `templates/`.
        path: The page; it appears when it is complete.
        values: Values for the template, including `title`. In templates, the filter `figure` shows a number with three
            decimals, and nothing for NaN; `area(unit)` shows an area in a unit that suits its size.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["figure"] = lambda value: "" if math.isnan(value) else f"{value:.3f}"
    environment.filters["area"] = area_text
    page = environment.get_template(template).render(**values)
    with staged(path) as temporary:
        # Paths and names may hold what UTF-8 has no form for.
        temporary.write_text(page, encoding="utf-8", errors="replace")


def area_text(area: float, unit: str) -> str:
    """An area with its unit; large areas in square metres are shown in hectares or square kilometres."""
    if unit == "m²" and abs(area) >= 1e6:
        return f"{area / 1e6:,.2f} km²"
    if unit == "m²" and abs(area) >= 1e4:
        return f"{area / 1e4:,.2f} ha"
    return f"{area:,.0f} {unit}"
