"""Outputs appear whole or not at all."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def dataset(folder: Path, text: str) -> dict[str, str]:
    """A raster and its side files, all with the same text."""
    files = dict.fromkeys(("map.tif", "map.tif.ovr", "map.tfw", "map.qml"), text)
    for name, content in files.items():
        (folder / name).write_text(content)
    return files


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir() if file.is_file()}


def test_side_files_of_what_is_replaced_go_when_the_new_file_is_complete(tmp_path: Path) -> None:
    before = dataset(tmp_path, "old")
    with staged(tmp_path / "map.tif") as temporary:
        temporary.write_text("new")
        temporary.with_suffix(".qml").write_text("new")
        assert texts(tmp_path) == before
    assert texts(tmp_path) == {"map.tif": "new", "map.qml": "new"}
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("failing", range(8))
def test_all_stays_as_it_was_if_a_file_cannot_be_moved(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dataset(tmp_path, "old")
    moves = iter(range(100))

    def failing_at(move: Any) -> Any:
        def moved(file: Path, target: Path) -> Path:
            if next(moves) == failing:
                raise PermissionError(13, "another program has it open")
            return move(file, target)

        return moved

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, failing_at(getattr(Path, name)))
    context = staged(tmp_path / "map.tif")
    with contextlib.suppress(ClusterNetError), context as temporary:
        for name in ("map.tif", "map.qml", "map.hdr"):
            temporary.with_name(name).write_text("new")
    assert texts(tmp_path) in (before, {"map.tif": "new", "map.qml": "new", "map.hdr": "new"})
    assert (texts(tmp_path) == before) == (failing < 7)


def test_a_process_that_was_killed_while_it_moved_whole_files_is_finished(tmp_path: Path) -> None:
    for moves in range(1, 8):
        folder = tmp_path / str(moves)
        folder.mkdir()
        dataset(folder, "old")
        program = f"""
import os, pathlib, signal
from clusternet_qgis.core.staging import staged
left = [{moves}]
for name in ("rename", "replace"):
    def move(file, target, name=name, move=getattr(pathlib.Path, name)):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return move(file, target)
    setattr(pathlib.Path, name, move)
with staged({str(folder / "map.tif")!r}) as temporary:
    for name in ("map.tif", "map.qml", "map.hdr"):
        temporary.with_name(name).write_text("new")
"""
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
        # Never a main file with what is not its own.
        assert "map.tif" not in texts(folder) or set(texts(folder).values()) == {"new"}
        discard_staged(folder / "map.tif")
        assert texts(folder) == {"map.tif": "new", "map.qml": "new", "map.hdr": "new"}
        assert len(list(folder.iterdir())) == 3


def test_a_single_file_is_replaced_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.cnet").write_text("old")
    monkeypatch.setattr(Path, "rename", None)  # nothing is moved away
    with staged(tmp_path / "model.cnet") as temporary:
        temporary.write_text("new")
    assert texts(tmp_path) == {"model.cnet": "new"}


def test_nothing_written_removes_nothing(tmp_path: Path) -> None:
    before = dataset(tmp_path, "old")
    with staged(tmp_path / "map.tif"):
        pass
    assert texts(tmp_path) == before
