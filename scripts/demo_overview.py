"""The demo's picture: orthophoto, clusters, the classes over the orthophoto, and the check against the reference."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from numpy.typing import NDArray
from osgeo import gdal, osr

if TYPE_CHECKING:
    from demo_data import Town
    from matplotlib.axes import Axes

Picture = NDArray[np.float32]

_LARGEST_SIDE = 1280
_EARTH_RADIUS = 6_371_000.0
_BUILDING, _OUTLINE = (0.90, 0.62, 0.0), (1.0, 0.87, 0.35)
# Colours that colour-blind readers tell apart.
_RIGHT, _MISSED, _TOO_MUCH = (0.0, 0.62, 0.45), (0.0, 0.45, 0.70), (0.84, 0.37, 0.0)
_BOX = (1.0, 1.0, 0.0)


def draw(image: Path, folder: Path, town: Town | None) -> None:
    """Draws `overview.png` from what the demo has left in its folder: three panels, with a reference four."""
    photo, classes = _photo(image), _values(folder / "segmentation.tif")
    figure = Figure((12, 13.2) if town else (15, 5.6))
    # Room for captions, which automatic layouts do not count where axes are off.
    top, bottom = (0.945, 0.025) if town else (0.88, 0.01)
    figure.subplots_adjust(left=0.005, right=0.995, top=top, bottom=bottom, wspace=0.02, hspace=0.12)
    axes = list(np.ravel(figure.subplots(2, 2) if town else figure.subplots(1, 3)))
    for axis in axes:
        axis.set_axis_off()
    _draw_photo(axes[0], photo, image, with_box=town is not None)
    axes[1].imshow(_coloured(folder / "clusters.tif"))
    _caption(axes[1], "2  Clusters", "pixels that look alike, of which nothing else is said; colours are their mean")
    if town:
        _draw_buildings(axes[2], photo, classes)
        _draw_check(axes[3], photo, classes, _burnt(town, classes.shape), folder)
        figure.supxlabel(
            "Orthophoto: OpenAerialMap, CC BY 4.0.  Buildings: © OpenStreetMap contributors, ODbL.",
            fontsize=9,
            x=0.5,
            y=0.004,
        )
    else:
        axes[2].imshow(_coloured(folder / "segmentation.tif"))
        _caption(axes[2], "3  Segmentation", "the largest clusters as classes")
        _add_legend(axes[2], folder / "segmentation.tif")
    FigureCanvasAgg(figure).print_png(str(folder / "overview.png"))


def _draw_photo(axis: Axes, photo: Picture, image: Path, with_box: bool) -> None:
    axis.imshow(photo)
    known = "; inside the yellow box the buildings are known" if with_box else ""
    _caption(axis, "1  Orthophoto", f"all that the network sees{known}")
    if with_box:
        _add_box(axis, image, photo.shape)
    if metres := _metres_of_width(image):
        _add_scale_bar(axis, photo.shape, metres)


def _draw_buildings(axis: Axes, photo: Picture, classes: NDArray[np.int64]) -> None:
    """The first class over the orthophoto, see-through and with an outline."""
    buildings = classes == 1
    picture = photo.copy()
    picture[buildings] = 0.5 * picture[buildings] + 0.5 * np.array(_BUILDING, np.float32)
    axis.imshow(picture)
    axis.contour(buildings, [0.5], colors=[_OUTLINE], linewidths=0.9)
    _caption(axis, "3  Buildings", "the clusters to which the buildings in the box point, everywhere")
    axis.legend(handles=[Patch(facecolor=_BUILDING, edgecolor=_OUTLINE, label="found: building")], **_LEGEND)


def _draw_check(axis: Axes, photo: Picture, classes: NDArray[np.int64], truth: NDArray[np.bool_], folder: Path) -> None:
    """Where the first class is right, missed, or too much, over the orthophoto in grey."""
    grey = 0.35 + 0.5 * photo.mean(-1, keepdims=True).repeat(3, -1)
    found = classes == 1
    parts = {
        "found": (found & truth, _RIGHT),
        "missed": (truth & ~found, _MISSED),
        "too much": (found & ~truth, _TOO_MUCH),
    }
    for mask, colour in parts.values():
        grey[mask] = 0.35 * grey[mask] + 0.65 * np.array(colour, np.float32)
    axis.imshow(grey)
    _add_box(axis, folder / "segmentation.tif", photo.shape)
    scores = _scores(folder / "evaluation.csv", "building")
    _caption(
        axis,
        "4  Check against OpenStreetMap, outside the box",
        f"{scores['recall']:.0%} of the building area found, {scores['precision']:.0%} of what was found is building "
        f"(IoU {scores['iou']:.2f})",
    )
    axis.legend(handles=[Patch(facecolor=colour, label=label) for label, (_, colour) in parts.items()], **_LEGEND)


_LEGEND = {"loc": "lower right", "fontsize": 10, "framealpha": 0.9}


def _caption(axis: Axes, title: str, text: str) -> None:
    axis.set_title(title, fontsize=14, fontweight="bold", loc="left", pad=24)
    axis.text(0, 1.012, text, transform=axis.transAxes, fontsize=10, va="bottom")


def _add_box(axis: Axes, raster: Path, shape: tuple[int, ...]) -> None:
    from demo_data import KNOWN

    scale = shape[1] / gdal.Open(str(raster)).RasterXSize
    left, top, right, bottom = (scale * value for value in KNOWN)
    axis.add_patch(Rectangle((left, top), right - left, bottom - top, fill=False, edgecolor=_BOX, linewidth=2.5))


def _add_scale_bar(axis: Axes, shape: tuple[int, ...], metres: float) -> None:
    """A bar of a round length near a quarter of the width."""
    exponent = 10 ** math.floor(math.log10(metres / 4))
    length = max(step * exponent for step in (1, 2, 5) if step * exponent <= metres / 4)
    pixels = length / metres * shape[1]
    left, row = 0.04 * shape[1], 0.96 * shape[0]
    for width, colour in ((7, "black"), (4, "white")):
        axis.add_line(Line2D([left, left + pixels], [row, row], linewidth=width, color=colour, solid_capstyle="butt"))
    text = f"{length:g} m" if length < 1000 else f"{length / 1000:g} km"
    box = {"facecolor": "black", "alpha": 0.6, "pad": 2, "edgecolor": "none"}
    axis.text(left + pixels / 2, row - 0.02 * shape[0], text, color="white", ha="center", fontsize=11, bbox=box)


def _metres_of_width(path: Path) -> float:
    """Length on the ground of the middle row; 0 if the raster has no reference system."""
    raster = gdal.Open(str(path))
    system, degrees = osr.SpatialReference(raster.GetProjection()), osr.SpatialReference()
    if not raster.GetProjection():
        return 0.0
    degrees.ImportFromEPSG(4326)
    for each in (system, degrees):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CoordinateTransformation(system, degrees)
    ends = [
        gdal.ApplyGeoTransform(raster.GetGeoTransform(), x, raster.RasterYSize / 2) for x in (0, raster.RasterXSize)
    ]
    (lon, lat, _), (end_lon, end_lat, _) = (transform.TransformPoint(*end) for end in ends)
    east = math.radians(end_lon - lon) * math.cos(math.radians((lat + end_lat) / 2))
    return _EARTH_RADIUS * math.hypot(east, math.radians(end_lat - lat))


def _scores(table: Path, name: str) -> dict[str, float]:
    with table.open(newline="", encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["class"] == name)
    return {score: float(row[score]) for score in ("iou", "precision", "recall")}


def _burnt(town: Town, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Where the reference has buildings (rows, cols)."""
    raster = gdal.Open(str(town.image))
    x, col, skew, y, other_skew, row = raster.GetGeoTransform()
    down, right = raster.RasterYSize / shape[0], raster.RasterXSize / shape[1]
    target = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1)
    target.SetGeoTransform((x, col * right, skew * down, y, other_skew * right, row * down))
    target.SetProjection(raster.GetProjection())
    warping = gdal.VectorTranslateOptions(format="Memory", dstSRS=raster.GetProjection())
    buildings = gdal.VectorTranslate("", str(town.buildings), options=warping)  # a layer dies with its dataset
    gdal.RasterizeLayer(target, [1], buildings.GetLayer(0), burn_values=[1])
    return target.ReadAsArray() > 0


