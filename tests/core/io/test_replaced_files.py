"""What lay there before goes with the output that replaces it; what belongs to others stays, byte for byte."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
import toy_rasters
from osgeo import gdal, ogr, osr

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.legend import cluster_legend
from clusternet_qgis.core.io.raster_sink import RasterSink
from clusternet_qgis.core.io.replaced_files import replaced_files
from clusternet_qgis.core.io.tile_cutting import cut_tiles
from clusternet_qgis.core.io.tiling import TileOptions, Window
from clusternet_qgis.core.io.vector_sink import VectorSink
from clusternet_qgis.core.io.vrt import write_mosaic

SIZE = 64
GRID = RasterGrid(SIZE, SIZE, toy_rasters.NORTH_UP, toy_rasters.wkt_of(toy_rasters.UTM_40N))
RASTERS = ("tif", "cog", "png", "img", "asc", "jp2", "bil", "vrt")
VECTORS = ("gpkg", "shp", "geojson", "fgb", "csv", "gml", "kml")


def path_of(kind: str, folder: Path) -> Path:
    return folder / f"roads.{'tif' if kind == 'cog' else kind}"


def write_new(kind: str, folder: Path) -> Path:
    """What the run under test writes: the value 7, or one shape at 7."""
    folder.mkdir(parents=True, exist_ok=True)
    path = path_of(kind, folder)
    if kind == "vrt":
        write_mosaic(path, GRID, {}, "uint8", cluster_legend(9), {"CLUSTERNET_RASTER": "a"})
    elif kind in RASTERS:
        with RasterSink(path, GRID, cloud_optimised=kind == "cog") as sink:
            if kind in ("tif", "cog", "img"):
                sink.set_legend(cluster_legend(9))
            sink.write(Window(0, 0, SIZE, SIZE), np.full((SIZE, SIZE), 7, np.uint8))
    else:
        with VectorSink(path, GRID.wkt, ogr.wkbPolygon, [("new", ogr.OFTInteger)], "<qgis/>") as sink:
            shape = ogr.CreateGeometryFromWkt("POLYGON ((7 7,7 8,8 8,7 7))")
            sink.write(bytes(shape.ExportToWkb()), [7])
    return path


def write_old(kind: str, path: Path) -> None:
    """Another dataset under the same name, with all side files that its driver and QGIS make for it."""
    if kind in RASTERS:
        source = gdal.GetDriverByName("MEM").Create("", 2000, 2000, 1)
        source.SetGeoTransform((1.0, 9.0, 0.0, 1.0, 0.0, -9.0))
        source.GetRasterBand(1).Fill(3)
        driver = {"cog": "GTiff", "tif": "GTiff", "img": "HFA", "asc": "AAIGrid", "jp2": "JP2OpenJPEG", "bil": "EHdr"}
        name = driver.get(kind, kind.upper())
        options = ["TFW=YES"] if path.suffix == ".tif" else ["WORLDFILE=YES"] if name == "PNG" else []
        gdal.GetDriverByName(name).CreateCopy(str(path), source, options=options)
        dataset = gdal.Open(str(path))
        dataset.BuildOverviews("NEAREST", [2, 4])
        dataset.GetRasterBand(1).ComputeStatistics(False)
        dataset.GetRasterBand(1).CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset = None
    else:
        driver = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON", "fgb": "FlatGeobuf"}
        dataset = ogr.GetDriverByName(driver.get(kind, kind.upper())).CreateDataSource(str(path))
        layer = dataset.CreateLayer("roads", osr.SpatialReference(GRID.wkt), ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("old", ogr.OFTInteger))
        for number in range(30):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON ((1 1,1 2,2 2,1 1))"))
            feature.SetField(0, number)
            layer.CreateFeature(feature)
        layer = dataset = None
        if kind == "shp":
            dataset = ogr.Open(str(path), 1)
            dataset.ExecuteSQL("CREATE SPATIAL INDEX ON roads")
            dataset.ExecuteSQL("CREATE INDEX ON roads USING old")
            dataset = None
    known = {
        "tif": ["tfw", "tifw", "wld", "aux", "clr"], "png": ["pgw", "pngw", "wld"], "asc": ["prj"],
        "bil": ["clr", "stx"],
        "shp": ["qpj", "sbn", "sbx"], "csv": ["csvt", "prj"], "gml": ["gfs", "xsd"],
    }  # fmt: skip
    for side in ("qml", "sld", "qmd", *known.get(path.suffix[1:], [])):
        if not path.with_suffix(f".{side}").exists():
            path.with_suffix(f".{side}").write_text("30\n0\n0\n-30\n9\n9\n")
    for side in (".ovr", ".aux.xml", ".msk", ".msk.ovr", ".xml", ".vat.dbf", "-wal", "-shm", "-journal"):
        if not Path(f"{path}{side}").exists():
            Path(f"{path}{side}").write_bytes(b"left over")


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def assert_new_only(kind: str, path: Path) -> None:
    """What a program sees is what was written: at all zooms, all shapes, at their place."""
    if kind in RASTERS:
        dataset = gdal.Open(str(path))
        band = dataset.GetRasterBand(1)
        value = 0 if kind == "vrt" else 7
        assert (dataset.RasterXSize, dataset.RasterYSize) == (SIZE, SIZE)
        levels = [band, *(band.GetOverview(i) for i in range(band.GetOverviewCount()))]
        off = 1 if kind == "jp2" else 0  # its driver is lossy
        assert all((abs(level.ReadAsArray().astype(int) - value) <= off).all() for level in levels)
        assert np.allclose(dataset.GetGeoTransform(), toy_rasters.NORTH_UP)
        assert not band.GetMaskFlags() & gdal.GMF_PER_DATASET
        assert band.GetMetadataItem("STATISTICS_MAXIMUM") in (None, "7")
    else:
        dataset = ogr.Open(str(path))
        layer = dataset.GetLayer(0)
        if kind not in ("csv", "kml"):  # without geometries, or in degrees
            layer.SetSpatialFilterRect(0, 0, 10, 10)
        assert [int(feature["new"]) for feature in layer] == [7]
        assert layer.GetLayerDefn().GetFieldIndex("old") < 0


@pytest.mark.parametrize("before", ["the same format", "another format", "only side files", "a layer in use"])
@pytest.mark.parametrize("kind", RASTERS + VECTORS)
def test_what_is_read_afterwards_is_the_new_data_only(kind: str, before: str, tmp_path: Path) -> None:
    clean = names(write_new(kind, tmp_path / "clean").parent)
    path = path_of(kind, tmp_path / "used")
    path.parent.mkdir()
    if before == "a layer in use":
        writer = sqlite3.connect(path)
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE t (a)")
        writer.commit()
        assert Path(f"{path}-wal").exists()
    elif before == "another format":
        write_old("tif" if kind in VECTORS or kind == "png" else "png", path)
    else:
        write_old(kind if kind not in ("vrt",) else "png", path)
        if before == "only side files":
            path.unlink()
    neighbour = tmp_path / "used" / "roads2.tif"
    toy_rasters.write(neighbour, np.ones((4, 4), np.uint8))
    others = ("roads2.tif.ovr", "roads2.tfw", "roads2.qml", "road.qml", "roads.txt", "roads.tif.zip", "roads_2.prj")
    for name in others:
        neighbour.with_name(name).write_bytes(b"other")
    foreign = {name: data for name, data in contents(path.parent).items() if name in (neighbour.name, *others)}
    write_new(kind, path.parent)
    assert_new_only(kind, path)
    after = contents(path.parent)
    assert set(after) - set(foreign) == clean
    assert {name: after[name] for name in foreign} == foreign


@pytest.mark.parametrize("kind", RASTERS + VECTORS)
@pytest.mark.parametrize("neighbour", ["tif", "shp", "gpkg", "img", "png"])
def test_what_belongs_to_a_neighbour_of_the_same_stem_stays(kind: str, neighbour: str, tmp_path: Path) -> None:
    path = path_of(kind, tmp_path)
    if path.suffix == f".{neighbour}":
        pytest.skip("not a neighbour")
    write_old(neighbour, path_of(neighbour, tmp_path))
    before = contents(tmp_path)
    if (kind, neighbour) in (("asc", "shp"), ("bil", "shp"), ("csv", "shp"), ("png", "tif")):
        with pytest.raises(ClusterNetError, match=rf"roads\.\w+, which is read with it, belongs to roads\.{neighbour}"):
            write_new(kind, tmp_path)
        assert contents(tmp_path) == before
        return
    write_new(kind, tmp_path)
    after = contents(tmp_path)
    assert {name: data for name, data in after.items() if name in before} == before
    if path.suffix != ".vrt":  # the side files of a neighbour may be read for it
        assert_new_only(kind, path)


def test_what_only_the_driver_knows_goes_and_a_dataset_does_not(tmp_path: Path) -> None:
    path = tmp_path / "scene.tif"
    toy_rasters.write(path, np.ones((8, 8), np.uint8))
    for name in ("scene.RPB", "scene.IMD", "scene.XML.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "scene_rpc.txt").write_text("LINE_OFF: 1\n")
    listed = {Path(name).name for name in gdal.Open(str(path)).GetFileList()}
    gone = {file.name for file in replaced_files(path)}
    assert listed - {"scene.tif"} <= gone
    assert "scene.XML.txt" not in gone
    # Sources of a virtual raster are datasets of their own, also under its stem.
    gdal.BuildVRT(str(tmp_path / "scene.vrt"), [str(path)])
    assert path not in replaced_files(tmp_path / "scene.vrt")


def test_tiles_of_before_go_with_their_side_files(tmp_path: Path) -> None:
    raster = toy_rasters.write(tmp_path / "ortho.tif", np.ones((3, 8, 8), np.uint8))
    folder = tmp_path / "tiles"
    cut_tiles(raster, str(folder), TileOptions(4, 4, 4, 4))
    first, last = "tile_r000000_c000000.tif", "tile_r000099_c000000.tif"
    for name in (f"{first}.ovr", last, f"{last}.aux.xml", "mine.tif", "legend.json"):
        shutil.copy(raster, folder / name)
    cut_tiles(raster, str(folder), TileOptions(8, 8, 8, 8))
    assert names(folder) == {"tile_r000000_c000000.tif", "mine.tif", "legend.json"}
