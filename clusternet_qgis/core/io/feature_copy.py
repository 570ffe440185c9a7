"""A copy of the shapes of a layer that GDAL cannot read by itself, as somebody hands them over one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from osgeo import gdal, ogr

from ..errors import VectorError
from ..fingerprint import content_folder
from ..progress import Progress
from ..staging import scratch_folder
from .gdal_calls import gdal_reason, quiet_gdal
from .vectors import reference_system

Value = Union[str, int, float, None]

_KINDS = {"integer": ogr.OFTInteger64, "real": ogr.OFTReal, "text": ogr.OFTString}
_FEATURES_BETWEEN_CHECKS = 1000


@dataclass(frozen=True)
class FeatureCopy:
    """A copy of a layer.

    Attributes:
        path: The file.
        total: Features that were handed over.
        written: Those that the file holds.
    """

    path: str
    total: int
    written: int


def copy_features(
    folder: str | Path,
    name: str,
    wkt: str,
    fields: Sequence[tuple[str, str]],
    features: Iterable[tuple[bytes | None, Sequence[Value]]],
    progress: Progress = Progress(),
) -> FeatureCopy:
    """Writes features in their order as GeoPackage, with ids of their own.

    A GeoPackage takes shapes of all kinds in one layer, and no shape at all; FlatGeobuf leaves the latter out.

    Args:
        folder: Where the copy is written. The same features are the same file, and count as the same in every folder;
            see `content_folder`.
        name: Name of the file, without an ending.
        wkt: Reference system, empty if unknown.
        fields: Name and kind of each: `integer`, `real` or `text`.
        features: Shape as WKB, None for none; and a value for each field, None for none.
        progress: Cancels.

    Raises:
        VectorError: The copy cannot be written.
    """
    digest = hashlib.sha256(repr((name, wkt, list(fields))).encode())
    with scratch_folder(Path(folder) / name) as scratch:
        path = scratch / f"{name}.gpkg"
        total, written = _write(path, wkt, fields, features, digest, progress)
        final = content_folder(folder, digest.hexdigest()[:32]) / path.name
        if not final.exists():
            final.parent.mkdir(parents=True, exist_ok=True)
            path.replace(final)
    return FeatureCopy(str(final), total, written)


def _write(
    path: Path,
    wkt: str,
    fields: Sequence[tuple[str, str]],
    features: Iterable[tuple[bytes | None, Sequence[Value]]],
    digest: hashlib._Hash,
    progress: Progress,
) -> tuple[int, int]:
    total = written = 0
    with quiet_gdal():
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        # A layer may have fields of the names that these columns have by default.
        options = ["SPATIAL_INDEX=NO", "FID=clusternet_id", "GEOMETRY_NAME=clusternet_shape"]
        layer = dataset and dataset.CreateLayer("layer", reference_system(wkt), ogr.wkbUnknown, options)
        if layer is None:
            raise VectorError(f"Cannot copy the shapes to {path}: {gdal_reason()}. Check the free disk space.")
        layer.StartTransaction()
        for name, kind in fields:
            layer.CreateField(ogr.FieldDefn(name, _KINDS[kind]))
        for shape, values in features:
            if total % _FEATURES_BETWEEN_CHECKS == 0:
                progress.check()
            digest.update(repr((shape, tuple(values))).encode())
            total += 1
            written += _add(layer, shape, values)
        gdal.ErrorReset()
        layer.CommitTransaction()
        del layer, dataset
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise VectorError(f"Cannot copy the shapes to {path}: {gdal_reason()}. Check the free disk space.")
    return total, written


def _add(layer: ogr.Layer, shape: bytes | None, values: Sequence[Value]) -> bool:
    """Adds a feature; whether the layer has taken it."""
    feature = ogr.Feature(layer.GetLayerDefn())
    if shape is not None:
        geometry = ogr.CreateGeometryFromWkb(shape)
        if geometry is None:
            return False
        feature.SetGeometryDirectly(geometry)
    for index, value in enumerate(values):
        if value is not None:
            feature.SetField(index, value)
    return bool(layer.CreateFeature(feature) == ogr.OGRERR_NONE)
