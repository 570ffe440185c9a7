"""What QGIS shows of the provider, and the names that other people's models and scripts store."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsSettings,
)

from clusternet_qgis.algorithms.base import ICON
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.settings import PYTHON_SETTING

OPTIONAL, DEVICES = "optional", ("auto", "cpu", "cuda", "mps")
# The table of INTERFACE.md: default, `optional`, or the text values of a choice with the default first.
PARAMETERS: dict[str, dict[str, Any]] = {
    "tileraster": {
        "INPUT": None,
        "BANDS": OPTIONAL,
        "EXTENT": OPTIONAL,
        "TILE_WIDTH": 512,
        "TILE_HEIGHT": 512,
        "STRIDE_X": 512,
        "STRIDE_Y": 512,
        "EDGE": ("shift", "pad", "drop"),
        "MAX_EMPTY": 0.01,
        "LABELS": OPTIONAL,
        "LABEL_FIELD": OPTIONAL,
        "CROP": 0,
        "OUTPUT": None,
        "INDEX": OPTIONAL,
    },
    "train": {
        "INPUT": OPTIONAL,
        "FOLDER": OPTIONAL,
        "BANDS": OPTIONAL,
        "AREA": OPTIONAL,
        "NETWORK": str,
        "CLUSTERS": 64,
        "EPOCHS": int,
        "MAX_MINUTES": 0,
        "TILE_SIZE": int,
        "BATCH_SIZE": int,
        "LEARNING_RATE": float,
        "PRETEXT": ("none", "inpainting"),
        "INPUT_FILTER": ("none", "sobel"),
        "REASSIGN": 1,
        "INITIAL_MODEL": OPTIONAL,
        "SEED": 0,
        "DEVICE": DEVICES,
        "MEMORY_MB": int,
        "EXTRA": OPTIONAL,
        "INDICES": OPTIONAL,
        "ENCODER": OPTIONAL,
        "OUTPUT": None,
        "REPORT": OPTIONAL,
    },
    "cluster": {
        "INPUT": None,
        "MODEL": None,
        "BANDS": OPTIONAL,
        "EXTRA": OPTIONAL,
        "EXTENT": OPTIONAL,
        "DEVICE": DEVICES,
        "MEMORY_MB": int,
        "OUTPUT": None,
        "CONFIDENCE": OPTIONAL,
        "FEATURES": OPTIONAL,
        "NOVELTY": OPTIONAL,
        "SELECTION": OPTIONAL,
        "PROBABILITIES": OPTIONAL,
    },
    "exportonnx": {"MODEL": None, "SELECTION": OPTIONAL, "TILE_SIZE": 512, "OUTPUT": None},
    "selectbystrokes": {
        "INPUT": None,
        "MODEL": None,
        "STROKES": None,
        "CLASS_FIELD": None,
        "WIDTH": 1,
        "EXTRA": OPTIONAL,
        "EXTENT": OPTIONAL,
        "SELECTION": None,
    },
    "selectbyreference": {
        "CLUSTERS": None,
        "REFERENCE": None,
        "CLASS_FIELD": OPTIONAL,
        "FRACTION": 0.1,
        "MIN_PURITY": 0.4,
        "AREA": OPTIONAL,
        "SEED": 0,
        "SELECTION": None,
        "TABLE": OPTIONAL,
    },
    "suggestclasses": {
        "INPUT": None,
        "MODEL": None,
        "EXTENT": OPTIONAL,
        "MIN_CONFIDENCE": 0.5,
        "SELECTION": None,
        "TABLE": OPTIONAL,
    },
    "segment": {
        "CLUSTERS": OPTIONAL,
        "INPUT": OPTIONAL,
        "MODEL": OPTIONAL,
        "SELECTION": OPTIONAL,
        "CLASSES": OPTIONAL,
        "EXTENT": OPTIONAL,
        "SIEVE": 0,
        "MIN_AREA": 0,
        "SIMPLIFY": 0,
        "RIGHT_ANGLES": OPTIONAL,
        "MIN_CONFIDENCE": 0,
        "OUTPUT": None,
        "POLYGONS": OPTIONAL,
    },
    "polygons": {
        "INPUT": None,
        "MIN_AREA": 0,
        "SIMPLIFY": 0,
        "RIGHT_ANGLES": OPTIONAL,
        "SMOOTH": 0,
        "MIN_CONFIDENCE": 0,
        "OUTPUT": None,
    },
    "clusterreport": {
        "INPUT": None,
        "MODEL": None,
        "BANDS": OPTIONAL,
        "EXTENT": OPTIONAL,
        "DEVICE": DEVICES,
        "MEMORY_MB": int,
        "OUTPUT": None,
    },
    "evaluate": {
        "INPUT": None,
        "CLASS_FIELD": OPTIONAL,
        "REFERENCE": None,
        "REFERENCE_FIELD": OPTIONAL,
        "AREA": OPTIONAL,
        "REPORT": OPTIONAL,
        "TABLE": OPTIONAL,
    },
    "separateobjects": {
        "INPUT": None,
        "CLASSES": None,
        "IMAGE": OPTIONAL,
        "HEIGHT": OPTIONAL,
        "MODE": "compact",
        "MIN_AREA": 0,
        "CONFIDENCE": OPTIONAL,
        "MARKERS": OPTIONAL,
        "OUTPUT": None,
        "POINTS": OPTIONAL,
    },
    "harmonise": {"INPUT": None, "OUTPUT": None, "REPORT": OPTIONAL},
    "change": {
        "BEFORE": None,
        "AFTER": None,
        "MODEL": None,
        "SELECTION": OPTIONAL,
        "EXTENT": OPTIONAL,
        "MIN_AREA": 0,
        "DEVICE": "auto",
        "MEMORY_MB": 1400,
        "OUTPUT": None,
        "POLYGONS": OPTIONAL,
        "TABLE": OPTIONAL,
        "REPORT": OPTIONAL,
    },
    "zonalareas": {
        "INPUT": None,
        "ZONES": None,
        "ZONE_FIELD": OPTIONAL,
        "SAMPLE": OPTIONAL,
        "SAMPLE_FIELD": OPTIONAL,
        "OUTPUT": None,
        "TABLE": OPTIONAL,
    },
}
OUTPUTS = {
    "tileraster": {"OUTPUT", "INDEX", "TILE_COUNT", "SKIPPED_COUNT"},
    "train": {"OUTPUT", "REPORT", "EPOCHS_DONE", "LOSS", "CLUSTER_COUNT"},
    "cluster": {"OUTPUT", "CONFIDENCE", "FEATURES", "NOVELTY", "PROBABILITIES", "CLUSTER_COUNT", "SEAM_INDEX"},
    "exportonnx": {"OUTPUT", "CLASS_COUNT"},
    "selectbystrokes": {"SELECTION", "CONTESTED_COUNT"},
    "selectbyreference": {"SELECTION", "TABLE"},
    "suggestclasses": {"SELECTION", "TABLE", "NAMED_COUNT", "NAMED_SHARE"},
    "segment": {"OUTPUT", "POLYGONS"},
    "polygons": {"OUTPUT"},
    "clusterreport": {"OUTPUT", "CLUSTER_COUNT"},
    "evaluate": {"REPORT", "TABLE", "ACCURACY", "MEAN_IOU", "MEAN_DICE"},
    "separateobjects": {"OUTPUT", "POINTS", "COUNT"},
    "zonalareas": {"OUTPUT", "TABLE"},
    "change": {"OUTPUT", "POLYGONS", "TABLE", "REPORT", "SHARE_CHANGED"},
    "harmonise": {"OUTPUT", "REPORT", "OVERLAP_DIFFERENCE_BEFORE", "OVERLAP_DIFFERENCE_AFTER"},
}


def is_optional(parameter: QgsProcessingParameterDefinition) -> bool:
    return bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)


def test_every_algorithm_presents_itself(provider: Any) -> None:
    assert {algorithm.name() for algorithm in provider.algorithms()} >= set(PARAMETERS)
    for algorithm in provider.algorithms():
        assert algorithm.id() == f"clusternet:{algorithm.name()}"
        assert algorithm.name().isalnum()
        assert algorithm.name().islower()
        for text in (algorithm.displayName(), algorithm.shortDescription(), algorithm.shortHelpString()):
            assert text.strip(), algorithm.name()
        assert all(tag.strip() for tag in algorithm.tags()), algorithm.name()
        assert algorithm.tags(), algorithm.name()
        assert algorithm.helpUrl().startswith("https://"), algorithm.name()
        assert not algorithm.icon().isNull(), algorithm.name()
        assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagSupportsBatch
        assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel


def test_every_parameter_is_explained(provider: Any) -> None:
    for algorithm in provider.algorithms():
        for parameter in algorithm.parameterDefinitions():
            place = f"{algorithm.name()} {parameter.name()}"
            assert parameter.description().strip(), place
            assert parameter.help().strip(), place
            if isinstance(parameter, QgsProcessingParameterEnum):
                assert parameter.usesStaticStrings(), place
                is_optional = bool(parameter.flags() & QgsProcessingParameterEnum.FlagOptional)
                assert parameter.defaultValue() in parameter.options() or is_optional, place


def test_every_network_is_described(provider: Any) -> None:
    for name in NETWORKS:
        assert f"\n{name}: " in provider.algorithm("train").shortHelpString()


def test_the_icon_is_there_and_can_be_drawn(provider: Any) -> None:
    assert Path(ICON).is_file()
    assert not provider.icon().pixmap(24, 24).isNull()


@pytest.mark.parametrize("name", PARAMETERS)
def test_names_defaults_and_choices_are_those_promised(provider: Any, name: str) -> None:
    algorithm = provider.algorithm(name)
    for parameter_name, promised in PARAMETERS[name].items():
        parameter = algorithm.parameterDefinition(parameter_name)
        assert parameter is not None, parameter_name
        assert parameter.name() == parameter_name
        default = parameter.defaultValue()
        if promised is OPTIONAL:
            assert is_optional(parameter), parameter_name
            assert default is None, parameter_name
        elif promised is None:
            assert not is_optional(parameter), parameter_name
        elif isinstance(promised, type):
            assert isinstance(default, promised), parameter_name
        elif isinstance(promised, tuple):
            assert tuple(parameter.options()) == promised, parameter_name
            assert default == promised[0], parameter_name
        else:
            assert default == promised, parameter_name


def test_networks_and_indices_are_those_promised(provider: Any) -> None:
    train = provider.algorithm("train")
    networks, indices = (train.parameterDefinition(name).options() for name in ("NETWORK", "INDICES"))
    assert sorted(networks) == ["encoder", "light", "pixels", "unet", "unet_same", "vgg16"]
    assert indices == ["ndvi", "ndwi", "exg", "vari", "nbr"]


@pytest.mark.parametrize("name", OUTPUTS)
def test_outputs_are_those_promised(provider: Any, name: str) -> None:
    outputs = {output.name() for output in provider.algorithm(name).outputDefinitions()}
    assert outputs == OUTPUTS[name]


def test_optional_outputs_are_not_written_unasked(provider: Any) -> None:
    for algorithm in provider.algorithms():
        for parameter in algorithm.destinationParameterDefinitions():
            assert parameter.createByDefault() != is_optional(parameter), f"{algorithm.name()} {parameter.name()}"


def test_mandatory_parameters_come_without_more_than_the_promised_ones(provider: Any) -> None:
    """A script written for the promised parameters must keep running: what is added later has to be optional."""
    for name, promised in PARAMETERS.items():
        for parameter in provider.algorithm(name).parameterDefinitions():
            if parameter.name() not in promised:
                assert is_optional(parameter) or parameter.defaultValue() is not None, f"{name} {parameter.name()}"


@pytest.fixture
def empty_python(tmp_path: Path) -> str:
    """A Python that has nothing installed."""
    venv.create(tmp_path / "empty", with_pip=False, symlinks=True)
    return str(tmp_path / "empty" / "bin" / "python")


@pytest.fixture
def python_setting() -> Any:
    """The setting, put back afterwards."""
    before = QgsSettings().value(PYTHON_SETTING)
    yield lambda python: QgsSettings().setValue(PYTHON_SETTING, python)
    QgsSettings().setValue(PYTHON_SETTING, before)


def test_what_is_missing_is_said_before_the_run(provider: Any, empty_python: str, python_setting: Any) -> None:
    python_setting(empty_python)
    for name in ("train", "cluster", "exportonnx"):
        can, why = provider.algorithm(name).canExecute()
        assert not can
        assert empty_python in why
        assert "torch" in why
        assert "pip install -r" in why
    for name in ("tileraster", "selectbyreference", "segment", "polygons", "evaluate", "zonalareas"):
        assert provider.algorithm(name).canExecute() == (True, "")


def test_a_python_that_is_not_there_is_named(provider: Any, python_setting: Any) -> None:
    python_setting("/nowhere/python")
    can, why = provider.algorithm("train").canExecute()
    assert not can
    assert "/nowhere/python" in why


def test_with_everything_installed_all_can_run(provider: Any) -> None:
    assert [algorithm.canExecute() for algorithm in provider.algorithms()] == [(True, "")] * len(provider.algorithms())


def test_the_plugin_takes_away_its_provider_and_adds_it_again(plugin: Any) -> None:
    registry = QgsApplication.processingRegistry()
    plugin.unload()
    assert registry.providerById("clusternet") is None
    plugin.unload()
    plugin.initProcessing()
    assert len(registry.providerById("clusternet").algorithms()) >= len(PARAMETERS)


def test_importing_the_package_imports_no_qgis() -> None:
    code = "import sys, clusternet_qgis, clusternet_qgis.worker; sys.exit('qgis' in sys.modules)"
    folder = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=folder).returncode == 0
