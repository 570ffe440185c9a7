"""The files that go with a dataset when it is replaced: what drivers list, and what is known by name."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from ..side_files import foreign_owner, side_files
from .gdal_calls import quiet_gdal

# Of one file, or with side files that are known by name: opening them to ask may take long, or write a log of changes.
_NOT_ASKED = (
    "GPKG", "SQLite", "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "CSV", "FlatGeobuf", "KML", "LIBKML", "GML",
)  # fmt: skip


def replaced_files(path: Path) -> list[Path]:
    """The side files of the dataset at a path, also those that are left of one that is gone.

    Beside those that `side_files` knows by name, they are the files that GDAL lists for the dataset, if they lie beside
    it under its stem and are neither a dataset of their own nor listed for another of that stem. Sources of a virtual
    raster are such datasets, and stay.
    """
    known = side_files(path)
    listed = [file for file in _listed(path) if file not in known and _is_beside(file, path)]
    if not listed:
        return known
    others = [file for file in path.parent.glob("*") if _is_beside(file, path) and file not in (*known, *listed)]
    foreign = {file for other in others for file in _listed(other)}
    own = [file for file in listed if file not in foreign and foreign_owner(file, path) is None]
    return known + [file for file in own if _driver(file) is None]


def _is_beside(file: Path, path: Path) -> bool:
    begins = file.name.lower().startswith(path.stem.lower())
    return begins and file != path and file.parent == path.parent and file.is_file()


def _driver(file: Path) -> gdal.Driver | None:
    with quiet_gdal():
        try:
            return gdal.IdentifyDriver(str(file))
        except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
            return None


def _listed(path: Path) -> list[Path]:
    """What GDAL lists for a dataset; nothing for what is none."""
    driver = _driver(path) if path.is_file() else None
    if driver is None or driver.ShortName in _NOT_ASKED:
        return []
    with quiet_gdal():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VECTOR | gdal.OF_READONLY)
            files = dataset.GetFileList() or [] if dataset is not None else []
        except RuntimeError:
            return []
    return [Path(file) for file in files]
