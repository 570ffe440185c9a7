"""Which class of a map is which of a reference, and what a user should know about those that are not matched."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import RasterError
from ..io.legend import BACKGROUND
from ..io.reference import ClassNames
from .metrics import NO_DATA_CLASS


@dataclass(frozen=True)
class MatchedClasses:
    """Names under which the classes of a map and of a reference are compared.

    Attributes:
        mapped: Of each class of the map.
        true: Of each class of the reference.
        elsewhere: Of pixels without a class on the map.
        only_on_map: Names that only the map has.
        only_in_reference: Names that only the reference has.
        notes: What else to tell the user, in sentences.
    """

    mapped: tuple[str, ...]
    true: tuple[str, ...]
    elsewhere: str
    only_on_map: tuple[str, ...]
    only_in_reference: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The notes, and which classes only one side has."""
        sides = (("On the map", self.only_on_map), ("In the reference", self.only_in_reference))
        return (*self.notes, *(f"{side} only: {_listed(names)}." for side, names in sides if names))


def match_classes(
    mapped: ClassNames,
    true: ClassNames,
    no_map_field: bool,
    no_reference_field: bool,
    field_parameter: str = "REFERENCE_FIELD",
) -> MatchedClasses:
    """Matches classes by name, or by value if only one of two rasters has names.

    Shapes without a class field are the only class that the other side has beside `other`, if there is one. If the
    reference has one class beside `other`, all that the map calls otherwise is `other`.

    Args:
        mapped: The map.
        true: The reference.
        no_map_field: Whether the map is a vector layer of which no class field is chosen.
        no_reference_field: Whether the reference is.
        field_parameter: What the field of the reference is chosen with.

    Raises:
        RasterError: They have no name in common.
    """
    mapped_names, true_names = _names(mapped, true)
    notes: list[str] = []
    if no_map_field:
        other_side = [] if no_reference_field else _beside_background(true_names)
        mapped_names = _named_alike(mapped_names, other_side)
        notes.append(_no_field_sentence("the map", "CLASS_FIELD", mapped_names[0]))
    if no_reference_field:
        true_names = _named_alike(true_names, [] if no_map_field else _beside_background(mapped_names))
        notes.append(_no_field_sentence("the reference", field_parameter, true_names[0]))
    near = near_matches(mapped_names, true_names)
    _check_some_agree(mapped_names, true_names, near)
    notes += [
        f"'{first}' on the map and '{second}' in the reference differ only in case, blanks or the like, and count as "
        "two classes; rename one if they are the same."
        for first, second in near
    ]
    # Outside polygons the map is of the class `other` if the reference has that class.
    elsewhere = BACKGROUND if not mapped.values and BACKGROUND in true_names else NO_DATA_CLASS
    single = _beside_background(true_names)
    otherwise = [name for name in mapped_names if name not in (BACKGROUND, *single)]
    if len(single) == 1 and otherwise and not near:
        mapped_names = [BACKGROUND if name in otherwise else name for name in mapped_names]
        notes.append(
            f"The reference has only the class '{single[0]}': what the map calls {_listed(otherwise)} is compared as "
            f"'{BACKGROUND}'."
        )
    only_on_map = _missing(mapped_names, [*true_names, *([BACKGROUND] if len(single) == 1 else [])])
    only_in_reference = _missing(true_names, [*mapped_names, elsewhere])
    return MatchedClasses(
        tuple(mapped_names), tuple(true_names), elsewhere, only_on_map, only_in_reference, tuple(notes)
    )


def near_matches(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of names, neither of which the other side has, that a person would take for the same."""
    by_key = {_key(name): name for name in _missing(second, first)}
    return [(name, by_key[_key(name)]) for name in _missing(first, second) if _key(name) in by_key]


def _key(name: str) -> str:
    """A name without what is easily typed in another way: case, blanks, hyphens, zeros of numbers."""
    text = unicodedata.normalize("NFKC", name).casefold()
    text = "".join(character for character in text if character.isprintable() and not character.isspace())
    try:
        return repr(float(text))
    except ValueError:
        return text.replace("_", "").replace("-", "") or text


def _names(mapped: ClassNames, true: ClassNames) -> tuple[list[str], list[str]]:
    """Names of the classes; if only one of two rasters has names, the other one gets those of its values."""
    mapped_names, true_names = mapped.classes, true.classes
    if mapped.values and true.values and mapped.named and not true.named:
        true_names = _names_of_values(true.values, mapped)
    elif mapped.values and true.values and true.named and not mapped.named:
        mapped_names = _names_of_values(mapped.values, true)
    return list(mapped_names), list(true_names)


def _names_of_values(values: list[int], named: ClassNames) -> list[str]:
    by_value = dict(zip(named.values, named.classes))
    return [by_value.get(value, str(value)) for value in values]


def _named_alike(names: list[str], other_side: list[str]) -> list[str]:
    """Names of shapes without a class field, the first of which is that of the other side's only class."""
    return [other_side[0], *names[1:]] if len(other_side) == 1 else names


def _no_field_sentence(side: str, parameter: str, name: str) -> str:
    return (
        f"No class field of {side} is chosen: all its shapes count as one class, '{name}'; choose it with {parameter}."
    )


def _check_some_agree(mapped_names: list[str], true_names: list[str], near: list[tuple[str, str]]) -> None:
    if set(mapped_names) & set(true_names):
        return
    alike = "".join(f", though '{first}' and '{second}' differ only in case or blanks" for first, second in near[:1])
    raise RasterError(
        f"The map's classes ({', '.join(mapped_names)}) and the reference's ({', '.join(true_names)}) have no name "
        f"in common{alike}; choose the fields or rename the classes so that they agree."
    )


def _beside_background(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name != BACKGROUND]


def _missing(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    there = set(others)
    return tuple(name for name in dict.fromkeys(names) if name not in there)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
