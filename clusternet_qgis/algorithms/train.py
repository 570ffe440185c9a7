"""Trains a clustering network on rasters without labels."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..core.errors import OptionsError
from ..core.networks import NETWORKS
from ..core.options import INPUT_FILTERS, PRETEXTS, TrainOptions
from . import parameters as shared
from .base import ClusterNetAlgorithm, raster_layer_path

# Parameter and field of TrainOptions, for whole numbers, other numbers and choices.
_WHOLE = {
    "WIDTH": "width",
    "CLUSTERS": "clusters",
    "EPOCHS": "epochs",
    "TILE_SIZE": "tile_size",
    "BATCH_SIZE": "batch_size",
    "REASSIGN": "reassign",
    "SEED": "seed",
    "MEMORY_MB": "memory_mb",
}
_REAL = {"MAX_MINUTES": "max_minutes", "LEARNING_RATE": "learning_rate"}
_CHOICES = {"NETWORK": "network", "PRETEXT": "pretext", "INPUT_FILTER": "input_filter", "DEVICE": "device"}


class TrainAlgorithm(ClusterNetAlgorithm):
    """clusternet:train."""

    needs_worker = True

    def name(self) -> str:
        """Fixed for ever."""
        return "train"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Train clustering network")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Learns, without labels, features by which the pixels of a raster fall into clusters.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Trains a network on your own rasters, without labels. The network gives every pixel a feature vector; "
            "k-means groups the vectors; the groups are pseudo-labels on which the network trains; and again "
            "(ClusterNet: Girard, Zhygallo, Tarabalka 2019).\n\n"
            "Give rasters, or a folder of tiles. The model is written after every epoch: a run that is cancelled "
            "or killed leaves that of the last whole epoch, and goes on from there when it is started again with the "
            "same model name and parameters. INITIAL_MODEL continues from any model.\n\n"
            "Next: 'Map clusters' applies the model to this or other rasters.\n\nNetworks:\n"
            "light: knows much from the start, at half resolution; the quickest and best\n"
            "unet_same: U-Net from random weights, size-preserving, batch-normalised\n"
            "unet: U-Net of the paper, valid convolutions; slow\n"
            "vgg16: VGG16 to its third block, the first two frozen; needs weights that torchvision downloads, and "
            "is slow"
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr(
            "unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features"
        ).split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self._add_inputs()
        self._add_main_options()
        self._add_advanced_options()
        self.add(
            shared.file_destination("OUTPUT", self.tr("Model"), shared.model_filter()),
            self.tr("The trained model: network, normalisation and clusters in one file."),
        )
        self.add(
            shared.file_destination("REPORT", self.tr("Report"), "HTML (*.html)", optional=True),
            self.tr("A page with the course of the training, cluster sizes and settings."),
        )
        self.addOutput(QgsProcessingOutputNumber("EPOCHS_DONE", self.tr("Epochs done")))
        self.addOutput(QgsProcessingOutputNumber("LOSS", self.tr("Loss of the last epoch")))
        self.addOutput(QgsProcessingOutputNumber("CLUSTER_COUNT", self.tr("Clusters")))

    def _add_inputs(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                "INPUT", self.tr("Rasters"), QgsProcessing.SourceType.TypeRaster, optional=True
            ),
            self.tr("Rasters to learn from, all with the same bands. Or give a folder of tiles."),
        )
        self.add(
            QgsProcessingParameterFile(
                "FOLDER",
                self.tr("Folder of tiles"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            self.tr("A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes."),
        )
        self.add(
            QgsProcessingParameterString("BANDS", self.tr("Bands"), optional=True),
            self.tr("Band numbers in order, such as 1,2,3. By default all, an alpha band excepted."),
            advanced=True,
        )
        shared.area(self, self.tr("Polygons to learn inside of. By default everywhere."))

    def _add_main_options(self) -> None:
        options = TrainOptions()
        self.add(
            shared.choice("NETWORK", self.tr("Network"), tuple(NETWORKS), options.network),
            self.tr("Which network to train; they are described beside."),
        )
        self.add(
            shared.number("CLUSTERS", self.tr("Clusters"), options.clusters, 2, 65000),
            self.tr("Number of clusters: several for each class that you look for. The paper has 100."),
        )
        self.add(
            shared.number("EPOCHS", self.tr("Epochs"), options.epochs, 0),
            self.tr("How many times to learn from all patches. 0 only clusters the features of the network as it is."),
        )
        self.add(
            shared.number("MAX_MINUTES", self.tr("Time budget (minutes)"), options.max_minutes, 0, whole=False),
            self.tr("Training ends with the clusters learnt by then. 0 is no limit."),
        )

    def _add_advanced_options(self) -> None:
        options = TrainOptions()
        numbers = (
            ("WIDTH", self.tr("Width of a U-Net"), options.width, 4,
             self.tr("Channels of its first level: 64 in the paper, and slow without a graphics card.")),
            ("TILE_SIZE", self.tr("Patch size (pixels)"), options.tile_size, 16,
             self.tr("Rows and columns of a training patch.")),
            ("BATCH_SIZE", self.tr("Batch size (patches)"), options.batch_size, 1, self.tr("Patches a step.")),
            ("REASSIGN", self.tr("Epochs between clusterings"), options.reassign, 1,
             self.tr("How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the "
                     "network light come from what it knows from the start, and are kept.")),
            ("SEED", self.tr("Seed"), options.seed, 0,
             self.tr("Of all randomness: the same seed gives the same model.")),
        )  # fmt: skip
        for name, title, default, lowest, help_text in numbers:
            self.add(shared.number(name, title, default, lowest), help_text, advanced=True)
        self.add(
            shared.number("LEARNING_RATE", self.tr("Learning rate"), options.learning_rate, 0, 10, whole=False),
            self.tr(
                "Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own."
            ),
            advanced=True,
        )
        self.add(
            shared.choice("PRETEXT", self.tr("First stage"), PRETEXTS, options.pretext),
            self.tr("inpainting: first learn to fill in the blanked centre of patches, for as many epochs again."),
            advanced=True,
        )
        self.add(
            shared.choice("INPUT_FILTER", self.tr("Input filter"), INPUT_FILTERS, options.input_filter),
            self.tr("sobel: show the network gradients instead of colours, as DeepCluster does."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                "INITIAL_MODEL",
                self.tr("Model to continue from"),
                extension="cnet",
                optional=True,
                fileFilter=shared.model_filter(),
            ),
            self.tr("Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning."),
            advanced=True,
        )
        shared.labels(
            self,
            "REFERENCE",
            "REFERENCE_FIELD",
            self.tr("Reference"),
            self.tr("Labels to report scores against after each epoch. They take no part in the training."),
            optional=True,
            advanced=True,
        )
        shared.flat_borders(self)
        shared.device(self)
        shared.memory(self)

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> TrainOptions:
        return TrainOptions(
            **{field: self.parameterAsInt(parameters, name, context) for name, field in _WHOLE.items()},
            **{field: self.parameterAsDouble(parameters, name, context) for name, field in _REAL.items()},
            **{field: self.parameterAsEnumString(parameters, name, context) for name, field in _CHOICES.items()},
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Options must make sense, there must be something to learn from, and the initial model must open."""
        from ..core.model import cluster_model

        self._options(parameters, context)
        self.bands(parameters)
        self._rasters(parameters, context)
        initial = self.parameterAsFile(parameters, "INITIAL_MODEL", context)
        if initial:
            cluster_model.load(initial)

    def _rasters(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        layers = self.parameterAsLayerList(parameters, "INPUT", context)
        folder = self.parameterAsFile(parameters, "FOLDER", context)
        if bool(layers) == bool(folder):
            raise OptionsError(self.tr("Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both."))
        if layers:
            return [raster_layer_path(layer) for layer in layers]
        files = Path(folder).iterdir() if Path(folder).is_dir() else []
        tiles = sorted(str(path) for path in files if path.suffix.lower() in (".tif", ".tiff"))
        if not tiles:
            text = self.tr("The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.")
            raise OptionsError(text.format(folder))
        return tiles

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Trains in a worker process."""
        output = self.file_output(parameters, "OUTPUT", context)
        report = self.file_output(parameters, "REPORT", context)
        arguments = {
            "inputs": {
                "rasters": self._rasters(parameters, context),
                "bands": self.bands(parameters),
                "area": self.layer_path(parameters, "AREA", context, feedback),
                "reference": self.layer_path(parameters, "REFERENCE", context, feedback),
                "reference_field": self.parameterAsString(parameters, "REFERENCE_FIELD", context),
                "keep_flat_borders": self.parameterAsBoolean(parameters, "KEEP_FLAT_BORDERS", context),
            },
            "options": asdict(self._options(parameters, context)),
            "output": output,
            "initial_model": self.parameterAsFile(parameters, "INITIAL_MODEL", context),
            "report": report,
        }
        result = self.run_worker("train", arguments, [output, report], feedback)
        results = {
            "OUTPUT": output,
            "EPOCHS_DONE": result["epochs_done"],
            "CLUSTER_COUNT": result["cluster_count"],
        }
        if result["loss"] is not None:  # nothing was learnt in no epochs
            results["LOSS"] = result["loss"]
        return results | ({"REPORT": report} if report else {})
