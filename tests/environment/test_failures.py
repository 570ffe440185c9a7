"""What pip, uv and Python print becomes a cause and a remedy.

`recorded/` holds outputs, a file each, named for the failure: those on Linux were recorded with pip 23.0, uv 0.13 and
venv against servers and disks that fail so, with hosts and folders renamed; those of Windows and macOS follow
reports of users.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clusternet_qgis.environment.failures import FAILURES, KILLED, UNKNOWN, Failure, explain
from clusternet_qgis.environment.platforms import Linux, MacOS, Platform, Windows

RECORDED = sorted((Path(__file__).parent / "recorded").glob("*.txt"))


def platform_of(path: Path) -> Platform:
    return {"windows": Windows(), "macos": MacOS(machine="x86_64")}.get(path.stem.rpartition("-")[2], Linux())


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_what_was_printed_tells_the_failure(path: Path) -> None:
    expected = path.stem.partition("-")[0]
    assert explain(path.read_text(encoding="utf-8"), 1, platform_of(path)).name == expected


def test_at_least_fifteen_failures_are_known_and_all_are_tested() -> None:
    by_code = {"old_processor"}
    tested = {path.stem.partition("-")[0] for path in RECORDED} | by_code
    assert len(FAILURES) >= 15
    assert {failure.name for failure in FAILURES} == tested


@pytest.mark.parametrize(
    ("code", "platform", "expected"),
    [
        (KILLED, Linux(), "out_of_memory"),
        (-4, Linux(), "old_processor"),
        (0xC000001D, Windows(), "old_processor"),
        (1, Linux(), "unknown"),
    ],
)
def test_how_a_process_ended_tells_the_failure(code: int, platform: Platform, expected: str) -> None:
    assert explain("", code, platform).name == expected


def test_other_systems_fail_for_other_reasons() -> None:
    missing = "ERROR: No matching distribution found for torch==2.13.0"
    assert explain(missing, 1, MacOS()).name == "intel_mac"
    assert explain(missing, 1, Linux()).name == "no_wheel"
    assert explain(missing.replace("torch", "pillow"), 1, MacOS()).name == "no_wheel"


@pytest.mark.parametrize("failure", [*FAILURES, UNKNOWN], ids=lambda failure: failure.name)
def test_each_says_cause_and_remedy_in_sentences(failure: Failure) -> None:
    for text in (failure.cause, failure.remedy):
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(text) < 200
