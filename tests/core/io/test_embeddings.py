"""Embeddings are recognised by what they are, and every reader sees vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from checkout import SHARED
from osgeo import gdal
from toy_embeddings import ALPHA_EARTH_NAMES, quantised, unit_vectors, write_signed
from toy_rasters import SOUTH_UP, write

from clusternet_qgis.core.io.embeddings import dequantised, mixed_sentence
from clusternet_qgis.core.io.flat_borders import open_imagery
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.progress import Progress

ROWS, COLS = 40, 56
WHOLE = Window(0, 0, ROWS, COLS)
CORPUS = SHARED / "data/corpus/special_alphaearth_64"


def opened(path: str) -> tuple[RasterSource, list[str]]:
    said: list[str] = []
    return open_imagery(path, progress=Progress(say=said.append)), said


def angles(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """In degrees, of vectors (bands, ...)."""
    cosine = (first * second).sum(0) / np.linalg.norm(first, axis=0) / np.linalg.norm(second, axis=0)
    return np.degrees(np.arccos(cosine.clip(-1, 1)))


def test_the_bytes_are_those_of_the_published_formula() -> None:
    stored = np.array([-127, -64, -1, 0, 1, 64, 127], np.float32)
    expected = [-((127 / 127.5) ** 2), -((64 / 127.5) ** 2), -(1 / 127.5**2), 0, 1 / 127.5**2, (64 / 127.5) ** 2]
    assert np.allclose(dequantised(stored.copy())[:6], expected, atol=1e-7)
    assert np.allclose(dequantised(stored.copy()), -dequantised(-stored), atol=1e-7)


@pytest.mark.parametrize("signed", [True, False], ids=["signed", "sign lost"])
@pytest.mark.parametrize("names", [ALPHA_EARTH_NAMES, ()], ids=["named", "unnamed"])
def test_bytes_of_alphaearth_are_read_as_unit_vectors(tmp_path: Path, signed: bool, names: tuple[str, ...]) -> None:
    vectors = unit_vectors(ROWS, COLS)
    stored = quantised(vectors)
    stored[:, 3:5, 7:9] = -128
    path = write_signed(tmp_path / "a.tif", stored, names=names, no_data=-128 if signed else None, signed=signed)
    source, said = opened(path)
    with source:
        values, valid = source.read(WHOLE)
        assert source.has_unit_vectors
        assert source.embedding_version == "AlphaEarth"
    hole = np.zeros((ROWS, COLS), np.bool_)
    hole[3:5, 7:9] = True
    assert np.array_equal(valid, ~hole)
    assert np.allclose(np.linalg.norm(values[:, valid], axis=0), 1, atol=1e-5)
    assert angles(values, vectors)[valid].max() < 1
    assert said == ["a.tif holds embeddings of AlphaEarth as bytes: they are read as vectors of unit length."]


def test_some_bands_of_alphaearth_are_dequantised_too(tmp_path: Path) -> None:
    vectors = unit_vectors(ROWS, COLS)
    path = write_signed(tmp_path / "a.tif", quantised(vectors))
    with RasterSource(path, [3, 1, 2], picture=True) as source:
        values, _ = source.read(WHOLE)
        assert not source.has_unit_vectors
        assert source.band_names == ["A02", "A00", "A01"]
    assert np.abs(values - vectors[[2, 0, 1]]).max() < 0.01


def test_floats_of_unit_length_get_it_again_where_resampling_has_shortened_them(tmp_path: Path) -> None:
    vectors = unit_vectors(ROWS, COLS, bands=30)
    shortened = vectors * 0.95
    shortened[:, 0, 0] = 0  # no vector
    source, said = opened(write(tmp_path / "a.tif", shortened))
    with source:
        values, valid = source.read(WHOLE)
        assert source.has_unit_vectors
    assert valid.sum() == valid.size - 1
    assert not valid[0, 0]
    assert np.allclose(values[:, valid], vectors[:, valid], atol=1e-6)
    assert said == ["a.tif holds embeddings: vectors of unit length."]


def test_vectors_of_tessera_keep_their_lengths(tmp_path: Path) -> None:
    lengths = np.random.default_rng(1).uniform(3, 30, (ROWS, COLS)).astype(np.float32)
    vectors = unit_vectors(ROWS, COLS, bands=128) * lengths
    names = [f"Tessera_Band_{number}" for number in range(128)]
    source, said = opened(write(tmp_path / "t.tif", vectors, descriptions=names))
    with source:
        assert np.array_equal(source.read(WHOLE)[0], vectors)
        assert not source.has_unit_vectors
        assert source.embedding_version == "TESSERA"
    assert said == ["t.tif holds embeddings of TESSERA: vectors."]


def test_bytes_of_tessera_without_their_scales_have_directions_only_which_is_said(tmp_path: Path) -> None:
    vectors = unit_vectors(ROWS, COLS, bands=128)
    stored = np.round(vectors / np.abs(vectors).max(0) * 127).astype(np.int8)
    source, said = opened(write_signed(tmp_path / "t.tif", stored, names=(), no_data=None))
    with source:
        values, _ = source.read(WHOLE)
        assert source.has_unit_vectors
    assert angles(values, vectors).max() < 2
    assert len(said) == 1
    assert "holds bytes of TESSERA without their scales" in said[0]


def test_bytes_that_were_resampled_are_taken_as_plain_bands_which_is_said(tmp_path: Path) -> None:
    """A mean of bytes is not the byte of a mean."""
    stored = quantised(unit_vectors(ROWS, COLS)).astype(np.float32)
    coarse = (stored[:, ::2, ::2] + np.roll(stored, 9, 2)[:, ::2, ::2] + np.roll(stored, 17, 1)[:, ::2, ::2]) / 3
    source, said = opened(write_signed(tmp_path / "a.tif", np.round(coarse).astype(np.int8)))
    with source:
        assert not source.has_unit_vectors
        assert np.array_equal(source.read(source.grid.window)[0], np.round(coarse))
    assert len(said) == 1
    assert said[0].startswith("a.tif has the bands of AlphaEarth and bytes, but their vectors are")


@pytest.mark.parametrize("bands", [3, 12, 40, 64, 128])
def test_other_rasters_are_read_as_they_are_and_nothing_is_said(tmp_path: Path, bands: int) -> None:
    values = np.random.default_rng(0).integers(0, 255, (bands, ROWS, COLS)).astype(np.uint8)
    names = [f"wavelength {number}" for number in range(bands)]
    source, said = opened(write(tmp_path / "a.tif", values, descriptions=names))
    with source:
        assert source.embedding is None
        assert np.array_equal(source.read(WHOLE)[0], values)
    assert said == []


def test_who_reads_values_and_no_picture_sees_the_bytes(tmp_path: Path) -> None:
    stored = quantised(unit_vectors(ROWS, COLS))
    with RasterSource(write_signed(tmp_path / "a.tif", stored)) as source:
        assert np.array_equal(source.read(WHOLE)[0], stored)


def test_a_south_up_raster_is_read_in_place(tmp_path: Path) -> None:
    vectors = unit_vectors(ROWS, COLS)
    source, _ = opened(write_signed(tmp_path / "a.tif", quantised(vectors), SOUTH_UP))
    with source:
        assert source.grid.geotransform == SOUTH_UP
        assert angles(source.read(WHOLE)[0], vectors).max() < 1


def test_mixed_versions_are_said_and_files_that_say_none_are_not() -> None:
    assert mixed_sentence({"a.tif": "TESSERA v1", "b.tif": "TESSERA v1", "c.tif": "TESSERA", "d.tif": ""}) == ""
    sentence = mixed_sentence({"a.tif": "TESSERA v1", "b.tif": "TESSERA v1.1"})
    assert "(a.tif: TESSERA v1, b.tif: TESSERA v1.1)" in sentence


@pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared")
def test_published_files_are_recognised() -> None:
    sources = [opened(str(path))[0] for path in sorted(CORPUS.glob("*.tif"))]
    assert len(sources) == 3
    assert all(source.has_unit_vectors and source.embedding_version == "AlphaEarth" for source in sources)
    first, *others = (source.read(source.grid.window)[0] for source in sources)
    assert gdal.Open(sources[0].path).GetGeoTransform()[5] > 0, "the official file is south-up"
    assert np.abs(others[0] - others[1]).max() < 1e-5, "floats and bytes are the same vectors"
    assert np.allclose(np.linalg.norm(first, axis=0), 1, atol=1e-5)
