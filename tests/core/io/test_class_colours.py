"""Classes get the colours of what their names mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.io.class_colours import colour_of_name, default_colour, default_colours, is_default_colour
from clusternet_qgis.core.io.palette import OTHER_COLOUR


def hue(name: str) -> str:
    colour = colour_of_name(name)
    return "" if colour is None else ("red", "green", "blue")[colour.index(max(colour))]


@pytest.mark.parametrize("name", ["water", "River 2", "Fließgewässer", "Wasser", "eau", "Agua", "水域"])
def test_water_is_blue(name: str) -> None:
    assert hue(name) == "blue"


@pytest.mark.parametrize("name", ["tree", "Vegetation", "trees (tall)", "Laubbäume", "forêt", "césped", "森林"])
def test_plants_are_green(name: str) -> None:
    assert hue(name) == "green"


@pytest.mark.parametrize("name", ["roof", "Buildings", "Ziegeldach", "toits", "TEJADO", "建物"])
def test_buildings_are_red(name: str) -> None:
    assert hue(name) == "red"


@pytest.mark.parametrize("name", ["", "class 1", "x", "Klasse 3", "42"])
def test_other_names_have_no_colour_of_their_own(name: str) -> None:
    assert colour_of_name(name) is None


@given(st.lists(st.sampled_from(["water", "river", "tree", "roof", "a", "b", "class 3", "水", "other"]), max_size=20))
def test_no_two_classes_look_alike(names: list[str]) -> None:
    colours = default_colours(names)
    assert len({*colours, OTHER_COLOUR}) == len(names) + 1
    assert all(map(is_default_colour, colours))
    assert default_colour("water", colours) not in colours


def test_a_class_of_no_known_name_leaves_the_colour_to_one_that_is_known() -> None:
    assert default_colours(["a", "b", "c", "water"])[3] == colour_of_name("water")
