"""Reading windows of rasters through GDAL, with the mask of their valid pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..arrays import BoolArray, FloatArray
from ..errors import RasterError
from ..fingerprint import is_content_named, size_and_time
from . import embeddings
from .colour_table import COLOUR_BANDS, ColourTable, colour_table_of
from .embeddings import Embedding
from .gdal_calls import OpenDatasets, gdal_reason, quiet_gdal
from .grid import RasterGrid
from .plain_text import plain_text
from .tiling import Window

# Which further pixels (rows, cols) of a window are not valid, given its values (bands, rows, cols).
InvalidPixels = Callable[[FloatArray, Window], BoolArray]


class FurtherEvidence(Protocol):
    """Channels beside the bands of a raster; see `EvidenceReader`."""

    paths: Sequence[str]

    def read(self, picture: RasterSource, window: Window) -> FloatArray:
        """Normalised channels (channels, rows, cols) of a window."""


class WindowSource(Protocol):
    """What is read window by window: a raster, or one on the pixels of another.

    Attributes:
        grid: The pixel grid.
        evidence: What a model sees beside the bands; None where there is nothing.
    """

    grid: RasterGrid
    evidence: FurtherEvidence | None

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Values (bands, rows, cols) of a window, which may reach beyond the grid, and where they are valid."""


NO_DATA = 0
MODEL_METADATA = "CLUSTERNET_MODEL"
# Key of the raster whose clusters these are, see `raster_key`.
RASTER_METADATA = "CLUSTERNET_RASTER"

# Whether a band that is tagged as alpha is one is decided by 4 x 4 windows of 64 x 64 pixels, spread evenly.
_ALPHA_WINDOWS = 4
_ALPHA_WINDOW_SIZE = 64
# A band with at most so many different values is taken for transparency.
_FEW_VALUES = 16
# Embeddings are recognised by 4 x 4 windows of 16 x 16 pixels.
_VECTOR_WINDOWS = 4
_VECTOR_WINDOW_SIZE = 16

# Names of types, of which older versions of GDAL have fewer.
_WHOLE_NUMBERS = ("Byte", "Int8", "UInt16", "Int16", "UInt32", "Int32", "UInt64", "Int64")
_LOSSY = ("JPEG", "WEBP", "JXL", "ECW")


