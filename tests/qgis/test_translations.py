"""Every text of the interface is marked for translation, is translated into every language, and QGIS shows it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import translations
from qgis.core import QgsApplication, QgsSettings

PACKAGE = translations.PACKAGE
SHOWN = [PACKAGE / "plugin.py", *sorted((PACKAGE / "algorithms").glob("*.py")), *sorted((PACKAGE / "gui").glob("*.py"))]
# What takes a text that users read, beside phrases, which are found wherever they stand.
TAKES_TEXT = re.compile(
    r"set(Text|ToolTip|WindowTitle|Title|Suffix|Prefix|StatusTip|PlaceholderText|Help|HeaderLabels|Description)$"
    r"|^(QLabel|QAction|QPushButton|QCheckBox|QRadioButton|QGroupBox|QMenu|QgsTask|QToolButton|QDockWidget)$"
    r"|^QgsProcessing(Parameter|Output)\w+$|^(ModelTexts|class_field)$"
    r"|^(addTab|addRow|addAction|pushMessage|pushInfo|pushWarning|pushCritical|setProgressText|warn|say|inform)$"
)
DEVELOPERS_ERRORS = ("ValueError", "TypeError", "RuntimeError", "NotImplementedError", "QgsCsException")
PHRASE = re.compile(r"[A-Za-z]{2,}[,;:.!?]? +[A-Za-z{]{2,}")


def parents_of(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def ancestors(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in parents:
        node = parents[node]
        yield node


def untranslated(path: Path) -> Iterator[str]:
    """Texts for users that are not marked for translation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parents = parents_of(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        above = list(ancestors(node, parents))
        calls = [translations.called(call) for call in above if isinstance(call, ast.Call)]
        is_name = isinstance(above[0], ast.keyword) and above[0].arg == "name"
        if (
            isinstance(above[0], ast.Expr)
            or is_name
            or set(calls) & set(translations.MARKERS)
            or is_for_developers(above)
        ):
            continue
        shown = PHRASE.search(node.value) or (
            re.match(r"[A-Z][a-z]+$", node.value) and calls and TAKES_TEXT.search(calls[0])
        )
        if shown:
            yield f"{path.name}:{node.lineno}: {node.value!r}"


def is_for_developers(above: list[ast.AST]) -> bool:
    """Whether a text is that of an error which only a bug raises, or of an assertion."""
    for node in above:
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            return translations.called(node.exc) in DEVELOPERS_ERRORS
    return False


def test_every_text_for_users_is_marked() -> None:
    assert [text for path in SHOWN for text in untranslated(path)] == []


def test_what_is_marked_is_a_literal() -> None:
    """Otherwise nobody can know what to translate."""
    for path in SHOWN:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and translations.called(node) in translations.MARKERS:
                literal = [isinstance(text, ast.Constant) and isinstance(text.value, str) for text in node.args]
                assert literal, f"{path.name}:{node.lineno}"
                assert all(literal), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    known, texts = translations.translations(language), translations.texts()
    assert len(texts) > 200
    assert [text for text in texts if not known.get(text, "").strip()] == [], "run scripts/translations.py"
    assert set(known) - set(texts) == set(), "run scripts/translations.py"
    for text in texts:
        assert translations.placeholders(text) == translations.placeholders(known[text]), text
        assert text.count("\n") == known[text].count("\n"), text
        assert (text[:1].isspace(), text[-1:].isspace()) == (known[text][:1].isspace(), known[text][-1:].isspace()), (
            text
        )


@pytest.fixture
def speaking(plugin: Any) -> Any:
    """Loads the plugin again in another language, and in the old one afterwards."""
    translations.compile_all()
    settings = QgsSettings()
    before = {key: settings.value(key) for key in ("locale/overrideFlag", "locale/userLocale")}

    def load(language: str) -> Any:
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", language)
        plugin.unload()
        plugin.initProcessing()
        return QgsApplication.processingRegistry().providerById("clusternet")

    yield load
    for key, value in before.items():
        settings.setValue(key, value)
    plugin.unload()
    plugin.initProcessing()


@pytest.mark.parametrize(
    ("language", "name", "title"),
    [
        ("de", "Cluster kartieren", "Raster"),
        ("de_AT", "Cluster kartieren", "Raster"),
        ("fr", "Cartographier les clusters", "Raster"),
        ("es", "Cartografiar los clústeres", "Ráster"),
        ("pt_BR", "Mapear clusters", "Raster"),
        ("it", "Mappa cluster", "Raster"),
        ("ja", "クラスタのマッピング", "ラスタ"),
        ("zh_CN", "聚类制图", "栅格"),
        ("zh-Hans", "聚类制图", "栅格"),
        ("zh_TW", "Map clusters", "Raster"),
        ("en", "Map clusters", "Raster"),
        ("xx", "Map clusters", "Raster"),
    ],
)
def test_the_provider_speaks_the_language_of_qgis(speaking: Any, language: str, name: str, title: str) -> None:
    algorithm = speaking(language).algorithm("cluster")
    assert algorithm.displayName() == name
    assert algorithm.name() == "cluster"
    assert algorithm.parameterDefinition("INPUT").description() == title
