"""The demo's picture: image, clusters and segmentation side by side."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from osgeo import gdal

_LARGEST_SIDE = 1200


def draw(image: Path, clusters: Path, classes: Path, output: Path) -> None:
    """Draws the overview as PNG."""
    figure = Figure(figsize=(15, 5.4), layout="constrained")
    panels = (("Orthophoto", _photo(image)), ("Clusters", _coloured(clusters)), ("Segmentation", _coloured(classes)))
    for axis, (title, picture) in zip(figure.subplots(1, 3), panels):
        axis.imshow(picture)
        axis.set_title(title)
        axis.set_axis_off()
    dataset = gdal.Open(str(classes))  # a band dies with its dataset
    dataset.GetProjection()  # GDAL 3.6 reads the side file with the names only when asked for the georeference
    names, table = dataset.GetRasterBand(1).GetCategoryNames(), dataset.GetRasterBand(1).GetColorTable()
    for value, name in enumerate(names[1:], start=1):
        colour = [part / 255 for part in table.GetColorEntry(value)[:3]]
        axis.plot([], [], "s", color=colour, label=name)
    axis.legend(loc="lower right", fontsize=9)
    FigureCanvasAgg(figure).print_png(str(output))


def _read(path: Path, band: int) -> NDArray[np.float32]:
    dataset = gdal.Open(str(path))
    step = max(max(dataset.RasterXSize, dataset.RasterYSize) / _LARGEST_SIDE, 1)
    cols, rows = int(dataset.RasterXSize / step), int(dataset.RasterYSize / step)
    data = dataset.GetRasterBand(band).ReadRaster(
        buf_xsize=cols, buf_ysize=rows, buf_type=gdal.GDT_Float32, resample_alg=gdal.GRIORA_NearestNeighbour
    )
    return np.frombuffer(data, np.float32).reshape(rows, cols)


def _photo(path: Path) -> NDArray[np.float32]:
    """Three bands, or one, stretched between the 2nd and 98th percentile."""
    count = gdal.Open(str(path)).RasterCount
    values = np.stack([_read(path, band) for band in ((1, 2, 3) if count >= 3 else (1, 1, 1))], -1)
    low, high = np.nanpercentile(values, (2, 98), axis=(0, 1))
    return np.clip((values - low) / np.maximum(high - low, 1e-9), 0, 1)


def _coloured(path: Path) -> NDArray[np.uint8]:
    values = _read(path, 1).astype(int)
    dataset = gdal.Open(str(path))
    table = dataset.GetRasterBand(1).GetColorTable()
    palette = np.full((values.max() + 1, 3), 255, np.uint8)
    for value in range(1, len(palette)):
        palette[value] = table.GetColorEntry(value)[:3]
    return palette[values]
