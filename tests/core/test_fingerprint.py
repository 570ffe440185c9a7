"""Keys and states of files: the same for the same, another for anything else."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from clusternet_qgis.core.fingerprint import file_state, fingerprint, key_of, size_and_time


def test_a_key_is_that_of_the_text_by_which_users_have_results_on_their_disks() -> None:
    text = b'[1, "a.tif", [5, 7], {"bands": [1, 2], "selection": null}]'
    assert key_of(1, "a.tif", (5, 7), {"selection": None, "bands": (1, 2)}) == hashlib.sha256(text).hexdigest()[:32]


def test_other_settings_have_another_key() -> None:
    keys = [key_of({"tile_size": 64}, []), key_of({"tile_size": 96}, []), key_of({"tile_size": 64}, ["a"])]
    assert len(set(keys)) == 3


def test_the_state_of_a_file_changes_with_its_size_and_its_time(tmp_path: Path) -> None:
    file = tmp_path / "a.tif"
    file.write_bytes(b"12345")
    os.utime(file, ns=(10**18, 10**18))
    assert size_and_time(file) == (5, 10**18)
    assert file_state(str(file)) == (str(file.resolve()), 5, 10**18)
    assert file_state(f"{file}|layername=roads") == file_state(str(file))
    os.utime(file, ns=(10**18, 2 * 10**18))
    assert file_state(str(file)) == (str(file.resolve()), 5, 2 * 10**18)


@pytest.mark.parametrize("path", ["no such file.tif", "/vsicurl/https://example.org/a.tif", "a\0b", ""])
def test_what_is_no_file_has_but_its_name(path: str) -> None:
    """An empty path, of an input that was left out, is not the current folder, which changes all the time."""
    assert file_state(path) == (path, 0, 0)
    assert not path or size_and_time(path) is None


def test_arrays_are_told_apart_by_name_shape_type_and_content() -> None:
    base = np.arange(6, dtype=np.float32)
    others = [{"b": base}, {"a": base.reshape(2, 3)}, {"a": base.astype(np.float64)}, {"a": base[::-1]}]
    assert len({fingerprint(arrays) for arrays in ({"a": base}, *others)}) == 5
    assert fingerprint({"a": base}) == fingerprint({"a": base.copy()})
