"""The model file: what was saved is loaded, and whatever is no whole model is refused with a sentence."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checkout import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from saved_models import changed, make_model

from clusternet_qgis.core.errors import ModelError
from clusternet_qgis.core.io.normalisation import NormalisationStats
from clusternet_qgis.core.model import cluster_model, model_archive, stored_text
from clusternet_qgis.core.model.cluster_model import ClusterModel
from clusternet_qgis.core.options import TrainOptions


def assert_equal(first: ClusterModel, second: ClusterModel) -> None:
    for name in ("options", "band_names", "mean_distance", "history", "card"):
        assert getattr(first, name) == getattr(second, name), name
    assert first.stats.pixels == second.stats.pixels
    assert first._arrays().keys() == second._arrays().keys()
    for name, array in first._arrays().items():
        other = second._arrays()[name]
        assert array.dtype == other.dtype
        assert np.array_equal(array, other), name
    assert first.fingerprint() == second.fingerprint()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "model.cnet"
    cluster_model.save(make_model(), path)
    return path


def changed_text(saved: Path, **values: Any) -> Path:
    with zipfile.ZipFile(saved) as before:
        text = json.loads(before.read("model.json"))
    return changed(saved, {"model.json": json.dumps({**text, **values}).encode()})


def npy(array: np.ndarray, allow_pickle: bool = False) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=allow_pickle)
    return buffer.getvalue()


# --- what was saved is loaded


def test_a_model_round_trips(saved: Path) -> None:
    assert_equal(cluster_model.load(saved), make_model())
    assert cluster_model.load(saved).epochs_done == 3
    assert cluster_model.load(saved).clusters == 5


def test_members_are_small_and_of_no_date(saved: Path) -> None:
    with zipfile.ZipFile(saved) as members:
        for member in members.infolist():
            assert member.compress_type == zipfile.ZIP_DEFLATED
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
    assert len(cluster_model.load(saved).fingerprint()) == 32


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
finite = st.floats(-(2.0**99), 2.0**99, width=32)


@st.composite
def models(draw: st.DrawFn) -> ClusterModel:
    bands, clusters, features = draw(st.integers(1, 12)), draw(st.integers(1, 9)), draw(st.integers(1, 9))
    names = st.text("abcdefgh._0123", min_size=1, max_size=20).filter(lambda name: name.strip("."))
    kinds = st.sampled_from([np.float32, np.float64, np.int64, np.uint8])
    weight = kinds.flatmap(
        lambda kind: arrays(
            kind, array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
            elements=finite.map(kind) if kind in (np.float32, np.float64) else st.integers(0, 200),
        )
    )  # fmt: skip
    epochs = draw(st.lists(st.integers(0, 10**6), max_size=4))
    return ClusterModel(
        options=TrainOptions(
            clusters=draw(st.integers(2, 65000)), seed=draw(st.integers(0, 2**31 - 1)),
            learning_rate=draw(st.floats(1e-9, 10)),
        ),
        band_names=tuple(draw(st.lists(st.text(), min_size=bands, max_size=bands))),
        band_numbers=tuple(draw(st.lists(st.integers(1, 999), min_size=bands, max_size=bands))),
        stats=NormalisationStats(
            draw(arrays(np.float64, bands, elements=st.floats(-1e300, 1e300))),
            draw(arrays(np.float64, bands, elements=st.floats(0, 1e300))),
            draw(st.integers(0, 2**60)),
        ),
        weights=draw(st.dictionaries(names, weight, max_size=4)),
        feature_mean=draw(arrays(np.float32, features, elements=finite)),
        feature_scale=draw(arrays(np.float32, features, elements=finite.map(abs))),
        centroids=draw(arrays(np.float32, (clusters, features), elements=finite)),
        mean_distance=draw(st.floats(0, allow_nan=False, allow_infinity=False)),
        history=tuple({"epoch": epoch, "note": draw(plain)} for epoch in epochs),
        card=draw(st.dictionaries(st.text(), plain, max_size=3)),
    )  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(models())
def test_any_model_round_trips(tmp_path: Path, model: ClusterModel) -> None:
    cluster_model.save(model, tmp_path / "any.cnet")
    assert_equal(cluster_model.load(tmp_path / "any.cnet"), model)


def test_equal_models_are_equal_files(tmp_path: Path) -> None:
    cluster_model.save(make_model(), tmp_path / "a.cnet")
    cluster_model.save(make_model(), tmp_path / "b.cnet")
    assert (tmp_path / "a.cnet").read_bytes() == (tmp_path / "b.cnet").read_bytes()


def test_the_fingerprint_is_of_what_decides_clusters() -> None:
    model = make_model()
    assert replace(model, card={}, history=()).fingerprint() == model.fingerprint()
    assert replace(model, centroids=model.centroids * 2).fingerprint() != model.fingerprint()
    moved = NormalisationStats(model.stats.mean + 1, model.stats.std, model.stats.pixels)
    assert replace(model, stats=moved).fingerprint() != model.fingerprint()
    assert make_model(1).fingerprint() != model.fingerprint()


def test_nothing_in_it_is_a_pickle(saved: Path) -> None:
    with zipfile.ZipFile(saved) as parts:
        assert {Path(name).suffix for name in parts.namelist()} == {".json", ".npy"}
        for name in parts.namelist():
            if name.endswith(".npy"):
                np.load(io.BytesIO(parts.read(name)), allow_pickle=False)


def test_it_is_opened_with_numpy_and_json_alone(saved: Path) -> None:
    program = f"""
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "faiss", "osgeo", "scipy", "qgis", "PyQt5", "PyQt6"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocker())
from clusternet_qgis.core.model import cluster_model, model_archive, stored_text
model = cluster_model.load({str(saved)!r})
print(model.clusters, model.band_names, model.fingerprint())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.strip() == f"5 ('red', 'nir') {make_model().fingerprint()}", done.stderr


