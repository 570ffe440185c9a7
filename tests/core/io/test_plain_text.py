"""Text as files can hold it: XML and UTF-8, and no formula in a cell."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

import pytest
from any_names import ANY_TEXT, FORMULAS, is_formula
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.io.plain_text import cell_text, plain_text


@given(ANY_TEXT)
def test_plain_text_is_xml_and_utf_8_and_stays_as_it_is(text: str) -> None:
    plain = plain_text(text)
    assert plain_text(plain) == plain
    assert len(plain) == len(text)
    plain.encode("utf-8")
    root = ElementTree.Element("a", b=plain)
    assert (ElementTree.fromstring(ElementTree.tostring(root, "unicode")).get("b") or "").split() == plain.split()


@given(ANY_TEXT)
def test_no_control_characters_stay_but_tabs_and_line_breaks(text: str) -> None:
    assert {character for character in plain_text(text) if unicodedata.category(character) == "Cc"} <= set("\t\n\r")


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")))
def test_what_files_can_hold_is_not_changed(text: str) -> None:
    assert plain_text(text) == text


@given(ANY_TEXT | st.sampled_from(FORMULAS))
def test_no_cell_is_a_formula(text: str) -> None:
    assert not is_formula(cell_text(text))
    assert cell_text(text).endswith(plain_text(text))


@pytest.mark.parametrize("text", ["tree", "a = b", "7", "-7", "+7.5", "roof-top", "'quoted'"])
def test_ordinary_names_and_numbers_stay_as_they_are(text: str) -> None:
    assert cell_text(text) == text
