"""Heights, indices and other rasters beside the picture, from training to map."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from toy_rasters import NORTH_UP, read, write

from clusternet_qgis.core.errors import ClusterNetError, ModelError, OptionsError, RasterError
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIDE = 160


def houses() -> np.ndarray:
    """Which pixels are roofs."""
    roofs = np.zeros((SIDE, SIDE), np.bool_)
    for row in range(8, SIDE - 20, 40):
        for col in range(8, SIDE - 24, 40):
            roofs[row : row + 20, col : col + 24] = True
    return roofs


def town(bands: int = 3) -> np.ndarray:
    """A town whose roofs look like its squares."""
    generator = np.random.default_rng(3)
    values = generator.normal(120, 10, (bands, SIDE, SIDE))
    values[1, :, : SIDE // 2] += 50
    return values.clip(1, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    generator = np.random.default_rng(5)
    write(folder / "town.tif", town())
    write(folder / "bands.tif", town(4), descriptions=["red", "green", "blue", "nir"])
    # On other pixels, beyond the picture, and on a slope.
    coarse = (NORTH_UP[0] - 40, 4.0, 0, NORTH_UP[3] + 40, 0, -4.0)
    rows = cols = SIDE // 2 + 20
    surface = np.add.outer(np.zeros(rows), np.arange(cols) * 0.1)
    surface[10:-10, 10:-10] += 6 * houses()[::2, ::2]
    write(folder / "dsm.tif", (surface + 300).astype(np.float32), coarse)
    write(folder / "flat.tif", np.full((rows, cols), 7, np.float32), coarse)
    write(folder / "noise.tif", generator.normal(size=(rows, cols)).astype(np.float32), coarse)
    write(folder / "empty.tif", np.full((rows, cols), -1, np.float32), coarse, no_data=-1)
    write(folder / "away.tif", np.ones((9, 9), np.float32), (0.0, 2.0, 0, 0.0, 0, -2.0))
    return folder


def model_of(folder: Path, name: str, picture: str = "town.tif", network: str = "light", **inputs: Any) -> list[str]:
    """Makes clusters, and returns what was said."""
    said: list[str] = []
    inputs["extra"] = tuple(str(folder / extra) for extra in inputs.get("extra", ()))
    epochs = inputs.pop("epochs", 0)
    options = TrainOptions(network=network, clusters=6, epochs=epochs, width=4, tile_size=64)
    train(
        TrainInputs((str(folder / picture),), **inputs), options, str(folder / name), progress=Progress(say=said.append)
    )
    return said


def mapped(folder: Path, name: str, picture: str = "town.tif", **options: Any) -> np.ndarray:
    options["extra"] = tuple(str(folder / extra) for extra in options.get("extra", ()))
    output = folder / f"{name}_{options.get('tile_size', 0)}.tif"
    map_raster(str(folder / picture), str(folder / name), MapOutputs(str(output)), MapOptions(**options))
    return read(output)[0]


def roof_iou(clusters: np.ndarray) -> float:
    """Of the clusters that are mostly roofs."""
    roofs = houses()
    chosen = [cluster for cluster in np.unique(clusters) if roofs[clusters == cluster].mean() > 0.5]
    found = np.isin(clusters, chosen)
    return float((found & roofs).sum() / (found | roofs).sum())


def test_heights_tell_roofs_that_colours_do_not(folder: Path) -> None:
    model_of(folder, "colours.cnet")
    said = model_of(folder, "heights.cnet", extra=("dsm.tif",))
    assert any("height above ground, slope" in line for line in said)
    colours, heights = mapped(folder, "colours.cnet"), mapped(folder, "heights.cnet", extra=("dsm.tif",))
    assert roof_iou(heights) > roof_iou(colours) + 0.05
    assert roof_iou(heights) > 0.6


def test_tiles_join_exactly(folder: Path) -> None:
    model_of(folder, "seams.cnet", extra=("dsm.tif",))
    whole = mapped(folder, "seams.cnet", extra=("dsm.tif",))
    small = mapped(folder, "seams.cnet", extra=("dsm.tif",), tile_size=32)
    assert (whole != small).mean() < 0.001  # of a network, rounding decides a pixel between two clusters


@pytest.mark.parametrize("extra", ["flat.tif", "noise.tif"])
def test_what_tells_nothing_leaves_the_model_as_it_is(folder: Path, extra: str) -> None:
    model_of(folder, "without.cnet")
    said = model_of(folder, "with.cnet", extra=(extra,))
    assert any(line.startswith("Left out") for line in said)
    without, with_extra = (cluster_model.load(folder / name) for name in ("without.cnet", "with.cnet"))
    assert without.fingerprint() == with_extra.fingerprint()
    assert with_extra.evidence is None
    assert np.array_equal(mapped(folder, "with.cnet"), mapped(folder, "without.cnet"))


def test_a_model_without_evidence_is_stored_as_before(folder: Path) -> None:
    model_of(folder, "plain.cnet")
    with zipfile.ZipFile(folder / "plain.cnet") as archive:
        text = json.loads(archive.read("model.json"))
    assert text["format_version"] == 1
    assert "evidence" not in text
    model_of(folder, "newer.cnet", extra=("dsm.tif",))
    with zipfile.ZipFile(folder / "newer.cnet") as archive:
        assert json.loads(archive.read("model.json"))["format_version"] == 2


def test_a_map_without_the_heights_of_the_training_is_a_sentence(folder: Path) -> None:
    model_of(folder, "needs.cnet", extra=("dsm.tif",))
    with pytest.raises(ModelError, match=r"trained with a surface model .*\(dsm.tif\).*with EXTRA"):
        mapped(folder, "needs.cnet")


def test_a_model_that_needs_nothing_says_so(folder: Path) -> None:
    model_of(folder, "plain.cnet")
    said: list[str] = []
    map_raster(
        str(folder / "town.tif"),
        str(folder / "plain.cnet"),
        MapOutputs(str(folder / "said.tif")),
        MapOptions(extra=(str(folder / "dsm.tif"),)),
        progress=Progress(say=said.append),
    )
    assert any("not needed" in line for line in said)


def test_indices_come_from_roles_and_need_no_extra_raster(folder: Path) -> None:
    said = model_of(folder, "ndvi.cnet", "bands.tif", indices=("ndvi", "exg"))
    assert any("nir = band 4" in line for line in said)
    model = cluster_model.load(folder / "ndvi.cnet")
    assert model.evidence is None or {channel.made for channel in model.evidence.channels} == {"index"}
    assert mapped(folder, "ndvi.cnet", "bands.tif").any()


def test_an_index_may_take_a_band_that_the_network_does_not_see(folder: Path) -> None:
    values = town(4)
    values[3, 40:120, 60:140] = 230
    write(folder / "green.tif", values, descriptions=["red", "green", "blue", "nir"])
    model_of(folder, "outside.cnet", "green.tif", indices=("ndvi",), bands=(1, 2, 3), weights="indices=1")
    model = cluster_model.load(folder / "outside.cnet")
    assert model.bands == 3
    assert model.evidence is not None
    assert model.evidence.channels[0].bands == (-4, 0)
    clusters = mapped(folder, "outside.cnet", "green.tif")
    plants = np.zeros((SIDE, SIDE), np.bool_)
    plants[40:120, 60:140] = True
    found = np.isin(clusters, [c for c in np.unique(clusters) if plants[clusters == c].mean() > 0.5])
    assert (found & plants).sum() / (found | plants).sum() > 0.8


def test_sheets_whose_bands_lie_in_another_order_are_refused(folder: Path, tmp_path: Path) -> None:
    """The index of the second would be of other bands, silently."""
    write(tmp_path / "other.tif", town(4), descriptions=["nir", "red", "green", "blue"])
    inputs = TrainInputs((str(folder / "bands.tif"), str(tmp_path / "other.tif")), indices=("ndvi",))
    with pytest.raises(RasterError, match=r"bands\.tif .* and other\.tif .* lie in another order"):
        train(inputs, TrainOptions(clusters=6, epochs=0), str(tmp_path / "m.cnet"))


def test_heights_of_a_small_part_of_a_large_raster_are_found(tmp_path: Path) -> None:
    generator = np.random.default_rng(1)
    side = 2048
    picture = write(tmp_path / "large.tif", generator.integers(1, 255, (3, side, side)).astype(np.uint8))
    for row, col in ((0, 0), (1000, 1000), (0, 1900), (1900, 0), (1900, 1900)):
        heights = np.full((side, side), -1, np.float32)
        heights[row : row + 60, col : col + 60] = generator.normal(5, 1, (60, 60))
        path = write(tmp_path / f"{row}_{col}.tif", heights, no_data=-1)
        inputs = TrainInputs((picture,), extra=(path,))
        train(inputs, TrainOptions(network="pixels", clusters=4, epochs=0), str(tmp_path / "m.cnet"))


def test_weights_of_the_user_count_and_are_kept(folder: Path) -> None:
    model_of(folder, "paper.cnet", network="unet", weights="colour=0; texture=0")
    model = cluster_model.load(folder / "paper.cnet")
    assert (model.feature_scale[32:] == 0).all()
    assert (model.feature_scale[:32] != 0).any()
    assert mapped(folder, "paper.cnet").max() > 1


def test_training_goes_on_with_the_evidence_of_its_model(folder: Path) -> None:
    model_of(folder, "trained.cnet", network="unet_same", extra=("dsm.tif",), weights="heights=0.8", epochs=1)
    model = cluster_model.load(folder / "trained.cnet")
    assert model.evidence is not None
    assert model.evidence.weights["heights"] == 0.8
    inputs = TrainInputs((str(folder / "town.tif"),), extra=(str(folder / "dsm.tif"),))
    options = TrainOptions(network="unet_same", clusters=6, epochs=1, width=4, tile_size=64)
    again = train(inputs, options, str(folder / "again.cnet"), str(folder / "trained.cnet"))
    assert again.evidence == model.evidence
    with pytest.raises(ModelError, match="with EXTRA"):
        train(TrainInputs((str(folder / "town.tif"),)), options, str(folder / "b.cnet"), str(folder / "trained.cnet"))


def test_the_light_network_learns_with_evidence_beside_it(folder: Path) -> None:
    model_of(folder, "learnt.cnet", extra=("dsm.tif",), epochs=1)
    assert roof_iou(mapped(folder, "learnt.cnet", extra=("dsm.tif",))) > 0.6


def test_an_exported_model_maps_the_same_in_onnx_runtime(folder: Path) -> None:
    inputs: dict[str, Any] = {"extra": ("dsm.tif",), "indices": ("exg",), "band_roles": "red=1; green=2; blue=3"}
    model_of(folder, "out.cnet", **inputs)
    said: list[str] = []
    export_model(str(folder / "out.cnet"), str(folder / "out.onnx"), progress=Progress(say=said.append))
    assert any("as bands 4 to" in line for line in said)
    clusters = mapped(folder, "out.cnet", extra=("dsm.tif",))
    exported = mapped(folder, "out.onnx", extra=("dsm.tif",))
    assert (clusters == exported).mean() > 0.999
    with pytest.raises(ModelError, match="with EXTRA"):
        mapped(folder, "out.onnx")


@pytest.mark.parametrize(
    ("inputs", "error", "sentence"),
    [
        ({"extra": ("away.tif",)}, RasterError, "does not overlap"),
        ({"extra": ("empty.tif",)}, RasterError, "wholly no data"),
        ({"extra": ("missing.tif",)}, RasterError, "Cannot read the raster"),
        ({"indices": ("ndvi",)}, OptionsError, "BAND_ROLES"),
        ({"indices": ("ndvi",), "band_roles": "nir=7; red=1"}, OptionsError, "band 7"),
        ({"weights": "heights"}, OptionsError, "WEIGHTS has 'heights'"),
        ({"weights": "wings=1"}, OptionsError, "the block 'wings'"),
    ],
)
def test_what_cannot_be_used_is_a_sentence(
    folder: Path, inputs: dict[str, Any], error: type[ClusterNetError], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        model_of(folder, "none.cnet", **inputs)
