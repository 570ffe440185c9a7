"""What the core says in English reaches the user in the language of QGIS, with its numbers and layers."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
import translations

from clusternet_qgis.layers import sentences
from clusternet_qgis.layers.names import LayerNames

LANGUAGES = translations.LANGUAGES
# Where they come from: nothing that knows QGIS.
SOURCES = [
    *(translations.PACKAGE / "core").rglob("*.py"),
    *(translations.PACKAGE / "environment").glob("*.py"),
]


def texts() -> Iterator[str]:
    """All texts of the core, `{}` for what is put in."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_the_core_says_each_of_them() -> None:
    assert set(sentences.SENTENCES) - set(texts()) == set()


@pytest.fixture(params=LANGUAGES)
def table(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The translations of a language, in which QGIS is for the test."""
    table = translations.translations(request.param)
    monkeypatch.setattr(sentences, "translated", lambda text: table.get(text, text))
    return table


def test_numbers_and_names_are_kept_in_every_language(table: dict[str, str]) -> None:
    for source in sentences.SENTENCES:
        values = [f"<{index}>" for index in range(source.count("{}"))]
        shown = sentences.in_users_language(source.format(*values))
        assert shown == table[source].format(*values)
        assert shown != source.format(*values)


def test_layers_are_named_in_them_too(table: dict[str, str]) -> None:
    names = LayerNames()
    names.add("/data/ortho.tif", "My ortho")
    source = "The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS."
    values = ("3", "red, green, blue")
    shown = names.applied(source.format(*values, "/data/ortho.tif", 1))
    assert shown == table[source].format(*values, "My ortho", 1)


def test_what_nobody_translated_stays_as_it_is(table: dict[str, str]) -> None:
    assert sentences.in_users_language("Something else, 12 times.") == "Something else, 12 times."
