"""Roles of bands come from the user, names, colours and wavelengths; what is not known stays unknown."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import write

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.io.band_roles import roles_of, said_of
from clusternet_qgis.core.io.raster_source import RasterSource


def source_of(path: Path, *names: str, bands: tuple[int, ...] = ()) -> RasterSource:
    write(path, np.ones((len(names), 4, 4), np.uint8), descriptions=names)
    return RasterSource(path, bands or None)


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (("red", "green", "blue", "nir"), {"red": 0, "green": 1, "blue": 2, "nir": 3}),
        (("B02", "B03", "B04", "B08", "B12"), {"blue": 0, "green": 1, "red": 2, "nir": 3, "swir2": 4}),
        (("Near Infrared", "Rot"), {"nir": 0, "red": 1}),
        (("B4", "B5"), {}),  # of which satellite is not known
        (("red edge", "infrared"), {"nir": 1}),
        (("one", "two"), {}),
    ],
)
def test_names_tell_roles(tmp_path: Path, names: tuple[str, ...], roles: dict[str, int]) -> None:
    assert roles_of(source_of(tmp_path / "a.tif", *names)) == roles


def test_colours_and_wavelengths_tell_roles(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.ones((3, 4, 4), np.uint8))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetColorInterpretation(gdal.GCI_RedBand)
    dataset.GetRasterBand(2).SetMetadataItem("wavelength", "842 nm")
    dataset.GetRasterBand(3).SetMetadataItem("CENTRAL_WAVELENGTH_UM", "2.19", "IMAGERY")
    del dataset
    assert roles_of(RasterSource(path)) == {"red": 0, "nir": 1, "swir2": 2}


def test_what_the_user_says_counts_before_all_else_in_numbers_of_the_file(tmp_path: Path) -> None:
    source = source_of(tmp_path / "a.tif", "blue", "red", "x", bands=(2, 3))
    assert roles_of(source, "nir=2; red=3") == {"nir": 0, "red": 1, "blue": -1}


def test_bands_that_the_network_does_not_see_have_roles_by_their_numbers(tmp_path: Path) -> None:
    source = source_of(tmp_path / "a.tif", "red", "green", "blue", "nir", bands=(3, 1))
    roles = roles_of(source)
    assert roles == {"blue": 0, "red": 1, "green": -2, "nir": -4}
    assert said_of(roles, source) == "red = band 1, green = band 2, blue = band 3, nir = band 4"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [("nir:4", "such as nir=4"), ("purple=1", "the roles are blue"), ("nir=9", "band 9"), ("nir=0", "band 0")],
)
def test_roles_that_cannot_be_are_a_sentence(tmp_path: Path, given: str, sentence: str) -> None:
    source = source_of(tmp_path / "a.tif", "blue", "red", "x", bands=(2, 3))
    with pytest.raises(OptionsError, match=sentence):
        roles_of(source, given)
