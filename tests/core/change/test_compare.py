"""Two dates of one place: shifts and light are no change, and what is pasted in is."""

from pathlib import Path

import numpy as np
import pytest
import toy_rasters
from scipy import ndimage
from toy_embeddings import quantised, unit_vectors, write_signed
from toy_rasters import NORTH_UP, write

from clusternet_qgis.core.change.compare import ChangeOutputs, compare_dates
from clusternet_qgis.core.change.legend import groups_of, transition_legend
from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.model.load import load_model
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIZE, MARGIN = 256, 8
COLOURS = ([60, 110, 50], [170, 150, 110], [40, 60, 110])
POND = (slice(100, 140), slice(60, 110))
POND_BELOW = (slice(160, 200), slice(60, 110))


def ground(generator=None):
    """Fields and water with blurred borders and grain, larger than a raster by a margin on all sides (3, n, n)."""
    generator = generator or np.random.default_rng(3)
    size = SIZE + 2 * MARGIN
    kinds = np.kron(generator.integers(0, 3, (17, 17)), np.ones((16, 16), int))[:size, :size]
    picture = np.array(COLOURS, float)[kinds].transpose(2, 0, 1)
    texture = generator.normal(0, 1, (size, size))
    texture = sum(np.roll(texture, step, axis) for step in (-1, 0, 1) for axis in (0, 1)) / 3
    return picture + 9 * texture


def cut(picture, down=0.0, right=0.0):
    """The middle of a picture, at positions between pixels (bilinear)."""
    first = (int(np.floor(down)), int(np.floor(right)))
    share = (down - first[0], right - first[1])
    result = 0
    for row, row_weight in ((0, 1 - share[0]), (1, share[0])):
        for col, col_weight in ((0, 1 - share[1]), (1, share[1])):
            r, c = MARGIN + first[0] + row, MARGIN + first[1] + col
            result = result + row_weight * col_weight * picture[:, r : r + SIZE, c : c + SIZE]
    return result