def test_saving_leaves_an_older_model_if_it_fails(saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(TypeError):
        cluster_model.save(replace(make_model(), card={"when": object()}), saved)
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_other_bands_are_one_sentence() -> None:
    with pytest.raises(ModelError) as caught:
        make_model().check_bands(3, "site.tif")
    assert str(caught.value) == (
        "The model was trained on 2 bands (red, nir); site.tif gives 3. Choose the same bands with BANDS."
    )
    make_model().check_bands(2, "site.tif")


def test_history_tells_the_epochs_and_not_the_clusters() -> None:
    model = make_model()
    longer = replace(model, history=(*model.history, {"epoch": 4}))
    assert longer.epochs_done == 4
    assert longer.fingerprint() == model.fingerprint()


# --- what is no whole model is refused


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no model file"):
        cluster_model.load(tmp_path / "nothing.cnet")
    with pytest.raises(ModelError, match="There is no model file"):
        cluster_model.load(tmp_path)


def test_a_model_cut_short_anywhere_is_one_sentence(saved: Path) -> None:
    data = saved.read_bytes()
    for length in [*range(0, len(data), 97), len(data) - 1]:
        saved.write_bytes(data[:length])
        with pytest.raises(ModelError, match=str(saved)):
            cluster_model.load(saved)


def test_flipped_bytes_are_one_sentence_or_change_nothing_that_counts(saved: Path) -> None:
    data, model = saved.read_bytes(), make_model()
    refused = 0
    for position in range(0, len(data), 11):
        saved.write_bytes(data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :])
        try:
            found = cluster_model.load(saved)
        except ModelError:
            refused += 1
        else:  # a network refuses a model without its weights
            assert found.fingerprint() == model.fingerprint() or found.weights.keys() < model.weights.keys()
    assert refused > len(data) / 11 / 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_other_bytes_are_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.cnet").write_bytes(data)
    with pytest.raises(ModelError):
        cluster_model.load(tmp_path / "a.cnet")


