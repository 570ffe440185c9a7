"""How a training went, in a sentence that needs no knowledge of its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# Clusters have settled when fewer pixels change theirs in an epoch.
_SETTLED = 0.1


def course_of(history: Sequence[Mapping[str, Any]]) -> str:
    """Whether a training went well, and whether more epochs would help.

    Args:
        history: Of the model, one entry an epoch.
    """
    epochs = [entry for entry in history if entry.get("loss") is not None]
    if not epochs:
        return "Nothing was trained: the clusters are those of the network as it came."
    first, last, changed = epochs[0]["loss"], epochs[-1]["loss"], f"{100 * epochs[-1]['changed']:.0f}"
    if len(epochs) == 1:
        return f"One epoch was trained; {changed} % of the pixels changed their cluster in it. More may do better."
    if last >= first:
        return (
            f"The training did not get better: the loss went from {first:.2f} to {last:.2f}. Try a smaller learning "
            "rate, or more varied rasters."
        )
    if epochs[-1]["changed"] < _SETTLED:
        return (
            f"The training went well: the loss fell from {first:.2f} to {last:.2f}, and only {changed} % of the pixels "
            "changed their cluster in the last epoch. More epochs would change little."
        )
    return (
        f"The training gets better: the loss fell from {first:.2f} to {last:.2f}, and {changed} % of the pixels still "
        "changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue "
        "from."
    )
