"""The evaluation report is a single page that loads nothing, and whatever names hold is text."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from clusternet_qgis.core.evaluation.area_estimation import estimate_areas
from clusternet_qgis.core.evaluation.map_accuracy import Evaluation
from clusternet_qgis.core.evaluation.metrics import score
from clusternet_qgis.core.reports.evaluation_report import write_evaluation_report

HOSTILE = "<script>alert('&')</script>"


def evaluation(confusion: np.ndarray, classes: tuple[str, ...], sampled: bool = False) -> Evaluation:
    sample = estimate_areas(confusion, np.array([3000, 1000])) if sampled else None
    return Evaluation(score(confusion, classes), None, np.zeros((2, 3, 3), np.uint8), sample, 1e6, "m²")


def test_names_are_text_and_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    confusion = np.array([[3, 1], [0, 2]])
    write_evaluation_report(evaluation(confusion, (HOSTILE, "road")), HOSTILE, "b.tif", str(tmp_path / "page.html"))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "http" not in text
    assert 'name="viewport"' in text
    assert "@media print" in text


def test_an_evaluation_tells_what_is_on_one_side_only(tmp_path: Path) -> None:
    confusion = np.array([[3, 1, 0], [0, 0, 0], [2, 0, 0]])
    write_evaluation_report(evaluation(confusion, ("tree", "road", "roof")), "a", "b", str(tmp_path / "page.html"))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "in no mean: roof." in text
    assert "in the means: road." in text
    assert "estimated from the sample" not in text


def test_an_evaluation_by_a_sample_shows_areas_and_what_is_missing(tmp_path: Path) -> None:
    found = evaluation(np.array([[8, 2], [0, 1]]), ("tree", "road"), sampled=True)
    write_evaluation_report(found, "a", "b", str(tmp_path / "page.html"))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "75.00 ha" in text, "mapped as tree"
    assert "60.00 ha" in text, "truly tree: 80 % of it"
    assert "Fewer than two units are mapped as road" in text