def test_another_zip_is_one_sentence(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.cnet", "w") as other:
        other.writestr("readme.txt", "a zip, but no model")
    with pytest.raises(ModelError, match="no complete ClusterNet model"):
        cluster_model.load(tmp_path / "a.cnet")


def test_a_newer_version_asks_for_an_update(saved: Path) -> None:
    with pytest.raises(ModelError, match=r"format version 3; this plugin reads up to 2. Update the plugin"):
        cluster_model.load(changed_text(saved, format_version=3))


DEEP = "[" * 100_000


@pytest.mark.parametrize("text", ["", "null", "[]", "5", '"x"', "{}", "{", DEEP, "\udcff".encode("utf-8", "replace")])
def test_other_json_is_one_sentence(saved: Path, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ModelError):
        cluster_model.load(changed(saved, {"model.json": data}))


HUGE = 10**400
WRONG: list[Any] = [None, True, "x", -1, 1.5, HUGE, float("inf"), float("nan"), [], {}, [None], {"a": 1}, [[[]]]]
# Where a value of another kind does no harm, because it is shown and not computed with.
HARMLESS: dict[str, list[Any]] = {
    "format_version": [],
    "options": [{}],
    "stats_pixels": [],
    "mean_distance": [1.5],
    "history": [[]],
    "card": [{}, {"a": 1}],
}


@pytest.mark.parametrize("value", WRONG, ids=lambda value: str(value)[:12])
@pytest.mark.parametrize("key", [*HARMLESS, "band_names"])
def test_wrong_types_and_huge_numbers_are_one_sentence(saved: Path, key: str, value: object) -> None:
    path = changed_text(saved, **{key: value})
    if any(value == harmless and type(value) is type(harmless) for harmless in HARMLESS.get(key, [])):
        assert cluster_model.load(path).fingerprint() == make_model().fingerprint()
    else:
        with pytest.raises(ModelError):
            cluster_model.load(path)


@pytest.mark.parametrize(
    "options",
    [
        {"clusters": "many"},
        {"clusters": 1},
        {"clusters": HUGE},
        {"width": 16.5},
        {"network": "of a later version"},
        {"network": ["unet"]},
        {"tile_size": 17},
        {"learning_rate": None},
        {"a_later_option": 1},
    ],
    ids=lambda options: next(iter(options)),
)
def test_options_that_cannot_be_are_one_sentence(saved: Path, options: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match=str(saved)):
        cluster_model.load(changed_text(saved, options=options))


BAD_ARRAYS = {
    "missing": None,
    "no array": b"no array",
    "empty": b"",
    "one dimension": npy(np.zeros(5, np.float32)),
    "no clusters": npy(np.zeros((0, 4), np.float32)),
    "other features": npy(np.zeros((5, 3), np.float32)),
    "text": npy(np.full((5, 4), "a")),
    "whole numbers": npy(np.zeros((5, 4), np.int64)),
    "complex": npy(np.zeros((5, 4), np.complex64)),
    "not a number": npy(np.full((5, 4), np.nan, np.float32)),
    "infinite": npy(np.full((5, 4), np.inf, np.float32)),
    "pickle": npy(np.full((5, 4), {}, object), allow_pickle=True),
    "claims petabytes": npy(np.zeros((5, 4), np.float32)).replace(b"(5, 4)", b"(9999999999999, 99)")[:200],
    "a zip": b"PK\x03\x04" + bytes(100),
}


@pytest.mark.parametrize("data", BAD_ARRAYS.values(), ids=BAD_ARRAYS)
def test_bad_tables_are_one_sentence(saved: Path, data: bytes | None) -> None:
    with pytest.raises(ModelError, match=str(saved)):
        cluster_model.load(changed(saved, {"centroids.npy": data}))


def test_statistics_of_other_bands_are_one_sentence(saved: Path) -> None:
    with pytest.raises(ModelError, match="do not fit together"):
        cluster_model.load(changed_text(saved, band_names=["red", "green", "nir"]))


def test_an_encrypted_model_is_one_sentence(saved: Path) -> None:
    data = bytearray(saved.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + offset] |= 1  # the flag of encryption
            start = data.find(mark, start + 1)
    saved.write_bytes(data)
    with pytest.raises(ModelError):
        cluster_model.load(saved)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format_version": 0}, "no complete ClusterNet model (ValueError: format version 0); copy or train it again."),
        ({"card": []}, "(ValueError: the card or history is of another form); copy or train it again."),
        (
            {"history": [{"epoch": 1.5}]},
            "(ValueError: the card or history is of another form); copy or train it again.",
        ),
        ({"band_numbers": [1]}, "do not fit together; copy or train it again."),
        ({"band_numbers": [1, 2, 3]}, "do not fit together; copy or train it again."),
        ({"format_version": 3}, "of format version 3; this plugin reads up to 2. Update the plugin."),
    ],
    ids=str,
)
def test_sentences_say_what_is_wrong_with_which_file(saved: Path, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ModelError) as caught:
        cluster_model.load(changed_text(saved, **changes))
    assert str(caught.value).endswith(sentence)
    assert str(saved) in str(caught.value)


