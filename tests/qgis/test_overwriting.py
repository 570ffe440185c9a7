"""No output of any algorithm overwrites an input or another output; looked at are all that the provider declares."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import toys
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

ALGORITHMS = (
    "tileraster", "train", "cluster", "selectbystrokes", "selectbyreference", "segment", "polygons", "evaluate",
    "separateobjects", "zonalareas", "clusterreport", "exportonnx", "trainandmap", "mapmany", "strokestopolygons",
    "suggestclasses", "firstmap", "harmonise", "change",
)  # fmt: skip


class Given:
    """Values of all layers, files and outputs of an algorithm, each a file of its own.

    Attributes:
        values: By parameter.
        inputs: Files that are read, by parameter.
        outputs: Parameters of what is written.
    """

    def __init__(self, algorithm: QgsProcessingAlgorithm, folder: Path, raster: str, layer: str) -> None:
        self.values: dict[str, Any] = {}
        self.inputs: dict[str, Path] = {}
        self.outputs: list[str] = []
        for parameter in algorithm.parameterDefinitions():
            name = parameter.name()
            if parameter.isDestination():
                suffix = ".gpkg" if isinstance(parameter, QgsProcessingParameterVectorDestination) else ".tif"
                self.values[name] = str(folder / f"new_{name}{suffix}")
                if not isinstance(parameter, QgsProcessingParameterFolderDestination):
                    self.outputs.append(name)
            elif isinstance(parameter, QgsProcessingParameterField):
                self.values[name] = "label"
            elif isinstance(parameter, (QgsProcessingParameterVectorLayer, QgsProcessingParameterFeatureSource)):
                self._add(name, shutil.copy(layer, folder / f"{name}.gpkg"))
            elif isinstance(parameter, QgsProcessingParameterMultipleLayers):
                self._add(name, shutil.copy(raster, folder / f"{name}.tif"))
                self.values[name] = [self.values[name]]
            elif isinstance(parameter, QgsProcessingParameterFile):
                if parameter.behavior() == QgsProcessingParameterFile.Behavior.File:
                    extension = re.findall(r"\*\.(\w+)", parameter.fileFilter())[0]
                    self._add(name, shutil.copy(raster, folder / f"{name}.{extension}"))
            elif name == "CLASSES" and algorithm.name() == "separateobjects":
                self.values[name] = "class 1"
            elif parameter.type() in ("raster", "layer"):
                self._add(name, shutil.copy(raster, folder / f"{name}.tif"))

    def _add(self, name: str, path: Any) -> None:
        self.inputs[name] = Path(path)
        self.values[name] = str(path)


@pytest.fixture
def context() -> Iterator[QgsProcessingContext]:
    """With the project, as a dialog has it."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    yield context
    QgsProject.instance().clear()


def link(make: Callable[[Path, Path], None], path: Path) -> str:
    linked = path.with_name(f"link_{path.name}")
    linked.unlink(missing_ok=True)
    make(linked, path)
    return str(linked)


def as_layer(path: Path) -> str:
    layer = QgsVectorLayer(str(path), "a layer") if path.suffix == ".gpkg" else QgsRasterLayer(str(path), "a layer")
    return QgsProject.instance().addMapLayer(layer).id()


SPELLINGS: dict[str, Callable[[Path], Any]] = {
    "path": str,
    "dots": lambda path: f"{path.parent}/./{path.name}",
    "relative": os.path.relpath,
    "symbolic link": lambda path: link(lambda new, old: new.symlink_to(old), path),
    "hard link": lambda path: link(lambda new, old: new.hardlink_to(old), path),
    "URL": lambda path: path.as_uri(),
    "wrapped": lambda path: QgsProcessingOutputLayerDefinition(str(path), QgsProject.instance()),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("name", ALGORITHMS)
def test_no_output_is_an_input_or_another_output(
    name: str, spelling: str, raster: str, reference: str, context: QgsProcessingContext, tmp_path: Path
) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusternet:{name}")
    given = Given(algorithm, tmp_path, raster, reference)
    assert given.inputs
    for output in given.outputs:
        for read, path in given.inputs.items():
            fine, message = algorithm.checkParameterValues({**given.values, output: SPELLINGS[spelling](path)}, context)
            if (name, output, read) == ("train", "OUTPUT", "INITIAL_MODEL"):
                assert "overwrite" not in message
            else:
                assert not fine
                assert f"{output} would overwrite {read}" in message
        for other in set(given.outputs) - {output}:
            path = Path(given.values[other])
            path.touch()
            fine, message = algorithm.checkParameterValues({**given.values, output: SPELLINGS[spelling](path)}, context)
            path.unlink()
            assert not fine
            assert "would overwrite each other" in message
    fine, message = algorithm.checkParameterValues(given.values, context)
    assert "overwrite" not in message


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_layer_of_the_project_is_its_file(
    name: str, raster: str, reference: str, context: QgsProcessingContext, tmp_path: Path
) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusternet:{name}")
    given = Given(algorithm, tmp_path, raster, reference)
    output = given.outputs[0]
    for read, path in given.inputs.items():
        if isinstance(algorithm.parameterDefinition(read), QgsProcessingParameterFile):
            continue
        layer = as_layer(path)
        value: Any = [layer] if isinstance(given.values[read], list) else layer
        message = algorithm.checkParameterValues({**given.values, read: value, output: str(path)}, context)[1]
        assert f"{output} would overwrite {read}" in message


def test_the_orthophoto_stays(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(raster, tmp_path / "ortho.tif"))
    before = path.read_bytes()
    for name, parameters in {
        "cluster": {"INPUT": str(path), "MODEL": model, "OUTPUT": str(path)},
        "tileraster": {"INPUT": str(path), "OUTPUT": str(tmp_path / "tiles"), "INDEX": f"{path}.ovr"},
        "segment": {"CLUSTERS": str(path), "CLASSES": "a=0", "OUTPUT": f"{tmp_path}/./ortho.tif"},
        "train": {"INPUT": [str(path)], "OUTPUT": str(path)},
    }.items():
        with pytest.raises(QgsProcessingException, match="overwrite"):
            run(name, **parameters)
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} <= {"ortho.tif", "ortho.tif.aux.xml"}  # QGIS keeps statistics


def test_tiles_are_not_cut_into_themselves(run: Any, raster: str, tmp_path: Path) -> None:
    tile = shutil.copy(raster, tmp_path / "tile_r000000_c000000.tif")
    with pytest.raises(QgsProcessingException, match="OUTPUT would overwrite INPUT"):
        run("tileraster", INPUT=str(tile), TILE_WIDTH=32, TILE_HEIGHT=32, OUTPUT=str(tmp_path))
    assert (toys.read(tile) == toys.read(raster)).all()


def test_a_model_may_be_continued_in_place(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    path = str(shutil.copy(model, tmp_path / "model.cnet"))
    results = run("train", INPUT=[raster], INITIAL_MODEL=path, OUTPUT=path, EPOCHS=0, NETWORK="unet_same", WIDTH=4)
    assert results["OUTPUT"] == path
