"""Scores and confusion matrix as a CSV table."""

from __future__ import annotations

import csv
import math

from ..io.plain_text import cell_text
from ..staging import staged
from .metrics import Scores


def write_score_table(scores: Scores, path: str) -> None:
    """Writes the scores of each class and the confusion matrix."""
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        names = [cell_text(f"truly {name}") for name in scores.classes]
        writer.writerow(["class", "iou", "dice", "precision", "recall", *names])
        for index, name in enumerate(scores.classes):
            values = (scores.iou[index], scores.dice[index], scores.precision[index], scores.recall[index])
            texts = ["" if math.isnan(value) else f"{value:.4f}" for value in values]
            writer.writerow([cell_text(name), *texts, *scores.confusion[index].tolist()])