def test_bands_without_numbers_are_all_that_there_are(saved: Path) -> None:
    assert cluster_model.load(changed_text(saved, band_numbers=[])).band_numbers == ()


def test_a_table_of_another_type_is_named(saved: Path) -> None:
    with pytest.raises(ModelError, match=r"\(ValueError: centroids is of type int64\)"):
        cluster_model.load(changed(saved, {"centroids.npy": npy(np.zeros((5, 4), np.int64))}))


def test_what_claims_to_fill_the_memory_is_refused_unread(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A little is harmless, and so is much that is much on the disk, too."""
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_DEFLATED) as more:
        more.writestr("weights/zeros.npy", npy(np.zeros(3_000_000, np.uint8)))
    assert cluster_model.load(saved).clusters == 5
    monkeypatch.setattr(model_archive, "_HARMLESS_BYTES", 1000)
    with pytest.raises(ModelError) as caught:
        cluster_model.load(saved)
    assert str(caught.value) == f"{saved} claims to hold arrays of 3 MB; it is no ClusterNet model."
    monkeypatch.setattr(model_archive, "_MOST_SHRUNK", 1000)
    assert cluster_model.load(saved).clusters == 5
    monkeypatch.setattr(model_archive, "_LARGEST_BYTES", 2_000_000)
    with pytest.raises(ModelError, match="claims to hold arrays of 3 MB"):
        cluster_model.load(saved)


# --- what is read of a file, and what is not


@pytest.fixture
def members_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the members that are read."""
    names: list[str] = []
    whole = zipfile.ZipFile.open

    def noting(self: zipfile.ZipFile, name: Any, mode: str = "r", *others: Any, **options: Any) -> Any:
        if mode == "r":
            names.append(getattr(name, "filename", name))
        return whole(self, name, mode, *others, **options)

    monkeypatch.setattr(zipfile.ZipFile, "open", noting)
    return names


FOREIGN = ("notes.txt", "photo.npy", "weights/a b.npy", "weights/../../evil.npy", "weights/", "model.json.bak")


def test_members_that_no_model_has_are_not_read(saved: Path, members_read: list[str]) -> None:
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_BZIP2) as archive:
        for name in FOREIGN:
            archive.writestr(name, b"not an array")
    members_read.clear()
    assert cluster_model.load(saved).fingerprint() == make_model().fingerprint()
    assert not set(FOREIGN) & set(members_read)


def test_a_header_is_that_of_the_model_and_reads_no_weights(saved: Path, members_read: list[str]) -> None:
    model = cluster_model.load(saved)
    members_read.clear()
    header = vars(cluster_model.read_header(saved))
    assert not [name for name in members_read if name.startswith("weights")]
    assert header.pop("fingerprint") == model.fingerprint()
    assert {name: getattr(model, name) for name in header} == header


