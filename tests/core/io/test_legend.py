"""Names and colours of values, as QGIS reads them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from clusternet_qgis.core.io.legend import Legend, LegendEntry, cluster_legend
from clusternet_qgis.core.io.palette import cluster_colour


def test_cluster_i_is_stored_as_the_next_value() -> None:
    entries = list(cluster_legend(3))
    assert [(entry.value, entry.name) for entry in entries] == [(1, "cluster 0"), (2, "cluster 1"), (3, "cluster 2")]
    assert [entry.colour for entry in entries] == [cluster_colour(i) for i in range(3)]


def test_a_cluster_keeps_its_colour_among_more_clusters() -> None:
    assert list(cluster_legend(100))[:5] == list(cluster_legend(5))


@pytest.mark.parametrize("name", ["tree", "Bäume <& \"hohe'>", "森林", "a;b=c"])
def test_any_name_survives_the_style(name: str) -> None:
    style = Legend((LegendEntry(7, name, (1, 2, 255)),)).style()
    entry = next(ElementTree.fromstring(style).iter("paletteEntry"))
    assert (entry.get("value"), entry.get("label"), entry.get("color")) == ("7", name, "#0102ff")
    renderer = next(ElementTree.fromstring(style).iter("rasterrenderer"))
    assert (renderer.get("type"), renderer.get("band")) == ("paletted", "1")