def stored(values):
    return np.clip(np.round(values), 1, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A raster, and a model of 8 clusters that has seen it."""
    folder = tmp_path_factory.mktemp("dates")
    before = write(folder / "before.tif", stored(cut(ground())))
    train(TrainInputs((before,)), TrainOptions(network="pixels", clusters=3, epochs=0), f"{folder}/model.cnet")
    return before, f"{folder}/model.cnet"


def compared(first, after, tmp_path, **options):
    outputs = ChangeOutputs(str(tmp_path / "change.tif"), str(tmp_path / "table.csv"), str(tmp_path / "report.html"))
    result = compare_dates(first[0], after, first[1], outputs, **options)
    return result, toy_rasters.read(tmp_path / "change.tif")[0]


def test_nothing_changes_between_two_pictures_of_the_same_ground(first, tmp_path):
    noise = np.random.default_rng(1).normal(0, 2, (3, SIZE, SIZE))
    result, values = compared(first, write(tmp_path / "a.tif", stored(cut(ground()) + noise)), tmp_path)
    assert result.shift == (0, 0)
    assert result.areas.share_changed < 0.005
    assert (values > 0).all()


@pytest.mark.parametrize(("down", "right"), [(0.3, 0.0), (1.7, -0.6), (-3.0, 2.4)])
def test_a_shift_is_found_and_is_no_change(first, tmp_path, down, right):
    after = write(tmp_path / "a.tif", stored(cut(ground(), -down, -right)))
    result, _ = compared(first, after, tmp_path)
    assert result.shift == pytest.approx((down, right), abs=0.25)
    assert result.areas.share_changed < 0.01


def test_other_light_is_no_change_and_a_pond_is(first, tmp_path):
    picture = cut(ground())
    picture[(slice(None), *POND)] = np.array([40, 60, 110])[:, None, None]
    after = write(tmp_path / "a.tif", stored(picture * np.array([1.2, 0.9, 1.1])[:, None, None] + 6))
    result, values = compared(first, after, tmp_path)
    is_pond = np.zeros(values.shape, bool)
    is_pond[POND] = True
    was_water = toy_rasters.read(first[0])[1] < 85
    changed = values > 1
    assert changed[is_pond & ~was_water].mean() > 0.8
    assert changed[is_pond & was_water].mean() < 0.2
    assert changed[~is_pond].mean() < 0.01
    assert result.areas.share_changed == pytest.approx(changed.mean(), abs=1e-6)


def test_what_has_changed_within_a_class_counts_unless_the_classes_are_given(first, tmp_path):
    picture = cut(ground())
    # All of a meadow is dug over: another colour, nearest to the cluster of the same colours.
    kind = np.argmin([np.abs(picture - np.array(c)[:, None, None]).sum(0) for c in COLOURS], axis=0)
    fields = ndimage.binary_erosion(kind == 1, iterations=3)
    picture[:, fields & (np.arange(SIZE) < 128)] += np.array([60, 60, 60])[:, None]
    after = write(tmp_path / "a.tif", stored(picture))
    result, values = compared(first, after, tmp_path)
    areas = result.areas
    assert areas.within.sum() > 0.5 * areas.changed.sum() > 0
    assert areas.share_changed == pytest.approx((values > 1).sum() / (values > 0).sum(), abs=1e-3)
    assert (values > 1)[fields & (np.arange(SIZE) < 128)].mean() > 0.8
    rows = (tmp_path / "table.csv").read_text().splitlines()
    assert rows[0].endswith("changed within")
    names = [entry.name for entry in transition_legend(groups_of(load_model(first[1]))).of(np.unique(values)).entries]
    assert any(name.startswith("within ") for name in names)
    given, values = compared(first, after, tmp_path, selection=groups_of(load_model(first[1])))
    assert not given.areas.within.any()
    assert (values > 1).mean() < 0.02


def test_areas_are_square_metres_and_add_up_to_what_is_valid(first, tmp_path):
    picture = stored(cut(ground()))
    picture[:, :64] = 0
    after = write(tmp_path / "a.tif", picture, no_data=0)
    result, values = compared(first, after, tmp_path)
    assert (values[:60] == 0).all()
    assert (values[70:] > 0).all()
    pixel = abs(NORTH_UP[1] * NORTH_UP[5])
    assert result.areas.area.sum() == pytest.approx((values > 0).sum() * pixel, rel=5e-3)
    rows = (tmp_path / "table.csv").read_text().splitlines()
    assert rows[0].startswith("from / to (m2)")
    assert rows[-1].startswith("total")
    assert "has changed" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_small_changes_are_left_out(first, tmp_path):
    picture = cut(ground())
    water = picture[:, :, :].copy()
    dot = (slice(None), slice(30, 42), slice(30, 42))
    water[dot] = np.where(picture[:1, 30:42, 30:42] > 100, 60, 170)
    after = write(tmp_path / "a.tif", stored(water))
    _, values = compared(first, after, tmp_path)
    pixel = abs(NORTH_UP[1] * NORTH_UP[5])
    _, cleaned = compared(first, after, tmp_path, min_area=400 * pixel)
    assert (values > 1).any()
    assert not (cleaned > 1).any()


def test_no_change_is_smaller_than_what_the_tolerance_can_tell(first, tmp_path, monkeypatch):
    picture, quarter = cut(ground()), np.kron([[0, 1], [1, 0]], np.ones((4, 4), int))
    dots = np.array([[60, 110, 50], [40, 60, 110]], float)[quarter].transpose(2, 0, 1)
    for row in range(28, 240, 16):  # in the middle of a field each
        for col in range(28, 240, 32):
            picture[:, row : row + 8, col : col + 8] = dots
    after = write(tmp_path / "a.tif", stored(picture))

    def smallest():
        _, values = compared(first, after, tmp_path)
        kinds = [ndimage.label(values == value)[0] for value in np.unique(values[values > 1])]
        return min((np.bincount(parts.ravel())[1:].min() for parts in kinds), default=25)

    assert smallest() >= 25
    monkeypatch.setattr("clusternet_qgis.core.change.compare._FEWEST_PIXELS", 1)
    assert smallest() < 25


def test_results_do_not_depend_on_tiles(first, tmp_path, monkeypatch):
    picture = cut(ground())
    picture[(slice(None), *POND)] = np.array([40, 60, 110])[:, None, None]
    after = write(tmp_path / "a.tif", stored(picture))
    _, whole = compared(first, after, tmp_path)
    monkeypatch.setattr("clusternet_qgis.core.change.compare._TILE_SIZE", 96)
    _, tiled = compared(first, after, tmp_path)
    np.testing.assert_array_equal(whole, tiled)


def test_a_second_date_on_another_grid_is_compared_where_both_are(first, tmp_path):
    wide = ground()
    origin = toy_rasters.part_of(NORTH_UP, 40, 60)
    after = write(tmp_path / "a.tif", stored(cut(wide))[:, 40:, 60:], transform=origin)
    result, values = compared(first, after, tmp_path)
    assert (values[:40] == 0).all()
    assert (values[:, :60] == 0).all()
    assert (values[40:, 60:] > 0).all()
    assert result.areas.share_changed < 0.005


def bad_dates(first, tmp_path):
    far = toy_rasters.part_of(NORTH_UP, 5000, 5000)
    return {
        "same raster": first[0],
        "does not overlap": write(tmp_path / "far.tif", stored(cut(ground())), transform=far),
        "bands": write(tmp_path / "bands.tif", stored(cut(ground()))[:2]),
        "no pixel is valid|no data": write(tmp_path / "none.tif", np.zeros((3, SIZE, SIZE), np.uint8), no_data=0),
    }


@pytest.mark.parametrize("reason", ["same raster", "does not overlap", "bands", "no pixel is valid|no data"])
def test_dates_that_cannot_be_compared_are_refused_in_a_sentence(first, tmp_path, reason):
    with pytest.raises(ClusterNetError, match=f"(?i){reason}"):
        compared(first, bad_dates(first, tmp_path)[reason], tmp_path)
    assert not Path(tmp_path / "change.tif").exists()


def test_embeddings_of_two_years_are_compared_as_vectors(tmp_path):
    vectors = unit_vectors(96, 96)
    before = write_signed(tmp_path / "before.tif", quantised(vectors))
    after = write_signed(tmp_path / "after.tif", quantised(np.roll(vectors, 1, 2)))
    changed = vectors.copy()
    changed[:, 30:60, 20:70] = vectors[:, 60:90, 40:90][:, ::-1]
    other = write_signed(tmp_path / "other.tif", quantised(changed))
    model = f"{tmp_path}/model.cnet"
    train(TrainInputs((str(before),)), TrainOptions(network="pixels", clusters=6, epochs=0), model)
    moved, _ = compared((str(before), model), str(after), tmp_path)
    assert moved.areas.share_changed < 0.02
    _, values = compared((str(before), model), str(other), tmp_path)
    is_other = np.zeros(values.shape, bool)
    is_other[30:60, 20:70] = True
    assert not (values > 1)[~is_other].any()
    assert (values > 1)[is_other].mean() > 0.3


def test_a_part_is_compared_as_it_is_in_the_whole(first, tmp_path):
    picture = cut(ground())
    picture[(slice(None), *POND)] = np.array([40, 60, 110])[:, None, None]
    after = write(tmp_path / "a.tif", stored(picture))
    xmin, ymax = NORTH_UP[0] + 40 * NORTH_UP[1], NORTH_UP[3] + 80 * NORTH_UP[5]
    xmax, ymin = xmin + 120 * NORTH_UP[1], ymax + 100 * NORTH_UP[5]
    _, part = compared(first, after, tmp_path, options=MapOptions(extent=(xmin, ymin, xmax, ymax)))
    assert part.shape == (100, 120)
    was_water = toy_rasters.read(first[0])[1][POND] < 85
    assert (part[20:60, 20:70] > 1)[~was_water].mean() > 0.8


def clouded(picture, share):
    """Clouds, white with soft grain, over the upper part of a picture, and where they are."""
    rows = int(share * SIZE)
    random = np.random.default_rng(2)
    covered = picture.copy()
    covered[:, :rows] = 235 + random.normal(0, 4, (3, rows, SIZE))
    return covered, slice(0, rows), slice(rows + 4, None)


def test_clouds_over_more_than_a_third_that_are_masked_leave_the_rest_alone(first, tmp_path):
    covered, clouds, rest = clouded(cut(ground()), 0.4)
    covered = stored(covered)
    covered[:, clouds] = 0
    covered[(slice(None), *POND_BELOW)] = np.array([40, 60, 110])[:, None, None]
    result, values = compared(first, write(tmp_path / "a.tif", covered, no_data=0), tmp_path)
    assert not values[clouds].any()
    is_pond = np.zeros(values.shape, bool)
    is_pond[POND_BELOW] = True
    assert (values > 1)[is_pond].mean() > 0.4
    assert (values > 1)[rest][~is_pond[rest]].mean() < 0.01
    assert result.areas.share_changed < 0.1


def test_clouds_over_a_third_are_change_and_are_spoken_of(first, tmp_path):
    messages = []
    covered, clouds, rest = clouded(cut(ground()), 0.36)
    after = write(tmp_path / "a.tif", stored(covered))
    result, values = compared(first, after, tmp_path, progress=Progress(say=messages.append))
    assert (values > 1)[clouds].mean() > 0.8
    assert (values > 1)[rest].mean() < 0.02
    assert result.areas.share_changed > 0.3
    assert any("mask clouds" in sentence for sentence in messages)


def test_a_sheet_all_in_shadow_is_no_change(first, tmp_path):
    random = np.random.default_rng(2)
    shadow = 0.35 * cut(ground()) + random.normal(0, 0.5, (3, SIZE, SIZE)) + 4
    result, values = compared(first, write(tmp_path / "a.tif", stored(shadow)), tmp_path)
    assert result.areas.share_changed < 0.02
    assert (values > 0).all()


def test_a_copy_of_the_first_date_has_not_changed(first, tmp_path):
    copy = write(tmp_path / "copy.tif", stored(cut(ground())))
    result, values = compared(first, copy, tmp_path)
    assert result.areas.share_changed == 0
    assert (values == 1).all()
