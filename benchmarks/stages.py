"""Where the time of mapping goes: processor seconds of each step, one after the other, and of reading formats."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from osgeo import gdal

from benchmarks.images import development_images
from benchmarks.size import repeated, trained
from benchmarks.speed import noise_raster, say
from clusternet_qgis.core.io.normalisation import NormalisationStats
from clusternet_qgis.core.io.raster_sink import RasterSink
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.mapping import map_raster, tile_mapper
from clusternet_qgis.core.mapping.seam_index import SeamCounter
from clusternet_qgis.core.mapping.tile_mapper import PixelClusterer, TileMapper
from clusternet_qgis.core.model.onnx_engine import OnnxEngine

SIDE = 4000
BLOCK = 1024
# Steps by where they are in the code; what a step calls that is a step itself counts there.
STEPS = {
    "model and graph": [(PixelClusterer, "__init__"), (map_raster, "load_model")],
    "opening the raster": [(map_raster, "open_for_model")],
    "reading: GDAL": [(RasterSource, "_read_band")],
    "reading: what is valid, mirrored": [(RasterSource, "read")],
    "normalising": [(NormalisationStats, "apply")],
    "network": [(OnnxEngine, "run")],
    "nearest clusters": [(tile_mapper, "nearest_clusters")],
    "ids and no data": [(TileMapper, "assign"), (TileMapper, "read"), (SeamCounter, "add")],
    "compressing, overviews": [(RasterSink, "write"), (RasterSink, "add_overviews")],
    "closing, fsync": [(RasterSink, "__exit__")],
    "all else": [(map_raster, "map_raster")],
}


class Stopwatch:
    """Processor seconds by name; of nested calls each counts where it is innermost."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner = 0.0

    def timed(self, name: str, function: Any, *arguments: Any, **named: Any) -> Any:
        """Calls a function, and adds its seconds to a name."""
        start, before = time.process_time(), self._inner
        self._inner = 0.0
        try:
            return function(*arguments, **named)
        finally:
            seconds = time.process_time() - start
            self.seconds[name] += seconds - self._inner
            self._inner = before + seconds


@contextmanager
def in_turn(items: Iterable[Any], *_: Any) -> Iterator[Iterator[Any]]:
    """In place of `prefetched`: every step waits for the one before, so that seconds can be told apart."""
    yield iter(items)


def profiled(raster: str, model: str, output: str) -> dict[str, float]:
    """Processor seconds of each step of mapping a raster."""
    watch = Stopwatch()
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(map_raster, "prefetched", in_turn))
        for name, places in STEPS.items():
            for owner, function in places:
                original = getattr(owner, function)
                stack.enter_context(mock.patch.object(owner, function, _timed(watch, name, original)))
        map_raster.map_raster(raster, model, map_raster.MapOutputs(output))
    return watch.seconds


def _timed(watch: Stopwatch, name: str, original: Any) -> Any:
    def called(*arguments: Any, **named: Any) -> Any:
        return watch.timed(name, original, *arguments, **named)

    return called


def block(path: Path) -> None:
    """A piece of a real image in three bands; blurred noise where there is none."""
    images = development_images()
    if not images:
        noise_raster(path, BLOCK)
        return
    (values,) = images["kampala"].arrays
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), BLOCK, BLOCK, 3, gdal.GDT_Byte, ["TILED=YES"])
    dataset.WriteRaster(0, 0, BLOCK, BLOCK, values[:3, :BLOCK, :BLOCK].astype(np.uint8).tobytes())


def formats(folder: Path, side: int) -> dict[str, str]:
    """The same raster as files of several formats, by name."""
    block(folder / "block.tif")
    mosaic = repeated(folder / "block.tif", folder / "mosaic.vrt", side)
    jpeg = ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES"]
    options = {
        "JPEG in TIFF": partial(gdal.Translate, format="GTiff", creationOptions=jpeg),
        "COG, DEFLATE": partial(gdal.Translate, format="COG", creationOptions=["COMPRESS=DEFLATE"]),
        "TIFF": partial(gdal.Translate, format="GTiff", creationOptions=["TILED=YES"]),
    }
    paths = {"VRT mosaic": mosaic}
    for index, (name, translate) in enumerate(options.items()):
        paths[name] = str(folder / f"{index}.tif")
        translate(paths[name], mosaic)
    return paths


def read_seconds(raster: str, model: str) -> float:
    """Processor seconds of reading and normalising all tiles."""
    loaded = map_raster.load_model(model)
    with map_raster.open_for_model(raster, loaded) as source:
        mapper = TileMapper(source, loaded)
        tiles = mapper.tiles(source.grid.window, 1024)
        start = time.process_time()
        for tile in tiles:
            mapper.read(tile)
        return time.process_time() - start


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=SIDE)
    side = parser.parse_args().side
    megapixels = side**2 / 1e6
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        paths = formats(folder, side)
        model = str(folder / "model.cnet")
        trained(str(folder / "block.tif"), model, "light")
        seconds = profiled(paths["JPEG in TIFF"], model, str(folder / "clusters.tif"))
        total = sum(seconds.values())
        for name in STEPS:
            say(step=name, side=side, processor_s_per_mp=seconds[name] / megapixels, share=seconds[name] / total)
        say(step="in all", side=side, processor_s_per_mp=total / megapixels, share=1.0)
        for name, path in paths.items():
            say(format=name, reading_processor_s_per_mp=read_seconds(path, model) / megapixels)


if __name__ == "__main__":
    main()
