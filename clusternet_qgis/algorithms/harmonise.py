"""Sheets of unlike colours made alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
)

from ..core.errors import OptionsError
from ..core.staging import scratch_folder
from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for
from .parameters import Texts
from .stages import LEARN
from .values import ParameterValues


class HarmoniseAlgorithm(ClusterNetAlgorithm):
    """clusternet:harmonise."""

    script_name = "harmonise"
    stage = LEARN
    title = marked("Harmonise sheets")
    summary = marked("Makes sheets of unlike colours alike, without rewriting them.")
    help_text = marked(
        "Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, "
        "and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets "
        "overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets "
        "that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.\n\nThe "
        "sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering "
        "network' takes the folder, and 'Map clusters' each of them, or all as a batch."
    )
    keywords = marked("mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Sheets", "Two rasters or more with the same bands, of any reference system and resolution."),
        "OUTPUT": Texts(
            "Folder of harmonised sheets",
            "Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.",
        ),
        "REPORT": Texts("Report", "A page with the mosaic before and after, differences, gains and offsets."),
    }
    output_numbers: ClassVar = {
        "OVERLAP_DIFFERENCE_BEFORE": marked("Difference in overlaps before"),
        "OVERLAP_DIFFERENCE_AFTER": marked("Difference in overlaps after"),
    }
    # As HARMONISED_FILES of the core, which is not loaded before a run.
    folder_files: ClassVar = {"OUTPUT": ("*.vrt", "harmonised.json", "views", "views/*")}

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Sheets; folder and report."""
        return [
            QgsProcessingParameterMultipleLayers("INPUT", layerType=parameters.RASTER),
            QgsProcessingParameterFolderDestination("OUTPUT"),
            parameters.file_output("REPORT", parameters.HTML_FILTER, optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """There must be two sheets."""
        if len(values.raster_paths("INPUT")) < 2:
            raise OptionsError(tr("One sheet alone has nothing to be harmonised with; give two or more."))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Harmonises."""
        from ..core.harmonise.harmonise import harmonise

        folder = values.text("OUTPUT")
        with scratch_folder(Path(folder) / "sheets"):  # better no folder to write into now than after reading sheets
            pass
        report = values.file_output("REPORT")
        progress = progress_for(feedback)
        result = harmonise(values.raster_paths("INPUT"), folder, progress.part(0, 0.9 if report else 1))
        results: dict[str, Any] = {"OUTPUT": folder}
        before, after = result.difference(False), result.difference(True)
        if before is not None and after is not None:
            results |= {"OVERLAP_DIFFERENCE_BEFORE": before, "OVERLAP_DIFFERENCE_AFTER": after}
            text = tr("Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.")
            feedback.pushInfo(text.format(before=f"{before:.2f}", after=f"{after:.2f}"))
        if report:
            from ..core.reports.harmonise_report import write_harmonise_report

            write_harmonise_report(result, report, progress.part(0.9, 1))
            results["REPORT"] = report
        return results