def test_a_header_refuses_other_bands_as_the_model_does(saved: Path) -> None:
    header = cluster_model.read_header(saved)
    header.check_bands(len(header.band_names), "site.tif")
    sentences = []
    for model in (header, cluster_model.load(saved)):
        with pytest.raises(ModelError) as error:
            model.check_bands(7, "site.tif")
        sentences.append(str(error.value))
    assert sentences[0] == sentences[1]
    assert "site.tif gives 7." in sentences[0]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(models())
def test_any_header_is_that_of_the_model(tmp_path: Path, model: ClusterModel) -> None:
    cluster_model.save(model, tmp_path / "any.cnet")
    header = vars(cluster_model.read_header(tmp_path / "any.cnet"))
    assert header.pop("fingerprint") == model.fingerprint()
    assert {name: getattr(model, name) for name in header} == header


def test_a_history_that_is_very_long_is_thinned_out_and_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_text, "LARGEST_BYTES", 20_000)
    history = tuple({"epoch": epoch, "loss": 0.5, "sizes": [1] * 50} for epoch in range(1001))
    cluster_model.save(replace(make_model(), history=history), tmp_path / "long.cnet")
    epochs = [entry["epoch"] for entry in cluster_model.load(tmp_path / "long.cnet").history]
    assert (epochs[0], epochs[-1]) == (0, 1000)
    assert epochs == sorted(epochs)
    assert len(epochs) > 20


