"""Scores and confusion matrix as a CSV table."""

from __future__ import annotations

import csv
import math

from ..staging import staged
from .metrics import Scores


def write_score_table(scores: Scores, path: str) -> None:
    """Writes the scores of each class and the confusion matrix."""
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["class", "iou", "dice", "precision", "recall", *(f"truly {name}" for name in scores.classes)])
        for index, name in enumerate(scores.classes):
            values = (scores.iou[index], scores.dice[index], scores.precision[index], scores.recall[index])
            texts = ["" if math.isnan(value) else f"{value:.4f}" for value in values]
            writer.writerow([name, *texts, *scores.confusion[index].tolist()])
