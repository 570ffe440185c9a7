"""Sheets of unlike colours: what is put in is found again, whatever lies between them."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal
from toy_rasters import NORTH_UP, read, write

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.fingerprint import content_folder
from clusternet_qgis.core.harmonise import overlaps
from clusternet_qgis.core.harmonise.harmonise import CORRECTIONS_NAME, Harmonised, harmonise
from clusternet_qgis.core.harmonise.sheets import open_sheets
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.progress import Progress

PIXEL = NORTH_UP[1]


def ground(rows: int, cols: int, bands: int = 3, seed: int = 0) -> NDArray[np.float64]:
    """Fields of several colours with texture, from 60 to 180."""
    random = np.random.default_rng(seed)
    side = 24
    fields = random.integers(0, 6, (-(-rows // side), -(-cols // side)))
    colours = random.uniform(70, 170, (6, bands))
    values = colours[np.kron(fields, np.ones((side, side), np.int64))[:rows, :cols]].transpose(2, 0, 1)
    return values + random.normal(0, 4, values.shape)


def sheet(
    path: Path, values: NDArray[np.float64], row: int, col: int, gain: float = 1, offset: float = 0, **more: Any
) -> str:
    """A part of the ground as a camera sees it, whose first pixel lies at a row and column."""
    seen = np.clip(np.round(gain * values + offset), 1, 254).astype(np.uint8)
    path.parent.mkdir(exist_ok=True)
    return write(path, seen, moved(row, col), **more)


def moved(row: float, col: float, pixel: float = PIXEL) -> tuple[float, ...]:
    return (NORTH_UP[0] + col * PIXEL, pixel, 0.0, NORTH_UP[3] - row * PIXEL, 0.0, -pixel)


def four(folder: Path, changes: tuple[tuple[float, float], ...]) -> list[str]:
    """Four sheets of 200 x 200 pixels that overlap by 60, row by row."""
    whole = ground(340, 340)
    places = [(0, 0), (0, 140), (140, 0), (140, 140)]
    return [
        sheet(folder / f"s{i}.tif", whole[:, r : r + 200, c : c + 200], r, c, *change)
        for i, ((r, c), change) in enumerate(zip(places, changes))
    ]


def values_of(folder: Path, result: Harmonised) -> list[NDArray[np.float64]]:
    return [read(folder / name).astype(np.float64) for name in result.files]


UNLIKE = ((1.2, 5.0), (0.8, 0.0), (1.0, -20.0), (0.9, 12.0))


def test_gains_and_offsets_that_were_put_in_are_taken_out(tmp_path: Path) -> None:
    result = harmonise(four(tmp_path / "in", UNLIKE), tmp_path / "out")
    put_in = np.array([gain for gain, _ in UNLIKE])
    products = result.gain * put_in[:, None]
    assert np.abs(products / products.mean(0) - 1).max() < 0.01
    assert result.difference(True) < 0.06 * result.difference(False)
    a, b, *_ = values_of(tmp_path / "out", result)
    assert np.abs(a[:, :, 140:] - b[:, :, :60]).mean() < 2
    means = [read(path).mean((1, 2)) for path in result.sources]
    after = [values.mean((1, 2)) for values in values_of(tmp_path / "out", result)]
    assert np.mean(after, 0) == pytest.approx(np.mean(means, 0), abs=1.0)


def test_like_sheets_stay_as_they_are(tmp_path: Path) -> None:
    result = harmonise(four(tmp_path / "in", ((1, 0),) * 4), tmp_path / "out")
    assert np.abs(result.gain - 1).max() < 0.003
    for source, values in zip(result.sources, values_of(tmp_path / "out", result)):
        assert np.abs(values - read(source)).max() <= 1


def test_the_order_of_the_sheets_does_not_matter(tmp_path: Path) -> None:
    paths = four(tmp_path / "in", UNLIKE)
    one, other = harmonise(paths, tmp_path / "a"), harmonise(paths[::-1], tmp_path / "b")
    assert one.gain == pytest.approx(other.gain[::-1], abs=2e-3)
    assert one.offset == pytest.approx(other.offset[::-1], abs=0.3)


def test_what_has_changed_is_no_reason_for_a_gain(tmp_path: Path) -> None:
    """Two fifths of the overlap are new: roofs on one sheet, clouds on the other."""
    whole = ground(200, 340)
    first, second = whole[:, :, :200].copy(), whole[:, :, 140:].copy()
    first[:, :50, 140:] = 250
    second[:, 160:, :60] = 230
    paths = [sheet(tmp_path / "in/a.tif", first, 0, 0), sheet(tmp_path / "in/b.tif", second, 0, 140, 0.8, 15)]
    result = harmonise(paths, tmp_path / "out")
    assert result.gain[1] / result.gain[0] == pytest.approx(1 / 0.8, rel=0.015)
    assert 0.4 < result.pairs[0].unchanged < 0.7


def test_clouds_over_more_than_a_third_of_a_sheet(tmp_path: Path) -> None:
    whole = ground(200, 340)
    random = np.random.default_rng(3)
    second = whole[:, :, 140:].copy()
    cloud = np.zeros((200, 200), np.bool_)
    cloud[40:115] = cloud[170:180, :30] = True
    assert cloud[:, :60].mean() > 1 / 3
    second[:, cloud] = 215 + random.normal(0, 12, (3, int(cloud.sum())))
    paths = [
        sheet(tmp_path / "in/a.tif", whole[:, :, :200], 0, 0),
        sheet(tmp_path / "in/b.tif", second, 0, 140, 0.85, 4),
    ]
    result = harmonise(paths, tmp_path / "out")
    assert result.gain[1] / result.gain[0] == pytest.approx(1 / 0.85, rel=0.02)


def test_a_cyclic_chain_closes(tmp_path: Path) -> None:
    """Each sheet of a ring overlaps its two neighbours; all meet their neighbours alike, the last the first too."""
    whole = ground(340, 340)
    places = [(0, 0), (0, 100), (0, 200), (100, 200), (200, 200), (200, 100), (200, 0), (100, 0)]
    random = np.random.default_rng(1)
    paths = [
        sheet(tmp_path / f"in/s{i}.tif", whole[:, r : r + 140, c : c + 140], r, c, random.uniform(0.8, 1.2), i)
        for i, (r, c) in enumerate(places)
    ]
    result = harmonise(paths, tmp_path / "out")
    assert len(result.groups) == 1
    assert max(pair.after for pair in result.pairs) < 1.0
    assert min(pair.before for pair in result.pairs) < max(pair.before for pair in result.pairs)


def test_sheets_without_overlap_are_matched_by_ground_that_is_alike(tmp_path: Path) -> None:
    whole = ground(200, 500)
    paths = [
        sheet(tmp_path / "in/a.tif", whole[:, :, :200], 0, 0),
        sheet(tmp_path / "in/b.tif", whole[:, :, 300:], 0, 300, 0.85, 6),
    ]
    heard: list[str] = []
    result = harmonise(paths, tmp_path / "out", Progress(say=heard.append))
    assert result.difference(False) is None
    assert any("no overlap" in sentence and "alike" in sentence for sentence in heard)
    assert result.gain[1] / result.gain[0] == pytest.approx(1 / 0.85, rel=0.06)
    assert len(result.groups) == 2


def test_sea_and_town_without_overlap_are_not_made_alike(tmp_path: Path) -> None:
    sea = np.random.default_rng(0).normal(30, 2, (3, 200, 200)) + np.array([0, 10, 40])[:, None, None]
    paths = [
        sheet(tmp_path / "in/town.tif", ground(200, 200) + 40, 0, 0),
        sheet(tmp_path / "in/sea.tif", sea, 0, 300),
    ]
    heard: list[str] = []
    result = harmonise(paths, tmp_path / "out", Progress(say=heard.append))
    assert np.abs(result.gain - 1).max() < 0.01
    assert np.abs(result.offset).max() < 1
    assert any("left as it is" in sentence for sentence in heard)


def test_sheets_without_georeference_are_matched_too(tmp_path: Path) -> None:
    whole = ground(200, 340)
    values = [np.round(part).astype(np.uint8) for part in (whole[:, :, :200], 0.85 * whole[:, :, 140:])]
    paths = [write(tmp_path / f"{i}.tif", part, None, None) for i, part in enumerate(values)]
    result = harmonise(paths, tmp_path / "out")
    assert len(result.groups) == 2
    assert result.gain[1] / result.gain[0] == pytest.approx(1 / 0.85, rel=0.08)


@pytest.mark.parametrize("factor", [2, 3])
def test_sheets_of_other_resolutions(tmp_path: Path, factor: int) -> None:
    whole = ground(240, 480)
    coarse = whole[:, :, 240:].reshape(3, 240 // factor, factor, 240 // factor, factor).mean((2, 4))
    path = tmp_path / "in" / "coarse.tif"
    fine = sheet(tmp_path / "in/fine.tif", whole[:, :, :360], 0, 0, 1.2)
    seen = np.clip(np.round(0.9 * coarse + 8), 1, 254).astype(np.uint8)
    coarse_path = write(path, seen, moved(0, 240, PIXEL * factor))
    for paths in ([fine, coarse_path], [coarse_path, fine]):
        result = harmonise(paths, tmp_path / f"out{paths.index(fine)}")
        gain = dict(zip(paths, result.gain))
        assert gain[coarse_path] / gain[fine] == pytest.approx(1.2 / 0.9, rel=0.02)


def test_sheets_of_other_reference_systems(tmp_path: Path) -> None:
    whole = ground(300, 500)
    first = sheet(tmp_path / "in/a.tif", whole[:, :, :300], 0, 0, 1.1)
    second = sheet(tmp_path / "in/b.tif", whole[:, :, 200:], 0, 200, 0.85)
    warped = str(tmp_path / "in" / "warped.tif")
    gdal.Warp(warped, second, dstSRS="EPSG:4326", dstNodata=0, resampleAlg="bilinear")
    result = harmonise([first, warped], tmp_path / "out")
    assert result.gain[1] / result.gain[0] == pytest.approx(1.1 / 0.85, rel=0.03)
    area = 100 * 300
    assert result.pairs[0].area == pytest.approx(area, rel=0.15)


def test_a_sheet_of_one_value_gets_its_brightness_and_no_contrast(tmp_path: Path) -> None:
    whole = ground(200, 340)
    shadow = np.full((3, 200, 200), 40.0)
    paths = [sheet(tmp_path / "in/a.tif", whole[:, :, :200], 0, 0), sheet(tmp_path / "in/b.tif", shadow, 0, 140)]
    heard: list[str] = []
    result = harmonise(paths, tmp_path / "out", Progress(say=heard.append))
    assert any("one value all over" in sentence for sentence in heard)
    assert np.isfinite(result.gain).all()
    assert np.abs(np.log(result.gain)).max() < 0.01


def test_an_empty_sheet_is_left_as_it_is(tmp_path: Path) -> None:
    paths = four(tmp_path / "in", UNLIKE)
    empty = write(tmp_path / "in/empty.tif", np.zeros((3, 200, 200), np.uint8), moved(0, 100), no_data=0)
    heard: list[str] = []
    result = harmonise([*paths, empty], tmp_path / "out", Progress(say=heard.append))
    assert any("no valid pixel" in sentence for sentence in heard)
    assert result.gain[4].tolist() == [1, 1, 1]
    assert result.offset[4].tolist() == [0, 0, 0]
    assert result.difference(True) < 0.06 * result.difference(False)


def refusal(paths: list[str], folder: Path) -> str:
    with pytest.raises(ClusterNetError) as error:
        harmonise(paths, folder)
    assert not list(folder.glob("*")) or folder == Path(paths[0]).parent
    return str(error.value)


def test_what_cannot_be_harmonised(tmp_path: Path) -> None:
    first, second, *_ = four(tmp_path / "in", UNLIKE)
    out = tmp_path / "out"
    assert "alone" in refusal([first], out)
    assert "twice" in refusal([first, second, first], out)
    shutil.copy(first, tmp_path / "in" / "copy.tif")
    link = tmp_path / "in" / "link.tif"
    link.symlink_to(first)
    assert "twice" in refusal([first, str(link)], out)
    hard = tmp_path / "in" / "hard.tif"
    hard.hardlink_to(first)
    assert "twice" in refusal([first, str(hard)], out)
    two = write(tmp_path / "in/two.tif", np.ones((2, 50, 50), np.uint8))
    assert "s0.tif: 3, two.tif: 2" in refusal([first, two], out)
    assert "folder of a sheet" in refusal([first, second], tmp_path / "in")
    nothing = [write(tmp_path / f"in/n{i}.tif", np.zeros((1, 50, 50), np.uint8), no_data=0) for i in range(2)]
    assert "No sheet has a valid pixel" in refusal(nothing, out)


def test_no_data_masks_and_alpha_stay_and_nothing_valid_becomes_no_data(tmp_path: Path) -> None:
    whole = ground(200, 340)
    first, second = whole[:, :, :200].copy(), whole[:, :, 140:].copy()
    first[:, 100:110, :40] = 1  # dark, and darker afterwards
    bytes_of = [np.clip(np.round(part), 1, 254).astype(np.uint8) for part in (1.2 * first, 0.8 * second + 40)]
    bytes_of[0][:, :20, :20] = 0
    mask = np.ones((200, 200), np.bool_)
    mask[50:60, 150:] = False
    a = write(tmp_path / "a.tif", bytes_of[0], moved(0, 0), no_data=0)
    opaque = np.where(mask, 255, 0).astype(np.uint8)[None]
    b = write(tmp_path / "b.tif", np.concatenate([bytes_of[1], opaque]), moved(0, 140), alpha=True)
    c = write(tmp_path / "c.tif", bytes_of[1], moved(0, 140), mask=mask)
    result = harmonise([a, b, c], tmp_path / "out")
    for path, name in zip((a, b, c), result.files):
        with RasterSource(path) as before, RasterSource(tmp_path / "out" / name) as after:
            assert np.array_equal(before.read(before.grid.window)[1], after.read(after.grid.window)[1])
            assert before.bands == after.bands
            assert after.grid == before.grid
    assert (read(tmp_path / "out" / "a.vrt")[:, :20, :20] == 0).all()
    assert read(tmp_path / "out" / "b.vrt").dtype == np.uint8
    assert (read(tmp_path / "out" / "b.vrt")[3] == opaque[0]).all()
    assert result.difference(True) < 1


@pytest.mark.parametrize("kind", ["uint8", "uint16", "int16", "float32"])
def test_types_stay_and_values_stay_inside_them(tmp_path: Path, kind: str) -> None:
    scale = 1 if kind == "uint8" else 100
    whole = ground(200, 340) * scale
    nothing = {"uint8": 0, "uint16": 65535, "int16": -9999, "float32": -9999.0}[kind]
    paths = []
    for index, (part, gain, offset) in enumerate(((whole[:, :, :200], 1.2, 0), (whole[:, :, 140:], 0.8, 5 * scale))):
        values = gain * part + offset * 1.0
        values = (np.clip(np.round(values), 1, 254 * scale) if kind != "float32" else values).astype(kind)
        values[:, :10, :10] = nothing
        paths.append(write(tmp_path / f"{index}.tif", values, moved(0, 140 * index), no_data=nothing))
    result = harmonise(paths, tmp_path / "out")
    assert result.gain[1] / result.gain[0] == pytest.approx(1.5, rel=0.01)
    for number, (path, name) in enumerate(zip(paths, result.files)):
        before, after = read(path), read(tmp_path / "out" / name)
        assert before.dtype == after.dtype
        assert np.array_equal(before == nothing, after == nothing)
        gain, offset = (array[number][:, None, None] for array in (result.gain, result.offset))
        valid = before != nothing
        exact = gain * before.astype(np.float64) + offset
        assert np.abs(after - exact)[valid].max() <= (0.51 if kind != "float32" else 0.01)


def test_flat_borders_stay_flat_borders(tmp_path: Path) -> None:
    """They are not declared as no data; whoever reads the virtual raster must find them as before."""
    whole = ground(200, 340)
    first = np.clip(np.round(1.2 * whole[:, :, :200]), 1, 254).astype(np.uint8)
    first[:, :, :30] = 0
    a = write(tmp_path / "a.tif", first, moved(0, 0))
    b = sheet(tmp_path / "b.tif", whole[:, :, 140:], 0, 140, 0.8, 30)
    heard: list[str] = []
    result = harmonise([a, b], tmp_path / "out", Progress(say=heard.append))
    assert any("flat black border" in sentence for sentence in heard)
    after = read(tmp_path / "out" / "a.vrt")
    assert (after[:, :, :30] == 0).all()
    assert (after[:, :, 30:] > 0).all()
    assert result.gain[1] / result.gain[0] == pytest.approx(1.5, rel=0.01)


def test_the_folder_can_be_moved_with_the_sheets_and_says_how_to_go_back(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    paths = four(work / "in", UNLIKE)
    harmonise(paths, work / "out")
    before = read(work / "out" / "s0.vrt")
    work.rename(tmp_path / "elsewhere")
    assert np.array_equal(read(tmp_path / "elsewhere/out/s0.vrt"), before)
    stored = json.loads((tmp_path / "elsewhere/out" / CORRECTIONS_NAME).read_text(encoding="utf-8"))
    entry = stored["sheets"][0]
    back = (before - np.array(entry["offset"])[:, None, None]) / np.array(entry["gain"])[:, None, None]
    assert np.abs(back - read(tmp_path / "elsewhere/in/s0.tif")).max() <= 0.5 / min(entry["gain"]) + 1e-6
    assert not [name for name in (tmp_path / "elsewhere/out").iterdir() if name.suffix == ".tif"]


def test_sheets_of_one_name_and_a_second_run(tmp_path: Path) -> None:
    whole = ground(200, 340)
    paths = [
        sheet(tmp_path / "x/1.tif", whole[:, :, :200], 0, 0, 1.2),
        sheet(tmp_path / "y/1.tif", whole[:, :, 140:], 0, 140),
    ]
    assert harmonise(paths, tmp_path / "out").files == ("1.vrt", "1_2.vrt")
    (tmp_path / "out" / "mine.vrt").write_text("kept")
    third = sheet(tmp_path / "x/2.tif", whole[:, :, 100:300], 0, 100)
    harmonise([paths[0], third], tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["1.vrt", "2.vrt", CORRECTIONS_NAME, "mine.vrt"]


def test_shifts_of_two_pixels_do_not_draw_gains_to_one_side(tmp_path: Path) -> None:
    whole = ground(204, 344)
    paths = [
        sheet(tmp_path / "in/a.tif", whole[:, :200, :200], 0, 0),
        sheet(tmp_path / "in/b.tif", whole[:, 2:202, 142:342], 0, 140, 0.8, 10),
    ]
    result = harmonise(paths, tmp_path / "out")
    assert result.gain[1] / result.gain[0] == pytest.approx(1 / 0.8, rel=0.03)


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    from clusternet_qgis.core.errors import Cancelled

    asked = 0

    def is_cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 12

    with pytest.raises(Cancelled):
        harmonise(four(tmp_path / "in", UNLIKE), tmp_path / "out", Progress(is_cancelled=is_cancelled))
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_sheets_of_unlike_types_are_no_white_sheet(tmp_path: Path) -> None:
    """Bytes and numbers of 12 bits: what makes them alike would leave the range of bytes."""
    whole = ground(200, 340)
    first = sheet(tmp_path / "in/a.tif", whole[:, :, :200], 0, 0)
    second = write(tmp_path / "in/b.tif", (16 * whole[:, :, 140:]).astype(np.uint16), moved(0, 140))
    with pytest.raises(ClusterNetError, match=r"a\.tif and b\.tif .* 8 times .*Float32"):
        harmonise([first, second], tmp_path / "out")
    assert not list((tmp_path / "out").glob("*"))


def test_a_sheet_that_would_leave_its_type_is_refused(tmp_path: Path) -> None:
    whole = ground(200, 340)
    first = sheet(tmp_path / "in/a.tif", whole[:, :, :200], 0, 0)
    second = write(tmp_path / "in/b.tif", (6 * whole[:, :, 140:]).astype(np.uint16), moved(0, 140))
    with pytest.raises(ClusterNetError, match=r"% of a\.tif .*0 to 255.*Float32"):
        harmonise([first, second], tmp_path / "out")


def test_bright_ground_that_is_cut_off_is_said(tmp_path: Path) -> None:
    whole = ground(200, 340)
    dark, light = 0.6 * whole[:, :, :200], whole[:, :, 140:] + 40
    dark[:, 56:96, :96] = 215
    paths = [sheet(tmp_path / "in/a.tif", dark, 0, 0), sheet(tmp_path / "in/b.tif", light, 0, 140)]
    said: list[str] = []
    result = harmonise(paths, tmp_path / "out", Progress(say=said.append))
    first = values_of(tmp_path / "out", result)[0]
    assert first[:, 60:90, 10:90].min() == 254
    assert [sentence for sentence in said if re.match(r"\d+% of a\.tif is cut off .*, 0 to 255\.", sentence)]


def test_embeddings_are_refused(tmp_path: Path) -> None:
    """They are read as vectors, and a gain of vectors is none of the bytes that hold them."""
    random = np.random.default_rng(0)
    vectors = np.kron(random.normal(size=(64, 8, 8)), np.ones((1, 10, 10)))
    vectors /= np.linalg.norm(vectors, axis=0)
    stored = np.round(np.sign(vectors) * np.sqrt(np.abs(vectors)) * 127.5).astype(np.int16)
    paths = [write(tmp_path / f"{name}.tif", stored, moved(0, col)) for name, col in (("a", 0), ("b", 0))]
    with pytest.raises(ClusterNetError, match="embeddings"):
        harmonise(paths, tmp_path / "out")


def test_fitting_many_pairs_can_be_cancelled(tmp_path: Path) -> None:
    paths = four(tmp_path / "in", UNLIKE)
    seen: list[float] = []
    harmonise(paths, tmp_path / "out", Progress(seen.append))
    assert len([fraction for fraction in seen if 0.85 < fraction < 0.9]) > 2


def test_sheets_that_only_qgis_has_outlive_it(tmp_path: Path) -> None:
    """A layer without a file of its own, as of the raster calculator, is a temporary copy behind a virtual raster."""
    whole = ground(200, 340)
    held = content_folder(tmp_path / "session", "0" * 32)
    held.mkdir(parents=True)
    copied = write(held / "calculated & more.tif", whole[:, :, :200].astype(np.float32), moved(0, 0))
    shown = content_folder(tmp_path / "session", "1" * 32)
    shown.mkdir()
    gdal.Translate(str(shown / "shown.vrt"), copied, format="VRT").FlushCache()
    second = write(tmp_path / "b.tif", (0.8 * whole[:, :, 140:]).astype(np.float32), moved(0, 140))
    for name, first in (("copy", copied), ("view", str(shown / "shown.vrt"))):
        result = harmonise([first, second], tmp_path / name)
        before = values_of(tmp_path / name, result)
        shutil.move(tmp_path / "session", tmp_path / "gone")
        shutil.move(tmp_path / name, tmp_path / "moved")
        after = values_of(tmp_path / "moved", result)
        assert np.array_equal(before[0], after[0])
        shutil.move(tmp_path / "gone", tmp_path / "session")
        shutil.move(tmp_path / "moved", tmp_path / name)
        harmonise([second, sheet(tmp_path / "in/c.tif", whole[:, :, :200], 0, 0)], tmp_path / name)
        assert sorted(path.name for path in (tmp_path / name).rglob("*") if path.is_file()) == [
            "b.vrt",
            "c.vrt",
            CORRECTIONS_NAME,
        ]


def test_of_very_many_pairs_fewer_cells_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = four(tmp_path / "in", UNLIKE)
    with open_sheets(paths) as sheets:
        whole = [len(overlap.cells[0]) for overlap in overlaps.find_overlaps(sheets)]
        monkeypatch.setattr(overlaps, "_FEWEST_CELLS", 20)
        monkeypatch.setattr(overlaps, "_MOST_NUMBERS", 6 * 6 * 30)
        fewer = [len(overlap.cells[0]) for overlap in overlaps.find_overlaps(sheets)]
    assert max(whole) > 30
    assert fewer == [min(count, 30) for count in whole]


def test_sheets_in_an_archive_and_in_one_geopackage(tmp_path: Path) -> None:
    """GDAL opens names that are no files."""
    a, b, *_ = four(tmp_path / "in", UNLIKE)
    with zipfile.ZipFile(tmp_path / "sheets.zip", "w") as archive:
        archive.write(a, "a.tif")
        archive.write(b, "b.tif")
    for table, path in (("a", a), ("b", b)):
        append = ["APPEND_SUBDATASET=YES"] if table == "b" else []
        options = [f"RASTER_TABLE={table}", "TILE_FORMAT=PNG", *append]
        gdal.Translate(str(tmp_path / "sheets.gpkg"), path, format="GPKG", creationOptions=options).FlushCache()
    plain = harmonise([a, b], tmp_path / "plain")
    for name, form in (("zip", "/vsizip/{}/sheets.zip/{}.tif"), ("gpkg", "GPKG:{}/sheets.gpkg:{}")):
        paths = [form.format(tmp_path, sheet) for sheet in "ab"]
        result = harmonise(paths, tmp_path / name)
        assert result.difference(True) == pytest.approx(plain.difference(True), abs=0.05)
        with pytest.raises(ClusterNetError, match="twice"):
            harmonise([*paths, paths[0]], tmp_path / name)
