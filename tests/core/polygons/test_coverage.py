"""Shared borders: traced whole whatever the strips, simplified without touching, sweeping or losing anything."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as numpy_arrays
from numpy.typing import NDArray
from osgeo import ogr

from clusternet_qgis.core.polygons.arcs import Arcs, Line, trace_arcs
from clusternet_qgis.core.polygons.coverage import simplify
from clusternet_qgis.core.polygons.rings import assemble, signed_areas
from clusternet_qgis.core.polygons.smoothing import smooth
from clusternet_qgis.core.polygons.wkb import polygons_wkb

SQUARE = (1.0, 0.0, 0.0, -1.0)
ROTATED = (0.8, 0.6, 0.9, -1.2)

Labels = NDArray[np.int32]


def regions_of(values: NDArray[np.integer]) -> Labels:
    """4-connected regions by flood fill, 0 stays 0: the plain way, to compare with."""
    labels = np.zeros(values.shape, np.int32)
    for row, column in zip(*np.nonzero(values)):
        if labels[row, column]:
            continue
        number, todo = labels.max() + 1, [(row, column)]
        while todo:
            r, c = todo.pop()
            inside = 0 <= r < values.shape[0] and 0 <= c < values.shape[1]
            if inside and not labels[r, c] and values[r, c] == values[row, column]:
                labels[r, c] = number
                todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return labels


def traced(labels: Labels, rows: int = 10**6) -> Arcs:
    strips = [(row, labels[row : row + rows]) for row in range(0, len(labels), rows)]
    return trace_arcs(strips, labels.shape[1], labels.shape[0])


def polygons(arcs: Arcs, line: Line) -> dict[int, ogr.Geometry]:
    """Region -> polygon, rows downwards; the arcs, as traced, say how they meet, the line where they run."""
    rings = assemble(arcs)
    firsts = np.append(np.flatnonzero(np.diff(rings.region, prepend=0)), len(rings.region))
    index, offsets = rings.vertices(line, 0, len(rings.region))
    points = np.stack([line.x[index], line.y[index]], axis=1).astype(float)
    regions = rings.region[firsts[:-1]].tolist()
    return {r: ogr.CreateGeometryFromWkb(wkb) for r, wkb in zip(regions, polygons_wkb(points, offsets, firsts))}


def pixels(labels: Labels, region: int) -> ogr.Geometry:
    """The squares of a region's pixels as one shape."""
    squares = ogr.Geometry(ogr.wkbMultiPolygon)
    for row, column in zip(*np.nonzero(labels == region)):
        x, y = int(column), int(row)
        squares.AddGeometry(
            ogr.CreateGeometryFromWkt(f"POLYGON(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y}))")
        )
    return squares.UnionCascaded()


def assert_coverage(shapes: dict[int, ogr.Geometry], labels: Labels) -> None:
    """Valid, without overlap, and together exactly the pixels of all regions."""
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for region, shape in shapes.items():
        assert shape.IsValid(), (region, shape.ExportToWkt())
        assert shape.GetArea() > 0
        together.AddGeometry(shape)
    assert set(shapes) == set(np.unique(labels[labels > 0]).tolist())
    valid = pixels((labels > 0).astype(np.int32), 1)
    union = together.Clone().UnionCascaded()
    assert sum(shape.GetArea() for shape in shapes.values()) == pytest.approx(valid.GetArea(), abs=1e-6)
    assert union.SymDifference(valid).GetArea() == pytest.approx(0, abs=1e-6)


def maps(largest: int = 14, classes: int = 3) -> st.SearchStrategy[Labels]:
    shapes = st.tuples(st.integers(1, largest), st.integers(1, largest))
    values = st.integers(0, classes)
    return shapes.flatmap(lambda shape: numpy_arrays(np.int32, shape, elements=values)).map(regions_of)


def blobs(seed: int, size: int, classes: int = 4) -> Labels:
    """A map with larger regions: noise blurred, then the strongest class of each pixel; one of them is no data."""
    noise = np.random.default_rng(seed).normal(size=(classes, size + 15, size + 15))
    for axis in (1, 2) * 3:
        sums = noise.cumsum(axis)
        noise = np.take(sums, range(5, sums.shape[axis]), axis) - np.take(sums, range(sums.shape[axis] - 5), axis)
    return regions_of(noise.argmax(0).astype(np.int32))


@settings(max_examples=60)
@given(maps(), st.integers(1, 5))
def test_unsimplified_polygons_are_the_pixels_and_do_not_depend_on_strips(labels: Labels, rows: int) -> None:
    whole, cut = traced(labels), traced(labels, rows)
    shapes = polygons(cut, smooth(cut, 0)) if len(cut) else {}
    for region, shape in shapes.items():
        assert shape.IsValid()
        assert shape.SymDifference(pixels(labels, region)).GetArea() == 0
    assert set(shapes) == set(np.unique(labels[labels > 0]).tolist())
    assert sorted_arcs(whole) == sorted_arcs(cut)


def sorted_arcs(arcs: Arcs) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    points = list(zip(arcs.x.tolist(), arcs.y.tolist()))
    offsets = arcs.offsets.tolist()
    lines = [tuple(points[a:b]) for a, b in zip(offsets[:-1], offsets[1:])]
    return sorted(zip(arcs.left.tolist(), arcs.right.tolist(), lines))


