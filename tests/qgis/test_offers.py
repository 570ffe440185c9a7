"""Dialogs of the Toolbox open with what is at hand; scripts and qgis_process keep the defaults."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import toys
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings

from clusternet_qgis import settings
from clusternet_qgis.algorithms.offers import offers


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch) -> Iterator[QgsProject]:
    """Without layers, and no model was used; other tests, which may run beside, keep theirs."""
    project, key = QgsProject.instance(), f"clusternet_tests/recent_models_{os.getpid()}"
    monkeypatch.setattr(settings, "_RECENT_MODELS", key)
    project.removeAllMapLayers()
    yield project
    project.removeAllMapLayers()
    QgsSettings().remove(key)


def added(project: QgsProject, path: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, Path(path).stem)
    assert layer.isValid()
    return project.addMapLayer(layer)


def test_nothing_at_hand_offers_nothing(provider: Any, project: QgsProject) -> None:
    for algorithm in provider.algorithms():
        assert offers(algorithm.create(), None) == {}


def test_the_active_raster_is_offered_and_a_model_file_beside_it(
    provider: Any, project: QgsProject, tmp_path: Path
) -> None:
    layer = added(project, toys.write_raster(tmp_path / "ortho.tif", toys.picture()))
    offered = offers(provider.algorithm("train").create(), layer)
    assert offered == {"INPUT": [layer.id()], "OUTPUT": str(tmp_path / "ortho.cnet")}
    (tmp_path / "ortho.cnet").touch()
    assert offers(provider.algorithm("train").create(), layer)["OUTPUT"] == str(tmp_path / "ortho_2.cnet")
    whole = offers(provider.algorithm("trainandmap").create(), layer)
    assert (whole["INPUT"], whole["train:MODEL"]) == (layer.id(), str(tmp_path / "ortho_2.cnet"))


def test_the_model_used_last_is_offered_with_the_picture_and_not_with_the_result_on_top(
    provider: Any, project: QgsProject, run: Any, raster: str, tmp_path: Path
) -> None:
    model = run("train", INPUT=[raster], OUTPUT=str(tmp_path / "m.cnet"), **{**toys.TINY, "EPOCHS": 0})["OUTPUT"]
    assert settings.recent_models() == [model]
    picture = added(project, raster)
    result = added(project, run("cluster", INPUT=raster, MODEL=model, OUTPUT=str(tmp_path / "c.tif"))["OUTPUT"])
    for name in ("clusterreport", "cluster"):
        assert offers(provider.algorithm(name).create(), result) == {"INPUT": picture.id(), "MODEL": model}
    assert offers(provider.algorithm("segment").create(), picture) == {"CLUSTERS": result.id()}
    assert offers(provider.algorithm("selectbyreference").create(), picture) == {"CLUSTERS": result.id()}
    project.removeMapLayer(result)
    assert offers(provider.algorithm("segment").create(), None) == {"INPUT": picture.id(), "MODEL": model}
    Path(model).unlink()
    assert "MODEL" not in offers(provider.algorithm("cluster").create(), picture), "a model that is gone"


@pytest.mark.parametrize("name", ["polygons", "evaluate", "zonalareas", "separateobjects"])
def test_no_picture_is_offered_where_a_map_of_classes_is_needed(
    provider: Any, project: QgsProject, classes: str, tmp_path: Path, name: str
) -> None:
    """QGIS' own choice, the active layer, stands."""
    added(project, toys.write_raster(tmp_path / "ortho.tif", toys.picture()))
    assert "INPUT" not in offers(provider.algorithm(name).create(), added(project, classes))


def test_a_map_of_clusters_where_a_picture_is_needed_is_named_with_the_remedy(
    run: Any, clusters: str, model: str, project: QgsProject, tmp_path: Path
) -> None:
    layer = added(project, clusters)
    layer.setName("My clusters")
    with pytest.raises(Exception, match="'My clusters' is a map of clusters; choose the picture"):
        run("clusterreport", INPUT=layer.id(), MODEL=model, OUTPUT=str(tmp_path / "r.html"))


def test_train_says_how_it_went_what_is_next_and_that_a_temporary_model_goes(run: Any, raster: str) -> None:
    heard = toys.Heard()
    heard.pushWarning = heard.text.append  # type: ignore[method-assign]
    run("train", heard, INPUT=[raster], OUTPUT="TEMPORARY_OUTPUT", **toys.TINY)
    text = "\n".join(heard.text)
    for part in ("One epoch was trained", "Next: 'Map clusters'", "temporary file, which goes when QGIS ends"):
        assert part in text


def test_the_toolbox_groups_algorithms_in_the_order_of_work(provider: Any) -> None:
    groups: dict[str, set[str]] = {}
    for algorithm in provider.algorithms():
        groups.setdefault(algorithm.group(), set()).add(algorithm.name())
    assert sorted(groups) == ["1 Learn", "2 Map", "3 Classes", "4 Check and hand on"]
    assert groups["1 Learn"] == {"train", "tileraster", "trainandmap", "harmonise"}
    assert groups["4 Check and hand on"] == {"evaluate", "change", "separateobjects", "zonalareas", "exportonnx"}


def test_numbers_in_dialogs_have_two_decimals(provider: Any, plugin: Any) -> None:
    from qgis.core import QgsProcessingContext
    from qgis.gui import QgsGui, QgsProcessingGui
    from qgis.PyQt.QtWidgets import QDoubleSpinBox

    algorithm = provider.algorithm("polygons").create()
    definition = algorithm.parameterDefinition("MIN_AREA")
    wrapper = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(definition, QgsProcessingGui.Standard)
    widget = wrapper.createWrappedWidget(QgsProcessingContext())
    box = widget if isinstance(widget, QDoubleSpinBox) else widget.findChild(QDoubleSpinBox)
    assert box.decimals() == 2
