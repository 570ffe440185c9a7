"""Clusters get the class that most of their labelled pixels have."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import pixel_box, write, write_shapes

from clusternet_qgis.core.errors import ClusterNetError, OptionsError, SelectionError
from clusternet_qgis.core.selection.from_reference import select_by_reference
from clusternet_qgis.core.selection.selection import ClusterSelection

# Cluster 0 left, 1 in the middle, 2 right, 3 nowhere; no data in the first row.
CLUSTERS = np.repeat([1, 2, 3], 10)[None].repeat(20, 0).astype(np.uint8)
CLUSTERS[0] = 0
NAMES = ["", *(f"cluster {i}" for i in range(4))]


@pytest.fixture
def clusters(tmp_path: Path) -> str:
    return write(tmp_path / "clusters.tif", CLUSTERS, no_data=0, names=NAMES)


def labels(tmp_path: Path, values: np.ndarray) -> str:
    names = ["", "tree", "roof"]
    return write(tmp_path / "labels.tif", values.astype(np.uint8), no_data=0, names=names)


def as_dict(found: ClusterSelection) -> dict[str, tuple[int, ...]]:
    return {entry.name: entry.clusters for entry in found.classes}


def mixed(share: float) -> np.ndarray:
    """Left all tree, right all roof, in the middle that share of rows tree and the rest roof."""
    values = np.ones((20, 30))
    values[:, 20:] = 2
    values[1 + round(19 * share) :, 10:20] = 2
    return values


def test_clusters_take_the_class_of_most_of_their_pixels(tmp_path: Path, clusters: str) -> None:
    found = select_by_reference(clusters, labels(tmp_path, mixed(0.7)), fraction=1)
    assert as_dict(found) == {"tree": (0, 1), "roof": (2,)}


def test_a_mixed_cluster_needs_the_purity(tmp_path: Path, clusters: str) -> None:
    reference = labels(tmp_path, mixed(12 / 19))
    for purity, expected in ((0.6, (0, 1)), (12 / 19, (0, 1)), (0.65, (0,))):
        assert as_dict(select_by_reference(clusters, reference, fraction=1, min_purity=purity))["tree"] == expected


def test_a_part_of_the_labels_is_enough_and_the_seed_decides_which(tmp_path: Path, clusters: str) -> None:
    reference = labels(tmp_path, mixed(1.0))
    tables = []
    for name, seed in (("a", 0), ("b", 0), ("c", 1)):
        found = select_by_reference(clusters, reference, fraction=0.3, seed=seed, table=str(tmp_path / f"{name}.csv"))
        assert as_dict(found) == {"tree": (0, 1), "roof": (2,)}
        tables.append((tmp_path / f"{name}.csv").read_text())
    assert tables[0] == tables[1] != tables[2]
    rows = list(csv.DictReader(tables[0].splitlines()))
    assert [int(row["pixels"]) for row in rows] == [190, 190, 190, 0]
    assert 0.15 * 570 < sum(int(row["labelled"]) for row in rows) < 0.45 * 570


def test_the_table_says_why(tmp_path: Path, clusters: str) -> None:
    select_by_reference(clusters, labels(tmp_path, mixed(0.7)), fraction=1, table=str(tmp_path / "t.csv"))
    with (tmp_path / "t.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["class"] for row in rows] == ["tree", "tree", "roof", ""]
    assert rows[1]["labelled tree"] == "130"
    assert rows[1]["labelled roof"] == "60"
    assert float(rows[1]["purity"]) == pytest.approx(13 / 19, abs=1e-4)
    assert rows[3]["purity"] == ""


def test_polygons_of_one_class_leave_the_other_clusters_to_nobody(tmp_path: Path, clusters: str) -> None:
    layer = write_shapes(tmp_path / "trees.gpkg", [(pixel_box(0, 0, 9, 20), "tree")])
    found = select_by_reference(clusters, layer, "class", fraction=1)
    assert as_dict(found) == {"tree": (0,)}


def test_an_area_limits_what_counts(tmp_path: Path, clusters: str) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(0, 0, 10, 20), "x")])
    found = select_by_reference(clusters, labels(tmp_path, mixed(1.0)), fraction=1, area=area)
    assert as_dict(found) == {"tree": (0,), "roof": ()}


def test_the_model_is_remembered(tmp_path: Path, clusters: str) -> None:
    from osgeo import gdal

    dataset = gdal.Open(clusters, gdal.GA_Update)
    dataset.SetMetadata({"CLUSTERNET_MODEL": "abc"})
    del dataset
    assert select_by_reference(clusters, labels(tmp_path, mixed(1.0)), fraction=1).model == "abc"


def test_nothing_pure_enough_is_one_sentence(tmp_path: Path) -> None:
    one = write(tmp_path / "one.tif", np.ones((20, 30), np.uint8), no_data=0, names=NAMES)
    values = np.ones((20, 30))
    values[:, 15:] = 2
    with pytest.raises(SelectionError, match=r"at least 90% one of tree, roof \(the purest is 50%.*lower MIN_PURITY"):
        select_by_reference(one, labels(tmp_path, values), fraction=1, min_purity=0.9)


def test_labels_where_there_are_no_clusters_are_one_sentence(tmp_path: Path, clusters: str) -> None:
    values = np.zeros((20, 30))
    values[0] = 1  # where the clusters have no data
    with pytest.raises(SelectionError, match="No labelled pixel lies on the clusters"):
        select_by_reference(clusters, labels(tmp_path, values), fraction=1)


def test_a_reference_elsewhere_is_one_sentence(tmp_path: Path, clusters: str) -> None:
    far = write(tmp_path / "far.tif", mixed(1.0).astype(np.uint8), transform=(0, 2, 0, 100, 0, -2))
    with pytest.raises(ClusterNetError, match="overlaps"):
        select_by_reference(clusters, far)


@pytest.mark.parametrize(("name", "value"), [("fraction", 0), ("fraction", 1.1), ("min_purity", 0), ("min_purity", 2)])
def test_shares_outside_0_and_1_are_refused(clusters: str, name: str, value: float) -> None:
    with pytest.raises(OptionsError, match=f"{name.upper()} is {value:g}"):
        select_by_reference(clusters, clusters, **{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [9, -5])
def test_values_that_are_no_clusters_are_one_sentence(tmp_path: Path, value: int) -> None:
    odd = write(tmp_path / "odd.tif", np.where(CLUSTERS == 3, value, CLUSTERS).astype(np.int16), names=NAMES)
    with pytest.raises(ClusterNetError, match=f"value {value}"):
        select_by_reference(odd, labels(tmp_path, mixed(1.0)), fraction=1)
