"""The page on a model's clusters, from the raster to the browser."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib import image as pyplot_image
from toy_rasters import NORTH_UP, quadrants, write

from clusternet_qgis.core.errors import Cancelled, RasterError
from clusternet_qgis.core.mapping.suggested_classes import suggest_classes
from clusternet_qgis.core.networks.light import LightNetwork
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.reports.cluster_report import write_cluster_report
from clusternet_qgis.core.training import learner
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIZE = 96


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("image") / "image.tif", quadrants(SIZE, SIZE))


@pytest.fixture(scope="module")
def model(image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    options = TrainOptions(network="unet_same", width=4, clusters=5, epochs=1, tile_size=32, device="cpu")
    path = str(tmp_path_factory.mktemp("model") / "model.cnet")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learner, "_LEAST_STEPS", 1)
        patch.setattr(LightNetwork, "epoch_steps", 1)
        train(TrainInputs((image,)), options, path)
    return path


def test_a_page_has_a_card_for_each_cluster_and_loads_nothing(image: str, model: str, tmp_path: Path) -> None:
    found = write_cluster_report(image, model, str(tmp_path / "page.html"), MapOptions(device="cpu"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count('<section class="cluster"') == found.cluster_count >= 2
    assert page.count("data:image/png") >= found.cluster_count
    assert not re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', page)
    assert "@media print" in page
    # The whole raster is 96 x 96 pixels of 2 m; a metre of UTM is a thousandth off at most.
    area = (SIZE * abs(NORTH_UP[1])) ** 2 / 1e4
    shown = float(page.split("occur in image.tif, on ")[1].split(" ha")[0])
    assert shown == pytest.approx(area, rel=5e-3)


def test_a_map_shows_where_groups_are_and_their_line_can_be_copied(image: str, model: str, tmp_path: Path) -> None:
    write_cluster_report(image, model, str(tmp_path / "page.html"), MapOptions(device="cpu"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    (address,) = re.findall(r'src="data:image/png;base64,([^"]*)" alt="map of the groups"', page)
    pixels = pyplot_image.imread(io.BytesIO(base64.b64decode(address)))
    assert pixels.shape[:2] == (SIZE, SIZE)
    shown = {tuple(colour) for colour in np.round(255 * pixels[..., :3]).astype(int).reshape(-1, 3).tolist()}
    groups = re.findall(r'background: #(\w{6})"></span> <strong>group', page)
    assert groups
    assert {tuple(bytes.fromhex(colour)) for colour in groups} == shown
    assert 'onclick="copyGroups' in page
    assert page.count('id="groups"') == 1


def test_an_extent_is_all_that_is_described(image: str, model: str, tmp_path: Path) -> None:
    left, top = NORTH_UP[0], NORTH_UP[3]
    extent = (left, top - 60, left + 60, top)
    write_cluster_report(image, model, str(tmp_path / "page.html"), MapOptions(extent=extent, device="cpu"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert float(page.split("occur in image.tif, on ")[1].split(" m²")[0].replace(",", "")) == pytest.approx(
        3600, rel=5e-3
    )


def test_a_raster_that_is_gone_is_one_sentence_and_leaves_nothing(model: str, tmp_path: Path) -> None:
    with pytest.raises(RasterError, match=r"gone\.tif.*Check that the file exists"):
        write_cluster_report(str(tmp_path / "gone.tif"), model, str(tmp_path / "page.html"))
    assert not list(tmp_path.iterdir())


def test_without_a_reference_system_areas_are_pixels(model: str, tmp_path: Path) -> None:
    bare = write(tmp_path / "bare.tif", quadrants(SIZE, SIZE), None, None)
    write_cluster_report(bare, model, str(tmp_path / "page.html"), MapOptions(device="cpu"))
    assert f"on {SIZE * SIZE:,} pixels" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_cancel_leaves_nothing(image: str, model: str, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_cluster_report(image, model, str(tmp_path / "page.html"), progress=Progress(is_cancelled=lambda: True))
    assert not list(tmp_path.iterdir())


def test_each_card_says_what_the_cluster_may_be(image: str, model: str, tmp_path: Path) -> None:
    write_cluster_report(image, model, str(tmp_path / "page.html"), MapOptions(device="cpu"))
    page = " ".join((tmp_path / "page.html").read_text(encoding="utf-8").split())
    cards = page.split('<section class="cluster"')[1:]
    named = suggest_classes(image, model, options=MapOptions(device="cpu")).clusters
    for card in cards:
        entry = named[int(re.findall(r'id="cluster-(\d+)"', card)[0])]
        assert f"{entry.likeliest}" in card.split("patches")[0]
        assert f"({100 * entry.certainty:.0f} %)" in card.split("patches")[0]
        assert ("Suggested name" in card) == bool(entry.name)