class RasterSource(AbstractContextManager["RasterSource"]):
    """Reads windows of chosen bands as float32 or float64, with the mask of valid pixels.

    A pixel is valid if no chosen band is no data, masked, NaN or infinite there, and if it is not fully transparent.
    These are the pixels that QGIS draws.

    Args:
        path: Anything GDAL opens.
        bands: 1-based numbers; by default all but an alpha band.
        also_invalid: Finds further pixels without data, which the file does not declare; see `flat_borders`.
        datasets: Shared with other sources if there may be too many to keep all files open.
        picture: Whether a single band with a colour table is read as the red, green and blue that it is drawn in, of
            which fully transparent ones are not valid; `bands` then counts these three, and 1 alone, which is all that
            the file has, means all of them. Rasters of classes or clusters have colour tables too, and are no picture.
        exact: Whether values are read as float64: class values may be larger than what float32 holds, 2^24.
        vectors: Whether the bands of a picture that are embeddings are read as vectors; see `embeddings`.

    Attributes:
        grid: The pixel grid.
        bands: Numbers of the bands that are read.
        colours: The colour table that makes the bands; None if they are the file's.
        evidence: What a model sees beside the bands, read with them by `read_normalised`; None where there is nothing.
        false_alpha: Number of a band that is tagged as alpha but holds values such as near-infrared, and is treated as
            an ordinary band; 0 if there is none.
        embedding: How the bands are read as vectors; None if they are no embeddings.

    Raises:
        RasterError: The raster or a band cannot be used.
    """

    def __init__(
        self,
        path: str | Path,
        bands: Sequence[int] | None = None,
        also_invalid: InvalidPixels | None = None,
        datasets: OpenDatasets | None = None,
        picture: bool = False,
        exact: bool = False,
        vectors: bool = True,
    ) -> None:
        self._exact = exact
        self.evidence: FurtherEvidence | None = None
        self.path = str(path)
        self._also_invalid = also_invalid
        self._datasets = datasets or OpenDatasets()
        dataset = self._opened()
        # The virtual raster of a layer stays as it is when the raster behind it changes.
        files = dataset.GetFileList() or [] if is_content_named(self.path) else []
        self._states = {file: size_and_time(file) for file in (self.path, *files)}
        self.grid = RasterGrid(
            dataset.RasterXSize,
            dataset.RasterYSize,
            dataset.GetGeoTransform(can_return_null=True),
            dataset.GetProjection() or "",
        )
        self._check_georeference(dataset)
        numbers = range(1, dataset.RasterCount + 1)
        alpha = [i for i in numbers if self._band(i).GetColorInterpretation() == gdal.GCI_AlphaBand]
        self.false_alpha = alpha[0] if dataset.RasterCount > 1 and alpha and self._is_picture(alpha[0]) else 0
        alpha = [i for i in alpha if i != self.false_alpha]
        self.bands = tuple(bands or [i for i in numbers if i not in alpha] or alpha)
        self._file_bands = self.bands
        self.colours = self._expand([i for i in numbers if i not in alpha]) if picture else None
        # Transparent pixels have no data, even if the alpha band is one of the chosen bands.
        self._alpha = alpha[0] if alpha and dataset.RasterCount > 1 else 0
        self._check_bands(dataset)
        self.embedding: Embedding | None = None
        if picture and vectors and embeddings.may_hold(len(numbers) - len(alpha)):
            self.embedding = self._recognised([i for i in numbers if i not in alpha])
        self._is_whole = len(self._file_bands) == len(numbers) - len(alpha)

    def _recognised(self, numbers: Sequence[int]) -> Embedding | None:
        """What embeddings these bands of the file are, by small windows of valid pixels in it."""
        height, width = self.grid.height, self.grid.width
        rows, cols = min(_VECTOR_WINDOW_SIZE, height), min(_VECTOR_WINDOW_SIZE, width)
        samples = []
        for row in np.linspace(0, height - rows, _VECTOR_WINDOWS).astype(int):
            for col in np.linspace(0, width - cols, _VECTOR_WINDOWS).astype(int):
                values, valid = self._read_bands(numbers, Window(int(row), int(col), rows, cols), (rows, cols))
                samples.append(values[:, valid & np.isfinite(values).all(0)])
        return embeddings.recognised(np.concatenate(samples, 1), [self._band(i).GetDescription() for i in numbers])

    @property
    def embedding_version(self) -> str:
        """Which embeddings the bands are, and of which version as far as the file says; empty if they are none."""
        if self.embedding is None:
            return ""
        return " ".join(filter(None, (self.embedding.kind, embeddings.version_of(self.metadata))))

    @property
    def has_unit_vectors(self) -> bool:
        """Whether the bands are embeddings of unit length."""
        return self.embedding is not None and self.embedding.unit and self._is_whole

    def _expand(self, numbers: Sequence[int]) -> ColourTable | None:
        """Replaces the only band by those of its colours, if it has a colour table."""
        table = colour_table_of(self._band(numbers[0])) if len(numbers) == 1 else None
        if table is None:
            return None
        self._file_bands = (numbers[0],)
        if self.bands == self._file_bands:
            self.bands = tuple(range(1, len(COLOUR_BANDS) + 1))
        for index in self.bands:
            if not 1 <= index <= len(COLOUR_BANDS):
                raise RasterError(
                    f"{self.path} has a colour table, which is read as the bands 1 red, 2 green and 3 blue; "
                    f"band {index} was asked for."
                )
        return table

    def _check_bands(self, dataset: gdal.Dataset) -> None:
        """Raises RasterError for a chosen band that does not exist or has complex numbers."""
        for index in self._file_bands:
            if not 1 <= index <= dataset.RasterCount:
                raise RasterError(f"{self.path} has {dataset.RasterCount} bands; band {index} was asked for.")
            if gdal.DataTypeIsComplex(self._band(index).DataType):
                raise RasterError(
                    f"Band {index} of {self.path} holds complex numbers; convert it to amplitude or intensity first."
                )

    def _check_georeference(self, dataset: gdal.Dataset) -> None:
        """Raises RasterError for a raster that is georeferenced, but not by a geotransform."""
        points, polynomials = dataset.GetGCPCount(), bool(dataset.GetMetadata("RPC"))
        if self.grid.geotransform is None and (points or polynomials):
            placed = f"{points} ground control points" if points else "rational polynomial coefficients (RPC)"
            raise RasterError(
                f"{self.path} is placed by {placed} and has no pixel grid of its own; warp it first, with 'Warp "
                "(reproject)' or gdalwarp."
            )

    def _check_unchanged(self) -> None:
        """Raises RasterError if the file has changed: windows of two versions do not fit together."""
        for file, state in self._states.items():
            now = size_and_time(file)  # None if it was deleted while GDAL still has it open
            if now is None or now == state:
                continue
            raise RasterError(
                f"{self.path} was changed by another program while it was read; run again on the new file."
            )

    def _is_picture(self, number: int) -> bool:
        """Whether a band has many intermediate values, unlike transparency, which has them along outlines at most."""
        height, width = self.grid.height, self.grid.width
        rows, cols = min(_ALPHA_WINDOW_SIZE, height), min(_ALPHA_WINDOW_SIZE, width)
        samples = []
        for row in np.linspace(0, height - rows, _ALPHA_WINDOWS).astype(int):
            for col in np.linspace(0, width - cols, _ALPHA_WINDOWS).astype(int):
                window = Window(int(row), int(col), rows, cols)
                samples.append(self._read_band(self._band(number), window, (rows, cols)))
        values = np.stack(samples)
        positive = values[values > 0]
        if len(np.unique(positive)) <= _FEW_VALUES:
            return False
        middle = (positive > positive.max() / 16) & (positive < positive.max() * 15 / 16)
        return bool(middle.mean() > 0.5)

    def _opened(self) -> gdal.Dataset:
        return self._datasets.get(self, self.path)

    def _band(self, index: int) -> gdal.Band:
        return self._opened().GetRasterBand(index)

    @property
    def file_bands(self) -> tuple[int, ...]:
        """Numbers of the file's bands that are read: those of `bands`, or the one with the colour table."""
        return self._file_bands

    def has_mask(self, number: int) -> bool:
        """Whether a band's invalid pixels are given otherwise than by its values: by a mask or an alpha band."""
        return not self._band(number).GetMaskFlags() & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA)

    @property
    def band_names(self) -> list[str]:
        """Name of each chosen band: its description, or else its colour, or else its number."""
        if self.colours is not None:
            return [COLOUR_BANDS[index - 1] for index in self.bands]
        names = []
        for index in self.bands:
            interpretation = gdal.GetColorInterpretationName(self._band(index).GetColorInterpretation())
            unknown = interpretation in ("Undefined", "Gray", "Palette") or index == self.false_alpha
            colour = "" if unknown else interpretation.lower()
            names.append(self._band(index).GetDescription() or colour or f"band {index}")
        return names

    def band_metadata(self, number: int, domain: str = "") -> dict[str, str]:
        """Metadata items of a band of the file."""
        return dict(self._band(number).GetMetadata(domain) or {})

    @property
    def metadata(self) -> dict[str, str]:
        """The raster's metadata items."""
        return dict(self._opened().GetMetadata() or {})

    @property
    def category_names(self) -> list[str]:
        """Name of each value of the first chosen band, from 0; empty if the raster has none."""
        names = self._band(self._file_bands[0]).GetCategoryNames() or []
        # GDAL gives bytes for what is no UTF-8.
        return [plain_text(name.decode(errors="replace") if isinstance(name, bytes) else name) for name in names]

    @property
    def largest_value(self) -> float | None:
        """The largest value of the first band's type, which is white; None if it is no unsigned integer type."""
        if self.colours is not None:
            return 255.0
        if self.embedding is not None:
            return None
        if is_signed_byte(self._band(self._file_bands[0])):
            return None
        bits = {gdal.GDT_Byte: 8, gdal.GDT_UInt16: 16, gdal.GDT_UInt32: 32}.get(self._band(self.bands[0]).DataType)
        return float(2**bits - 1) if bits else None

    @property
    def is_lossy(self) -> bool:
        """Whether the file has a lossy compression."""
        structure = self._opened().GetMetadata("IMAGE_STRUCTURE") or {}
        compression = f"{structure.get('COMPRESSION', '')} {self._opened().GetDriver().ShortName}".upper()
        reversible = structure.get("COMPRESSION_REVERSIBILITY", "").startswith("LOSSLESS")
        return not reversible and any(name in compression for name in _LOSSY)

    def read_decimated(self, window: Window, rows: int, cols: int) -> tuple[FloatArray, BoolArray]:
        """Reads a window inside the raster at a lower resolution, by nearest neighbour.

        Args:
            window: The pixels.
            rows: Number of rows to read, evenly spread.
            cols: Number of columns to read, evenly spread.

        Returns:
            Values (bands, rows, cols) and validity (rows, cols).

        Raises:
            RasterError: The file cannot be read.
        """
        return self._read_inside(window, (rows, cols))

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Reads a window, which may reach beyond the raster: there the raster is mirrored.

        Returns:
            Values (bands, rows, cols) and validity (rows, cols). Values of invalid pixels have no meaning, but are
            finite.

        Raises:
            RasterError: The file cannot be read.
        """
        rows = reflected(window.row, window.rows, self.grid.height)
        cols = reflected(window.col, window.cols, self.grid.width)
        inside = Window(
            int(rows.min()), int(cols.min()), int(rows.max() - rows.min()) + 1, int(cols.max() - cols.min()) + 1
        )
        values, valid = self._read_inside(inside)
        # One axis after the other: whole rows are copied in a third of the time of single pixels.
        if (inside.row, inside.rows) != (window.row, window.rows):
            values, valid = values.take(rows - inside.row, -2), valid.take(rows - inside.row, -2)
        if (inside.col, inside.cols) != (window.col, window.cols):
            values, valid = values.take(cols - inside.col, -1), valid.take(cols - inside.col, -1)
        return values, valid

    def _read_inside(self, window: Window, decimated: tuple[int, int] | None = None) -> tuple[FloatArray, BoolArray]:
        self._check_unchanged()
        shape = decimated or (window.rows, window.cols)
        values, valid = self._read_bands(self._file_bands, window, shape)
        if not all(is_whole_number(self._band(number)) for number in self._file_bands):
            values[~np.isfinite(values)] = 0
        if self.embedding is not None:
            values, there = self.embedding.vectors(values, self._is_whole)
            valid = valid if there is None else valid & there
        if self.colours is not None:
            colours, opaque = self.colours.expand(values[0])
            values = colours[[index - 1 for index in self.bands]]
            valid &= opaque
        if self._also_invalid is not None and decimated is None:
            valid &= ~self._also_invalid(values, window)
        return values, valid

    def _read_bands(
        self, numbers: Sequence[int], window: Window, shape: tuple[int, int]
    ) -> tuple[FloatArray, BoolArray]:
        """Values of bands of the file as they are stored (bands, rows, cols), and where all of them have data."""
        values: FloatArray = np.empty((len(numbers), *shape), "f8" if self._exact else "f4")
        valid = np.ones(shape, np.bool_)
        with quiet_gdal(), np.errstate(over="ignore"):
            for index, number in enumerate(numbers):
                values[index], band_valid = self._read_values(number, window, shape)
                valid &= band_valid
            if self._alpha:
                valid &= self._read_band(self._band(self._alpha), window, shape) > 0
        return values, valid

    def read_validity(self, number: int, window: Window) -> BoolArray:
        """Where a band of the file has data in a window inside the raster (rows, cols)."""
        with quiet_gdal(), np.errstate(over="ignore"):
            return self._read_values(number, window, (window.rows, window.cols))[1]

    def _read_values(self, number: int, window: Window, shape: tuple[int, int]) -> tuple[FloatArray, BoolArray]:
        """Values of a band of the file, and where it has data (rows, cols)."""
        band = self._band(number)
        values = self._read_band(band, window, shape, self._exact)
        valid: BoolArray = np.ones(shape, np.bool_) if is_whole_number(band) else np.isfinite(values)
        flags, signed = band.GetMaskFlags(), is_signed_byte(band)
        if signed:
            values = with_sign(values)
        # GDAL's own comparison knows no sign of bytes, and takes large numbers for equal that are not.
        compared = bool(flags & gdal.GMF_NODATA) and not signed and not self._exact
        if compared or not flags & (gdal.GMF_ALL_VALID | gdal.GMF_ALPHA | gdal.GMF_NODATA):
            valid &= self._read_band(band.GetMaskBand(), window, shape) > 0
        if not compared and band.GetNoDataValue() is not None:
            valid &= ~equal_to_no_data(values, band)
        return values, valid

    def _read_band(self, band: gdal.Band, window: Window, shape: tuple[int, int], exact: bool = False) -> FloatArray:
        rows, cols = shape
        offset_and_size = (window.col, window.row, window.cols, window.rows)
        kind = gdal.GDT_Float64 if exact else gdal.GDT_Float32
        try:
            data = band.ReadRaster(*offset_and_size, buf_xsize=cols, buf_ysize=rows, buf_type=kind)
        except RuntimeError:
            data = None
        if data is None:
            raise RasterError(f"Cannot read {self.path}: {gdal_reason()}. The file may be damaged or incomplete.")
        values: FloatArray = np.frombuffer(data, "f8" if exact else "f4").reshape(rows, cols)
        return values

    def close(self) -> None:
        """Closes the file; reading opens it again."""
        self._datasets.close(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def is_whole_number(band: gdal.Band) -> bool:
    """Whether a band can only hold numbers that are finite in every type that they are read as."""
    return gdal.GetDataTypeName(band.DataType) in _WHOLE_NUMBERS


def is_signed_byte(band: gdal.Band) -> bool:
    """Whether bytes have a sign though GDAL reads them as if they had none, as versions before 3.7 do."""
    return band.DataType == gdal.GDT_Byte and band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"


def equal_to_no_data(values: FloatArray, band: gdal.Band) -> BoolArray:
    """Which values of a band, read as float32 or float64, are the one that is declared as no data."""
    no_data = band.GetNoDataValue()
    if no_data is None:
        return np.zeros(values.shape, np.bool_)
    single = values.dtype == np.float32 or band.DataType == gdal.GDT_Float32
    equal: BoolArray = values == (np.float32(no_data) if single else no_data)
    return equal


def with_sign(values: FloatArray) -> FloatArray:
    """Signed bytes of which GDAL has read the sign as a part of the number."""
    signed: FloatArray = np.where(values > 127, values - 256, values)
    return signed


def reflected(start: int, count: int, size: int) -> NDArray[np.intp]:
    """Indices from `start` on, mirrored at the borders of 0..size-1 without repeating the border pixels."""
    period = max(2 * (size - 1), 1)
    folded = np.arange(start, start + count) % period
    return np.minimum(folded, period - folded)
