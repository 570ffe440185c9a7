"""An exported file from elsewhere, or made to do harm, is a sentence: its text, its graph, and what that does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper
from toy_rasters import quadrants, write

from clusternet_qgis.core.errors import ModelError
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.model import onnx_engine, onnx_model
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

CLUSTERS = 5


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("exported")
    noise = np.random.default_rng(0).integers(0, 20, (3, 96, 96), np.uint8)
    image = write(folder / "a.tif", quadrants(96, 96) + noise)
    options = TrainOptions(network="unet_same", width=4, clusters=CLUSTERS, epochs=0, tile_size=64, device="cpu")
    train(TrainInputs((image,)), options, str(folder / "m.cnet"))
    export_model(str(folder / "m.cnet"), str(folder / "m.onnx"))
    return (folder / "m.onnx").read_bytes()


def refused(path: Path, content: bytes | onnx.ModelProto, sentence: str = r"\.$") -> None:
    """Neither reading nor opening it gives more than a sentence, after less than ten seconds of work."""
    path.write_bytes(content if isinstance(content, bytes) else content.SerializeToString())
    start = time.thread_time()
    with pytest.raises(ModelError, match=sentence) as caught:
        onnx_model.load(path).open_engine("cpu")
    assert time.thread_time() - start < 10
    assert len(str(caught.value)) < 600


def text_of(whole: onnx.ModelProto) -> dict[str, Any]:
    (entry,) = (entry for entry in whole.metadata_props if entry.key == onnx_model.METADATA)
    return dict(json.loads(entry.value))


def with_text(exported: bytes, text: str) -> onnx.ModelProto:
    whole = onnx.load_from_string(exported)
    for entry in whole.metadata_props:
        if entry.key == onnx_model.METADATA:
            entry.value = text
    return whole


# --- its text


def test_what_was_exported_opens_and_says_what_it_is(exported: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.onnx").write_bytes(exported)
    model = onnx_model.load(tmp_path / "m.onnx")
    engine, geometry = model.open_engine()
    side = 2 * geometry.margin + 2 * geometry.stride
    features, distances = engine.run(np.zeros((3, side, side), np.float32), "features", "distances")
    assert distances.shape == (CLUSTERS, 2 * geometry.stride, 2 * geometry.stride)
    assert len(features) == model.feature_size


HUGE = 10**400
WRONG: list[Any] = [None, True, "x", -1, 1.5, HUGE, 2**40, float("inf"), float("nan"), [], {}, [None], [[1]], {"a": 1}]
FINE: dict[str, list[Any]] = {"mean_distance": [1.5, 2**40], "band_numbers": [[]], "stats/pixels": [2**40]}
KEYS = ("format_version", "band_names", "band_numbers", "clusters", "feature_size", "mean_distance", "context", "stats")
INNER = ("stats/mean", "stats/deviation", "stats/pixels", "footprint", "footprint/margin", "footprint/stride")


@pytest.mark.parametrize("value", WRONG, ids=lambda value: str(value)[:12])
@pytest.mark.parametrize("key", [*KEYS, *INNER, "footprint/spacing", "footprint/bytes_per_pixel", "name"])
def test_wrong_types_and_ranges_are_one_sentence(exported: bytes, tmp_path: Path, key: str, value: object) -> None:
    text = text_of(onnx.load_from_string(exported))
    *parents, name = key.split("/")
    inner = text
    for parent in parents:
        inner = inner[parent]
    inner[name] = value
    changed = with_text(exported, json.dumps(text))
    if any(value == fine and type(value) is type(fine) for fine in FINE.get(key, [])):
        (tmp_path / "m.onnx").write_bytes(changed.SerializeToString())
        onnx_model.load(tmp_path / "m.onnx")
    else:
        refused(tmp_path / "m.onnx", changed)


@pytest.mark.parametrize(
    "changes",
    [
        {"clusters": 70_000},
        {"clusters": CLUSTERS + 1},
        {"feature_size": 7},
        {"context": 3},
        {"band_names": ["a"] * 3000},
        {"band_numbers": [1]},
        {"stats": {"mean": [1, 2, 3], "deviation": [1, 2, -3], "pixels": 9}},
        {"stats": {"mean": [1, 2], "deviation": [1, 2, 3], "pixels": 9}},
        {"footprint": {"margin": 56, "stride": 8, "spacing": 3, "bytes_per_pixel": 1}},
        {"footprint": {"margin": 2048, "stride": 1024, "spacing": 1024, "bytes_per_pixel": 1}},
        {"name": "../../x"},
    ],
    ids=str,
)
def test_values_that_do_not_fit_are_one_sentence(exported: bytes, tmp_path: Path, changes: dict[str, Any]) -> None:
    text = text_of(onnx.load_from_string(exported)) | changes
    refused(tmp_path / "m.onnx", with_text(exported, json.dumps(text)))


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "5", "{", "[" * 100_000, "[]," * 5_000_000, "9" * 5_000_000, '{"format_version": 1}'],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_other_text_is_one_sentence(exported: bytes, tmp_path: Path, text: str) -> None:
    refused(tmp_path / "m.onnx", with_text(exported, text))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*KEYS, "footprint", "name"]), JSON) | JSON)
def test_any_text_is_a_model_or_a_sentence(exported: bytes, tmp_path: Path, changes: Any) -> None:
    text = text_of(onnx.load_from_string(exported)) | changes if isinstance(changes, dict) else changes
    (tmp_path / "m.onnx").write_bytes(with_text(exported, json.dumps(text)).SerializeToString())
    try:
        onnx_model.load(tmp_path / "m.onnx").open_engine()
    except ModelError as error:
        assert str(error).endswith(".")  # noqa: PT017


# --- its graph


def last(whole: onnx.ModelProto, operator: str) -> onnx.NodeProto:
    """A new operator that computes the distances from what computed them before."""
    for node in whole.graph.node:
        for index, name in enumerate(node.output):
            if name == "distances":
                node.output[index] = "distances before"
    node = helper.make_node(operator, ["distances before"], ["distances"])
    whole.graph.node.append(node)
    return whole.graph.node[-1]


def a_branch(whole: onnx.ModelProto) -> None:
    node = last(whole, "If")
    body = helper.make_graph([helper.make_node("Identity", ["distances before"], ["y"])], "body", [], [])
    node.attribute.extend([helper.make_attribute("then_branch", body), helper.make_attribute("else_branch", body)])


def a_loop(whole: onnx.ModelProto) -> None:
    body = helper.make_graph([helper.make_node("Identity", ["distances before"], ["y"])], "body", [], [])
    last(whole, "Loop").attribute.append(helper.make_attribute("body", body))


def a_scan(whole: onnx.ModelProto) -> None:
    body = helper.make_graph([helper.make_node("Identity", ["distances before"], ["y"])], "body", [], [])
    last(whole, "Scan").attribute.append(helper.make_attribute("body", body))


def a_graph_in_an_operator(whole: onnx.ModelProto) -> None:
    last(whole, "Identity").attribute.append(helper.make_attribute("body", helper.make_graph([], "body", [], [])))


def sparse_values(whole: onnx.ModelProto) -> None:
    values, indices = numpy_helper.from_array(np.ones(1, np.float32)), numpy_helper.from_array(np.zeros(1, np.int64))
    sparse = helper.make_sparse_tensor(values, indices, [2**20])
    whole.graph.node.insert(0, helper.make_node("Constant", [], ["sparse"], sparse_value=sparse))


def a_function(whole: onnx.ModelProto) -> None:
    node = helper.make_node("Identity", ["x"], ["y"])
    opsets = [helper.make_opsetid("", 17)]
    whole.functions.append(helper.make_function("mine", "Identity", ["x"], ["y"], [node], opsets))


def another_makers_operator(whole: onnx.ModelProto) -> None:
    last(whole, "Identity").domain = "com.microsoft"


def an_unknown_operator(whole: onnx.ModelProto) -> None:
    last(whole, "ReadFile")


def values_in_another_file(whole: onnx.ModelProto) -> None:
    constant = whole.graph.initializer[0]
    constant.ClearField("raw_data")
    constant.data_location = TensorProto.EXTERNAL
    constant.external_data.add(key="location", value="../../../../etc/passwd")


def values_in_another_file_of_an_operator(whole: onnx.ModelProto) -> None:
    (node, *_) = (node for node in whole.graph.node if node.op_type == "Constant")
    node.attribute[0].t.ClearField("raw_data")
    node.attribute[0].t.data_location = TensorProto.EXTERNAL
    node.attribute[0].t.external_data.add(key="location", value="/dev/zero")


def values_that_are_not_there(whole: onnx.ModelProto) -> None:
    del whole.graph.initializer[0].dims[:]
    whole.graph.initializer[0].dims.extend([2**20, 2**20])


def a_circle(whole: onnx.ModelProto) -> None:
    last(whole, "Identity").input[0] = "distances"


def a_value_twice(whole: onnx.ModelProto) -> None:
    whole.graph.node.append(helper.make_node("Identity", ["image"], ["distances"]))


def a_value_from_nowhere(whole: onnx.ModelProto) -> None:
    last(whole, "Identity").input[0] = "nowhere"


def no_distances(whole: onnx.ModelProto) -> None:
    last(whole, "Identity").output[0] = "others"


def very_many_operators(whole: onnx.ModelProto) -> None:
    last(whole, "Identity").input[0] = "0"
    whole.graph.node.extend([helper.make_node("Identity", ["image"], [str(index)]) for index in range(100_000)])


def very_many_values_of_operators(whole: onnx.ModelProto) -> None:
    names = [str(index) for index in range(12_000)]
    whole.graph.node.append(helper.make_node("Split", ["image"] * len(names), names, axis=1))
    last(whole, "Sum").input.extend(names)


def more_values_than_operators_have(whole: onnx.ModelProto) -> None:
    last(whole, "Sum").input.extend(["image"] * 100_000)


def doubled_forty_times(whole: onnx.ModelProto) -> None:
    """A terabyte and more, from a file of some kilobytes."""
    last(whole, "Identity").input[0] = "40"
    nodes = [helper.make_node("Concat", [str(i), str(i)], [str(i + 1)], axis=0) for i in range(40)]
    del whole.graph.node[-1]
    whole.graph.initializer.append(numpy_helper.from_array(np.zeros((1, 5, 8, 8), np.float32), "0"))
    whole.graph.node.extend([*nodes, helper.make_node("Identity", ["40"], ["distances"])])


def a_shape_doubled_forty_times(whole: onnx.ModelProto) -> None:
    """Who computes the shape ahead of the run fills the memory."""
    last(whole, "Expand").input.append("40")
    node = whole.graph.node.pop()
    whole.graph.initializer.append(numpy_helper.from_array(np.ones(2, np.int64), "0"))
    whole.graph.node.extend([helper.make_node("Concat", [str(i), str(i)], [str(i + 1)], axis=0) for i in range(40)])
    whole.graph.node.append(node)


def constant_of(whole: onnx.ModelProto, size: str) -> None:
    """Adds the sum of so many zeros to the distances."""
    last(whole, "Add")
    whole.graph.node.pop()
    whole.graph.node.append(helper.make_node("ConstantOfShape", [size], ["zeros"]))
    whole.graph.node.append(helper.make_node("ReduceSum", ["zeros"], ["sum"], keepdims=0))
    whole.graph.node.append(helper.make_node("Add", ["distances before", "sum"], ["distances"]))


def a_size_computed_from_the_images(whole: onnx.ModelProto) -> None:
    """Two gigabytes, of a product that no shape tells."""
    whole.graph.initializer.append(numpy_helper.from_array(np.array([2**29], np.int64), "many"))
    whole.graph.initializer.append(numpy_helper.from_array(np.zeros(1, np.int64), "zero"))
    whole.graph.node.append(helper.make_node("Shape", ["image"], ["shape"]))
    whole.graph.node.append(helper.make_node("Gather", ["shape", "zero"], ["one"]))
    whole.graph.node.append(helper.make_node("Mul", ["one", "many"], ["size"]))
    constant_of(whole, "size")


def a_size_computed_from_values(whole: onnx.ModelProto) -> None:
    whole.graph.initializer.append(numpy_helper.from_array(np.ones(1, np.int64), "line"))
    whole.graph.node.append(helper.make_node("ReduceMax", ["image"], ["most"], keepdims=0))
    whole.graph.node.append(helper.make_node("Cast", ["most"], ["whole"], to=TensorProto.INT64))
    whole.graph.node.append(helper.make_node("Reshape", ["whole", "line"], ["size"]))
    constant_of(whole, "size")


def other_shapes(whole: onnx.ModelProto) -> None:
    last(whole, "Transpose").attribute.append(helper.make_attribute("perm", [0, 2, 1, 3]))


def not_a_number(whole: onnx.ModelProto) -> None:
    node = last(whole, "Div")
    node.input.append("zero")
    whole.graph.initializer.append(numpy_helper.from_array(np.full(1, np.nan, np.float32), "zero"))


def another_type(whole: onnx.ModelProto) -> None:
    last(whole, "Cast").attribute.append(helper.make_attribute("to", TensorProto.DOUBLE))


def a_later_version(whole: onnx.ModelProto) -> None:
    whole.opset_import[0].version = 999


GRAPHS = [
    a_branch,
    a_loop,
    a_scan,
    a_graph_in_an_operator,
    sparse_values,
    a_function,
    another_makers_operator,
    an_unknown_operator,
    values_in_another_file,
    values_in_another_file_of_an_operator,
    values_that_are_not_there,
    a_circle,
    a_value_twice,
    a_value_from_nowhere,
    no_distances,
    very_many_operators,
    very_many_values_of_operators,
    more_values_than_operators_have,
    doubled_forty_times,
    a_shape_doubled_forty_times,
    a_size_computed_from_the_images,
    a_size_computed_from_values,
    other_shapes,
    not_a_number,
    another_type,
    a_later_version,
]


@pytest.mark.parametrize("change", GRAPHS)
def test_graphs_that_no_export_has_are_one_sentence(
    exported: bytes, tmp_path: Path, change: Callable[[onnx.ModelProto], None]
) -> None:
    whole = onnx.load_from_string(exported)
    change(whole)
    refused(tmp_path / "m.onnx", whole)


def test_a_graph_that_never_ends_is_given_up(exported: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in it is large, and nothing is repeated: there is much of it."""
    monkeypatch.setattr(onnx_engine, "_SECONDS_TO_TRY", 0.1)
    whole = onnx.load_from_string(exported)
    last(whole, "Identity")
    del whole.graph.node[-1]
    square = np.full((2048, 2048), 1e-6, np.float32)
    whole.graph.initializer.append(numpy_helper.from_array(square, "0"))
    whole.graph.node.extend([helper.make_node("MatMul", [str(i), "0"], [str(i + 1)]) for i in range(40)])
    whole.graph.node.append(helper.make_node("ReduceSum", ["40"], ["sum"], keepdims=0))
    whole.graph.node.append(helper.make_node("Add", ["distances before", "sum"], ["distances"]))
    refused(tmp_path / "m.onnx", whole, "is not done with a tile of 120 pixels after")


