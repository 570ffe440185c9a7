"""Whether a model fits a raster, before a worker is started for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..core.errors import RasterError
from ..translation import tr

if TYPE_CHECKING:
    from ..core.model.cluster_model import ModelHeader


def check_bands(model: ModelHeader, raster: str, bands: list[int] | None = None, extra: Sequence[str] = ()) -> None:
    """Opens the raster as the model does.

    Args:
        model: What the model says of itself.
        raster: What GDAL opens.
        bands: Band numbers, counted from 1; by default those that the model was trained on.
        extra: EXTRA rasters.

    Raises:
        ClusterNetError: The raster cannot be read, or has another number of bands than the model needs, or an
            EXTRA raster is missing.
    """
    from ..core.io.extra_inputs import matched, open_extras
    from ..core.io.raster_source import MODEL_METADATA, RasterSource

    with RasterSource(raster, bands or model.band_numbers, picture=True) as source:
        if source.metadata.get(MODEL_METADATA):
            raise RasterError(tr("{} is a map of clusters; choose the picture that it was made of.").format(raster))
        model.check_bands(len(source.bands), raster)
    if model.evidence is not None and model.evidence.extras:
        matched(model.evidence.extras, open_extras(extra))
