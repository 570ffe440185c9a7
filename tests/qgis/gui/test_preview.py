"""The preview lies where the raster does, in the colours of the painting."""

from __future__ import annotations

from typing import Any

import pytest
import toys
from background import wait_for
from on_canvas import MIDDLES, ROOF, WOOD, is_shown, shown, stroke
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtGui import QColor

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


def test_recolouring_needs_no_call(ready: Any, canvas: Any, fake_worker: Any) -> None:
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    calls = len(fake_worker.calls())
    painting = ready.session.painting
    ready.session.paintings.change(painting.with_class_colour(painting.classes[0].name, (1, 2, 3)))
    assert shown(ready, *MIDDLES[WOOD]) == (1, 2, 3, 255)
    ready.session.preview.show("clusters")
    ready.session.paintings.change(ready.session.painting.with_cluster_colour(ROOF, (4, 5, 6)))
    assert shown(ready, *MIDDLES[ROOF]) == (4, 5, 6, 255)
    wait_for(lambda: False, 0.5)
    assert len(fake_worker.calls()) == calls


@pytest.mark.parametrize(("epsg", "rotation"), [(toys.EPSG, 40), (3857, 0), (3857, -25), (4326, 0)])
def test_the_preview_lies_where_the_raster_does(ready: Any, canvas: Any, layer: Any, epsg: int, rotation: int) -> None:
    system = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
    to_canvas = QgsCoordinateTransform(layer.crs(), system, QgsProject.instance())
    before = ready.session.preview.view
    canvas.setDestinationCrs(system)
    canvas.setExtent(to_canvas.transformBoundingBox(layer.extent()))
    canvas.setRotation(rotation)
    ready.session.preview.show("clusters")
    assert wait_for(lambda: ready.session.preview.view not in (None, before), 20)
    wait_for(lambda: False, 0.5)
    image = canvas.grab().toImage()
    ready.session.preview.item.set_opacity(1)
    image = canvas.grab().toImage()
    colours = {}
    for quadrant in range(4):
        east = LEFT + (RIGHT - LEFT) * (0.55 if quadrant % 2 else 0.45)
        north = TOP - (TOP - BOTTOM) * (0.55 if quadrant > 1 else 0.45)
        place = canvas.mapSettings().mapToPixel().transform(to_canvas.transform(east, north))
        colours[quadrant] = QColor(image.pixel(round(place.x()), round(place.y()))).getRgb()[:3]
    from clusternet_qgis.core.io.palette import cluster_colour

    assert colours == {quadrant: cluster_colour(quadrant) for quadrant in range(4)}