@settings(max_examples=80)
@given(maps(), st.sampled_from([0.5, 0.8, 1.5, 4.0, 50.0]), st.sampled_from([SQUARE, ROTATED]))
def test_simplified_polygons_of_noise_still_cover(labels: Labels, tolerance: float, metric: tuple[float, ...]) -> None:
    arcs = traced(labels, 3)
    line = smooth(arcs.thinned(simplify(arcs, metric, tolerance)), 0)
    assert_coverage(polygons(arcs, line) if len(arcs) else {}, labels)


@pytest.mark.parametrize("tolerance", [0.8, 2.0, 6.0, 30.0])
@pytest.mark.parametrize("iterations", [0, 2])
def test_simplified_and_smoothed_blobs_still_cover(tolerance: float, iterations: int) -> None:
    labels = blobs(int(tolerance), 60)
    arcs = traced(labels, 7)
    keep = simplify(arcs, SQUARE, tolerance)
    free = np.repeat(arcs.right > 0, np.diff(arcs.offsets))
    assert keep[free].mean() < (0.85 if tolerance < 1 else 0.65)
    thinned = arcs.thinned(keep)
    line = smooth(thinned, iterations)
    assert_coverage(polygons(arcs, line), labels)


@settings(max_examples=40)
@given(maps(10), st.integers(1, 3), st.sampled_from([0.0, 1.0, 5.0]))
def test_smoothed_polygons_of_noise_still_cover(labels: Labels, iterations: int, tolerance: float) -> None:
    arcs = traced(labels)
    thinned = arcs.thinned(simplify(arcs, SQUARE, tolerance))
    assert_coverage(polygons(arcs, smooth(thinned, iterations)) if len(arcs) else {}, labels)


def test_an_island_stays_in_its_own_region_however_coarse() -> None:
    """A bulge of region 1 into region 2 holds an island near its tip: a shortcut would put it into region 2."""
    labels = np.full((24, 24), 2, np.int32)
    labels[12:] = 1
    labels[8:12, 8:16] = 1
    labels[9, 12] = 3
    arcs = traced(labels)
    shapes = polygons(arcs, smooth(arcs.thinned(simplify(arcs, SQUARE, 100.0)), 0))
    assert_coverage(shapes, labels)
    assert shapes[1].GetGeometryCount() == 2
    assert shapes[2].GetGeometryCount() == 1


def test_vertices_stay_within_the_tolerance_and_the_outer_edge_stays() -> None:
    labels = blobs(5, 80)
    arcs = traced(labels)
    keep = simplify(arcs, SQUARE, 1.0)
    outer = np.repeat(arcs.right == 0, np.diff(arcs.offsets))
    assert keep[outer].all()
    for a, b in zip(arcs.offsets[:-1].tolist(), arcs.offsets[1:].tolist()):
        kept = (a + np.flatnonzero(keep[a:b])).tolist()
        for start, end in zip(kept[:-1], kept[1:]):
            chord = ogr.CreateGeometryFromWkt(
                f"LINESTRING({arcs.x[start]} {arcs.y[start]},{arcs.x[end]} {arcs.y[end]})"
            )
            for vertex in range(start + 1, end):
                point = ogr.CreateGeometryFromWkt(f"POINT({arcs.x[vertex]} {arcs.y[vertex]})")
                assert point.Distance(chord) <= 1.0 + 1e-9


def test_the_tolerance_is_in_map_units() -> None:
    arcs = traced(blobs(1, 60))
    pixels_kept = simplify(arcs, SQUARE, 2.0).sum()
    assert simplify(arcs, (0.1, 0.0, 0.0, -0.1), 0.2).sum() == pixels_kept
    assert simplify(arcs, (0.0, 30.0, 30.0, 0.0), 60.0).sum() == pixels_kept
    assert simplify(arcs, SQUARE, 0.2).sum() > pixels_kept


def test_smoothing_rounds_corners_off() -> None:
    labels = np.ones((40, 40), np.int32)
    labels[10:30, 10:30] = 2
    arcs = traced(labels)
    line = smooth(arcs, 3)
    shape = polygons(arcs, line)[2]
    # Three of the square's corners lose a third of a triangle of 10 x 10 / 2; the fourth is where the arc begins.
    assert shape.GetArea() == pytest.approx(400 - 3 * 50 / 3, rel=0.01)


def test_a_corner_with_an_island_in_it_is_not_cut() -> None:
    labels = np.ones((40, 40), np.int32)
    labels[10:30, 10:30] = 2
    labels[11, 28] = 3
    arcs = traced(labels)
    shapes = polygons(arcs, smooth(arcs, 3))
    assert_coverage(shapes, labels)
    assert shapes[2].GetGeometryCount() == 2
    assert ogr.CreateGeometryFromWkt("POINT(29.9 10.1)").Within(shapes[2])


def test_signed_areas_add_up_to_pixels() -> None:
    labels = blobs(3, 50)
    arcs = traced(labels, 4)
    areas = signed_areas(arcs)
    sums = np.bincount(arcs.left, areas, labels.max() + 1) - np.bincount(arcs.right, areas, labels.max() + 1)
    assert (sums[1:] / 2 == np.bincount(labels.ravel())[1:]).all()
