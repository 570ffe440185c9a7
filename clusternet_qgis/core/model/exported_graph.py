"""The graph of an exported file, which may come from anywhere: checked, and cut to what mapping runs.

Exported networks are plain: tensors with their values in the file, and operators that compute each from those before.
Whatever else ONNX can hold (loops, functions, operators of other makers, values in other files) is refused.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from onnx.reference import ReferenceEvaluator

# Of other makers' networks too, but for loops, branches, sequences, texts, random numbers and quantised values.
_OPERATORS = frozenset((
    "Abs", "Add", "And", "ArgMax", "AveragePool", "BatchNormalization", "Cast", "Ceil", "Clip", "Concat",
    "Constant", "ConstantOfShape", "Conv", "ConvTranspose", "Div", "Elu", "Equal", "Erf", "Exp", "Expand",
    "Flatten", "Floor", "Gather", "Gemm", "GlobalAveragePool", "Greater", "GreaterOrEqual", "HardSigmoid",
    "HardSwish", "Identity", "InstanceNormalization", "IsNaN", "LeakyRelu", "Less", "LessOrEqual", "Log", "MatMul",
    "Max", "MaxPool", "Min", "Mod", "Mul", "Neg", "Not", "Or", "PRelu", "Pad", "Pow", "Reciprocal", "ReduceMax",
    "ReduceMean", "ReduceMin", "ReduceSum", "Relu", "Reshape", "Resize", "Shape", "Sigmoid", "Slice", "Softmax",
    "Softplus", "Split", "Sqrt", "Squeeze", "Sub", "Sum", "Tanh", "Tile", "TopK", "Transpose", "Unsqueeze",
    "Where",
))  # fmt: skip
# Those that compute sizes in exported models; none needs more memory than what it takes and gives.
_OPERATORS_OF_SIZES = frozenset((
    "Add", "Cast", "Concat", "Constant", "ConstantOfShape", "Div", "Gather", "Mul", "Reshape", "Shape", "Slice",
    "Squeeze", "Sub", "Transpose", "Unsqueeze",
))  # fmt: skip
_DOMAINS = ("", "ai.onnx")
_ATTRIBUTES = frozenset((
    onnx.AttributeProto.FLOAT, onnx.AttributeProto.INT, onnx.AttributeProto.STRING, onnx.AttributeProto.TENSOR,
    onnx.AttributeProto.FLOATS, onnx.AttributeProto.INTS,
))  # fmt: skip
_MOST_NODES = 10_000
_MOST_NAMES = 50_000  # of inputs and outputs of all operators; exported models have less than a thousand
_MOST_VALUES = 2**28  # of a tensor: a gigabyte
_MOST_SIZES = 64  # of a tensor that holds sizes, or factors of them
_INPUT, _OUTPUTS = "image", ("features", "distances")
_BYTES: dict[int, int] = {
    onnx.TensorProto.FLOAT: 4, onnx.TensorProto.DOUBLE: 8, onnx.TensorProto.FLOAT16: 2, onnx.TensorProto.INT64: 8,
    onnx.TensorProto.INT32: 4, onnx.TensorProto.UINT8: 1, onnx.TensorProto.INT8: 1, onnx.TensorProto.BOOL: 1,
}  # fmt: skip


def inner_graph(whole: onnx.ModelProto, bands: int, side: int) -> bytes:
    """What computes the features and distances of an image, without what other programs need around it.

    Args:
        whole: The file.
        bands: Of the image.
        side: Rows and columns of an image that the graph must be able to take.

    Returns:
        The graph as a serialised model.

    Raises:
        ValueError: It is none that the plugin has written.
    """
    _check_members(whole)
    inner = onnx.ModelProto()
    inner.ir_version = whole.ir_version
    inner.opset_import.extend(whole.opset_import)
    inner.graph.name = "features and distances"
    nodes, constants = _needed(whole.graph)
    inner.graph.node.extend(nodes)
    inner.graph.initializer.extend(constants)
    shapes = {value.name: value for value in (*whole.graph.value_info, *whole.graph.input, *whole.graph.output)}
    for name in (_INPUT, *_OUTPUTS):
        if name not in shapes:
            raise ValueError(f"it has no {name}")
    inner.graph.input.append(shapes[_INPUT])
    inner.graph.output.extend(shapes[name] for name in _OUTPUTS)
    _check_sizes(inner, bands, side)
    return bytes(inner.SerializeToString())


def _check_members(whole: onnx.ModelProto) -> None:
    graph = whole.graph
    if len(graph.node) > _MOST_NODES:
        raise ValueError(f"it has {len(graph.node)} operators, and an exported model at most {_MOST_NODES}")
    names = sum(len(node.input) + len(node.output) for node in graph.node)
    if names > _MOST_NAMES:
        raise ValueError(f"its operators have {names} inputs and outputs, and those of an export at most {_MOST_NAMES}")
    if len(whole.functions) or len(whole.training_info) or len(graph.sparse_initializer):
        raise ValueError("it has functions or sparse values, which no exported model has")
    for constant in graph.initializer:
        _check_constant(constant)
    for node in graph.node:
        if node.domain not in _DOMAINS or node.op_type not in _OPERATORS:
            raise ValueError(f"it has the operator {node.op_type[:50]!r}, which no exported model has")
        for attribute in node.attribute:
            if attribute.type not in _ATTRIBUTES:
                raise ValueError(f"its operator {node.op_type} has a graph of its own, or sparse values")
            if attribute.HasField("t"):
                _check_constant(attribute.t)


def _check_constant(constant: onnx.TensorProto) -> None:
    """Raises ValueError unless all values are there; those in other files would be read from anywhere on the disk."""
    if constant.data_location == onnx.TensorProto.EXTERNAL or len(constant.external_data):
        raise ValueError("it has values in other files, which no exported model has")
    size = math.prod(constant.dims) * _BYTES.get(constant.data_type, 0)
    if min(constant.dims, default=0) < 0 or constant.data_type not in _BYTES or size != len(constant.raw_data):
        raise ValueError(f"the values of {constant.name[:50]!r} are not those that it claims")


def _needed(graph: onnx.GraphProto) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """The operators between the image and the outputs, in their order, and the constants that they take.

    Raises:
        ValueError: A value is computed twice, or from itself, or from what there is not.
    """
    producers: dict[str, int] = {}
    for index, node in enumerate(graph.node):
        for name in filter(None, node.output):
            if name in producers:
                raise ValueError(f"it computes {name[:50]!r} twice")
            producers[name] = index
    constants = {constant.name: constant for constant in graph.initializer}
    indices: set[int] = set()
    taken: set[str] = set()
    waiting = list(_OUTPUTS)
    while waiting:
        name = waiting.pop()
        if not name or name == _INPUT or name in taken:
            continue
        taken.add(name)
        if name in constants:
            continue
        if name not in producers:
            raise ValueError(f"it takes {name[:50]!r}, which nothing computes")
        index = producers[name]
        if index in indices:
            continue
        indices.add(index)
        for needed in graph.node[index].input:
            if producers.get(needed, -1) >= index and needed != _INPUT:
                raise ValueError(f"it computes {name[:50]!r} from what comes later")
            waiting.append(needed)
    nodes = [graph.node[index] for index in sorted(indices)]
    return nodes, [constant for name, constant in constants.items() if name in taken]


def _check_sizes(inner: onnx.ModelProto, bands: int, side: int) -> None:
    """Raises ValueError if a tensor would fill the memory, or if its size is not known before the run.

    Sizes may depend on those of the image. Few operators compute them, on few numbers; these are followed here.
    """
    image = inner.graph.input[0].type.tensor_type.elem_type
    types = {_INPUT: helper.make_tensor_type_proto(image, (1, bands, side, side))}
    values: dict[str, NDArray[Any]] = {}
    for constant in inner.graph.initializer:
        types[constant.name] = helper.make_tensor_type_proto(constant.data_type, constant.dims)
        if _may_hold_sizes(types[constant.name]):
            values[constant.name] = numpy_helper.to_array(constant)
    opset = next((entry.version for entry in inner.opset_import if entry.domain in _DOMAINS), 0)
    for node in inner.graph.node:
        inferred = _inferred(node, opset, types, values)
        for computed in inferred.values():
            _check_size(node, computed)
        types.update(inferred)
        if node.op_type in _OPERATORS_OF_SIZES and all(map(_may_hold_sizes, inferred.values())):
            values.update(_computed(node, opset, types, values))


def _inferred(
    node: onnx.NodeProto, opset: int, types: Mapping[str, onnx.TypeProto], values: Mapping[str, NDArray[Any]]
) -> dict[str, onnx.TypeProto]:
    """Types and shapes of what an operator computes."""
    names = list(filter(None, node.input))
    inferred = onnx.shape_inference.infer_node_outputs(
        onnx.defs.get_schema(node.op_type, opset, ""),
        node,
        {name: types[name] for name in names},
        {name: numpy_helper.from_array(values[name]) for name in names if name in values},
        opset_imports=[helper.make_opsetid("", opset)],
    )
    return {name: inferred[name] for name in filter(None, node.output)}


def _check_size(node: onnx.NodeProto, computed: onnx.TypeProto) -> None:
    shape = computed.tensor_type.shape.dim
    if not computed.tensor_type.HasField("shape") or not all(size.HasField("dim_value") for size in shape):
        raise ValueError(f"how much its operator {node.op_type} computes is not known before the run")
    if math.prod(_sizes(computed)) > _MOST_VALUES:
        raise ValueError(f"it computes {math.prod(_sizes(computed)):.1e} values at once")


def _sizes(tensor: onnx.TypeProto) -> list[int]:
    return [dimension.dim_value for dimension in tensor.tensor_type.shape.dim]


def _may_hold_sizes(tensor: onnx.TypeProto) -> bool:
    return math.prod(_sizes(tensor)) <= _MOST_SIZES


def _computed(
    node: onnx.NodeProto, opset: int, types: Mapping[str, onnx.TypeProto], values: Mapping[str, NDArray[Any]]
) -> dict[str, NDArray[Any]]:
    """What an operator computes of sizes; nothing if it takes others too."""
    names = list(filter(None, node.input))
    if node.op_type == "Shape":  # a view of one number has any shape
        values = {name: np.broadcast_to(np.int64(0), _sizes(types[name])) for name in names}
    if any(name not in values for name in names):
        return {}
    takes = [helper.make_value_info(name, types[name]) for name in names]
    gives = [helper.make_value_info(name, types[name]) for name in node.output]
    evaluator = ReferenceEvaluator(helper.make_graph([node], "sizes", takes, gives), opsets={"": opset})
    with np.errstate(all="ignore"):
        return dict(zip(node.output, evaluator.run(None, {name: values[name] for name in names})))
