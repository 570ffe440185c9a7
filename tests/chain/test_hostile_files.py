"""Model and selection files made to do harm, and the worker's protocol spoken at random: a sentence, never more."""

from __future__ import annotations

import contextlib
import io
import json
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved_models import changed, make_model
from toy_rasters import NORTH_UP, wkt_of, write_shapes

from clusternet_qgis.core.errors import ClusterNetError, ModelError, SelectionError
from clusternet_qgis.core.interactive.strokes import read_strokes, stroked_pixels
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.selection import selection
from clusternet_qgis.worker import Worker
from clusternet_qgis.worker_calls import Call

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "model.cnet"
    cluster_model.save(make_model(), path)
    return path


# --- models


def test_a_bomb_is_refused_before_it_goes_off(saved: Path) -> None:
    """Half a megabyte that would fill a quarter of a gigabyte; nothing of it is read."""
    header = io.BytesIO()
    shape = {"descr": "<f4", "fortran_order": False, "shape": (2**26,)}
    np.lib.format.write_array_header_1_0(header, shape)
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_DEFLATED) as bomb, bomb.open("weights/z.npy", "w") as member:
        member.write(header.getvalue())
        for _ in range(64):
            member.write(bytes(2**22))
    assert saved.stat().st_size < 1e6
    with pytest.raises(ModelError, match="claims to hold arrays of 268 MB"):
        cluster_model.load(saved)


def test_many_names_for_the_same_bytes_are_counted_each(saved: Path) -> None:
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_DEFLATED) as bomb:
        for index in range(40):
            bomb.writestr(f"weights/{index}.npy", bytes(2**21))
    with pytest.raises(ModelError, match="claims to hold"):
        cluster_model.load(saved)


@pytest.mark.parametrize("name", ["../../evil.npy", "/evil.npy", "C:\\evil.npy", "weights/../../evil.npy", "a\0b.npy"])
def test_names_lead_nowhere(saved: Path, name: str) -> None:
    """Nothing is ever unpacked to disk."""
    before = sorted(saved.parent.parent.rglob("*"))
    buffer = io.BytesIO()
    np.save(buffer, np.zeros(3))
    cluster_model.load(changed(saved, {name: buffer.getvalue()}))
    assert sorted(saved.parent.parent.rglob("*")) == before
    assert not Path("/evil.npy").exists()


# What a file of some megabytes can be filled with, to take minutes and gigabytes; each is refused at once.


def full_of_zeros(saved: Path) -> None:
    """Two gigabytes of weights, in a file whose size promises as much."""
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f4", "fortran_order": False, "shape": (2**24 * 30,)})
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
        bomb.writestr("padding", np.random.default_rng(0).bytes(20_000_000))
        with bomb.open("weights/z.npy", "w") as member:
            member.write(header.getvalue())
            for _ in range(15 * 32):
                member.write(bytes(2**22))


def full_of_names(saved: Path) -> None:
    with zipfile.ZipFile(saved, "a") as bomb:
        for index in range(150_000):
            bomb.writestr(f"weights/{index}.npy", b"")


def full_of_foreign_names(saved: Path) -> None:
    with zipfile.ZipFile(saved, "a") as bomb:
        for index in range(60_000):
            bomb.writestr(f"photo {index}", b"")


def full_of_text(saved: Path) -> None:
    changed(saved, {"model.json": b'{"format_version": 1, "card": [' + b"[]," * 10_000_000 + b"0]}"})


def full_of_brackets(saved: Path) -> None:
    changed(saved, {"model.json": b"[" * 8_000_000})


def full_of_digits(saved: Path) -> None:
    changed(saved, {"model.json": b'{"format_version": ' + b"9" * 8_000_000 + b"}"})


def full_of_lists(saved: Path) -> None:
    changed(saved, {"model.json": b'{"format_version": 2, "card": [' + b"[]," * 2_500_000 + b"0]}"})


