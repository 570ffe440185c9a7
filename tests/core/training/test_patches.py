"""Training patches: which pixels are learnt from, and what the network sees around them."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, part_of, pixel_box, quadrants, write, write_shapes

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.normalisation import NormalisationStats
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.reference import open_reference
from clusternet_qgis.core.io.vectors import VectorSource
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training import patches
from clusternet_qgis.core.training.inputs import Scene
from clusternet_qgis.core.training.patches import PatchSet

IDENTITY = NormalisationStats(np.zeros(1), np.ones(1), 1)


@pytest.fixture
def stack() -> ExitStack:
    with ExitStack() as opened:
        yield opened


def scene(stack: ExitStack, path: str) -> Scene:
    return Scene(stack.enter_context(RasterSource(path)))


def test_patches_show_the_raster_with_a_reflected_margin(tmp_path: Path, stack: ExitStack) -> None:
    values = np.random.default_rng(0).normal(0, 1, (1, 16, 24)).astype(np.float32)
    found = PatchSet([scene(stack, write(tmp_path / "a.tif", values))], 8, 0, IDENTITY)
    wide = np.pad(values[0], 3, mode="reflect")
    assert len(found) == 6
    for index in range(6):
        row, col = index // 3 * 8, index % 3 * 8
        image, counted = found.read(index, 3)
        assert np.array_equal(image[0], wide[row : row + 14, col : col + 14])
        assert counted.all()
        assert counted.shape == (8, 8)


@pytest.mark.parametrize(("row", "col"), [(0, 0), (3, 0), (5, 6)])
@pytest.mark.parametrize("shape", [(16, 24), (19, 30), (5, 6), (8, 8)])
def test_patches_begin_where_the_networks_cells_do(
    tmp_path: Path, stack: ExitStack, row: int, col: int, shape: tuple[int, int]
) -> None:
    values = np.random.default_rng(0).normal(0, 1, (1, *shape)).astype(np.float32)
    one = scene(stack, write(tmp_path / "a.tif", values, part_of(NORTH_UP, row, col)))
    found = PatchSet([one], 16, 0, IDENTITY, stride=8)
    seen: list[float] = []
    for index in range(len(found)):
        image, counted = found.read(index, 0)
        (first,) = np.argwhere(values[0] == image[0][counted][0])
        start = first - np.argwhere(counted)[0]
        assert [(first + shift) % 8 for first, shift in zip(start, (row, col), strict=True)] == [0, 0]
        seen += image[0][counted].tolist()
    assert sorted(seen) == sorted(values.ravel().tolist())  # each pixel once


def test_patches_without_valid_pixels_are_left_out(tmp_path: Path, stack: ExitStack) -> None:
    values = np.ones((1, 16, 24), np.uint8)
    values[:, :8] = 0
    values[:, 2, 9] = 5
    found = PatchSet([scene(stack, write(tmp_path / "a.tif", values, no_data=0))], 8, 0)
    assert len(found) == 4
    assert found.read(0, 0)[1].sum() == 1


def test_statistics_come_from_the_patches_unless_given(tmp_path: Path, stack: ExitStack) -> None:
    values = quadrants(16, 24)
    one = scene(stack, write(tmp_path / "a.tif", values))
    assert PatchSet([one], 8, 0).stats.mean == pytest.approx(values.mean((1, 2)))
    given = NormalisationStats(np.full(3, 7.0), np.ones(3), 5)
    assert PatchSet([one], 8, 0, given).stats is given


def test_reflected_pixels_are_seen_and_not_learnt_from(tmp_path: Path, stack: ExitStack) -> None:
    found = PatchSet([scene(stack, write(tmp_path / "a.tif", quadrants(5, 16)))], 8, 0)
    for index in range(len(found)):
        image, counted = found.read(index, 2)
        assert image.shape == (3, 12, 12)
        assert counted[:5].all()
        assert not counted[5:].any()
    assert found.stats.mean == pytest.approx(quadrants(5, 16).mean((1, 2)))


def test_only_the_area_is_learnt_from(tmp_path: Path, stack: ExitStack) -> None:
    source = stack.enter_context(RasterSource(write(tmp_path / "a.tif", quadrants(16, 16))))
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(2, 3, 7, 5), "x")])
    found = PatchSet([Scene(source, VectorSource(area, source.grid))], 8, 0)
    assert len(found) == 1
    assert np.argwhere(found.read(0, 4)[1]).tolist() == [[r, c] for r in (3, 4) for c in range(2, 7)]


def test_a_sample_is_of_valid_pixels_and_spread_evenly(tmp_path: Path, stack: ExitStack) -> None:
    holes = np.random.default_rng(0).random((16, 32)) < 0.4
    values = np.where(holes, 0, quadrants(16, 32)).astype(np.uint8)
    found = PatchSet([scene(stack, write(tmp_path / "a.tif", values, no_data=0))], 8, 0)
    sample = found.sample(80, 0, 1, Progress())
    assert [len(positions) for positions in sample.positions] == [10] * 8
    for index, positions in enumerate(sample.positions):
        assert found.read(index, 0)[1].ravel()[positions].all()
        assert len(set(positions.tolist())) == len(positions)
    everything = found.sample(10**6, 0, 1, Progress())
    assert sum(len(positions) for positions in everything.positions) == (~holes).sum()


def test_of_many_patches_some_are_sampled(tmp_path: Path, stack: ExitStack) -> None:
    found = PatchSet([scene(stack, write(tmp_path / "a.tif", quadrants(32, 32)))], 8, 0)
    counts = [len(positions) for positions in found.sample(60, 0, 1, Progress(), 3).positions]
    assert sorted(counts) == [0] * 13 + [20] * 3
    other = [len(positions) for positions in found.sample(60, 1, 1, Progress(), 3).positions]
    assert counts != other


@pytest.mark.parametrize("output_stride", [1, 2, 4])
def test_the_reference_is_read_at_the_sample(tmp_path: Path, stack: ExitStack, output_stride: int) -> None:
    source = stack.enter_context(RasterSource(write(tmp_path / "a.tif", quadrants(8, 16))))
    labels = np.arange(1, 129, dtype=np.uint8).reshape(8, 16)
    reference = open_reference(write(tmp_path / "l.tif", labels), source.grid)
    sample = PatchSet([Scene(source, None, reference)], 8, 0).sample(10, 0, output_stride, Progress())
    expected = [
        labels[::output_stride, 8 * index : 8 * index + 8 : output_stride].ravel()[positions] - 1
        for index, positions in enumerate(sample.positions)
    ]
    assert sum(map(len, expected)) == min(10, 128 // output_stride**2)
    assert sample.reference is not None
    assert np.array_equal(sample.reference, np.concatenate(expected))


def test_of_very_large_rasters_a_random_part_is_seen(
    tmp_path: Path, stack: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patches, "LARGEST_EPOCH_PIXELS", 640)
    one = scene(stack, write(tmp_path / "a.tif", quadrants(64, 64)))
    first, again, other = (PatchSet([one], 8, seed) for seed in (0, 0, 1))
    assert len(first) == 10
    images = [[found.read(index, 0)[0] for index in range(10)] for found in (first, again, other)]
    assert np.array_equal(images[0], images[1])
    assert not np.array_equal(images[0], images[2])


def test_other_bands_are_one_sentence(tmp_path: Path, stack: ExitStack) -> None:
    scenes = [scene(stack, write(tmp_path / f"{n}.tif", quadrants(8, 8, bands=n))) for n in (3, 1)]
    with pytest.raises(RasterError, match=r"\(3.tif: 3, 1.tif: 1\)"):
        PatchSet(scenes, 8, 0)


def test_no_valid_pixel_is_one_sentence(tmp_path: Path, stack: ExitStack) -> None:
    with pytest.raises(RasterError, match="no valid pixel to train on"):
        PatchSet([scene(stack, write(tmp_path / "a.tif", np.zeros((8, 8), np.uint8), no_data=0))], 8, 0)
