"""Default colours of classes: of what their names mean, in several languages, and else ones that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .palette import OTHER_COLOUR, Colour, class_colour

# What a word in a class's name looks like on most maps. Umlauts and accents are written as in the language; a word
# also counts at the end of a German compound, such as Ziegeldach.
_WORDS: dict[Colour, str] = {
    (0, 114, 178): "water river lake sea pond canal stream wasser fluss see teich meer bach kanal gewässer gewaesser "
    "eau rivière riviere lac mer étang etang agua río rio lago mar laguna água acqua fiume 水 水域 水体 河 湖",
    (0, 120, 60): "tree trees forest wood woodland woods canopy baum bäume baeume wald gehölz forêt foret arbre arbres "
    "bois bosque árbol arbol árboles arboles árvore floresta albero alberi foresta 木 樹木 树 树木 森林",
    (120, 190, 70): "grass lawn meadow vegetation green shrub shrubs bush garden gras rasen wiese grün gruen grünland "
    "busch büsche garten herbe pelouse prairie végétation vegetation jardin hierba césped cesped pradera vegetación "
    "vegetacion verde grama vegetação erba prato vegetazione 草 草地 植生 植被",
    (
        213,
        60,
        40,
    ): "roof roofs rooftop rooftops built building buildings house houses dach dächer daecher gebäude gebaeude "
    "haus häuser "
    "toit toits bâtiment batiment bâtiments maison maisons techo techos tejado edificio edificios casa casas telhado "
    "edifício tetto edifici 屋根 建物 屋顶 建筑",
    (110, 110, 120): "road roads street asphalt pavement path strasse straße strassen straßen weg asphalt route routes "
    "rue chemin bitume camino carretera calle asfalto estrada rua strada via 道路 路",
    (235, 205, 90): "field fields crop crops farmland cropland arable feld felder acker champ champs culture cultures "
    "campo campos cultivo cultivos cultivo agrícola lavoura coltivo 畑 農地 农田",
    (170, 105, 50): "soil bare earth ground dirt mud boden erde sol terre suelo tierra solo terra suolo 土 裸地 裸土",
    (245, 220, 170): "sand beach strand sable plage arena playa areia praia sabbia spiaggia 砂 沙",
    (60, 40, 70): "shadow shadows shade schatten ombre ombres sombra sombras ombra 影 阴影",
    (
        60,
        190,
        230,
    ): "solar photovoltaic pv panel panels pool swimming photovoltaik solaire piscine fotovoltaica piscina プール",
}
# Of the kinds of land cover that the base model names (`core.networks.land_cover`).
LAND_COVER_COLOURS: dict[str, Colour] = {
    "building": (213, 60, 40),
    "paved": (120, 120, 125),
    "tree": (0, 110, 55),
    "low vegetation": (140, 200, 80),
    "water": (0, 114, 178),
    "bare ground": (225, 195, 140),
}
_COLOUR_OF = {word: colour for colour, words in _WORDS.items() for word in words.casefold().split()}
# Short words would be found at the end of others by chance.
_SHORTEST_ENDING = 4


def colour_of_name(name: str) -> Colour | None:
    """The colour of what a class's name means; None for a name without a word that is known."""
    for word in reversed(re.findall(r"[^\W\d_]+", name.casefold())):
        if word in _COLOUR_OF:
            return _COLOUR_OF[word]
        ending = next((known for known in _COLOUR_OF if len(known) >= _SHORTEST_ENDING and word.endswith(known)), "")
        if ending:
            return _COLOUR_OF[ending]
    return None


def default_colour(name: str, taken: Iterable[Colour] = ()) -> Colour:
    """The colour of a new class: that of its name, or else the first that is not taken.

    Args:
        name: Of the class.
        taken: Colours of the other classes.
    """
    others = {*taken, OTHER_COLOUR}
    colour = colour_of_name(name)
    if colour is not None and colour not in others:
        return colour
    return next(c for c in map(class_colour, range(len(others) + 1)) if c not in others)


def default_colours(names: Iterable[str]) -> list[Colour]:
    """The colours of some classes. Those whose names have one get it, whichever their order."""
    chosen: dict[int, Colour] = {}
    names = list(names)
    for index, name in enumerate(names):
        colour = colour_of_name(name)
        if colour is not None and colour not in chosen.values():
            chosen[index] = colour
    for index in range(len(names)):
        if index not in chosen:
            chosen[index] = default_colour("", chosen.values())
    return [chosen[index] for index in range(len(names))]


def is_default_colour(colour: Colour) -> bool:
    """Whether a class may have got this colour without anybody having chosen it."""
    return colour in _WORDS or any(colour == class_colour(index) for index in range(_DEFAULTS))


# More classes than anybody paints.
_DEFAULTS = 24
