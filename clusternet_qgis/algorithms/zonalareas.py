"""The area of each class in each zone."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for
from .parameters import Texts
from .stages import CHECK
from .values import ParameterValues


class ZonalAreasAlgorithm(ClusterNetAlgorithm):
    """clusternet:zonalareas."""

    script_name = "zonalareas"
    stage = CHECK
    title = marked("Areas by zone")
    summary = marked("Measures the area of each class of a class raster in each zone, such as parishes or parcels.")
    help_text = marked(
        "A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may "
        "overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in "
        "square metres on the ellipsoid, or in pixels where the raster has no reference system.\n\nA map has errors, "
        "and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole "
        "map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). "
        "95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred "
        "blocks. They take for granted that the map errs in a zone as it does elsewhere."
    )
    keywords = marked("zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Class raster", "Raster of whole numbers, 0 or its declared no data left out."),
        "ZONES": Texts("Zones", "Polygons, each of which is a zone of its own."),
        "ZONE_FIELD": Texts("Zones: name field", "The field that names each zone. Without it they are numbered."),
        "SAMPLE": Texts(
            "Sample of true classes",
            "Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only "
            "in the zones; then areas are corrected and have intervals.",
        ),
        "OUTPUT": Texts(
            "Areas by zone", "The zones with the area and the share of each class, and how much of a zone has a class."
        ),
        "TABLE": Texts("Table", "A line for each class in each zone, with hectares."),
    }

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Class raster and zones; sample; layer and table."""
        return [
            parameters.raster("INPUT"),
            parameters.polygons("ZONES"),
            parameters.field("ZONE_FIELD", "ZONES", optional=True),
            parameters.labels("SAMPLE", points=True, optional=True),
            parameters.class_field("SAMPLE_FIELD", "SAMPLE", tr("Sample of true classes")),
            parameters.polygons_output("OUTPUT"),
            parameters.file_output("TABLE", parameters.CSV_FILTER, optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """The format must hold the zones."""
        from ..core.evaluation.zone_tables import check_zone_format

        output = values.destination("OUTPUT")
        if output:
            zones = values.layer_path("ZONES", values.text("ZONE_FIELD"))
            check_zone_format(values.raster_path("INPUT"), zones, output, values.has("SAMPLE"))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Measures."""
        from ..core.evaluation.zonal_areas import zonal_areas
        from ..core.evaluation.zone_tables import write_zone_layer, write_zone_table

        output, table = values.output("OUTPUT"), values.file_output("TABLE")
        field, sample_field = values.text("ZONE_FIELD"), values.text("SAMPLE_FIELD")
        zones = values.layer_path("ZONES", field)
        progress = progress_for(feedback)
        areas = zonal_areas(
            values.raster_path("INPUT"),
            zones,
            field,
            values.layer_path("SAMPLE", sample_field),
            sample_field,
            progress.part(0, 0.9),
        )
        write_zone_layer(areas, zones, output, progress.part(0.9, 1))
        if table:
            write_zone_table(areas, table)
        return {"OUTPUT": output, **({"TABLE": table} if table else {})}
