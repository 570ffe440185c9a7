"""Right and wrong can be seen, whatever the size of the map and however few labels there are."""

from __future__ import annotations

import numpy as np

from clusternet_qgis.core.evaluation.error_map import RIGHT_COLOUR, UNKNOWN_COLOUR, WRONG_COLOUR, ErrorMap


def test_a_cell_is_mixed_of_its_pixels() -> None:
    picture = ErrorMap(1280, 1280)
    rows, cols = np.indices((1280, 1280)).reshape(2, -1)
    picture.add(rows, cols, (rows % 2 == 0) & (cols < 640))
    colours = picture.colours()
    assert colours.shape == (640, 640, 3)
    middle = np.round((np.array(RIGHT_COLOUR) + np.array(WRONG_COLOUR)) / 2)
    assert (colours[:, :320] == middle).all()
    assert (colours[:, 320:] == RIGHT_COLOUR).all()


def test_a_single_point_can_be_seen_and_lies_where_it_is() -> None:
    picture = ErrorMap(400, 300)
    picture.add(np.array([100]), np.array([200]), np.array([True]))
    colours = picture.colours()
    seen = np.argwhere((colours == WRONG_COLOUR).all(2))
    assert len(seen) == 49
    assert seen.mean(0).tolist() == [100, 200]
    assert (colours == UNKNOWN_COLOUR).all(2).sum() == 400 * 300 - 49


def test_maps_of_a_few_pixels_are_drawn() -> None:
    picture = ErrorMap(1, 3)
    picture.add(np.array([0]), np.array([2]), np.array([False]))
    assert [tuple(colour) for colour in picture.colours()[0].tolist()] == [UNKNOWN_COLOUR, UNKNOWN_COLOUR, RIGHT_COLOUR]
