"""All steps on one raster, and what must hold whatever the raster is. GDAL itself says what is right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from clusternet_qgis.core.io.tile_cutting import TileOptions, cut_tiles
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.polygons import PolygonOptions, polygonise
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.class_raster import segment_raster
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.sample_clusters import Effort
from clusternet_qgis.core.training.train import train

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=4, epochs=0, tile_size=64, device="cpu")


def declared_valid(path: str, bands: list[int] | None = None) -> NDArray[np.bool_]:
    """Where QGIS draws a raster, by GDAL's own masks (rows, cols)."""
    dataset = gdal.Open(path)
    colours = [dataset.GetRasterBand(i + 1).GetColorInterpretation() for i in range(dataset.RasterCount)]
    valid = np.ones((dataset.RasterYSize, dataset.RasterXSize), bool)
    for index, colour in enumerate(colours, start=1):
        band = dataset.GetRasterBand(index)
        if colour == gdal.GCI_AlphaBand:
            valid &= band.ReadAsArray() > 0
        elif bands is None or index in bands:
            valid &= band.GetMaskBand().ReadAsArray() > 0
            # What is stored in 64 bits need not be a number in 32.
            with np.errstate(over="ignore"):
                valid &= np.isfinite(band.ReadAsArray().astype(np.float32))
    return valid


@dataclass
class Results:
    """What the steps wrote.

    Attributes:
        said: All messages.
        valid: Where the cluster raster is valid (rows, cols).
    """

    tiles: Path
    model: str
    clusters: str
    classes: str
    polygons: str
    said: list[str]
    valid: NDArray[np.bool_]


def run_chain(path: str, folder: Path, options: TrainOptions = OPTIONS, **arguments: Any) -> Results:
    """Cuts, trains, clusters, segments and draws polygons; checks what holds for all rasters."""
    folder.mkdir(parents=True, exist_ok=True)
    said: list[str] = []
    progress = Progress(say=said.append)
    names = {name: str(folder / name) for name in ("model.cnet", "clusters.tif", "classes.tif", "polygons.gpkg")}
    tiles = folder / "tiles"
    sizes = TileOptions(64, 64, 64, 64, "shift", 1.0)
    cut_tiles(path, str(tiles), sizes, **arguments, progress=progress)
    few = Effort(pixels=4000)
    model = train(TrainInputs((path,), **arguments), options, names["model.cnet"], effort=few, progress=progress)
    outputs = MapOutputs(names["clusters.tif"])
    found = map_raster(path, names["model.cnet"], outputs, MapOptions(**arguments), progress=progress)
    chosen = selection.parse(f"chosen=0-{max(model.clusters // 2 - 1, 0)}")
    segment_raster(names["clusters.tif"], chosen, names["classes.tif"], progress=progress)
    cleaning = PolygonOptions(exclude=(chosen.other_value,))
    drawn = polygonise(names["classes.tif"], names["polygons.gpkg"], cleaning, progress=progress)

    clusters, classes = gdal.Open(names["clusters.tif"]), gdal.Open(names["classes.tif"])
    ids, values = clusters.ReadAsArray(), classes.ReadAsArray()
    same_grid(path, names["clusters.tif"])
    same_grid(path, names["classes.tif"])
    tiles_are_parts(path, tiles)
    assert clusters.GetRasterBand(1).GetNoDataValue() == 0
    assert np.array_equal(ids > 0, values > 0)
    assert ids.max() <= model.clusters
    assert found.pixels == np.count_nonzero(ids)
    polygons_cover(names["polygons.gpkg"], names["classes.tif"], values == 1)
    assert drawn.polygons == 0 or (values == 1).any()
    assert not list(folder.rglob("*.partial"))
    return Results(tiles, *names.values(), said, ids > 0)


def same_grid(path: str, output: str) -> None:
    """The same size, place to the last digit, and reference system."""
    first, second = gdal.Open(path), gdal.Open(output)
    assert (first.RasterXSize, first.RasterYSize) == (second.RasterXSize, second.RasterYSize)
    assert first.GetGeoTransform(can_return_null=True) == second.GetGeoTransform(can_return_null=True)
    wkt, found = first.GetProjection(), second.GetProjection()
    assert bool(wkt) == bool(found)
    assert not wkt or osr.SpatialReference(wkt).IsSame(osr.SpatialReference(found))


def tiles_are_parts(path: str, folder: Path) -> None:
    """Each tile holds the raster's own values at the place that its name says."""
    whole = gdal.Open(path)
    tiles = sorted(folder.glob("*.tif"))
    assert tiles
    for tile in tiles[:: max(len(tiles) // 5, 1)]:
        row, col = (int(part[1:]) for part in tile.stem.split("_")[1:])
        part = gdal.Open(str(tile))
        place = (col, row, part.RasterXSize, part.RasterYSize)
        assert part.RasterCount in (whole.RasterCount, whole.RasterCount - 1)
        for index in range(1, part.RasterCount + 1):
            assert part.GetRasterBand(index).DataType == whole.GetRasterBand(index).DataType
            found, right = part.GetRasterBand(index).ReadRaster(), whole.GetRasterBand(index).ReadRaster(*place)
            assert found == right
        x, y = gdal.ApplyGeoTransform(whole.GetGeoTransform(can_return_null=True) or (0, 1, 0, 0, 0, -1), col, row)
        # GDAL sums the terms of a rotated place in another order: the last digit may differ.
        step = max(map(abs, (x, y, 1.0)))
        assert abs(part.GetGeoTransform()[0] - x) <= 1e-14 * step
        assert abs(part.GetGeoTransform()[3] - y) <= 1e-14 * step


def polygons_cover(path: str, raster: str, chosen: NDArray[np.bool_]) -> None:
    """Burnt back on the raster's grid the polygons are the chosen pixels, and each is valid."""
    grid, layers = gdal.Open(raster), ogr.Open(path)
    layer = layers.GetLayer(0)
    burnt = gdal.GetDriverByName("MEM").Create("", grid.RasterXSize, grid.RasterYSize, 1)
    transform = grid.GetGeoTransform(can_return_null=True) or (0, 1, 0, 0, 0, -1)
    burnt.SetGeoTransform(transform)
    burnt.SetProjection(grid.GetProjection())
    gdal.RasterizeLayer(burnt, [1], layer, burn_values=[1])
    assert np.array_equal(burnt.ReadAsArray() > 0, chosen)
    layer.ResetReading()
    area = sum(feature.GetGeometryRef().GetArea() for feature in layer)
    pixel = abs(transform[1] * transform[5] - transform[2] * transform[4])
    assert np.isclose(area, chosen.sum() * pixel, rtol=1e-6)
