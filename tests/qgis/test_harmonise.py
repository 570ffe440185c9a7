"""clusternet:harmonise, and that train, cluster and tileraster take what it writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

PIXELS = 60


def write_sheets(folder: Path) -> list[str]:
    """The toy picture as two sheets that overlap by 24 columns, the second one darker."""
    folder.mkdir(exist_ok=True)
    values = toys.picture().astype(float)
    valid = (values > 0).any(0)
    darker = np.where(valid, np.clip(np.round(0.8 * values), 1, 255), 0)
    first = toys.write_raster(folder / "first.tif", values[:, :, :PIXELS].astype(np.uint8))
    left = toys.LEFT + (toys.SIZE - PIXELS) * toys.PIXEL
    second = toys.write_raster(folder / "second.tif", darker[:, :, -PIXELS:].astype(np.uint8), left=left)
    return [first, second]


@pytest.fixture
def sheets(tmp_path: Path) -> list[str]:
    return write_sheets(tmp_path / "sheets")


def pixels(path: str | Path) -> np.ndarray:
    dataset = gdal.Open(str(path))
    shape = dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize
    return np.frombuffer(dataset.ReadRaster(), np.uint8).reshape(shape).astype(float)


def test_sheets_become_alike_with_a_report(run: Any, sheets: list[str], tmp_path: Path) -> None:
    heard = toys.Heard()
    results = run("harmonise", heard, INPUT=sheets, OUTPUT=str(tmp_path / "out"), REPORT=str(tmp_path / "r.html"))
    assert results["OVERLAP_DIFFERENCE_AFTER"] < 0.1 * results["OVERLAP_DIFFERENCE_BEFORE"]
    one, other = (pixels(tmp_path / "out" / name) for name in ("first.vrt", "second.vrt"))
    overlap = 2 * PIXELS - toys.SIZE
    assert np.abs(one[:, :, -overlap:] - other[:, :, :overlap]).mean() < 1.5
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("data:image/png") == 2
    assert "first.tif" in page
    assert any("now differ by" in text for text in heard.text)


def test_train_cluster_and_tileraster_take_the_sheets(run: Any, sheets: list[str], tmp_path: Path) -> None:
    """The folder, the files, and layers of the project; pixels of the overlap get one cluster from both sheets."""
    folder = run("harmonise", INPUT=sheets, OUTPUT=str(tmp_path / "out"))["OUTPUT"]
    files = sorted(str(path) for path in Path(folder).glob("*.vrt"))
    by_folder = run("train", FOLDER=folder, OUTPUT=str(tmp_path / "folder.cnet"), **toys.TINY)
    assert by_folder["CLUSTER_COUNT"] == 6
    options = {"NETWORK": "pixels", "CLUSTERS": 6, "EPOCHS": 0}
    layers = [QgsRasterLayer(file, Path(file).stem) for file in files]
    QgsProject.instance().addMapLayers(layers)
    try:
        model = run("train", INPUT=layers, OUTPUT=str(tmp_path / "layers.cnet"), **options)["OUTPUT"]
        maps = [
            pixels(run("cluster", INPUT=layer, MODEL=model, OUTPUT=str(tmp_path / f"{i}.tif"))["OUTPUT"])
            for i, layer in enumerate(layers)
        ]
    finally:
        QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
    overlap = 2 * PIXELS - toys.SIZE
    inner = slice(6, -6)  # what a pixel gets hangs on what lies around it
    assert (maps[0][0, :, -overlap:] == maps[1][0, :, :overlap])[:, inner].mean() > 0.9
    tiles = run("tileraster", INPUT=files[1], TILE_WIDTH=30, TILE_HEIGHT=30, OUTPUT=str(tmp_path / "tiles"))
    assert tiles["TILE_COUNT"] > 3


def test_a_folder_with_both_is_one_of_geotiffs(run: Any, sheets: list[str], tmp_path: Path) -> None:
    """Virtual rasters beside GeoTIFFs are mostly made of these: nothing is learnt twice."""
    folder = Path(sheets[0]).parent
    gdal.BuildVRT(str(folder / "all.vrt"), sheets).FlushCache()
    (folder / "broken.vrt").write_text("none")
    run("train", FOLDER=str(folder), OUTPUT=str(tmp_path / "m.cnet"), **toys.TINY)


def test_a_layer_as_it_is_shown_outlives_qgis(run: Any, sheets: list[str], tmp_path: Path) -> None:
    """Values that a layer takes for no data are read from a temporary file; the results keep a copy of it."""
    from qgis.core import QgsRasterRange

    layer = QgsRasterLayer(sheets[0], "first")
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(200, 255)])
    QgsProject.instance().addMapLayer(layer)
    try:
        folder = run("harmonise", INPUT=[layer, sheets[1]], OUTPUT=str(tmp_path / "out"))["OUTPUT"]
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    (views,) = Path(folder, "views").glob("*.vrt")
    names = sorted(path.name for path in Path(folder).glob("*.vrt"))
    assert len(names) == 2
    text = Path(folder, views.name).read_text(encoding="utf-8")
    assert "views/" in text
    assert "clusternet-" not in text
    dataset = gdal.Open(str(Path(folder, views.name)))
    valid = dataset.GetRasterBand(1).GetMaskBand().ReadRaster()
    assert np.frombuffer(valid, np.uint8).min() == 0


def test_bad_input(run: Any, sheets: list[str], tmp_path: Path) -> None:
    def refused(**values: Any) -> str:
        with pytest.raises(Exception, match=r".") as error:
            run("harmonise", **{"INPUT": sheets, "OUTPUT": str(tmp_path / "out"), **values})
        return str(error.value)

    assert "alone" in refused(INPUT=sheets[:1])
    assert "twice" in refused(INPUT=[*sheets, sheets[0]])
    assert "folder of a sheet" in refused(OUTPUT=str(Path(sheets[0]).parent))
    single = toys.write_raster(tmp_path / "single.tif", toys.picture(1))
    assert "same number of bands" in refused(INPUT=[*sheets, single])
    assert "overwrite" in refused(REPORT=sheets[0])


def test_harmonised_sheets_are_no_input_of_their_own_folder(run: Any, sheets: list[str], tmp_path: Path) -> None:
    folder = run("harmonise", INPUT=sheets, OUTPUT=str(tmp_path / "out"))["OUTPUT"]
    with pytest.raises(Exception, match=r"overwrite|folder of a sheet"):
        run("harmonise", INPUT=sorted(str(path) for path in Path(folder).glob("*.vrt")), OUTPUT=folder)


def test_qgis_process_harmonises(qgis_process: Any, sheets: list[str], tmp_path: Path) -> None:
    finished = qgis_process.run("clusternet:harmonise", INPUT=sheets, OUTPUT=tmp_path / "out")
    assert finished.code == 0, finished.text
    assert (tmp_path / "out" / "second.vrt").exists()
