"""The user's own encoder from file to map, as it is and as the teacher of `light`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from toy_encoders import Convolutions, Transformer, export
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.clustering.kmeans import normalised_mutual_information
from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.interactive.session import LiveSession
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.onnx_export import export_model
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.sample_clusters import QUICK
from clusternet_qgis.core.training.train import train

ROWS, COLS = 150, 180
KINDS = {
    "convolutions": lambda path: export(path, Convolutions(), beside={"size": 64}),
    "transformer": lambda path: export(path, Transformer(), 48, fixed=True),
}


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("image") / "a.tif", quadrants(ROWS, COLS))


@pytest.fixture(scope="module", params=KINDS)
def encoder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    torch.manual_seed(0)
    return str(KINDS[request.param](tmp_path_factory.mktemp("encoder") / "own.onnx"))


@pytest.fixture(scope="module")
def model(encoder: str, image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("model") / "m.cnet")
    train(TrainInputs((image,)), options(encoder), path, effort=QUICK)
    return path


def options(encoder: str, **others: object) -> TrainOptions:
    return TrainOptions(**{"network": "encoder", "encoder": encoder, "clusters": 4, "device": "cpu"} | others)  # type: ignore[arg-type]


def parts() -> np.ndarray:
    truth = np.zeros((ROWS, COLS), np.int64)
    truth[: ROWS // 2, COLS // 2 :] = 1
    truth[ROWS // 2 :, COLS // 2 :] = 2
    return truth


def test_it_is_not_trained_and_what_it_is_is_said(encoder: str, image: str, tmp_path: Path) -> None:
    said: list[str] = []
    progress, path = Progress(say=said.append), str(tmp_path / "m.cnet")
    trained = train(TrainInputs((image,)), options(encoder), path, effort=QUICK, progress=progress)
    assert trained.epochs_done == 0
    assert [text for text in said if text.startswith("The encoder own.onnx gives ")]
    assert [text for text in said if "Found by trying: " in text]


def test_a_map_needs_no_file_of_the_encoder_and_has_no_seams(model: str, image: str, tmp_path: Path) -> None:
    header = cluster_model.read_header(model)
    Path(header.options.encoder).rename(tmp_path / "moved.onnx")
    try:
        stride = cluster_model.load(model).in_torch().network.stride
        whole, tiled = (MapOutputs(str(tmp_path / name)) for name in ("whole.tif", "tiled.tif"))
        map_raster(image, model, whole)
        result = map_raster(image, model, tiled, MapOptions(tile_size=stride))
    finally:
        (tmp_path / "moved.onnx").rename(header.options.encoder)
    ids = read(whole.clusters)[0]
    assert (ids == read(tiled.clusters)[0]).mean() > 0.9999
    assert result.seam_index == pytest.approx(1, abs=0.05)
    assert normalised_mutual_information(ids.ravel().astype(np.int64), parts().ravel()) > 0.5


def test_the_dock_paints_on_it(model: str, image: str, tmp_path: Path) -> None:
    session = LiveSession(image, model, str(tmp_path / "cache"))
    try:
        view = session.view([0, 0, COLS, ROWS], COLS, ROWS, Progress())
        assert len(np.unique(np.load(view["path"])[0])) >= 3
    finally:
        session.close()


def test_it_cannot_be_exported_which_is_said(model: str, tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="'encoder' cannot be written into an ONNX file"):
        export_model(model, str(tmp_path / "m.onnx"))


def test_a_training_goes_on_from_its_model(encoder: str, model: str, image: str, tmp_path: Path) -> None:
    again = train(TrainInputs((image,)), options("", network="light"), str(tmp_path / "m.cnet"), model, effort=QUICK)
    assert again.options.network == "encoder"
    assert np.array_equal(again.centroids, cluster_model.load(model).centroids)


def test_light_learns_its_features(encoder: str, image: str, tmp_path: Path) -> None:
    """Distances between pixels become those of the encoder, more than they were before."""
    light = {"network": "light", "tile_size": 64}
    models = {name: str(tmp_path / f"{name}.cnet") for name in ("frozen", "taught", "untaught")}
    train(TrainInputs((image,)), options(encoder), models["frozen"], effort=QUICK)
    train(TrainInputs((image,)), options(encoder, **light, epochs=4), models["taught"], effort=QUICK)
    train(TrainInputs((image,)), options("", **light, epochs=0), models["untaught"], effort=QUICK)
    assert not [name for name in cluster_model.load(models["taught"]).weights if "graph" in name], "it is not needed"
    distances = {}
    for name, path in models.items():
        outputs = MapOutputs(f"{path}.tif", features=f"{path}.features.tif")
        map_raster(image, path, outputs)
        points = read(outputs.features)[:, 10:-10:9, 10:-10:9].reshape(cluster_model.load(path).feature_size, -1).T
        distances[name] = np.linalg.norm(points[:, None] - points[None], axis=2).ravel()
    alike = {name: float(np.corrcoef(distances[name], distances["frozen"])[0, 1]) for name in ("taught", "untaught")}
    assert alike["taught"] > alike["untaught"]
    assert alike["taught"] > 0.8


def test_other_evidence_counts_beside_it(encoder: str, image: str, tmp_path: Path) -> None:
    """What the picture does not show, a height says; the encoder sees the picture alone."""
    heights = np.zeros((ROWS, COLS), np.float32)
    heights[: ROWS // 2, : COLS // 3] = 9
    extra = write(tmp_path / "chm.tif", heights, descriptions=["height above ground"])
    path, output = str(tmp_path / "m.cnet"), str(tmp_path / "c.tif")
    inputs = TrainInputs((image,), extra=(extra,))
    train(inputs, options(encoder, clusters=6), path, effort=QUICK)
    map_raster(image, path, MapOutputs(output), MapOptions(extra=(extra,)))
    ids = read(output)[0].astype(np.int64)[:, : COLS // 2 - 10]
    high = (heights > 0)[:, : COLS // 2 - 10].astype(np.int64)
    assert normalised_mutual_information(ids.ravel(), high.ravel()) > 0.3