@pytest.mark.parametrize(
    "fill",
    [
        full_of_zeros,
        full_of_names,
        full_of_foreign_names,
        full_of_text,
        full_of_brackets,
        full_of_digits,
        full_of_lists,
    ],
)
@pytest.mark.parametrize("read", [cluster_model.load, cluster_model.read_header])
def test_what_would_take_minutes_and_gigabytes_is_refused_at_once(
    saved: Path, fill: Callable[[Path], None], read: Callable[[Path], object]
) -> None:
    fill(saved)
    tracemalloc.start()
    start = time.process_time()
    try:
        with pytest.raises(ModelError, match=str(saved)) as caught:
            read(saved)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(str(caught.value)) < 600
    assert peak < 100e6
    assert time.process_time() - start < 10


def large_model() -> cluster_model.ClusterModel:
    """As many bytes as that of the network light."""
    weights = {"a": np.random.default_rng(0).random(400_000).astype(np.float32)}
    return replace(make_model(), weights=weights)


@pytest.mark.parametrize("step", [pytest.param(1000, marks=pytest.mark.endurance), 50_000])
def test_a_large_model_cut_short_anywhere(saved: Path, step: int) -> None:
    cluster_model.save(large_model(), saved)
    data = saved.read_bytes()
    for length in range(0, len(data), step):
        saved.write_bytes(data[:length])
        with pytest.raises(ModelError, match=str(saved)):
            cluster_model.load(saved)


@pytest.mark.parametrize("count", [pytest.param(3000, marks=pytest.mark.endurance), 60])
def test_a_large_model_with_flipped_bits(saved: Path, count: int) -> None:
    cluster_model.save(large_model(), saved)
    data, right = saved.read_bytes(), large_model().fingerprint()
    random = np.random.default_rng(0)
    for position, bit in zip(random.integers(0, len(data), count), random.integers(0, 8, count)):
        flipped = bytearray(data)
        flipped[position] ^= 1 << bit
        saved.write_bytes(flipped)
        try:
            assert cluster_model.load(saved).fingerprint() == right
        except ModelError as error:
            assert str(saved) in str(error)  # noqa: PT017


@QUICK
@given(
    st.dictionaries(st.sampled_from(["options", "band_names", "band_numbers", "stats_pixels", "history", "card"]), JSON)
)
def test_any_json_in_a_model_is_a_model_or_a_sentence(saved: Path, values: dict[str, Any]) -> None:
    cluster_model.save(make_model(), saved)
    with zipfile.ZipFile(saved) as parts:
        text = json.loads(parts.read("model.json"))
    try:
        model = cluster_model.load(changed(saved, {"model.json": json.dumps(text | values).encode()}))
        model.fingerprint()
        assert isinstance(model.epochs_done, int)
    except ModelError as error:
        assert str(saved) in str(error)  # noqa: PT017


# --- selections


@QUICK
@given(st.dictionaries(st.sampled_from(["format_version", "model", "classes", "splits"]), JSON) | JSON)
def test_any_json_is_a_selection_or_a_sentence(tmp_path: Path, value: Any) -> None:
    path = tmp_path / "selection.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    try:
        selection.load(path).legend()
    except SelectionError as error:
        assert str(path) in str(error)  # noqa: PT017


@QUICK
@given(st.text(max_size=60) | st.from_regex(r"\w{1,3}=[0-9,;=\- ]{0,20}", fullmatch=True))
def test_any_text_is_classes_or_a_sentence(text: str) -> None:
    try:
        selection.parse(text).lookup(10**6)
    except ClusterNetError as error:
        assert str(error).endswith(".")  # noqa: PT017


def test_a_selection_of_very_many_classes_takes_no_time(tmp_path: Path) -> None:
    classes = [{"name": f"c{i}", "colour": "#000000", "clusters": [i]} for i in range(50_000)]
    (tmp_path / "a.json").write_text(json.dumps({"format_version": 1, "model": "", "classes": classes}))
    start = time.process_time()
    assert len(selection.load(tmp_path / "a.json").classes) == 50_000
    assert time.process_time() - start < 10


# --- the worker's protocol


