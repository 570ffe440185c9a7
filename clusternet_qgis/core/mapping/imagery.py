"""Opening the raster that a model is to map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import ModelError, RasterError
from ..io.embeddings import mixed_sentence
from ..io.empty_bands import check_bands_have_data
from ..io.evidence_reader import EvidenceReader
from ..io.extra_inputs import matched, open_extras
from ..io.flat_borders import open_imagery
from ..io.raster_source import RasterSource
from ..model.mapping_model import MappingModel
from ..progress import Progress


def open_for_model(
    raster: str,
    model: MappingModel,
    bands: Sequence[int] = (),
    keep_flat_borders: bool = False,
    extra: Sequence[str] = (),
    progress: Progress = Progress(),
) -> RasterSource:
    """Opens a raster that has as many bands as the model was trained on.

    Args:
        raster: Anything GDAL opens.
        model: The model.
        bands: 1-based numbers; empty for those of the training, or all but alpha.
        keep_flat_borders: Whether flat black or white borders are a part of the picture; see `io.flat_borders`.
        extra: EXTRA rasters, if the model takes some; see `train`.
        progress: Gets messages about flat borders and embeddings.

    Raises:
        RasterError: The raster or a band cannot be used, or a band is wholly no data.
        ModelError: The model was trained on another number of bands, or an EXTRA raster is missing.
    """
    # Models that say nothing of embeddings are older, and have learnt from the bands as they are stored.
    vectors = bool(model.embedding)
    source = open_imagery(raster, bands or model.band_numbers, keep_flat_borders, progress, vectors=vectors)
    try:
        model.check_bands(len(source.bands), raster)
        check_bands_have_data(source, progress)
        if vectors:
            _say_if_embeddings_differ(source, model, progress)
        _add_evidence(source, model, extra, progress)
    except (ModelError, RasterError):
        source.close()
        raise
    return source


def _say_if_embeddings_differ(source: RasterSource, model: MappingModel, progress: Progress) -> None:
    name = Path(source.path).name
    if source.embedding is None:
        progress.say(f"The model has learnt from embeddings ({model.embedding}), and {name} seems to hold none.")
    sentence = mixed_sentence({"the model": model.embedding, name: source.embedding_version})
    if sentence:
        progress.say(sentence)


def _add_evidence(source: RasterSource, model: MappingModel, extra: Sequence[str], progress: Progress) -> None:
    """Gives a raster what the model sees beside it."""
    evidence = model.evidence
    if evidence is None or not evidence.channels:
        if extra:
            progress.say("The model sees nothing beside the picture: what EXTRA gives is not needed.")
        return
    files = matched(evidence.extras, open_extras(extra) if evidence.extras else ())
    source.evidence = EvidenceReader(evidence, source.grid, files)
