"""No output overwrites an input or another output, by whatever names the files are given."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import toy_rasters
from osgeo import gdal, ogr

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.io import output_clash
from clusternet_qgis.core.io.output_clash import find_clash, refuse_clashes, same_file
from clusternet_qgis.core.io.tile_cutting import cut_tiles
from clusternet_qgis.core.io.tiling import TILE_FILES, TileOptions
from clusternet_qgis.core.polygons.polygonise import polygonise
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.class_raster import segment_raster
from clusternet_qgis.core.selection.from_reference import select_by_reference

VALUES = np.ones((8, 8), np.uint8)


def raster(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    return toy_rasters.write(path, VALUES)


def linked(make: Callable[[Path, Path], None], file: Path) -> str:
    link = file.with_name(f"link_{file.name}")
    make(link, file)
    return str(link)


def through_a_linked_folder(file: Path) -> str:
    folder = file.parent.parent / "linked"
    folder.symlink_to(file.parent)
    return str(folder / file.name)


SPELLINGS: dict[str, Callable[[Path], str]] = {
    "absolute": str,
    "relative": lambda file: os.path.relpath(file),
    "dots": lambda file: f"{file.parent}/./x/../{file.name}",
    "symbolic link": lambda file: linked(lambda link, to: link.symlink_to(to), file),
    "hard link": lambda file: linked(lambda link, to: link.hardlink_to(to), file),
    "folder's link": through_a_linked_folder,
    "layer name": lambda file: f"{file}|layername=shapes|subset=a > 1",
    "URL": lambda file: file.as_uri(),
    "delimited text": lambda file: f"{file.as_uri()}?type=csv&detectTypes=yes",
    "options": lambda file: f"{file}|option:NUM_THREADS=2",
    "virtual": lambda file: f"vrt://{file}?bands=1",
    "database": lambda file: f"dbname='{file}' table=\"shapes\" (geom)",
    "driver": lambda file: f"GPKG:{file}:shapes",
    "driver with quotes": lambda file: f'NETCDF:"{file}":height',
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("name", ["ortho.tif", "my höhe #1.gpkg", "model.cnet", "table.csv", "page.html"])
def test_an_output_is_no_input_however_it_is_spelt(spelling: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "data" / name
    (file.parent / "x").mkdir(parents=True)
    file.write_bytes(b"precious")
    spelt = SPELLINGS[spelling](file)
    with pytest.raises(OptionsError, match="OUTPUT would overwrite INPUT"):
        refuse_clashes({"OUTPUT": file}, {"INPUT": spelt})
    with pytest.raises(OptionsError, match="OUTPUT would overwrite INPUT"):
        refuse_clashes({"OTHER": tmp_path / "other", "OUTPUT": file}, {"AREA": "", "INPUT": ["memory?x", spelt]})
    assert find_clash({"OUTPUT": file}, {"INPUT": spelt}, {}, {"OUTPUT": "INPUT"}) is None
    assert find_clash({"OUTPUT": file.with_name(f"new_{name}")}, {"INPUT": spelt}, {}, {}) is None


@pytest.mark.parametrize("spelling", ["absolute", "relative", "dots", "folder's link", "URL"])
@pytest.mark.parametrize("there", [True, False])
def test_outputs_have_different_names(spelling: str, there: bool, tmp_path: Path) -> None:
    file = tmp_path / "data" / "out.tif"
    (file.parent / "x").mkdir(parents=True)
    if there:
        file.write_bytes(b"before")
    with pytest.raises(OptionsError, match="OUTPUT and REPORT would overwrite each other"):
        refuse_clashes({"OUTPUT": file, "REPORT": SPELLINGS[spelling](file)}, {})


def test_a_link_to_what_is_not_there_yet_is_the_same_output(tmp_path: Path) -> None:
    (tmp_path / "link.tif").symlink_to(tmp_path / "out.tif")
    assert find_clash({"OUTPUT": tmp_path / "out.tif", "NOVELTY": tmp_path / "link.tif"}, {}, {}, {})


def test_case_counts_where_the_file_system_tells_it_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"OUTPUT": tmp_path / "Map.tif", "CONFIDENCE": tmp_path / "MAP.TIF"}
    ignores = same_file(tmp_path, tmp_path.with_name(tmp_path.name.upper()))
    assert bool(find_clash(names, {}, {}, {})) == ignores
    monkeypatch.setattr(output_clash, "_ignores_case", lambda path: True)
    assert find_clash(names, {}, {}, {})


@pytest.mark.parametrize("side", [".ovr", ".aux.xml", ".msk", ".msk.ovr", "-wal"])
@pytest.mark.parametrize("there", [True, False])
def test_a_side_file_of_an_input_is_a_part_of_it(side: str, there: bool, tmp_path: Path) -> None:
    path = raster(tmp_path / "ortho.tif")
    if there:
        Path(path + side).write_bytes(b"side")
    assert find_clash({"OUTPUT": path + side}, {"INPUT": path}, {}, {})
    assert find_clash({"OUTPUT": path, "TABLE": path + side}, {}, {}, {})
    assert bool(find_clash({"OUTPUT": path}, {"INPUT": path + side}, {}, {})) == there


def test_an_input_is_all_that_its_driver_lists(tmp_path: Path) -> None:
    tile = raster(tmp_path / "tiles" / "tile.tif")
    gdal.BuildVRT(str(tmp_path / "inner.vrt"), [tile])
    gdal.BuildVRT(str(tmp_path / "outer.vrt"), [str(tmp_path / "inner.vrt")])
    with zipfile.ZipFile(tmp_path / "sheets.zip", "w") as archive:
        archive.write(tile, "sheets/tile.tif")
    ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "roads.shp")).CreateLayer("roads")
    inside = f"/vsizip/{tmp_path}/sheets.zip/sheets/tile.tif"
    for output, source in (
        (tile, tmp_path / "inner.vrt"),
        (tile, tmp_path / "outer.vrt"),
        (tmp_path / "inner.vrt", tmp_path / "outer.vrt"),
        (tmp_path / "sheets.zip", inside),
        (tmp_path / "sheets.zip", f"/vsizip/{{{tmp_path}/sheets.zip}}/sheets/tile.tif"),
        (tmp_path / "roads.dbf", tmp_path / "roads.shp"),
        (tmp_path / "roads.shp", tmp_path / "roads.dbf"),
    ):
        assert find_clash({"OUTPUT": output}, {"INPUT": source}, {}, {}), (output, source)
    assert find_clash({"OUTPUT": tmp_path / "tiles" / "new.tif"}, {"INPUT": tmp_path / "outer.vrt"}, {}, {}) is None
    assert find_clash({"OUTPUT": tmp_path / "roads.tif"}, {"INPUT": tmp_path / "roads.shp"}, {}, {}) is None


def test_folders(tmp_path: Path) -> None:
    folder, own = tmp_path / "tiles", {"OUTPUT": TILE_FILES}
    tile = raster(folder / "tile_r000000_c000000.tif")
    labels = raster(folder / "labels" / "tile_r000000_c000000.tif")
    other = raster(folder / "ortho.tif")
    for read in (tile, labels, folder, Path(tile).as_uri()):
        assert find_clash({"OUTPUT": folder}, {"INPUT": read}, own, {}), read
    assert find_clash({"OUTPUT": folder}, {"INPUT": other}, own, {}) is None
    assert find_clash({"OUTPUT": folder}, {"INPUT": other}, {"OUTPUT": output_clash.ANYTHING}, {})
    for index, taken in ((folder, True), (folder / "labels", True), (tile, True), (folder / "index.gpkg", False)):
        assert bool(find_clash({"OUTPUT": folder, "INDEX": index}, {}, own, {})) == taken, index
    assert find_clash({"OUTPUT": folder, "INDEX": folder / "index.gpkg"}, {}, {"OUTPUT": output_clash.ANYTHING}, {})
    # Of a folder that is read, images are read.
    assert find_clash({"MODEL": other}, {"FOLDER": folder}, {}, {})
    assert find_clash({"MODEL": folder / "model.cnet"}, {"FOLDER": folder}, {}, {}) is None


def test_names_that_no_file_has_are_no_trouble() -> None:
    strange = [
        "",
        "memory?x=\0",
        "http://x.org/a.tif",
        "/vsicurl/http://x.org/a.tif",
        "postgres://x",
        "a:b:c",
        "x" * 9999,
    ]
    assert find_clash({"OUTPUT": "/no/such/folder/out.tif", "TABLE": ""}, {"INPUT": strange}, {}, {}) is None
    assert find_clash({str(i): name for i, name in enumerate(strange)}, {"INPUT": "/no/such.tif"}, {}, {}) is None


def test_the_functions_of_the_core_refuse_it_too(tmp_path: Path) -> None:
    path = raster(tmp_path / "clusters.tif")
    before = Path(path).read_bytes()
    link = tmp_path / "link.tif"
    link.symlink_to(path)
    chosen = selection.parse("a=0")
    for call in (
        lambda: segment_raster(path, chosen, str(link)),
        lambda: polygonise(str(link), path),
        lambda: cut_tiles(path, str(tmp_path / "tiles"), TileOptions(4, 4), labels=str(link), index=path),
        lambda: select_by_reference(str(link), path, table=path),
    ):
        with pytest.raises(OptionsError, match="would overwrite"):
            call()
    assert Path(path).read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"clusters.tif", "link.tif"}
