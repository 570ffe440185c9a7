"""The user's own encoder as a network: asked what it is, seam-free, refused with a sentence where it cannot serve."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn
from toy_encoders import Convolutions, EveryPixel, Transformer, export

from clusternet_qgis.core.errors import ModelError, OptionsError
from clusternet_qgis.core.networks import build, encoder_file
from clusternet_qgis.core.networks.encoder import EncoderNetwork
from clusternet_qgis.core.networks.encoder_teacher import EncoderTeacher
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.progress import Progress

KINDS: dict[str, Callable[[Path], str]] = {
    "convolutions": lambda path: export(path, Convolutions(), beside={"size": 64}),
    "transformer": lambda path: export(path, Transformer(), 48, fixed=True),
    "every pixel": lambda path: export(path, EveryPixel(), beside={"size": 32}),
}
NAMES = ["red", "green", "blue"]


def opened(path: str, bands: int = 3) -> EncoderNetwork:
    network = EncoderNetwork(bands, path).eval()
    network.load_pretrained()
    return network


def picture(rows: int, cols: int, seed: int = 0, bands: int = 3) -> Tensor:
    return torch.randn(1, bands, rows, cols, generator=torch.Generator().manual_seed(seed))


@pytest.fixture(scope="module", params=KINDS)
def network(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> EncoderNetwork:
    torch.manual_seed(0)
    made = opened(KINDS[request.param](tmp_path_factory.mktemp("encoder") / "own.onnx"))
    made.calibrate([picture(3 * made.stride, 3 * made.stride, seed) for seed in (1, 2)])
    return made


def image_for(network: EncoderNetwork, cells: int, seed: int = 0) -> Tensor:
    side = cells * network.stride + 2 * network.margin
    return picture(side, side, seed)


# --- what it is


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("convolutions", {"size": 64, "stride": 4, "offset": 0, "features": 12, "prefix_tokens": -1}),
        ("transformer", {"size": 48, "stride": 8, "offset": 4, "features": 80, "prefix_tokens": 1}),
        ("every pixel", {"size": 32, "stride": 1, "offset": 0, "features": 6, "features_last": True}),
    ],
)
def test_what_it_takes_and_gives_is_found_by_trying(kind: str, expected: dict[str, int], tmp_path: Path) -> None:
    torch.manual_seed(0)
    form = opened(KINDS[kind](tmp_path / "own.onnx")).form
    assert {key: getattr(form, key) for key in expected} == expected


def test_without_a_size_one_is_tried_and_odd_ones_are_said(tmp_path: Path) -> None:
    form = opened(export(tmp_path / "own.onnx", Convolutions())).form
    assert form.size == 448
    assert set(form.probed) == {"size", "offset", "normalisation"}
    with pytest.raises(ModelError, match=r"gives features 1x12x8x8 for 30 x 30 pixels, none of which is a map"):
        opened(export(tmp_path / "odd.onnx", Convolutions(), beside={"size": 30}))


@pytest.mark.parametrize("where", ["beside", "metadata"])
def test_what_is_stated_is_believed(where: str, tmp_path: Path) -> None:
    stated = {
        "size": 32,
        "offset": 2,
        "mean": [0.4, 0.5, 0.6],
        "std": [0.1, 0.2, 0.3],
        "bands": ["blue", "green", "red"],
    }
    form = opened(export(tmp_path / "own.onnx", Convolutions(), **{where: stated})).form  # type: ignore[arg-type]
    assert (form.size, form.offset, form.bands) == (32, 2, ("blue", "green", "red"))
    assert (form.mean, form.std, form.probed) == ((0.4, 0.5, 0.6), (0.1, 0.2, 0.3), ())


def test_files_for_deepness_say_it_in_its_words(tmp_path: Path) -> None:
    words = {"standardization_mean": [0.1, 0.2, 0.3], "standardization_std": [1.0, 2.0, 3.0], "tile_size": 32}
    form = opened(export(tmp_path / "own.onnx", Convolutions(), metadata=words)).form
    assert (form.size, form.mean, form.std) == (32, (0.1, 0.2, 0.3), (1.0, 2.0, 3.0))


def test_it_sees_its_own_bands_in_its_order_and_normalisation(tmp_path: Path) -> None:
    module = EveryPixel()
    stated = {"size": 32, "mean": [0.4, 0.5, 0.6], "std": [0.1, 0.2, 0.3], "bands": ["blue", "green", "red"]}
    network = opened(export(tmp_path / "own.onnx", module, beside=stated), bands=4)
    mean, std = [90.0, 100.0, 110.0, 60.0], [10.0, 20.0, 30.0, 5.0]
    said: list[str] = []
    network.know_data([*NAMES, "nir"], mean, std, 255.0, Progress(say=said.append))
    stored = 40 * torch.rand(1, 4, 32, 32) + 80
    shape = (1, 4, 1, 1)
    normalised = (stored - torch.tensor(mean).view(shape)) / torch.tensor(std).view(shape)
    wanted = (stored[:, [2, 1, 0]] / 255 - torch.tensor([0.4, 0.5, 0.6]).view(1, 3, 1, 1)) / torch.tensor(
        [0.1, 0.2, 0.3]
    ).view(1, 3, 1, 1)
    with torch.inference_mode():
        found, expected = network(normalised, 0), module(wanted).permute(0, 3, 1, 2)
    size = network.stride
    assert (found[..., :size, :size] - expected[..., :size, :size]).abs().max() < 1e-3
    assert "from blue, green, red, divided by 255 and normalised as it says" in said[0]


def test_bands_that_it_does_not_take_are_said(tmp_path: Path) -> None:
    network = opened(export(tmp_path / "own.onnx", Convolutions(bands=6), bands=6, beside={"size": 64}), bands=4)
    with pytest.raises(ModelError, match=r"takes 6 bands, and the raster gives 4 \(a, b, c, d\); choose 6 with BANDS"):
        network.know_data(["a", "b", "c", "d"], [0.0] * 4, [1.0] * 4, None, Progress())


# --- what every network promises


def test_tiles_equal_the_whole(network: EncoderNetwork) -> None:
    image, stride, margin = image_for(network, 3), network.stride, network.margin
    with torch.inference_mode():
        whole = network(image)
        for row, col, cells in ((0, 0, 1), (1, 2, 1), (1, 0, 2)):
            side = cells * stride + 2 * margin
            tile = network(image[..., row * stride : row * stride + side, col * stride : col * stride + side])
            top, left = (number * stride // network.output_stride for number in (row, col))
            part = whole[..., top : top + tile.shape[2], left : left + tile.shape[3]]
            assert tile.shape == part.shape
            assert (tile - part).abs().max() < 1e-4


def test_nothing_beyond_the_margin_is_seen(network: EncoderNetwork) -> None:
    image, other = image_for(network, 3), image_for(network, 3, seed=5)
    stride, margin = network.stride, network.margin
    near = slice(stride, 2 * stride + 2 * margin)
    other[..., near, near] = image[..., near, near]
    first = stride // network.output_stride
    cell = slice(first, first + stride // network.output_stride)
    with torch.inference_mode():
        assert torch.allclose(network(image)[..., cell, cell], network(other)[..., cell, cell], atol=1e-5)


def test_any_size_and_margin_gives_features(network: EncoderNetwork) -> None:
    step = network.output_stride
    for rows, cols, margin in ((64, 96, 32), (1, 1, network.margin), (40, 17, 0)):
        with torch.inference_mode():
            features = network(picture(rows + 2 * margin, cols + 2 * margin), margin)
        expected = (-(-size // step) + (step > 1) for size in (rows, cols))
        assert features.shape == (1, network.feature_size, *expected)
        assert torch.isfinite(features).all()


def test_features_stand_at_the_pixels_they_claim(network: EncoderNetwork) -> None:
    image, step, margin = image_for(network, 3), network.output_stride, network.margin
    generator, errors = torch.Generator().manual_seed(0), []
    with torch.inference_mode():
        before = network(image)
        for _ in range(8):
            at = network.stride + torch.randint(network.stride, (2,), generator=generator)
            changed = image.clone()
            row, col = (int(number) + margin for number in at)
            changed[..., row - 1 : row + 2, col - 1 : col + 2] += 4
            energy = (network(changed) - before)[0].square().sum(0).square()
            places = torch.arange(energy.shape[0]) * step
            errors.append(
                [
                    float((energy.sum(axis) * places).sum() / energy.sum()) - int(p)
                    for axis, p in ((1, at[0]), (0, at[1]))
                ]
            )
    assert np.abs(np.mean(errors, 0)).max() < max(step / 2, 1)


def test_its_state_is_all_there_is(network: EncoderNetwork) -> None:
    other = EncoderNetwork(3, "elsewhere.onnx").eval()
    other.load_state_dict({key: torch.from_numpy(value.numpy().copy()) for key, value in network.state_dict().items()})
    assert (other.margin, other.stride, other.feature_size) == (network.margin, network.stride, network.feature_size)
    image = image_for(network, 1)
    with torch.inference_mode():
        assert torch.equal(other(image), network(image))


def test_of_many_features_their_principal_components_are_taken(network: EncoderNetwork) -> None:
    assert network.feature_size == min(network.form.features, 64)


def test_a_large_file_stays_where_it_is_and_must_not_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_file, "_KEPT_BYTES", 100)
    path = tmp_path / "large.onnx"
    network = opened(export(path, Convolutions(), beside={"size": 32}))
    state = network.state_dict()
    assert sum(value.numel() for value in state.values()) < 10_000
    other = EncoderNetwork(3, str(path))
    other.load_state_dict(state)
    image = image_for(network, 1)
    assert torch.equal(other(image), network(image))
    export(path, Convolutions())
    changed = EncoderNetwork(3, str(path))
    changed.load_state_dict(state)
    with pytest.raises(
        ModelError, match=r"The model needs its encoder .*large\.onnx, which is not there or has changed"
    ):
        changed(image)


@pytest.mark.parametrize("output_stride", [1, 2, 4])
def test_a_teacher_gives_its_features_on_the_grid_of_the_pupil(network: EncoderNetwork, output_stride: int) -> None:
    teacher = EncoderTeacher(network, output_stride)
    with torch.inference_mode():
        features = teacher(picture(96 + 64, 64 + 64), 32)
        own = network(picture(96 + 64, 64 + 64), 32)
    beyond = output_stride > 1
    assert features.shape == (1, network.feature_size, 96 // output_stride + beyond, 64 // output_stride + beyond)
    common = int(np.lcm(output_stride, network.output_stride))
    theirs = own[..., :: common // network.output_stride, :: common // network.output_stride]
    mine = features[..., :: common // output_stride, :: common // output_stride]
    rows, cols = (min(a, b) for a, b in zip(mine.shape[2:], theirs.shape[2:]))
    assert (mine[..., :rows, :cols] - theirs[..., :rows, :cols]).abs().max() < 1e-4


# --- what cannot serve


def refused(path: str, sentence: str) -> None:
    with pytest.raises(ModelError, match=sentence) as error:
        opened(path)
    assert str(error.value).endswith(".")


class Outputs(nn.Module):
    """Several outputs of one convolution."""

    def __init__(self, make: Callable[[Tensor], tuple[Tensor, ...]]) -> None:
        super().__init__()
        self.layer, self.make = nn.Conv2d(3, 8, 4, 4), make

    def forward(self, image: Tensor) -> tuple[Tensor, ...]:
        """What is made of the convolution."""
        return self.make(self.layer(image))


def test_three_maps_are_refused_until_one_is_named(tmp_path: Path) -> None:
    module = Outputs(lambda x: (x, x + 1, x.relu()))
    names = ("first", "second", "third")
    refused(export(tmp_path / "a.onnx", module, outputs=names), r"gives first .* several of which are maps; say which")
    path = export(tmp_path / "b.onnx", module, outputs=names, beside={"output": "second"})
    assert opened(path).form.output == "second"
    path = export(tmp_path / "c.onnx", module, outputs=names, beside={"output": "fourth"})
    refused(path, r"has no output 'fourth'; it has first, second, third")


def test_the_only_map_among_several_outputs_is_taken(tmp_path: Path) -> None:
    module = Outputs(lambda x: (x.mean((2, 3)), x))
    assert opened(export(tmp_path / "a.onnx", module, outputs=("pooled", "map"))).form.output == "map"


def test_a_vector_for_a_whole_picture_is_refused(tmp_path: Path) -> None:
    module = Outputs(lambda x: (x.mean((2, 3)),))
    refused(
        export(tmp_path / "a.onnx", module, fixed=True), r"none of which is a map .* export the layer before the pool"
    )


def test_values_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    refused(export(tmp_path / "a.onnx", Outputs(lambda x: (x.abs().neg().log(),))), r"gives values that are no numbers")


def test_values_that_are_no_numbers_on_the_raster_alone_are_said(tmp_path: Path) -> None:
    module = Outputs(lambda x: ((50 - x.abs()).sqrt(),))
    network = opened(export(tmp_path / "a.onnx", module, beside={"size": 32}))
    with pytest.raises(ModelError, match=r"gives values that are no numbers .* for a part of the raster; check"):
        network(1e4 * image_for(network, 1))


def test_a_fixed_size_is_kept_to_and_other_forms_are_refused(tmp_path: Path) -> None:
    assert opened(export(tmp_path / "a.onnx", Convolutions(), 40, fixed=True)).form.size == 40
    path = tmp_path / "b.onnx"
    with torch.no_grad():
        torch.onnx.export(Convolutions().eval(), (torch.zeros(1, 3, 32, 64),), str(path), dynamo=False)
    refused(str(path), r"takes pictures of 32 x 64; export it for squares")


def test_two_pictures_are_refused(tmp_path: Path) -> None:
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3, 32, 32]) for name in "abc"]
    graph = helper.make_graph([helper.make_node("Add", ["a", "b"], ["c"])], "two", values[:2], values[2:])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), tmp_path / "a.onnx")
    refused(str(tmp_path / "a.onnx"), r"takes a .*, b .*; it must take one picture of numbers")


@pytest.mark.parametrize("domain", ["", "org.example"])
def test_operators_that_onnx_runtime_has_not_are_named(tmp_path: Path, domain: str) -> None:
    before, after = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3, 32, 32]) for name in ("a", "b"))
    node = helper.make_node("Wobble", ["a"], ["b"], domain=domain)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("org.example", 1)]
    model = helper.make_model(helper.make_graph([node], "odd", [before], [after]), opset_imports=opsets, ir_version=8)
    onnx.save(model, tmp_path / "a.onnx")
    refused(str(tmp_path / "a.onnx"), "Wobble")


def test_a_loop_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.onnx"
    whole = onnx.load(export(path, Convolutions()))
    whole.graph.node[0].op_type = "Loop"
    onnx.save(whole, path)
    refused(str(path), r"has a loop \(Loop\); export it for a picture of fixed size")


def test_weights_in_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.onnx"
    whole = onnx.load(export(path, Convolutions()))
    onnx.save_model(whole, path, save_as_external_data=True, location="weights.bin", size_threshold=0)
    refused(str(path), r"keeps its weights in other files; save it as one file")


def test_a_file_of_more_than_two_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.onnx"
    with path.open("wb") as file:
        file.truncate(2**31 + 5)  # a hole, which takes no room
    refused(str(path), r"has 2\.0 GB, and ONNX files of up to 2 GB can be read")


def test_what_is_no_encoder_is_refused(tmp_path: Path) -> None:
    refused(str(tmp_path / "none.onnx"), r"There is no encoder .*none\.onnx; choose an ONNX file with ENCODER")
    (tmp_path / "text.onnx").write_text("no network at all")
    refused(str(tmp_path / "text.onnx"), r"is no ONNX file")
    path = export(tmp_path / "a.onnx", Convolutions())
    Path(path).with_suffix(".json").write_text("{ broken")
    refused(path, r"Cannot read the encoder .*a\.json")
    for beside, sentence in (
        ({"mean": [1, 2]}, r"takes 3 bands, and its mean has 2 entries; give 3"),
        ({"std": [1, 0, 1], "mean": [0, 0, 0]}, r"says \[1, 0, 1\] for std; give a number for each band"),
        ({"size": "large"}, r"says 'large' for size; give a whole number"),
    ):
        refused(export(tmp_path / "b.onnx", Convolutions(), beside=beside), sentence)


def test_encoders_belong_to_two_networks() -> None:
    with pytest.raises(
        OptionsError, match=r"'unet' takes no ENCODER; leave it out, or use encoder, which is it, or light"
    ):
        TrainOptions(network="unet", encoder="a.onnx")
    with pytest.raises(OptionsError, match=r"'encoder' is a file of yours; give it with ENCODER\."):
        build("encoder", bands=3)


def test_a_python_without_onnx_is_a_sentence_with_the_remedy() -> None:
    program = (
        "import sys; sys.modules['onnx'] = None\n"
        "from clusternet_qgis.core.errors import DependencyError\n"
        "try:\n"
        "    import clusternet_qgis.core.networks.encoder_file\n"
        "except DependencyError as error:\n"
        "    print(error)\n"
    )
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert re.search("needs onnx.*with pip", run.stdout)
