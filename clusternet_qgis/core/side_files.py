"""Which files belong to a dataset by their names: overviews, statistics, masks, world files, styles, indexes, logs.

Programs read them together with the main file. Most of them carry the main file's whole name (`map.tif.ovr`); some
only its stem (`map.tfw`, `roads.prj`), which datasets of one stem share: such a file belongs to whichever of them is
there and can have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

# Behind the whole name of the main file, one or more times (the overviews of a mask are `map.tif.msk.ovr`).
_BEHIND_THE_NAME = re.compile(
    r"(\.(ovr|msk|aux\.xml|aux|xml|rrd|vat\.dbf|vat\.cpg|idx|idm|ind|qmd))+|-(wal|shm|journal)", re.IGNORECASE
)
_RASTERS = (
    "tif", "tiff", "vrt", "img", "png", "jpg", "jpeg", "jp2", "gif", "bmp", "ecw", "sid", "asc", "bil", "bip", "bsq",
    "flt", "bin", "raw", "grd", "xyz", "nc", "hdf", "mbtiles", "webp", "rst", "map", "ers", "dem", "kea", "pix", "sdat",
)  # fmt: skip
_VECTORS = (
    "shp", "gpkg", "geojson", "fgb", "gml", "kml", "kmz", "tab", "mif", "gpx", "dxf", "sqlite", "db", "parquet", "gdb",
)  # fmt: skip
_WITH_HEADER = ("bil", "bip", "bsq", "flt", "img", "bin", "raw", "dat")
# Behind the stem: which main files can have it, by their extensions. A table (.csv) can have a style, but seldom does.
_BEHIND_THE_STEM: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("qml", "sld", "qmd"), (*_RASTERS, *_VECTORS)),
    **dict.fromkeys(("aux", "rrd", "wld", "rpb", "imd", "clr"), _RASTERS),
    **dict.fromkeys(
        ("shx", "dbf", "cpg", "qix", "sbn", "sbx", "idm", "ind", "idx", "ain", "aih", "ixs", "mxs", "fbn", "fbx"),
        ("shp",),
    ),
    "dbt": ("shp",),
    "prj": ("shp", "csv", "asc", "bil", "bip", "bsq", "flt", "grd", "xyz", "sdat", "dem"),
    "qpj": ("shp",),
    **dict.fromkeys(("hdr", "stx", "sta"), _WITH_HEADER),
    "ige": ("img",),
    "csvt": ("csv",),
    **dict.fromkeys(("gfs", "xsd"), ("gml",)),
    **dict.fromkeys(("dat", "id"), ("tab",)),
    "mid": ("mif",),
    "sgrd": ("sdat",), "mgrd": ("sdat",), "rdc": ("rst",), "ref": ("rst",), "smp": ("rst",),
}  # fmt: skip
# A table or a selection of clusters has the name of the map that it is of, whose style is not theirs.
_STYLED_IF_ALONE = ("csv", "json")
_NO_DATASETS = ("html", "cnet", "onnx", "npy", "npz")  # saves looking at folders of thousands
# What is read with a main file, and cannot be left out or be another's: written with it, or taken for its place.
_NEEDED = {
    "shp": ("shx", "dbf", "prj", "cpg"),
    "asc": ("prj",),
    "bil": ("hdr", "prj"),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "bmp"), ("wld",)),
}


def side_files(path: str | Path) -> list[Path]:
    """The side files of a dataset that exist, whether or not its main file does.

    A file of the stem alone belongs to the dataset only if no other main file of that stem is there that can have it:
    `roads.prj` is that of `roads.shp` and never of `roads.tif`; `roads.qml` stays if both are there.
    """
    main = Path(path)
    if _kind(main) in _NO_DATASETS:
        return []
    return sorted(file for file in _files_beside(main) if _is_side_file(file, main) and not any(_owners(file, main)))


def is_side_name(name: str | Path, path: str | Path) -> bool:
    """Whether a file of this name would be read together with a dataset, if it were there."""
    return _is_side_file(Path(name), Path(path)) and Path(name).parent == Path(path).parent


def foreign_owner(file: Path, main: Path) -> Path | None:
    """The other main file that an existing side file is of, or is of too; None if it is of `main` alone."""
    if file == main or file.stem.lower() != main.stem.lower() or not file.exists():
        return None
    return next(_owners(file, main), None)


def is_style(file: Path) -> bool:
    """Whether a side file only says how a dataset is drawn."""
    return _kind(file) in ("qml", "sld")


def needed_files(path: str | Path) -> list[Path]:
    """Files that are always read with a main file of this name, and so must not be another's."""
    main = Path(path)
    return [main.with_suffix(f".{kind}") for kind in _NEEDED.get(_kind(main), ())]


def _is_side_file(file: Path, main: Path) -> bool:
    name, main_name = file.name.lower(), main.name.lower()
    if name == main_name:
        return False
    if name.startswith(main_name) and _BEHIND_THE_NAME.fullmatch(name[len(main_name) :]):
        return True
    if file.stem.lower() != main.stem.lower():
        return name == f"{main.stem.lower()}_rpc.txt" and _kind(main) in _RASTERS
    return _may_have(_kind(main), _kind(file))


def _may_have(main_kind: str, kind: str) -> bool:
    """Whether a main file with one extension can have a side file of its stem with the other."""
    if kind in _world_files(main_kind):
        return True
    owners = _BEHIND_THE_STEM.get(kind, ())
    return main_kind in owners or (kind in ("qml", "sld", "qmd") and main_kind in _STYLED_IF_ALONE)


def _world_files(main_kind: str) -> tuple[str, ...]:
    """Extensions of the world files of a raster: of .tif, these are .tfw and .tifw."""
    return (f"{main_kind[0]}{main_kind[-1]}w", f"{main_kind}w") if main_kind in _RASTERS else ()


def _owners(file: Path, main: Path) -> Iterator[Path]:
    """Other main files beside `main` that can have the side file and are there."""
    if file.name.lower().startswith(main.name.lower()):
        return  # it carries the whole name
    for other in _files_beside(main):
        same_stem = other.stem == file.stem if file.stem == main.stem else other.stem.lower() == file.stem.lower()
        others_kind = _kind(other)
        if not same_stem or other.name == main.name or others_kind in _STYLED_IF_ALONE:
            continue
        if _may_have(others_kind, _kind(file)) and not _is_side_file(other, main):
            yield other


def _files_beside(main: Path) -> Iterable[Path]:
    stem = main.stem.lower()
    try:
        return [file for file in main.parent.iterdir() if file.name.lower().startswith(stem) and file != main]
    except OSError:
        return []


def _kind(file: Path) -> str:
    return file.suffix.lower().lstrip(".")
