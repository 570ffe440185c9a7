"""Texts of areas on pages."""

from __future__ import annotations

from clusternet_qgis.core.reports import page


def test_areas_have_the_unit_that_suits_them() -> None:
    shown = [page.area_text(area, "m²") for area in (12.4, 12_345, 1_234_567)]
    assert shown == ["12 m²", "1.23 ha", "1.23 km²"]
    assert page.area_text(1_234_567, "pixels") == "1,234,567 pixels"
