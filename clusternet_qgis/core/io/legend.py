"""Names and colours of the values of a raster, and QGIS styles that show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree  # only written, never read  # nosec B405

from .palette import Colour, cluster_colour, hex_colour
from .plain_text import plain_text

# Name of the class of pixels that belong to no other class.
BACKGROUND = "other"


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
        ElementTree.indent(root)
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode")

    def polygon_style(self, field: str) -> str:
        """A style of polygons filled by class, as QML text; outlines in another colour would cover small polygons."""
        root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology")
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
            options = ElementTree.SubElement(layer, "Option", type="Map")
            colour = ",".join(str(part) for part in (*entry.colour, 255))
            fill = {"color": colour, "outline_color": colour, "outline_width": "0.05", "outline_width_unit": "MM"}
            for name, value in {**fill, "outline_style": "solid", "style": "solid"}.items():
                ElementTree.SubElement(options, "Option", type="QString", name=name, value=value)
        ElementTree.indent(root)
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode")


def cluster_legend(clusters: int) -> Legend:
    """The legend of a cluster raster, in which cluster `i` is stored as `i + 1`."""
    return Legend(tuple(LegendEntry(i + 1, f"cluster {i}", cluster_colour(i)) for i in range(clusters)))
