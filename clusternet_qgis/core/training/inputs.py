"""What to train on: paths, and the rasters, areas and references that are opened from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..errors import RasterError
from ..io.embeddings import mixed_sentence
from ..io.empty_bands import empty_bands_sentence
from ..io.flat_borders import open_imagery
from ..io.gdal_calls import OpenDatasets
from ..io.raster_source import RasterSource
from ..io.reference import Reference, open_reference
from ..io.vectors import VectorSource
from ..progress import Progress


@dataclass(frozen=True)
class TrainInputs:
    """What to train on.

    Attributes:
        rasters: Paths; several must have the same bands.
        bands: 1-based numbers, empty for all but alpha.
        area: Polygons to train inside of, empty for everywhere.
        reference: Labels for scores in the history, never learnt from; empty for none.
        reference_field: Class field of a vector reference.
        keep_flat_borders: Whether flat black or white borders are a part of the picture; see `flat_borders`.
        extra: Further rasters on any grid, such as heights; see `add_evidence`.
        indices: Names of spectral indices to look at beside the bands.
        band_roles: Which band is red and so on, as users write it: `red=1; nir=4`.
        weights: Of blocks of features, as users write them: `heights=0.5; texture=0`.
    """

    rasters: tuple[str, ...]
    bands: tuple[int, ...] = ()
    area: str = ""
    reference: str = ""
    reference_field: str = ""
    keep_flat_borders: bool = False
    extra: tuple[str, ...] = ()
    indices: tuple[str, ...] = ()
    band_roles: str = ""
    weights: str = ""

    def as_settings(self) -> dict[str, Any]:
        """What a run is known by; runs from before there was evidence are known without it."""
        evidence = ("extra", "indices", "band_roles", "weights")
        return {name: value for name, value in asdict(self).items() if value or name not in evidence}


@dataclass(frozen=True)
class Scene:
    """One raster to train on.

    Attributes:
        source: The raster.
        area: Polygons to train inside of, None for everywhere.
        reference: Labels to report scores against, None for none; never learnt from.
    """

    source: RasterSource
    area: VectorSource | None = None
    reference: Reference | None = None


@contextmanager
def open_scenes(inputs: TrainInputs, progress: Progress, vectors: bool = True) -> Iterator[Sequence[Scene]]:
    """Opens the rasters with their area and reference, and closes them at the end.

    Args:
        inputs: Their paths.
        progress: Reports rasters.
        vectors: Whether embeddings are read as vectors; see `io.embeddings`.

    Raises:
        ClusterNetError: One cannot be opened, or does not fit the others.
    """
    with ExitStack() as stack:
        datasets = OpenDatasets()
        scenes = [
            _opened(stack, path, inputs, datasets, progress, vectors)
            for path in progress.track(inputs.rasters, len(inputs.rasters))
        ]
        versions = {Path(scene.source.path).name: scene.source.embedding_version for scene in scenes}
        if mixed := mixed_sentence(versions):
            progress.say(mixed)
        yield scenes


def _opened(
    stack: ExitStack, path: str, inputs: TrainInputs, datasets: OpenDatasets, progress: Progress, vectors: bool
) -> Scene:
    source = stack.enter_context(
        open_imagery(path, inputs.bands or None, inputs.keep_flat_borders, progress, datasets, vectors)
    )
    several = len(inputs.rasters) > 1  # of which area and reference need not cover all
    empty = empty_bands_sentence(source)
    if empty and not several:
        raise RasterError(empty)
    if empty:
        progress.say(empty)
    # The same shapes are left out on every raster, which is said once.
    once = Progress(say=progress.say) if path == inputs.rasters[0] else Progress()
    area = VectorSource(inputs.area, source.grid, may_miss=several) if inputs.area else None
    if area and (sentence := area.left_out.sentence(area.path)):
        once.say(sentence)
    reference = None
    if inputs.reference:
        reference = open_reference(
            inputs.reference, source.grid, inputs.reference_field, may_miss=several, progress=once, datasets=datasets
        )
    return Scene(source, area, reference)
