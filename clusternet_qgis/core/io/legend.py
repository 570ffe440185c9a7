"""Names and colours of the values of a raster, and QGIS styles that show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree  # only written, never read  # nosec B405

from .palette import Colour, cluster_colour, hex_colour
from .plain_text import plain_text

# Name of the class of pixels that belong to no other class.
BACKGROUND = "other"

# How polygons are drawn: the picture below shows through, and outlines in a darker shade tell them apart.
_FILL_ALPHA, _OUTLINE_SHADE = 90, 0.55
# Of 0, 1/4, 1/2, 3/4 and 1: five of viridis, by Smith and van der Walt (2015), which colour-blind readers see too.
SHARE_COLOURS: tuple[Colour, ...] = ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37))


@dataclass(frozen=True)
class LegendEntry:
    """A value of a raster, with its name, as files can hold it, and colour."""

    value: int
    name: str
    colour: Colour

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", plain_text(self.name))


@dataclass(frozen=True)
class Legend:
    """The values of a raster, in ascending order."""

    entries: tuple[LegendEntry, ...]

    def __iter__(self) -> Iterator[LegendEntry]:
        return iter(self.entries)

    def style(self) -> str:
        """A paletted raster style, as QML text."""
        root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology", hasScaleBasedVisibilityFlag="0")
        pipe = ElementTree.SubElement(root, "pipe")
        renderer = ElementTree.SubElement(
            pipe, "rasterrenderer", type="paletted", band="1", opacity="1", alphaBand="-1"
        )
        palette = ElementTree.SubElement(renderer, "colorPalette")
        for entry in self:
            ElementTree.SubElement(
                palette,
                "paletteEntry",
                value=str(entry.value),
                label=entry.name,
                color=hex_colour(entry.colour),
                alpha="255",
            )
        return _qml(root)

    def polygon_style(self, field: str, numbers: Sequence[str] = ()) -> str:
        """A style of polygons by class, as QML text: see-through, with a darker outline.

        Args:
            field: Holds the values.
            numbers: Fields of numbers, which tables show with two decimals.
        """
        root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology|Fields|Forms")
        renderer = ElementTree.SubElement(
            root,
            "renderer-v2",
            type="categorizedSymbol",
            attr=plain_text(field),
            forceraster="0",
            symbollevels="0",
            enableorderby="0",
        )
        categories = ElementTree.SubElement(renderer, "categories")
        symbols = ElementTree.SubElement(renderer, "symbols")
        for index, entry in enumerate(self):
            ElementTree.SubElement(
                categories,
                "category",
                value=str(entry.value),
                label=entry.name,
                symbol=str(index),
                render="true",
                type="long",
            )
            symbol = ElementTree.SubElement(
                symbols, "symbol", type="fill", name=str(index), alpha="1", clip_to_extent="1", force_rhr="0"
            )
            layer = ElementTree.SubElement(symbol, "layer", {"class": "SimpleFill", "enabled": "1", "locked": "0"})
            outline = [round(_OUTLINE_SHADE * part) for part in entry.colour]
            _options(
                layer,
                color=",".join(map(str, (*entry.colour, _FILL_ALPHA))),
                outline_color=",".join(map(str, (*outline, 255))),
                outline_width="0.2",
                outline_width_unit="MM",
                outline_style="solid",
                style="solid",
            )
        configuration = ElementTree.SubElement(root, "fieldConfiguration")
        for number in numbers:
            entry_of_field = ElementTree.SubElement(configuration, "field", name=number)
            widget = ElementTree.SubElement(entry_of_field, "editWidget", type="Range")
            _options(ElementTree.SubElement(widget, "config"), Precision="2", AllowNull="true", Style="SpinBox")
        return _qml(root)


def share_style() -> str:
    """A style of a raster of shares, as QML text: from 0, dark, to 1, light, whatever values occur."""
    root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology", hasScaleBasedVisibilityFlag="0")
    pipe = ElementTree.SubElement(root, "pipe")
    limits = {"classificationMin": "0", "classificationMax": "1"}
    renderer = ElementTree.SubElement(
        pipe, "rasterrenderer", limits, type="singlebandpseudocolor", band="1", opacity="1", alphaBand="-1"
    )
    shader = ElementTree.SubElement(renderer, "rastershader")
    ramp = ElementTree.SubElement(
        shader,
        "colorrampshader",
        colorRampType="INTERPOLATED",
        classificationMode="1",
        clip="0",
        minimumValue="0",
        maximumValue="1",
    )
    for index, colour in enumerate(SHARE_COLOURS):
        share = index / (len(SHARE_COLOURS) - 1)
        ElementTree.SubElement(
            ramp, "item", value=f"{share:g}", label=f"{share:g}", color=hex_colour(colour), alpha="255"
        )
    return _qml(root)


def _options(parent: ElementTree.Element, **values: str) -> None:
    options = ElementTree.SubElement(parent, "Option", type="Map")
    for name, value in values.items():
        ElementTree.SubElement(options, "Option", type="QString", name=name, value=value)


def _qml(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode")


def cluster_legend(clusters: int, colours: Sequence[Colour] = ()) -> Legend:
    """The legend of a cluster raster, in which cluster `i` is stored as `i + 1`.

    Args:
        clusters: Number of ids, those of children of split clusters included.
        colours: Those of the model's clusters, as far as it has any.
    """
    shown = [*colours[:clusters], *(cluster_colour(i) for i in range(len(colours), clusters))]
    return Legend(tuple(LegendEntry(i + 1, f"cluster {i}", colour) for i, colour in enumerate(shown)))
