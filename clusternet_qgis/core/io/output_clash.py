"""Finds outputs that would overwrite an input or each other, by whatever names the files are given."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from osgeo import gdal

from ..errors import OptionsError
from ..side_files import is_side_name, side_files
from .gdal_calls import quiet_gdal

_IMAGES = (".tif", ".tiff")  # what is read of a folder
_INSIDE_AN_ARCHIVE = re.compile(r"^(?:/vsi[a-z0-9_]+/)+")
_IN_QUOTES = re.compile(r"dbname='([^']+)'|\"([^\"]+)\"")
_FILE_URL = re.compile(r"^file://(?:localhost)?(?=/)", re.IGNORECASE)
_NO_PART_OF_A_DATASET = (".cnet", ".onnx", ".html")
ANYTHING = ("*",)


class Clash(NamedTuple):
    """Two files of a run that are the same.

    Attributes:
        output: Name of the output.
        other: Name of the input or of the other output.
        with_input: Whether the other one is an input.
        path: Path of the output.
    """

    output: str
    other: str
    with_input: bool
    path: str


def refuse_clashes(
    outputs: Mapping[str, str | Path],
    inputs: Mapping[str, str | Path | Sequence[str]],
    folders: Mapping[str, Sequence[str]] | None = None,
    continued: Mapping[str, str] | None = None,
) -> None:
    """Does nothing if no output is an input or another output; see `find_clash`.

    Raises:
        OptionsError: One is.
    """
    clash = find_clash(outputs, inputs, folders or {}, continued or {})
    if clash is not None and clash.with_input:
        raise OptionsError(
            f"{clash.output} would overwrite {clash.other}: both are {clash.path}; give {clash.output} another name."
        )
    if clash is not None:
        raise OptionsError(
            f"{clash.output} and {clash.other} would overwrite each other at {clash.path}; give them different names."
        )


def find_clash(
    outputs: Mapping[str, str | Path],
    inputs: Mapping[str, str | Path | Sequence[str]],
    folders: Mapping[str, Sequence[str]],
    continued: Mapping[str, str],
) -> Clash | None:
    """The first output that is an input or another output, or would be read together with one.

    Two names are the same file if they lead to it through links, relative paths or another case where the file system
    does not tell cases apart. Files of an input are all that GDAL lists: side files, the archive that it lies in, the
    sources of a virtual raster.

    Args:
        outputs: Paths by name, empty for what is not written.
        inputs: What is read, by name: paths, or anything that GDAL or QGIS opens. Of a folder, its GeoTIFFs are read.
        folders: Outputs that are folders, by name: patterns of the names that are written or removed in them.
        continued: Inputs that an output may replace, by the name of the output.
    """
    given = {name: Path(_local_path(str(path))) for name, path in outputs.items() if str(path)}
    names = list(given)
    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            if _overlap(given[name], given[other], folders.get(name, ()), folders.get(other, ())):
                return Clash(name, other, False, str(given[other]))
    for name, path in given.items():
        for other, value in inputs.items():
            for source in [value] if isinstance(value, (str, Path)) else value:
                if str(source) and continued.get(name) != other and _is_read(path, str(source), folders.get(name)):
                    return Clash(name, other, True, str(path))
    return None


def _overlap(first: Path, second: Path, in_first: Sequence[str], in_second: Sequence[str]) -> bool:
    return (
        same_file(first, second)
        or _is_side_file_of(first, second)
        or _is_side_file_of(second, first)
        or _lies_in(second, first, in_first)
        or _lies_in(first, second, in_second)
    )


def _is_read(output: Path, source: str, in_output: Sequence[str] | None) -> bool:
    """Whether writing an output changes what is read; `in_output` is None for a file."""
    main = Path(_local_path(source))
    if same_file(output, main) or _is_side_file_of(output, main) or any(same_file(main, f) for f in side_files(output)):
        return True
    if in_output is not None:
        return any(_lies_in(file, output, in_output) for file in (main, *files_of(source)))
    if _is_image_in(output, main):
        return True
    if not _is_there(output) or output.suffix.lower() in _NO_PART_OF_A_DATASET:  # saves opening thousands of inputs
        return False
    return any(same_file(output, file) or _is_side_file_of(output, file) for file in files_of(source))


def same_file(first: Path, second: Path) -> bool:
    """Whether two paths are one file or folder, there already or not."""
    try:
        return os.path.samestat(first.stat(), second.stat())
    except (OSError, ValueError):
        return _canonical(first) == _canonical(second)


def files_of(source: str) -> list[Path]:
    """The files on the disk that GDAL reads for what it opens under a name; empty if it is nothing for GDAL."""
    files: dict[str, Path] = {}
    waiting = [_FILE_URL.sub("", source).split("|", 1)[0]]
    while waiting:
        for name in _listed_files(waiting.pop()):
            if name not in files and name.lower().endswith(".vrt"):
                waiting.append(name)  # what it lists may be virtual rasters again
            files[name] = Path(_local_path(name))
    return list(files.values())


def _listed_files(name: str) -> list[str]:
    if not _is_there(_local_path(name)):  # neither a network nor a database is asked
        return []
    with quiet_gdal():
        try:
            dataset = gdal.OpenEx(name, gdal.OF_RASTER | gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
            return []
        return [] if dataset is None else list(dataset.GetFileList() or [])


def _is_side_file_of(file: Path, main: Path) -> bool:
    """Whether a file would be read together with a dataset."""
    return is_side_name(Path(_canonical(file)), Path(_canonical(main)))


def _is_image_in(file: Path, folder: Path) -> bool:
    return file.suffix.lower() in _IMAGES and _is_there(file) and same_file(file.parent, folder)


def _lies_in(file: Path, folder: Path, patterns: Sequence[str]) -> bool:
    """Whether a file, or a folder above it, is one that is written into a folder."""
    for parent in file.absolute().parents if patterns else ():
        if same_file(parent, folder):
            inside = file.absolute().relative_to(parent).as_posix().lower()
            return any(fnmatch(inside, pattern) for pattern in patterns)
    return False


def _local_path(name: str) -> str:
    """The path on the disk in a name that GDAL or QGIS opens: without what is behind `|`, of a file: URL, ..."""
    if os.path.lexists(name):
        return name
    name = name.split("|", 1)[0]
    if name.lower().startswith("file:"):
        path = unquote(urlsplit(name).path)
        name = path[1:] if re.match(r"/[A-Za-z]:", path) else path
    if name.startswith("vrt://"):
        name = name[len("vrt://") :].split("?", 1)[0]
    quoted = _IN_QUOTES.search(name)
    if quoted and not os.path.lexists(name):
        name = quoted[1] or quoted[2]
    if _INSIDE_AN_ARCHIVE.match(name):
        inner = _INSIDE_AN_ARCHIVE.sub("", name).strip("{}").replace("}", "")
        return next((str(part) for part in (Path(inner), *Path(inner).parents) if _is_there(part)), inner)
    if not os.path.lexists(name):  # DRIVER:path:table
        parts = name.split(":")
        ends = range(len(parts), 1, -1)
        name = next((text for end in ends if _is_there(text := ":".join(parts[1:end]))), name)
    return name


def _canonical(path: Path) -> str:
    """One spelling of a path, whether or not it is there."""
    try:
        real = os.path.realpath(path)
    except ValueError:  # a NUL character, which no file has
        return str(path)
    text = unicodedata.normalize("NFC", os.path.normcase(real))
    return text.casefold() if _ignores_case(Path(real)) else text


def _ignores_case(path: Path) -> bool:
    """Whether the file system does not tell upper from lower case where a file lies."""
    for part in _existing(path):
        other = part.with_name(part.name.swapcase())
        if other.name != part.name:
            try:
                return os.path.samestat(part.stat(), other.stat())
            except OSError:
                return False
    return False


def _existing(path: Path) -> Iterator[Path]:
    return (part for part in (path, *path.parents) if part.name and _is_there(part))


def _is_there(path: str | Path) -> bool:
    """Whether there is a file or folder; of a name that no file can have, it is not."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