def _read(path: Path, band: int) -> NDArray[np.float32]:
    dataset = gdal.Open(str(path))
    step = max(max(dataset.RasterXSize, dataset.RasterYSize) / _LARGEST_SIDE, 1)
    cols, rows = int(dataset.RasterXSize / step), int(dataset.RasterYSize / step)
    data = dataset.GetRasterBand(band).ReadRaster(
        buf_xsize=cols, buf_ysize=rows, buf_type=gdal.GDT_Float32, resample_alg=gdal.GRIORA_NearestNeighbour
    )
    return np.frombuffer(data, np.float32).reshape(rows, cols)


def _values(path: Path) -> NDArray[np.int64]:
    return _read(path, 1).astype(np.int64)


def _photo(path: Path) -> Picture:
    """Three bands, or one, stretched between the 2nd and 98th percentile."""
    count = gdal.Open(str(path)).RasterCount
    values = np.stack([_read(path, band) for band in ((1, 2, 3) if count >= 3 else (1, 1, 1))], -1)
    low, high = np.nanpercentile(values, (2, 98), axis=(0, 1))
    return np.clip((values - low) / np.maximum(high - low, 1e-9), 0, 1).astype(np.float32)


def _coloured(path: Path) -> NDArray[np.uint8]:
    values = _values(path)
    dataset = gdal.Open(str(path))
    table = dataset.GetRasterBand(1).GetColorTable()
    palette = np.full((values.max() + 1, 3), 255, np.uint8)
    for value in range(1, len(palette)):
        palette[value] = table.GetColorEntry(value)[:3]
    return palette[values]


def _add_legend(axis: Axes, classes: Path) -> None:
    dataset = gdal.Open(str(classes))  # a band dies with its dataset
    dataset.GetProjection()  # GDAL 3.6 reads the side file with the names only when asked for the georeference
    names, table = dataset.GetRasterBand(1).GetCategoryNames(), dataset.GetRasterBand(1).GetColorTable()
    handles = [
        Patch(color=[part / 255 for part in table.GetColorEntry(value)[:3]], label=name)
        for value, name in enumerate(names[1:], start=1)
    ]
    axis.legend(handles=handles, **_LEGEND)