def spoken_to(*lines: str, calls: Mapping[str, Call] | None = None) -> list[dict[str, Any]]:
    """What a worker answers to some lines."""
    answers = io.StringIO()
    Worker(io.StringIO("".join(f"{line}\n" for line in lines)), answers, calls).run()
    return [json.loads(line) for line in answers.getvalue().splitlines()]


@QUICK
@given(
    st.lists(
        st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=["Cs"]), max_size=30)
        | JSON.map(json.dumps)
        | st.fixed_dictionaries(
            {}, optional={"id": JSON, "call": st.just("ping") | JSON, "arguments": JSON, "cancel": JSON}
        ).map(json.dumps),
        max_size=6,
    )
)
def test_whatever_is_said_the_worker_answers_in_json_and_lives(lines: list[str]) -> None:
    answers = spoken_to(*lines, '{"id": "last", "call": "ping"}')
    assert all(isinstance(answer, dict) for answer in answers)
    assert not [answer for answer in answers if answer.get("kind") == "bug"]
    assert answers[-1]["id"] == "last"


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("[enforce fail at alloc_cpu.cpp:118] DefaultCPUAllocator: can't allocate memory: you tried to"),
        RuntimeError("Error: 'std::bad_alloc'"),
        RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    ],
)
def test_a_shortage_of_memory_is_one_sentence(error: Exception) -> None:
    def fail(*_: object) -> dict[str, Any]:
        raise error

    (answer,) = spoken_to('{"id": 1, "call": "fail"}', calls={"fail": fail})
    assert answer["kind"] == "user"
    assert "lower MEMORY_MB" in answer["error"]


# --- strokes

GRID = RasterGrid(40, 30, NORTH_UP, wkt_of(32640))
NUMBERS = st.floats() | st.integers(-(10**6), 10**6).map(float)


def strokes_of(path: Path) -> int:
    """Pixels under the strokes of a layer, wherever they are."""
    pixels = stroked_pixels(read_strokes(path, GRID, "class", 1.0), GRID)
    assert ((pixels.rows >= 0) & (pixels.rows < GRID.height) & (pixels.cols >= 0) & (pixels.cols < GRID.width)).all()
    return len(pixels.rows)


@given(
    shapes=st.lists(
        st.tuples(
            st.text(max_size=20) | st.none(),
            NUMBERS | st.none(),
            st.lists(st.tuples(NUMBERS, NUMBERS), max_size=4),
            st.sampled_from(["Point", "LineString", "MultiPoint", "Polygon"]),
        ),
        max_size=4,
    )
)
@QUICK
def test_any_strokes_are_pixels_of_the_raster_or_none(tmp_path: Path, shapes: list[Any]) -> None:
    features = []
    for name, width, points, kind in shapes:
        places = {"Point": points[0] if points else [], "Polygon": [points]}.get(kind, points)
        geometry = {"type": kind, "coordinates": places}
        features.append({"type": "Feature", "properties": {"class": name, "width": width}, "geometry": geometry})
    path = tmp_path / "strokes.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    with contextlib.suppress(ClusterNetError):
        strokes_of(path)


@pytest.mark.parametrize("damage", ["cut", "flip"])
@pytest.mark.parametrize("count", [pytest.param(2000, marks=pytest.mark.endurance), 40])
def test_a_damaged_stroke_layer_is_strokes_or_a_sentence(tmp_path: Path, damage: str, count: int) -> None:
    path = tmp_path / "strokes.gpkg"
    write_shapes(path, [("LINESTRING (500010 2800000, 500040 2799980)", "road")], field="class")
    whole, random = path.read_bytes(), np.random.default_rng(count)
    for _ in range(count):
        damaged = bytearray(whole)
        if damage == "cut":
            del damaged[int(random.integers(len(whole))) :]
        else:
            for place in random.integers(len(whole), size=20):
                damaged[place] ^= 1 << int(random.integers(8))
        broken = tmp_path / f"broken{random.integers(2**60)}.gpkg"
        broken.write_bytes(damaged)
        with contextlib.suppress(ClusterNetError):
            strokes_of(broken)
        broken.unlink()
