"""Which clusters make which class: as text, as a file, as a table."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from clusternet_qgis.core.errors import SelectionError
from clusternet_qgis.core.io.legend import BACKGROUND
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.selection import ClusterClass, ClusterSelection, Split, parse


def as_dict(found: ClusterSelection) -> dict[str, tuple[int, ...]]:
    return {entry.name: entry.clusters for entry in found.classes}


# --- text


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("tree=3,7; roof=12", {"tree": (3, 7), "roof": (12,)}),
        ("tree=3-6", {"tree": (3, 4, 5, 6)}),
        ("  big tree =  3 , 5 - 6 ;", {"big tree": (3, 5, 6)}),
        ("tree=3,3,2-4", {"tree": (3, 2, 4)}),
        ("a=b=1", {"a=b": (1,)}),
        ("été=0", {"été": (0,)}),
    ],
)
def test_text_names_classes_and_clusters(text: str, classes: dict[str, tuple[int, ...]]) -> None:
    assert as_dict(parse(text)) == classes


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "names no class"),
        (" ; ;", "names no class"),
        ("tree", "'tree' where a class such as"),
        ("tree 3", "where a class such as"),
        ("=3", "where a class such as"),
        ("tree=", "clusters are numbers"),
        ("tree=3,", "clusters are numbers"),
        ("tree=x", "'x'"),
        ("tree=-3", "clusters are numbers"),
        ("tree=3.5", "clusters are numbers"),
        ("tree=1;roof=0x1", "clusters are numbers"),
        ("tree=12345678901234567890", "clusters are numbers"),
        ("tree=7-3", "range 7-3"),
        ("tree=1,2; roof=2", "Cluster 2 is in the classes 'tree' and 'roof'"),
    ],
)
def test_text_with_a_mistake_is_told_which(text: str, sentence: str) -> None:
    with pytest.raises(SelectionError, match=sentence):
        parse(text)


@given(st.text(alphabet="tree=3,7-; 0²٣x\n", max_size=30))
def test_any_text_is_a_selection_or_a_sentence(text: str) -> None:
    try:
        found = parse(text)
    except SelectionError:
        return
    clusters = [cluster for entry in found.classes for cluster in entry.clusters]
    assert found.classes
    assert len(set(clusters)) == len(clusters)


_NAMES = st.from_regex(r"[A-Za-zäß][A-Za-zäß ,/&()+_.-]{0,8}[a-zäß]", fullmatch=True)
_NUMBERS = st.sampled_from(["3", "3,7", " 3 , 7 ", "3-5", "0,4-6"])
_SEPARATORS = st.one_of(
    st.sampled_from([",", ", ", " ", "\n", "\r\n", "\t", "|", " | ", "/", "&", ":", ".", "", " and ", "\u2028"]),
    st.text(max_size=3).filter(lambda text: ";" not in text),
)


@settings(max_examples=300)
@given(_NAMES, _NUMBERS, _SEPARATORS, _NAMES, _NUMBERS)
@example("tree", "3", ", ", "roof", "12")
def test_only_a_semicolon_stands_between_two_classes(
    first: str, some: str, separator: str, second: str, more: str
) -> None:
    with pytest.raises(SelectionError, match=r"semicolon .* as in tree=3,7; roof=12\.|where a class such as tree=3,7"):
        parse(f"{first}={some}{separator}{second}={more}")


@pytest.mark.parametrize("text", ["tree\nroof=12", "tree:3, roof=12", "tree: 3|roof=12", "a=1; tree=3, roof=12; b=2"])
def test_a_name_that_holds_two_classes_is_refused(text: str) -> None:
    with pytest.raises(SelectionError, match="semicolon between classes, as in tree=3,7; roof=12"):
        parse(text)


def test_two_classes_in_one_are_quoted_with_single_blanks() -> None:
    with pytest.raises(SelectionError, match="has 'tree: 3, roof=12' where"):
        parse("tree:  3,\n roof=12")


def test_a_name_is_text_that_every_file_holds() -> None:
    assert ClusterClass("to\x00wer", (1, 2, 3), (0,)).name == ClusterClass("to\ufffdwer", (1, 2, 3), (0,)).name


@given(_NAMES, _NUMBERS, st.sampled_from([";", "; ", " ;", ";\n", "\n;", ";;", "; ;\t"]), _NAMES, _NUMBERS)
def test_what_a_semicolon_separates_is_kept(first: str, some: str, separator: str, second: str, more: str) -> None:
    assume(first != second)
    shifted = "".join(str(int(n) + 20) if n.isdigit() else n for n in re.split(r"(\d+)", more))
    classes = as_dict(parse(f"{first}={some}{separator}{second}={shifted}"))
    assert classes == {**as_dict(parse(f"{first}={some}")), **as_dict(parse(f"{second}={shifted}"))}
    assert list(classes) == [first, second]


# --- table


def test_the_table_maps_clusters_to_classes_and_the_rest_to_other() -> None:
    table = parse("tree=3,0; roof=1").lookup(5)
    assert table.tolist() == [0, 1, 2, 3, 1, 3]


def test_a_class_named_other_takes_the_rest() -> None:
    found = ClusterSelection((ClusterClass(BACKGROUND, (1, 2, 3), (0,)), ClusterClass("tree", (4, 5, 6), (1,))))
    assert found.lookup(3).tolist() == [0, 1, 2, 1]
    assert [entry.name for entry in found.legend()] == [BACKGROUND, "tree"]


def test_an_unknown_cluster_is_one_sentence() -> None:
    with pytest.raises(SelectionError, match="'tree' names cluster 5; there are clusters 0 to 4"):
        parse("tree=5").lookup(5)


@given(st.dictionaries(st.text("abc", min_size=1), st.sets(st.integers(0, 29)), min_size=1), st.integers(30, 40))
def test_each_cluster_gets_the_value_of_its_class(wanted: dict[str, set[int]], clusters: int) -> None:
    free = set(range(clusters))
    classes = []
    for name, ids in wanted.items():
        mine = tuple(sorted(ids & free))
        free -= ids
        classes.append(ClusterClass(name, (0, 0, 0), mine))
    found = ClusterSelection(tuple(classes))
    table = found.lookup(clusters)
    names = {entry.value: entry.name for entry in found.legend()}
    assert table[0] == 0
    for cluster in range(clusters):
        owner = next((entry.name for entry in classes if cluster in entry.clusters), BACKGROUND)
        assert names[int(table[cluster + 1])] == owner
    assert table.dtype == np.uint16


def test_clusters_of_another_model_are_refused() -> None:
    chosen = ClusterSelection(parse("tree=1").classes, "abcdef0123456789")
    chosen.check_model("abcdef0123456789")
    chosen.check_model("")  # unknown
    parse("tree=1").check_model("abcdef0123456789")
    with pytest.raises(SelectionError) as caught:
        chosen.check_model("9999999900000000")
    assert str(caught.value) == (
        "The selection was made for the model abcdef01, the clusters come from 99999999; select again on these "
        "clusters."
    )


# --- file


names = st.lists(st.text(min_size=1).filter(str.strip), unique=True, max_size=5)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names, st.text("0123456789abcdef"), st.tuples(*[st.integers(0, 255)] * 3))
def test_any_selection_round_trips(tmp_path: Path, names: list[str], model: str, colour: tuple[int, int, int]) -> None:
    classes = tuple(ClusterClass(name, colour, (2 * i, 2 * i + 1)) for i, name in enumerate(names))
    splits = (Split(1, (64, 65), (0, 1), (0.25, -1 / 3)),)
    before = ClusterSelection(classes, model, splits, ((1.0, 0.1), (0.5, 1 / 7)))
    selection.save(before, tmp_path / "a.json")
    assert selection.load(tmp_path / "a.json") == before


def written(path: Path, **changes: Any) -> Path:
    selection.save(parse("tree=3,7; roof=12"), path)
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
    return path


def test_a_newer_version_asks_for_an_update(tmp_path: Path) -> None:
    with pytest.raises(SelectionError, match=r"format version 2.*Update the plugin"):
        selection.load(written(tmp_path / "a.json", format_version=2))


def one_class(**changes: Any) -> list[dict[str, Any]]:
    return [{"name": "tree", "colour": "#00ff00", "clusters": [1], **changes}]


@pytest.mark.parametrize(
    "changes",
    [
        {"format_version": "1"},
        {"format_version": None},
        {"classes": None},
        {"classes": "tree"},
        {"classes": {"tree": [1]}},
        {"classes": one_class(name=3)},
        {"classes": one_class(name=" ")},
        {"classes": one_class(colour="green")},
        {"classes": one_class(colour=7)},
        {"classes": one_class(clusters=None)},
        {"classes": one_class(clusters=[1.5])},
        {"classes": one_class(clusters=["1"])},
        {"classes": one_class(clusters=[True])},
        {"classes": one_class(clusters="12")},
        {"classes": one_class() + one_class()},
        {"classes": one_class() + one_class(name="roof")},
        {"splits": 5},
    ],
    ids=str,
)
def test_what_is_no_selection_is_one_sentence(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(SelectionError):
        selection.load(written(tmp_path / "a.json", **changes))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b"{}"])
def test_other_files_are_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(SelectionError, match=r"is no selection"):
        selection.load(tmp_path / "a.json")


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(4 << 30)
    with pytest.raises(SelectionError, match="is no selection: it is larger than 16 MB"):
        selection.load(tmp_path / "a.json")


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    selection.save(parse("a=1"), tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text()
    (tmp_path / "a.json").write_text(text + " " * ((16 << 20) - len(text)))
    assert selection.load(tmp_path / "a.json") == parse("a=1")


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SelectionError, match="Cannot read the selection"):
        selection.load(tmp_path / "nothing.json")


def test_a_selection_cut_short_anywhere_is_one_sentence(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json")
    data = path.read_bytes()
    for length in range(0, len(data) - 1, 7):
        path.write_bytes(data[:length])
        with pytest.raises(SelectionError):
            selection.load(path)


def test_a_name_that_comes_again_goes_on_with_its_class() -> None:
    selection = parse("tree=1,2; roof=5; tree=2,9")
    assert [(entry.name, entry.clusters) for entry in selection.classes] == [("tree", (1, 2, 9)), ("roof", (5,))]


# --- splits


def with_splits(*splits: Split, weights: tuple[tuple[float, ...], ...] = ((1.0, 0.0), (0.0, 1.0))) -> ClusterSelection:
    return ClusterSelection((ClusterClass("tree", (0, 0, 0), (8,)),), "", splits, weights)


def test_ids_go_on_after_the_models_with_the_children_of_splits() -> None:
    two = Split(3, (8, 9), (0, 1), (0.0, 0.0))
    assert with_splits(two).cluster_count(8) == 10
    assert with_splits(two, Split(5, (10, 11), (0, 1), (0.0, 0.0))).cluster_count(8) == 12
    assert parse("tree=1").cluster_count(8) == 8


def test_splits_of_a_model_of_other_size_are_refused() -> None:
    split = with_splits(Split(7, (8, 9), (0, 1), (0.0, 0.0)))
    split.check_splits(8, features=2)
    parse("tree=1").check_splits(8, features=2)
    for clusters, features in ((7, 2), (9, 2), (8, 3), (8, 1)):
        with pytest.raises(SelectionError) as caught:
            split.check_splits(clusters, features)
        assert str(caught.value) == (
            f"The selection splits clusters of another model than this one of {clusters} clusters; select again."
        )


def test_the_raster_of_before_does_not_know_the_children_of_splits() -> None:
    with pytest.raises(SelectionError) as caught:
        with_splits(Split(3, (8, 9), (0, 1), (0.0, 0.0))).lookup(8)
    assert str(caught.value) == (
        "The selection splits clusters, and the raster has only the 8 from before; give INPUT and MODEL instead of "
        "CLUSTERS."
    )


def test_sentences_quote_what_was_written() -> None:
    with pytest.raises(SelectionError) as caught:
        parse(" ; ")
    assert str(caught.value) == "CLASSES names no class; write for example tree=3,7; roof=12."
    with pytest.raises(SelectionError) as caught:
        parse("roof=1; tree=3, x")
    assert str(caught.value) == (
        "CLASSES has 'x' in 'tree=3, x'; clusters are numbers such as 3,7 or 3-7, and a semicolon stands between "
        "classes, as in tree=3,7; roof=12."
    )


GOOD = Split(3, (8, 9), (0, 1), (0.0, 0.5))


@pytest.mark.parametrize(
    "splits",
    [
        (),
        (GOOD,),
        (Split(0, (65534,), (1,), (0.0,)),),  # the least and the largest id
        (Split(0, (8, 9), (0, 1), (0.0, 0.0)), Split(1, (10, 11), (1, 0), (0.0, 0.0))),
    ],
    ids=str,
)
def test_splits_that_fit_together_are_taken(splits: tuple[Split, ...]) -> None:
    assert with_splits(*splits).splits == splits


@pytest.mark.parametrize(
    "split",
    [
        Split(3, (8, 8), (0, 1), (0.0, 0.0)),
        Split(3, (3, 8), (0, 1), (0.0, 0.0)),
        Split(-1, (8, 9), (0, 1), (0.0, 0.0)),
        Split(3, (8, 65535), (0, 1), (0.0, 0.0)),
        Split(3, (), (), ()),
        Split(3, (8, 9), (0,), (0.0, 0.0)),
        Split(3, (8, 9), (0, 1), (0.0,)),
        Split(3, (8, 9), (0, 2), (0.0, 0.0)),
        Split(3, (8, 9), (0, -1), (0.0, 0.0)),
        Split(3, (8, 9), (1, 1), (0.0, 0.0)),
        Split(3, (8, 9), (0, 1), (0.0, float("inf"))),
        Split(6, (8, 9), (0, 1), (0.0, 0.0)),  # beside one of the same children or parent
        Split(7, (10, 11), (0, 1), (0.0, 0.0)),
    ],
    ids=str,
)
def test_splits_that_do_not_fit_together_are_refused(split: Split) -> None:
    """Wherever they stand."""
    others = (Split(6, (20, 21), (0, 1), (0.0, 0.0)), Split(7, (8, 9), (0, 1), (0.0, 0.0)))
    others = tuple(other for other in others if split.parent in (6, 7) or other.parent == 6)
    for splits in ((split, *others), (*others, split)):
        with pytest.raises(SelectionError) as caught:
            with_splits(*splits)
        assert str(caught.value) == ("The splits of the selection do not fit together; make it again from the strokes.")


@pytest.mark.parametrize("weights", [((1.0, 0.0), (1.0,)), ((1.0, 0.0), (float("nan"), 1.0))], ids=str)
def test_weights_are_numbers_for_the_same_features(weights: tuple[tuple[float, ...], ...]) -> None:
    with pytest.raises(SelectionError, match="do not fit together"):
        with_splits(GOOD, weights=weights)


def test_two_classes_of_one_name_are_refused() -> None:
    classes = tuple(ClusterClass("tree", (0, 0, 0), (number,)) for number in (1, 2))
    with pytest.raises(SelectionError) as caught:
        ClusterSelection(classes)
    assert str(caught.value) == "Each class needs a name of its own; 'tree' is empty or appears twice."


def test_a_file_from_before_there_were_splits_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json")
    text = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({name: text[name] for name in ("format_version", "model", "classes")}))
    assert selection.load(path).splits == ()


def test_the_file_can_be_read_by_people(tmp_path: Path) -> None:
    selection.save(parse("forêt=3,7"), tmp_path / "a.json")
    lines = (tmp_path / "a.json").read_text(encoding="utf-8").splitlines()
    assert '   "name": "forêt",' in lines


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"classes": one_class(name=3)}, "ValueError: classes need a name and whole numbers as clusters"),
        (
            {"splits": [{"parent": 3, "children": [8.5], "rows": [0], "offsets": [0]}], "weights": [[1]]},
            "ValueError: splits need whole numbers as clusters",
        ),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    path = written(tmp_path / "a.json", **changes)
    with pytest.raises(SelectionError) as caught:
        selection.load(path)
    assert str(caught.value) == f"{path} is no selection of clusters ({reason}); make it again."


def test_why_a_file_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SelectionError) as caught:
        selection.load(tmp_path)
    assert str(caught.value) == f"Cannot read the selection {tmp_path}: Is a directory."
