"""What labels of public sets say of the ground: kinds of land cover that there are, and never all of them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import labelled_sets


@pytest.mark.parametrize("name", labelled_sets.SOURCES)
def test_labels_are_told_by_kinds_that_there_are(name):
    source = labelled_sets.SOURCES[name]
    assert source.kinds
    for kinds in source.kinds.values():
        assert set(kinds) <= set(labelled_sets.KINDS)
        assert 0 < len(kinds) < len(labelled_sets.KINDS)
    assert source.unlabelled not in source.kinds


def test_only_labels_of_one_kind_of_land_cover_teach_names():
    kinds = {3: ("tree",), 4: ("tree", "low vegetation"), 5: ("none",)}
    common = labelled_sets._in_common(kinds, [3, 4, 5, 6])
    tree = labelled_sets.KINDS.index("tree")
    assert common.tolist() == [tree, *[labelled_sets.NO_LABEL] * 3]
