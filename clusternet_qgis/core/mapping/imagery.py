"""Opening the raster that a model is to map."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import ModelError, RasterError
from ..io.empty_bands import check_bands_have_data
from ..io.flat_borders import open_imagery
from ..io.raster_source import RasterSource
from ..model.mapping_model import MappingModel
from ..progress import Progress


def open_for_model(
    raster: str,
    model: MappingModel,
    bands: Sequence[int] = (),
    keep_flat_borders: bool = False,
    progress: Progress = Progress(),
) -> RasterSource:
    """Opens a raster that has as many bands as the model was trained on.

    Args:
        raster: Anything GDAL opens.
        model: The model.
        bands: 1-based numbers; empty for those of the training, or all but alpha.
        keep_flat_borders: Whether flat black or white borders are a part of the picture; see `io.flat_borders`.
        progress: Gets a message about flat borders.

    Raises:
        RasterError: The raster or a band cannot be used, or a band is wholly no data.
        ModelError: The model was trained on another number of bands.
    """
    source = open_imagery(raster, bands or model.band_numbers, keep_flat_borders, progress)
    try:
        model.check_bands(len(source.bands), raster)
        check_bands_have_data(source, progress)
    except (ModelError, RasterError):
        source.close()
        raise
    return source
