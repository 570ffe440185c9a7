"""The zip of a model file. It may come from anywhere: sizes are bounded before anything is read or unpacked.

Only members that models have are read, one at a time, and nothing is unpacked to the disk.
"""

from __future__ import annotations

import io
import math
import re
import struct
import zipfile
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from . import stored_text

TEXT = "model.json"
TABLES = ("stats_mean", "stats_deviation", "feature_mean", "feature_scale", "centroids")
_WEIGHTS = "weights/"
_ARRAY = re.compile(rf"(?:{'|'.join(TABLES)}|{_WEIGHTS}[\w.]{{1,250}})\.npy", re.ASCII)
# A model holds weights and tables, not images: whatever claims to be larger is no model.
_LARGEST_BYTES = 2**31
# Weights hardly shrink, tables do a little; beyond what is read at once anyway, what shrinks more is made to do harm.
_HARMLESS_BYTES = 2**25
_MOST_SHRUNK = 4
# Of the names of all members: a thousand times those of a network's weights.
_LARGEST_DIRECTORY_BYTES = 2**19
_LARGEST_HEADER_BYTES = 512  # of an array
_LARGEST_ITEM_BYTES = 8

# The end of a zip's directory, without a comment, and what precedes it in the form for huge files.
_END = struct.Struct("<4s4H2LH")
_END_MARK, _HUGE_MARK, _LONGEST_COMMENT, _HUGE_SIZE = b"PK\x05\x06", b"PK\x06\x07", 2**16, 20


class ModelArchive:
    """The members of a model file, open while a `with` block lasts.

    Args:
        path: The file.

    Raises:
        ModelError: It claims to hold more than a model does.
        OSError, ValueError, zipfile.BadZipFile: It is damaged or no zip, or has a member twice.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            _check_directory(self._file)
            self._zip = zipfile.ZipFile(self._file)
            self._members = _known_members(self._zip)
            self._check_sizes(path)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> ModelArchive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()

    def _check_sizes(self, path: Path) -> None:
        size = sum(info.file_size for info in self._members.values())
        text = self._members[TEXT].file_size if TEXT in self._members else 0
        if size > min(_LARGEST_BYTES, max(_HARMLESS_BYTES, _MOST_SHRUNK * path.stat().st_size)):
            raise ModelError(f"{path} claims to hold arrays of {size / 1e6:.0f} MB; it is no ClusterNet model.")
        if text > stored_text.LARGEST_BYTES:
            raise ModelError(
                f"{path} claims to hold {text / 1e6:.0f} MB of text, and a model at most "
                f"{stored_text.LARGEST_BYTES / 1e6:.0f} MB; it is no ClusterNet model."
            )

    @property
    def weights(self) -> list[str]:
        """Names of the network's arrays."""
        return [name.removeprefix(_WEIGHTS).removesuffix(".npy") for name in self._members if name.startswith(_WEIGHTS)]

    def text(self) -> Any:
        """What `model.json` says.

        Raises:
            KeyError, ValueError, RecursionError: It is missing, damaged or nested too deep.
        """
        return stored_text.parsed(self._zip.read(self._members[TEXT]))

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of a table, of which only the header is read.

        Raises:
            KeyError, ValueError: It is missing, or no plain array of numbers that fills the member.
        """
        info = self._members[f"{name}.npy"]
        with self._zip.open(info) as member:
            return _read_header(name, member, info.file_size)[0]

    def table(self, name: str) -> NDArray[Any]:
        """A table; see `shape` for errors."""
        return self._array(f"{name}.npy")

    def weight(self, name: str) -> NDArray[Any]:
        """An array of the network; see `shape` for errors."""
        return self._array(f"{_WEIGHTS}{name}.npy")

    def _array(self, member_name: str) -> NDArray[Any]:
        info = self._members[member_name]
        with self._zip.open(info) as member:
            shape, by_columns, dtype = _read_header(member_name.removesuffix(".npy"), member, info.file_size)
            data = bytearray(member.read())  # to its end, where its checksum is compared
        array = np.frombuffer(data, dtype).reshape(shape, order="F" if by_columns else "C")
        return array.astype(dtype.newbyteorder("="), copy=False)


def _check_directory(file: IO[bytes]) -> None:
    """Raises ValueError unless the directory of a zip is small; a zip's directory is read as a whole.

    The end of the directory is found as `zipfile` finds it.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - _END.size - _LONGEST_COMMENT - _HUGE_SIZE, 0))
    tail = file.read()
    start = len(tail) - _END.size
    if start < 0 or tail[start : start + 4] != _END_MARK or tail[-2:] != b"\0\0":
        start = tail.rfind(_END_MARK)
    if start < 0 or len(tail) - start < _END.size:
        raise zipfile.BadZipFile("it is no zip")
    directory = _END.unpack_from(tail, start)[5]
    is_huge = start >= _HUGE_SIZE and tail[start - _HUGE_SIZE :].startswith(_HUGE_MARK)
    if is_huge or directory > _LARGEST_DIRECTORY_BYTES:
        raise ValueError("it lists more members than a model has")


def _known_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    members: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        if info.filename != TEXT and not _ARRAY.fullmatch(info.filename):
            continue
        if info.filename in members:
            raise ValueError(f"it has the member {info.filename} twice")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(f"its member {info.filename} is packed in another way")
        members[info.filename] = info
    return members


def _read_header(name: str, member: IO[bytes], size: int) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Shape, order and type of an array, as `numpy.save` writes them; the member is read up to its values."""
    start = member.read(10)
    length = int.from_bytes(start[8:], "little")
    if start[:8] != b"\x93NUMPY\x01\x00" or length > _LARGEST_HEADER_BYTES:
        raise ValueError(f"{name} is no plain array")
    read: Any = np.lib.format.read_array_header_1_0  # numpy says no types for it
    shape, by_columns, dtype = read(io.BytesIO(start[8:] + member.read(length)))
    if dtype.kind not in "fiub" or dtype.itemsize > _LARGEST_ITEM_BYTES:
        raise ValueError(f"{name} is of type {str(dtype)[:40]}")
    if min(shape, default=0) < 0 or math.prod(shape) * dtype.itemsize != size - len(start) - length:
        raise ValueError(f"{name} is not of the size that it claims")
    return shape, by_columns, dtype
