"""Scores as a table for other programs."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from clusternet_qgis.core.evaluation.metrics import score
from clusternet_qgis.core.evaluation.score_table import write_score_table


def test_the_table_holds_scores_and_counts(tmp_path: Path) -> None:
    write_score_table(score(np.array([[6, 0], [2, 0]]), ("tree", "roof")), str(tmp_path / "t.csv"))
    with (tmp_path / "t.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {
        "class": "tree", "iou": "0.7500", "dice": "0.8571", "precision": "1.0000", "recall": "0.7500",
        "truly tree": "6", "truly roof": "0",
    }  # fmt: skip
    assert rows[1]["recall"] == ""