@pytest.mark.parametrize("name", ["model.json", "centroids.npy", "weights/a.weight.npy"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_twice_is_one_sentence(saved: Path, name: str) -> None:
    with zipfile.ZipFile(saved, "a") as archive:
        archive.writestr(name, archive.read(name))
    with pytest.raises(ModelError, match=f"it has the member {name} twice"):
        cluster_model.load(saved)


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_packed_in_another_way_is_one_sentence(saved: Path, way: int) -> None:
    with zipfile.ZipFile(saved, "a", way) as archive:
        archive.writestr("weights/b.npy", npy(np.zeros(5)))
    with pytest.raises(ModelError, match=r"weights/b.npy is packed in another way"):
        cluster_model.load(saved)


def lying(array: np.ndarray, text: bytes, other: bytes) -> bytes:
    data = npy(array)
    assert text in data
    return data.replace(text, other)


LONG_HEADER = npy(np.zeros(5))[:8] + (60_000).to_bytes(2, "little") + b"{" + b"[" * 59_999
BAD_WEIGHTS = {
    "complex": npy(np.zeros(5, np.complex64)),
    "object": npy(np.full(5, None, object), allow_pickle=True),
    "text": npy(np.full(5, "a")),
    "bytes": npy(np.full(5, b"a")),
    "dates": npy(np.zeros(5, "datetime64[s]")),
    "fields": npy(np.zeros(5, [("a", "<f4"), ("b", "<f4")])),
    "long double": npy(np.zeros(5, np.longdouble)),
    "not a number": npy(np.full(5, np.nan)),
    "infinite": npy(np.full(5, -np.inf, np.float16)),
    "more than there is": lying(np.zeros(5), b"(5,)", b"(6,)"),
    "less than there is": lying(np.zeros(5), b"(5,)", b"(4,)"),
    "a negative shape": lying(np.zeros(50), b"(50,), ", b"(-2,-25)"),
    "petabytes of nothing": lying(np.zeros((0, 99999)), b"(0, 99999)", b"(0,  9**9)"),
    "a long header": LONG_HEADER,
    "another version": npy(np.zeros(5)).replace(b"NUMPY\x01", b"NUMPY\x02"),
}


@pytest.mark.parametrize("name", ["weights/b.npy", "stats_mean.npy"])
@pytest.mark.parametrize("data", BAD_WEIGHTS.values(), ids=BAD_WEIGHTS)
def test_bad_arrays_are_one_sentence(saved: Path, name: str, data: bytes) -> None:
    with pytest.raises(ModelError, match=str(saved)):
        cluster_model.load(changed(saved, {name: data}))


@pytest.mark.parametrize(
    "members",
    [
        {"stats_deviation.npy": npy(np.array([1.0, -1.0]))},
        {"stats_deviation.npy": npy(np.array([1.0, np.nan]))},
        {"stats_mean.npy": npy(np.array([1.0, np.inf]))},
        {"feature_scale.npy": npy(np.array([1, 1, 1, -1], np.float32))},
        {"feature_mean.npy": npy(np.array([1, 1, 1, np.nan], np.float32))},
    ],
    ids=lambda members: next(iter(members)),
)
def test_statistics_that_cannot_be_are_one_sentence(saved: Path, members: dict[str, bytes | None]) -> None:
    with pytest.raises(ModelError, match="do not fit together"):
        cluster_model.load(changed(saved, members))


def test_more_clusters_than_a_model_can_have_are_one_sentence(saved: Path) -> None:
    many = {"centroids.npy": npy(np.zeros((70_000, 4), np.float32))}
    for read in (cluster_model.load, cluster_model.read_header):
        with pytest.raises(ModelError) as caught:
            read(changed(saved, many))
        assert str(caught.value).endswith(
            "has 70000 clusters, and a model at most 65000; choose one that 'Train' has written."
        )


def test_a_model_may_have_as_many_clusters_as_there_can_be(saved: Path) -> None:
    most = {"centroids.npy": npy(np.zeros((65_000, 4), np.float32))}
    assert cluster_model.read_header(changed(saved, most)).clusters == 65_000


@pytest.mark.parametrize("shape", [(), (4,), (1, 4, 4), (0, 4)], ids=str)
def test_centroids_are_a_table(saved: Path, shape: tuple[int, ...]) -> None:
    with pytest.raises(ModelError, match="do not fit together"):
        cluster_model.read_header(changed(saved, {"centroids.npy": npy(np.zeros(shape, np.float32))}))


def test_a_file_need_not_say_its_fingerprint(saved: Path) -> None:
    with zipfile.ZipFile(saved) as before:
        text = json.loads(before.read("model.json"))
    del text["fingerprint"]
    without = changed(saved, {"model.json": json.dumps(text).encode()})
    assert cluster_model.read_header(without).fingerprint == ""
    assert_equal(cluster_model.load(without), make_model())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ({"options": "light"}, "the options are of another form"),
        ({"stats_pixels": -1}, "number of pixels"),
        ({"card": 5}, "the card or history is of another form"),
    ],
    ids=str,
)
def test_what_is_of_another_form_is_said(saved: Path, text: dict[str, Any], reason: str) -> None:
    with pytest.raises(ModelError) as caught:
        cluster_model.read_header(changed_text(saved, **text))
    assert f": {reason}" in str(caught.value) or f"{reason} " in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        {"band_names": "rg"},
        {"band_names": [1, 2]},
        {"band_names": ["a", "b" * 2000]},
        {"band_numbers": [0, 1]},
        {"band_numbers": [True, 2]},
        {"band_numbers": "12"},
        {"mean_distance": float("nan")},
        {"history": [{"epoch": -1}]},
        {"history": [{"epoch": 1, "loss": "low"}]},
        {"history": [{"epoch": 1, "seconds": [1]}]},
        {"history": [{"epoch": 1, "sizes": 5}]},
        {"history": {"epoch": 1}},
        {"card": {"pixel_metres": "half"}},
        {"fingerprint": 5},
        {"fingerprint": "a name"},
    ],
    ids=str,
)
def test_text_of_another_form_is_one_sentence(saved: Path, text: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match=str(saved)):
        cluster_model.load(changed_text(saved, **text))
