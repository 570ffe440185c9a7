"""The algorithm reference of the manual, read from the algorithms themselves whenever MkDocs builds it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingDestinationParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

ROOT = Path(__file__).resolve().parent.parent
SECTION = "Algorithms"
_LARGEST_LIMIT = 1e9  # QGIS stands the largest numbers there are for no limit
_KINDS = {
    "band": "band numbers",
    "boolean": "yes or no",
    "extent": "extent",
    "field": "field",
    "fileDestination": "file to write",
    "folderDestination": "folder to write",
    "layer": "raster or vector layer",
    "multilayer": "rasters",
    "raster": "raster layer",
    "rasterDestination": "raster to write",
    "source": "vector layer",
    "string": "text",
    "vector": "vector layer",
    "vectorDestination": "vector layer to write",
}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """MkDocs asks: the pages take their place in the navigation."""
    section = next(entry for entry in config.nav if isinstance(entry, dict) and SECTION in entry)
    section[SECTION] = [section[SECTION], *(address(algorithm) for algorithm in algorithms())]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs asks: the pages join those that were written by hand."""
    for algorithm in algorithms():
        files.append(File.generated(config, address(algorithm), content=page(algorithm)))
    return files


def address(algorithm: QgsProcessingAlgorithm) -> str:
    """The source of an algorithm's page; `helpUrl` of the algorithm leads to what is made of it."""
    return f"reference/{algorithm.name()}.md"


def algorithms() -> list[QgsProcessingAlgorithm]:
    """All algorithms in the order of work, and the models of several of them."""
    if QgsApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QgsApplication([], False))
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from clusternet_qgis.algorithms.shippedmodel import shipped_models
    from clusternet_qgis.provider import ALGORITHMS, ClusterNetProvider

    registry = QgsApplication.processingRegistry()
    if registry.providerById("clusternet") is None:  # a model's outputs are those of its steps
        _kept.append(ClusterNetProvider())
        registry.addProvider(_kept[-1])
    return [algorithm().create() for algorithm in ALGORITHMS] + shipped_models()


_kept: list[Any] = []  # QGIS' application and the provider must not be collected


def page(algorithm: QgsProcessingAlgorithm) -> str:
    """An algorithm's page as Markdown."""
    return "\n".join(
        (
            f"# {algorithm.displayName()}",
            "",
            f"`clusternet:{algorithm.name()}`",
            "",
            algorithm.shortDescription(),
            "",
            _paragraphs(algorithm.shortHelpString()),
            "",
            "## Parameters",
            "",
            *(line for parameter in algorithm.parameterDefinitions() for line in _parameter(parameter)),
            "## Outputs",
            "",
            "| name | what it is |",
            "|---|---|",
            *(f"| `{output.name()}` | {_cell(output.description())} |" for output in algorithm.outputDefinitions()),
            "",
        )
    )


def _parameter(parameter: QgsProcessingParameterDefinition) -> Iterator[str]:
    yield f"### {parameter.description()} {{ #{parameter.name().lower().replace(':', '-')} }}"
    yield ""
    yield f"`{parameter.name()}` · {' · '.join(_facts(parameter))}"
    yield ""
    yield _paragraphs(parameter.help())
    yield ""


def _facts(parameter: QgsProcessingParameterDefinition) -> Iterator[str]:
    flags, default = parameter.flags(), parameter.defaultValue()
    if isinstance(parameter, QgsProcessingParameterEnum):
        yield "one of " + ", ".join(f"`{option}`" for option in parameter.options())
    elif isinstance(parameter, QgsProcessingParameterNumber):
        yield _range(parameter)
    elif parameter.type() == "file":
        yield "folder" if parameter.behavior() == parameter.Behavior.Folder else "file"
    else:
        yield _KINDS[parameter.type()]
    if flags & QgsProcessingParameterDefinition.Flag.FlagOptional:
        yield "optional"
    if default not in (None, "") and not isinstance(parameter, QgsProcessingDestinationParameter):
        yield f"default `{default}`"
    # The dialog shows what is written in the open, however it is flagged.
    if flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced and not parameter.isDestination():
        yield "under *Advanced Parameters*"


def _range(parameter: QgsProcessingParameterNumber) -> str:
    whole = parameter.dataType() == QgsProcessingParameterNumber.Type.Integer
    text = "whole number" if whole else "number"
    if parameter.minimum() > -_LARGEST_LIMIT:
        text += f" from {parameter.minimum():g}"
    if parameter.maximum() < _LARGEST_LIMIT:
        text += f" to {parameter.maximum():g}"
    return text


def _paragraphs(text: str) -> str:
    """Text for QGIS as Markdown: its line breaks stay, and nothing in it becomes markup."""
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", re.sub(r"([*_<>`#\[\]])", r"\\\1", text))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