def test_a_graph_that_waits_for_a_busy_machine_is_taken(
    exported: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its seconds are those of the processor too."""
    make = onnx_engine.OnnxEngine

    def make_late(*arguments: Any) -> onnx_engine.OnnxEngine:
        time.sleep(0.5)
        return make(*arguments)

    monkeypatch.setattr(onnx_engine, "OnnxEngine", make_late)
    monkeypatch.setattr(onnx_engine, "_SECONDS_TO_TRY", 0.1)
    monkeypatch.setattr(time, "process_time", lambda: 0.0)
    (tmp_path / "m.onnx").write_bytes(exported)
    onnx_model.load(tmp_path / "m.onnx").open_engine()


def test_a_foreign_graph_is_one_sentence(tmp_path: Path) -> None:
    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "g", [value], [value])
    refused(tmp_path / "m.onnx", helper.make_model(graph), "was not exported from a ClusterNet model")


def test_very_many_entries_are_one_sentence(exported: bytes, tmp_path: Path) -> None:
    whole = onnx.load_from_string(exported)
    for index in range(200_000):
        whole.metadata_props.add(key=str(index), value="")
    refused(tmp_path / "m.onnx", whole, "was not exported from a ClusterNet model")


def test_a_text_twice_is_one_sentence(exported: bytes, tmp_path: Path) -> None:
    whole = onnx.load_from_string(exported)
    whole.metadata_props.add(key=onnx_model.METADATA, value=json.dumps(text_of(whole)))
    refused(tmp_path / "m.onnx", whole, "it says twice what it is")


def test_a_file_larger_than_can_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    with path.open("wb") as file:
        file.truncate(3 * 10**9)
    with pytest.raises(ModelError, match=r"has 3.0 GB; it is no exported ClusterNet model"):
        onnx_model.load(path)


@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_damaged_files_are_a_model_or_a_sentence(exported: bytes, tmp_path: Path, damage: str) -> None:
    random = np.random.default_rng(0)
    for _ in range(25):
        data = bytearray(exported)
        if damage == "cut":
            del data[int(random.integers(len(data))) :]
        else:
            for position in random.integers(len(data), size=10):
                data[position] ^= 1 << int(random.integers(8))
        (tmp_path / "m.onnx").write_bytes(data)
        try:
            onnx_model.load(tmp_path / "m.onnx").open_engine()
        except ModelError as error:
            assert str(error).endswith(".")  # noqa: PT017
