"""Outputs appear whole or not at all."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.staging import discard_staged, staged


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    final = tmp_path / "new" / "folder" / "out.txt"
    with staged(final) as temporary:
        temporary.write_text("whole")
        assert not final.exists()
    assert final.read_text() == "whole"
    assert [file.name for file in final.parent.iterdir()] == ["out.txt"]


def test_side_files_come_along(tmp_path: Path) -> None:
    with staged(tmp_path / "out.txt") as temporary:
        temporary.write_text("main")
        temporary.with_suffix(".side").write_text("side")
    assert {file.name for file in tmp_path.iterdir()} == {"out.txt", "out.side"}


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_file_that_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    final = tmp_path / "out.txt"
    final.write_text("before")
    with pytest.raises(error), staged(final) as temporary:  # noqa: PT012
        temporary.write_text("half")
        raise error
    assert final.read_text() == "before"
    assert list(tmp_path.iterdir()) == [final]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    final = tmp_path / "out.txt"
    final.write_text("before")
    with staged(final) as temporary:
        temporary.write_text("after")
    assert final.read_text() == "after"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ClusterNetError, match="Cannot write into the folder"), staged(tmp_path / "file" / "out.txt"):
        pass


def test_a_folder_under_the_final_name_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out.txt").mkdir()
    with pytest.raises(ClusterNetError, match="Cannot write"), staged(tmp_path / "out.txt") as temporary:
        temporary.write_text("whole")
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


def killed_while_writing(path: Path) -> None:
    program = f"""
import os, signal
from clusternet_qgis.core.staging import staged
context = staged({str(path)!r})
context.__enter__().write_text("half")
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == -signal.SIGKILL


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in ("out.txt", "other.txt", "out.txt.zip"):
        killed_while_writing(tmp_path / name)
    mine = staged(tmp_path / "out.txt")
    mine.__enter__().write_text("still at work")
    (tmp_path / ".out.txt.mine").mkdir()
    (tmp_path / ".out.txt.00000000-1-elsewhere.partial").mkdir()
    assert len(list(tmp_path.glob(".out.txt.*.partial"))) == 4
    discard_staged(tmp_path / "out.txt")
    # Of other.txt, of out.txt.zip, of another machine, and the one that is still being written.
    assert len(list(tmp_path.glob(".o*.partial"))) == 4
    assert (tmp_path / ".out.txt.00000000-1-elsewhere.partial").is_dir()
    assert (tmp_path / ".out.txt.mine").is_dir()
    mine.__exit__(None, None, None)
    assert (tmp_path / "out.txt").read_text() == "still at work"


def test_discarding_in_a_folder_that_is_gone_is_harmless(tmp_path: Path) -> None:
    discard_staged(tmp_path / "nowhere" / "out.txt")
    assert list(tmp_path.iterdir()) == []
