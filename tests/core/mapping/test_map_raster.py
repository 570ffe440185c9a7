"""Cluster rasters: valid where the input is, and the same however they are cut."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, part_of, quadrants, read, write

from clusternet_qgis.core.errors import Cancelled, ModelError, OptionsError, RasterError
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.model.onnx_engine import OnnxEngine
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.networks.light import LightNetwork
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training import learner
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

# The encoder needs a file.
RUNNABLE = [name for name in NETWORKS if name != "encoder"]

ROWS, COLS = 75, 94
# Pixels of a centimetre.
DEGREES = (55.123456789, 1e-7, 0.0, 25.987654321, 0.0, -1e-7)
pytestmark = pytest.mark.usefixtures("pretrained")
KINDS = [(name, "none") for name in RUNNABLE] + [("unet", "sobel"), ("unet_same", "sobel")]


def picture() -> np.ndarray:
    """Parts with noise, so that neighbouring pixels differ everywhere."""
    noise = np.random.default_rng(1).normal(0, 12, (3, ROWS, COLS))
    return (quadrants(ROWS, COLS) + noise).clip(1, 255).astype(np.uint8)


def holes() -> np.ndarray:
    found = np.random.default_rng(2).random((ROWS, COLS)) < 0.05
    found[:, :35] |= np.arange(ROWS)[:, None] < 40  # more than a tile
    return found


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> str:
    values = np.where(holes(), 0, picture())
    return write(tmp_path_factory.mktemp("image") / "image.tif", values.astype(np.uint8), no_data=0)


@pytest.fixture(scope="module", params=KINDS, ids="-".join)
def model(
    request: pytest.FixtureRequest, pretrained: None, image: str, tmp_path_factory: pytest.TempPathFactory
) -> str:
    network, input_filter = request.param
    options = TrainOptions(
        network=network, input_filter=input_filter, width=4, clusters=7, epochs=1, tile_size=32, device="cpu"
    )
    path = str(tmp_path_factory.mktemp("model") / "model.cnet")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learner, "_LEAST_STEPS", 1)
        patch.setattr(LightNetwork, "epoch_steps", 1)
        train(TrainInputs((image,)), options, path)
    return path


@pytest.fixture(scope="module")
def some_model(image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """For what does not depend on the network."""
    path = str(tmp_path_factory.mktemp("model") / "model.cnet")
    options = TrainOptions(network="unet_same", width=4, clusters=7, epochs=0, tile_size=32, device="cpu")
    train(TrainInputs((image,)), options, path)
    return path


def cluster(image: str, model: str, output: Path, progress: Progress = Progress(), **options: Any) -> np.ndarray:
    map_raster(image, model, MapOutputs(str(output)), MapOptions(device="cpu", **options), progress=progress)
    return read(output)[0]


# --- for every network


def test_tiles_do_not_show(image: str, model: str, tmp_path: Path) -> None:
    whole = cluster(image, model, tmp_path / "whole.tif", tile_size=96)
    assert len(np.unique(whole)) > 4
    for size in (32, 64):
        assert np.array_equal(cluster(image, model, tmp_path / "tiled.tif", tile_size=size), whole)


def test_a_part_equals_that_part_of_the_whole(image: str, model: str, tmp_path: Path) -> None:
    whole = cluster(image, model, tmp_path / "whole.tif")
    x, y = NORTH_UP[0], NORTH_UP[3]
    extent = (x + 2 * 21.3, y - 2 * 60.5, x + 2 * 77.2, y - 2 * 11.8)
    part = cluster(image, model, tmp_path / "part.tif", extent=extent, tile_size=32)
    assert np.array_equal(part, whole[11:61, 21:78])
    assert gdal.Open(str(tmp_path / "part.tif")).GetGeoTransform() == (x + 42, 2, 0, y - 22, 0, -2)


@pytest.mark.parametrize(
    ("seed", "transform"),
    enumerate([NORTH_UP, SOUTH_UP, ROTATED, DEGREES]),
    ids=["north", "south", "rotated", "degrees"],
)
def test_a_cropped_file_gets_what_the_whole_gets(
    model: str, tmp_path: Path, seed: int, transform: tuple[float, ...]
) -> None:
    """Wherever a file begins: clusters are the same where the network sees the same surroundings."""
    generator = np.random.default_rng(seed)
    margin = cluster_model.load(model).open_engine("cpu")[1].margin
    rows, cols = 2 * margin + 80, 2 * margin + 100
    noise = generator.normal(0, 12, (3, rows, cols))
    values = (quadrants(rows, cols) + noise).clip(1, 255).astype(np.uint8)
    transform = part_of(transform, *generator.integers(-40, 40, 2).tolist())
    whole = cluster(write(tmp_path / "whole.tif", values, transform), model, tmp_path / "c.tif")
    top, left, bottom, right = generator.integers(0, 34, 4).tolist()
    part = values[:, top : rows - bottom, left : cols - right]
    path = write(tmp_path / "part.tif", part, part_of(transform, top, left))
    found = cluster(path, model, tmp_path / "p.tif")
    inner = (slice(margin + top, rows - bottom - margin), slice(margin + left, cols - right - margin))
    seen = found[margin : found.shape[0] - margin, margin : found.shape[1] - margin]
    assert np.array_equal(seen, whole[inner]), (top, left, transform)
    assert len(np.unique(seen)) > 1


def test_valid_exactly_where_the_raster_is(image: str, model: str, tmp_path: Path) -> None:
    assert np.array_equal(cluster(image, model, tmp_path / "c.tif", tile_size=32) != 0, ~holes())


def test_a_model_saved_again_gives_the_same_raster(image: str, model: str, tmp_path: Path) -> None:
    cluster_model.save(cluster_model.load(model), tmp_path / "again.cnet")
    before = cluster(image, model, tmp_path / "a.tif")
    assert np.array_equal(cluster(image, str(tmp_path / "again.cnet"), tmp_path / "b.tif"), before)


def test_all_outputs_agree(image: str, model: str, tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in ("c.tif", "confidence.tif", "features.tif", "novelty.tif")]
    result = map_raster(image, model, MapOutputs(*names), MapOptions(device="cpu", tile_size=64))
    ids, (confidence,), features, (novelty,) = read(names[0])[0], *map(read, names[1:])
    assert np.array_equal(cluster(image, model, tmp_path / "alone.tif", tile_size=64), ids)
    assert np.array_equal(np.isnan(confidence), holes())
    inside = confidence[~holes()]
    assert inside.min() >= 0
    assert inside.max() <= 1
    assert inside.max() > inside.min()
    assert np.array_equal(np.isnan(features).any(0), holes())
    loaded = cluster_model.load(model)
    assert len(features) == loaded.centroids.shape[1]
    distances = ((features[:, ~holes()].T[:, None].astype(np.float64) - loaded.centroids) ** 2).sum(2)
    order = np.sort(distances, 1)
    clear = order[:, 1] - order[:, 0] > 1e-5
    assert np.array_equal(distances.argmin(1)[clear] + 1, ids[~holes()][clear])
    # What the manual says, at every pixel and not only where the network gives features.
    assert np.allclose(novelty[~holes()], np.sqrt(order[:, 0] / loaded.mean_distance), atol=1e-3)
    assert np.allclose(inside, 1 - np.sqrt(order[:, 0] / order[:, 1]), atol=1e-3)
    assert result.pixels == (~holes()).sum()
    assert result.cluster_count == len(np.unique(ids)) - 1
    assert result.seam_index >= 0


# --- for any network


def test_names_colours_style_and_model_travel_along(image: str, some_model: str, tmp_path: Path) -> None:
    cluster(image, some_model, tmp_path / "c.tif")
    with RasterSource(tmp_path / "c.tif") as source:
        assert source.category_names == ["", *(f"cluster {i}" for i in range(7))]
        assert source.metadata["CLUSTERNET_MODEL"] == cluster_model.load(some_model).fingerprint()
        with RasterSource(image) as before:
            assert source.grid == before.grid
    assert len(list(ElementTree.parse(tmp_path / "c.qml").iter("paletteEntry"))) == 7


@pytest.mark.parametrize("kind", ["alpha", "mask", "nan", "no data of one band"])
def test_every_way_to_say_no_data_counts(some_model: str, tmp_path: Path, kind: str) -> None:
    empty = holes()
    values = picture()
    path = tmp_path / "a.tif"
    if kind == "alpha":
        alpha = np.where(empty, 0, 255).astype(np.uint8)
        write(path, np.concatenate([values, alpha[None]]), alpha=True)
    elif kind == "mask":
        write(path, values, mask=~empty)
    elif kind == "nan":
        write(path, np.where(empty, np.nan, values).astype(np.float32))
    else:
        values[1][empty] = 0
        write(path, values, no_data=[None, 0, None])
    assert np.array_equal(cluster(str(path), some_model, tmp_path / "c.tif", tile_size=32) != 0, ~empty)


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (9, 7)])
def test_small_rasters_are_clustered(some_model: str, tmp_path: Path, shape: tuple[int, int]) -> None:
    values = picture()[:, -shape[0] :, -shape[1] :]
    found = cluster(write(tmp_path / "a.tif", values), some_model, tmp_path / "c.tif")
    assert found.shape == shape
    assert (found > 0).all()


def test_less_memory_gives_smaller_tiles_and_the_same_clusters(some_model: str, image: str, tmp_path: Path) -> None:
    found = []
    for memory in (256, 4096):
        output = tmp_path / f"{memory}.tif"
        result = map_raster(image, some_model, MapOutputs(str(output)), MapOptions(memory_mb=memory))
        found.append((result.tile_size, read(output)))
    assert found[0][0] <= found[1][0]
    assert np.array_equal(found[0][1], found[1][1])


def test_bands_in_another_order_can_be_chosen(image: str, some_model: str, tmp_path: Path) -> None:
    expected = cluster(image, some_model, tmp_path / "a.tif")
    values = read(image)
    mixed = write(tmp_path / "mixed.tif", np.stack([values[2], values[2] * 0 + 9, values[0], values[1]]), no_data=0)
    found = cluster(mixed, some_model, tmp_path / "b.tif", bands=(3, 4, 1))
    assert np.array_equal(found, expected)


def only_inputs(folder: Path) -> bool:
    return all(file.name in ("a.tif", "bad.cnet") for file in folder.iterdir())


def test_other_bands_are_one_sentence(some_model: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", picture()[:2])
    with pytest.raises(ModelError, match=r"The model was trained on 3 bands.*gives 2. Choose the same bands"):
        cluster(path, some_model, tmp_path / "c.tif")
    assert only_inputs(tmp_path)


def test_no_valid_pixel_is_one_sentence(some_model: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", picture() * 0, no_data=0)
    with pytest.raises(RasterError, match="no valid pixel"):
        cluster(path, some_model, tmp_path / "c.tif")
    assert only_inputs(tmp_path)


def test_a_model_cut_short_is_one_sentence(image: str, some_model: str, tmp_path: Path) -> None:
    data = Path(some_model).read_bytes()
    (tmp_path / "bad.cnet").write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelError, match="no complete ClusterNet model"):
        cluster(image, str(tmp_path / "bad.cnet"), tmp_path / "c.tif")
    assert only_inputs(tmp_path)


@pytest.mark.parametrize("damage", ["missing", "other shape", "text"])
def test_weights_that_do_not_fit_are_one_sentence(image: str, some_model: str, tmp_path: Path, damage: str) -> None:
    loaded = cluster_model.load(some_model)
    weights = dict(loaded.weights)
    name = next(iter(weights))
    if damage == "missing":
        del weights[name]
    else:
        weights[name] = np.zeros(3, np.float32) if damage == "other shape" else np.full(weights[name].shape, "a")
    cluster_model.save(replace(loaded, weights=weights), tmp_path / "bad.cnet")
    with pytest.raises(ModelError, match="is of type <U1" if damage == "text" else "weights do not fit"):
        cluster(image, str(tmp_path / "bad.cnet"), tmp_path / "c.tif")
    assert only_inputs(tmp_path)


def test_tables_of_another_network_are_one_sentence(image: str, some_model: str, tmp_path: Path) -> None:
    loaded = cluster_model.load(some_model)
    short = {name: getattr(loaded, name)[..., :-1] for name in ("feature_mean", "feature_scale", "centroids")}
    cluster_model.save(replace(loaded, **short), tmp_path / "bad.cnet")
    with pytest.raises(ModelError):
        cluster(image, str(tmp_path / "bad.cnet"), tmp_path / "c.tif")
    assert only_inputs(tmp_path)


def test_a_tile_size_off_the_stride_is_refused(image: str, some_model: str, tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="must be a multiple of the network's stride"):
        cluster(image, some_model, tmp_path / "c.tif", tile_size=33)
    assert only_inputs(tmp_path)


def test_an_extent_elsewhere_is_one_sentence(image: str, some_model: str, tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="does not overlap"):
        cluster(image, some_model, tmp_path / "c.tif", extent=(0, 0, 1, 1))
    assert only_inputs(tmp_path)


@pytest.mark.parametrize("looks", [0, 1, 5])
def test_a_cancel_leaves_nothing(image: str, some_model: str, tmp_path: Path, looks: int) -> None:
    seen: list[int] = []
    progress = Progress(is_cancelled=lambda: seen.append(1) or len(seen) > looks)
    names = [str(tmp_path / name) for name in ("c.tif", "confidence.tif", "features.tif")]
    with pytest.raises(Cancelled):
        map_raster(image, some_model, MapOutputs(*names), MapOptions(tile_size=32), progress=progress)
    assert list(tmp_path.iterdir()) == []


# --- going on with a run that was cut off


def cut_off(image: str, model: str, output: Path) -> None:
    """A run that is cancelled when some of its tiles are finished."""
    folder = output.with_name(f".{output.name}.tiles")
    progress = Progress(is_cancelled=lambda: len(list(folder.glob("*.npz"))) > 2)
    with pytest.raises(Cancelled):
        cluster(image, model, output, tile_size=32, resume=True, progress=progress)


def test_a_run_that_was_cut_off_goes_on(
    image: str, some_model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    whole, output = tmp_path / "whole.tif", tmp_path / "c.tif"
    run, tiles = OnnxEngine.run, []
    monkeypatch.setattr(OnnxEngine, "run", lambda engine, *given: tiles.append(1) or run(engine, *given))
    outputs = MapOutputs(str(whole), str(tmp_path / "w.tif"))
    figures = map_raster(image, some_model, outputs, MapOptions(tile_size=32))
    in_all = len(tiles)
    names = MapOutputs(str(output), str(tmp_path / "confidence.tif"))
    progress = Progress(is_cancelled=lambda: len(list(tmp_path.glob(".c.tif.tiles/*.npz"))) > 2)
    with pytest.raises(Cancelled):
        map_raster(image, some_model, names, MapOptions(tile_size=32, resume=True), progress=progress)
    assert not output.exists()
    tiles.clear()
    options = MapOptions(tile_size=32, resume=True, device="cpu")
    again = map_raster(image, some_model, names, options, progress=Progress(say=said.append))
    assert "3 tiles are taken" in said[-1]
    assert 0 < len(tiles) < in_all
    assert again == figures
    assert np.array_equal(read(output)[0], read(whole)[0])
    assert np.array_equal(read(names.confidence)[0], read(tmp_path / "w.tif")[0], equal_nan=True)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("what", ["tile size", "raster", "model", "not asked", "damaged"])
def test_tiles_of_another_run_are_not_taken(
    image: str, some_model: str, tmp_path: Path, said: list[str], what: str
) -> None:
    picture, model, output = tmp_path / "picture.tif", tmp_path / "model.cnet", tmp_path / "c.tif"
    for source, target in ((image, picture), (some_model, model)):
        target.write_bytes(Path(source).read_bytes())
    cut_off(str(picture), str(model), output)
    if what == "raster":
        write(picture, np.roll(read(image), 5, 2), no_data=0)
    if what == "model":
        other = cluster_model.load(model)
        cluster_model.save(replace(other, centroids=other.centroids[::-1].copy()), model)
    if what == "damaged":
        for tile in tmp_path.glob(".c.tif.tiles/*.npz"):
            tile.write_bytes(tile.read_bytes()[:50])
    size, asked = 48 if what == "tile size" else 32, what != "not asked"
    progress = Progress(say=said.append)
    found = cluster(str(picture), str(model), output, tile_size=size, resume=asked, progress=progress)
    assert what == "damaged" or not any("tiles are taken" in sentence for sentence in said)
    assert np.array_equal(found, cluster(str(picture), str(model), tmp_path / "anew.tif", tile_size=size))
    assert not list(tmp_path.glob(".*"))


def no_key(folder: Path) -> None:
    (folder / "key.txt").unlink()


def half_a_key(folder: Path) -> None:
    (folder / "key.txt").write_text((folder / "key.txt").read_text()[:9])


def other_bytes_as_key(folder: Path) -> None:
    (folder / "key.txt").write_bytes(b"\xff\xfe" * 16)


def a_folder_as_key(folder: Path) -> None:
    (folder / "key.txt").unlink()
    (folder / "key.txt").mkdir()


def a_file_as_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("no folder")


def a_link_as_folder(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to("elsewhere")


FOLDERS = [no_key, half_a_key, other_bytes_as_key, a_folder_as_key, a_file_as_folder, a_link_as_folder]


@pytest.mark.parametrize("damage", FOLDERS)
def test_a_damaged_folder_is_set_aside_with_a_sentence(
    image: str, some_model: str, tmp_path: Path, said: list[str], damage: Callable[[Path], None]
) -> None:
    output, folder = tmp_path / "c.tif", tmp_path / ".c.tif.tiles"
    cut_off(image, some_model, output)
    damage(folder)
    result = cluster(image, some_model, output, tile_size=32, resume=True, progress=Progress(say=said.append))
    assert any(f"{folder}, left by a run that was cut off, is damaged; it is kept as" in text for text in said)
    assert np.array_equal(result, cluster(image, some_model, tmp_path / "anew.tif", tile_size=32))
    assert [path.name for path in tmp_path.glob(".*")] == [".c.tif.tiles.damaged"]


def a_bomb(tile: Path) -> None:
    """A gigabyte of zeros in a megabyte."""
    with zipfile.ZipFile(tile, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("clusters.npy", "w") as member:
        for _ in range(1024):
            member.write(bytes(2**20))


def flipped(tile: Path) -> None:
    data = bytearray(tile.read_bytes())
    data[len(data) // 2] ^= 0xFF
    tile.write_bytes(data)


TILES: dict[str, Callable[[Path], None]] = {
    "empty": lambda tile: tile.write_bytes(b""),
    "cut": lambda tile: tile.write_bytes(tile.read_bytes()[:-9]),
    "flipped": flipped,
    "other bytes": lambda tile: tile.write_bytes(b"PK" + bytes(999)),
    "no arrays": lambda tile: np.savez(tile),
    "other size": lambda tile: np.savez(tile, clusters=np.zeros((3, 3), np.uint8)),
    "other type": lambda tile: np.savez(tile, clusters=np.zeros((32, 32), np.float64)),
    "objects": lambda tile: np.savez(tile, clusters=np.full((32, 32), None, object)),
    "no such cluster": lambda tile: np.savez(tile, clusters=np.full((32, 32), 200, np.uint8)),
    "more": lambda tile: np.savez(tile, clusters=np.ones((32, 32), np.uint8), other=np.zeros((32, 32))),
    "bomb": a_bomb,
}


@pytest.mark.parametrize("damage", TILES.values(), ids=TILES)
def test_damaged_tiles_are_computed_again_and_counted(
    image: str, some_model: str, tmp_path: Path, said: list[str], damage: Callable[[Path], None]
) -> None:
    output = tmp_path / "c.tif"
    cut_off(image, some_model, output)
    tiles = list(tmp_path.glob(".c.tif.tiles/*.npz"))
    for tile in tiles:
        damage(tile)
    result = cluster(image, some_model, output, tile_size=32, resume=True, progress=Progress(say=said.append))
    assert f"{len(tiles)} tiles of the run that was cut off were damaged, and computed again" in said
    assert np.array_equal(result, cluster(image, some_model, tmp_path / "anew.tif", tile_size=32))
    assert not list(tmp_path.glob(".*"))
