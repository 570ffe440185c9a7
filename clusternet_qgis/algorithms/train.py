"""Trains a clustering network on rasters without labels."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
)

from ..core.errors import OptionsError
from ..core.networks import NETWORKS
from ..core.options import INDICES, INPUT_FILTERS, PRETEXTS, TrainOptions
from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker
from .parameters import Texts
from .stages import LEARN
from .values import ParameterValues


class TrainAlgorithm(ClusterNetAlgorithm):
    """clusternet:train."""

    script_name = "train"
    stage = LEARN
    title = marked("Train clustering network")
    summary = marked("Learns, without labels, features by which the pixels of a raster fall into clusters.")
    help_text = marked(
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
        "is slow\n"
        "pixels: the bands themselves, for embeddings, spectra and indices; nothing to train\n"
        "encoder: your own network as an ONNX file (ENCODER), as it is; nothing is trained"
    )
    keywords = marked(
        "unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features"
    )
    parameter_texts: ClassVar = {
        "INPUT": Texts("Rasters", "Rasters to learn from, all with the same bands. Or give a folder of tiles."),
        "FOLDER": Texts(
            "Folder of tiles",
            "A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such "
            "as 'Harmonise sheets' writes.",
        ),
        "BANDS": Texts("Bands", "Band numbers in order, such as 1,2,3. By default all, an alpha band excepted."),
        "INDICES": Texts(
            "Indices",
            "Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is "
            "known from names, colours or wavelengths, is said before the training, and can be given.",
        ),
        "BAND_ROLES": Texts(
            "Roles of bands", "For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4."
        ),
        "WEIGHTS": Texts(
            "Weights of blocks",
            "How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the "
            "network has 1, and evidence what its structure is worth; constants and noise have 0.",
        ),
        "AREA": Texts("Area", "Polygons to learn inside of. By default everywhere."),
        "NETWORK": Texts("Network", "Which network to train; they are described beside."),
        "CLUSTERS": Texts(
            "Clusters", "Number of clusters: several for each class that you look for. The paper has 100."
        ),
        "EPOCHS": Texts(
            "Epochs", "How many times to learn from all patches. 0 only clusters the features of the network as it is."
        ),
        "MAX_MINUTES": Texts("Time budget (minutes)", "Training ends with the clusters learnt by then. 0 is no limit."),
        "WIDTH": Texts(
            "Width of a U-Net", "Channels of its first level: 64 in the paper, and slow without a graphics card."
        ),
        "TILE_SIZE": Texts("Patch size (pixels)", "Rows and columns of a training patch."),
        "BATCH_SIZE": Texts("Batch size (patches)", "Patches a step."),
        "REASSIGN": Texts(
            "Epochs between clusterings",
            "How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the "
            "network light come from what it knows from the start, and are kept.",
        ),
        "SEED": Texts("Seed", "Of all randomness: the same seed gives the same model."),
        "LEARNING_RATE": Texts(
            "Learning rate",
            "Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.",
        ),
        "PRETEXT": Texts(
            "First stage", "inpainting: first learn to fill in the blanked centre of patches, for as many epochs again."
        ),
        "INPUT_FILTER": Texts(
            "Input filter", "sobel: show the network gradients instead of colours, as DeepCluster does."
        ),
        "INITIAL_MODEL": Texts(
            "Model to continue from",
            "Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.",
        ),
        "ENCODER": Texts(
            "Encoder",
            "An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, "
            "which then learns its features on these rasters and maps many times faster.",
        ),
        "REFERENCE": Texts(
            "Reference", "Labels to report scores against after each epoch. They take no part in the training."
        ),
        "OUTPUT": Texts("Model", "The trained model: network, normalisation and clusters in one file."),
        "REPORT": Texts("Training report", "A page with the course of the training, cluster sizes and settings."),
    }
    output_numbers: ClassVar = {
        "EPOCHS_DONE": marked("Epochs done"),
        "LOSS": marked("Loss of the last epoch"),
        "CLUSTER_COUNT": marked("Clusters"),
    }
    needs_worker = True
    continued: ClassVar = {"OUTPUT": "INITIAL_MODEL"}

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """What to learn from; how; the model and a report."""
        folder, defaults = QgsProcessingParameterFile.Behavior.Folder, TrainOptions()
        return [
            QgsProcessingParameterMultipleLayers("INPUT", layerType=parameters.RASTER, optional=True),
            QgsProcessingParameterFile("FOLDER", behavior=folder, optional=True),
            parameters.optional_text("BANDS", advanced=True),
            parameters.extra(),
            parameters.several("INDICES", INDICES),
            parameters.optional_text("BAND_ROLES", advanced=True),
            parameters.optional_text("WEIGHTS", advanced=True),
            parameters.area(),
            parameters.choice("NETWORK", NETWORKS, defaults.network),
            parameters.number("CLUSTERS", defaults.clusters, 2, 65000),
            parameters.number("EPOCHS", defaults.epochs, 0),
            parameters.number("MAX_MINUTES", defaults.max_minutes, 0, whole=False),
            parameters.number("WIDTH", defaults.width, 4, advanced=True),
            parameters.number("TILE_SIZE", defaults.tile_size, 16, advanced=True),
            parameters.number("BATCH_SIZE", defaults.batch_size, 1, advanced=True),
            parameters.number("REASSIGN", defaults.reassign, 1, advanced=True),
            parameters.number("SEED", defaults.seed, 0, advanced=True),
            parameters.number("LEARNING_RATE", defaults.learning_rate, 0, 10, whole=False, advanced=True),
            parameters.choice("PRETEXT", PRETEXTS, defaults.pretext, advanced=True),
            parameters.choice("INPUT_FILTER", INPUT_FILTERS, defaults.input_filter, advanced=True),
            parameters.model_file("INITIAL_MODEL", optional=True, advanced=True),
            parameters.encoder_file("ENCODER"),
            parameters.labels("REFERENCE", optional=True, advanced=True),
            parameters.class_field("REFERENCE_FIELD", "REFERENCE", tr("Reference"), advanced=True),
            parameters.flat_borders(),
            parameters.device(),
            parameters.memory(),
            parameters.file_output("OUTPUT", parameters.model_filter()),
            parameters.file_output("REPORT", parameters.HTML_FILTER, optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """Options must make sense, there must be something to learn from, and the initial model must open."""
        from ..core.model import cluster_model

        _options(values)
        values.bands()
        _rasters(values)
        initial = values.file("INITIAL_MODEL")
        if initial:
            cluster_model.read_header(initial)

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Trains in a worker process."""
        output = values.file_output("OUTPUT")
        report = values.file_output("REPORT")
        arguments = {
            "inputs": {
                "rasters": _rasters(values),
                "bands": values.bands(),
                "area": values.layer_path("AREA"),
                "reference": values.layer_path("REFERENCE", values.text("REFERENCE_FIELD")),
                "reference_field": values.text("REFERENCE_FIELD"),
                "keep_flat_borders": values.yes("KEEP_FLAT_BORDERS"),
                "extra": values.raster_paths("EXTRA"),
                "indices": values.choices("INDICES"),
                "band_roles": values.text("BAND_ROLES"),
                "weights": values.text("WEIGHTS"),
            },
            "options": asdict(_options(values)),
            "output": output,
            "initial_model": values.file("INITIAL_MODEL"),
            "report": report,
        }
        result = run_worker("train", arguments, [output, report], feedback)
        results = {
            "OUTPUT": output,
            "EPOCHS_DONE": result["epochs_done"],
            "CLUSTER_COUNT": result["cluster_count"],
        }
        if result["loss"] is not None:  # with 0 epochs nothing is learnt
            results["LOSS"] = result["loss"]
        _say_what_next(output, feedback)
        return results | ({"REPORT": report} if report else {})


def _say_what_next(model: str, feedback: QgsProcessingFeedback) -> None:
    if Path(QgsProcessingUtils.tempFolder()) in Path(model).parents:
        text = tr("The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.")
        feedback.pushWarning(text.format(model))
    text = tr("Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.")
    feedback.pushInfo(text.format(Path(model).name))


def _options(values: ParameterValues) -> TrainOptions:
    return TrainOptions(
        network=values.choice("NETWORK"),
        width=values.whole("WIDTH"),
        clusters=values.whole("CLUSTERS"),
        epochs=values.whole("EPOCHS"),
        max_minutes=values.decimal("MAX_MINUTES"),
        tile_size=values.whole("TILE_SIZE"),
        batch_size=values.whole("BATCH_SIZE"),
        learning_rate=values.decimal("LEARNING_RATE"),
        pretext=values.choice("PRETEXT"),
        input_filter=values.choice("INPUT_FILTER"),
        reassign=values.whole("REASSIGN"),
        seed=values.whole("SEED"),
        device=values.choice("DEVICE"),
        memory_mb=values.whole("MEMORY_MB"),
        encoder=values.file("ENCODER"),
    )


def _rasters(values: ParameterValues) -> list[str]:
    """Paths of the rasters to learn from: those given, or all of the folder."""
    rasters, folder = values.raster_paths("INPUT"), values.file("FOLDER")
    if bool(rasters) == bool(folder):
        raise OptionsError(tr("Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both."))
    if rasters:
        return rasters
    files = sorted(Path(folder).iterdir()) if Path(folder).is_dir() else []
    # Beside GeoTIFFs a virtual raster is mostly one of them, and nothing is to be learnt twice.
    tiles = [str(path) for path in files if path.suffix.lower() in (".tif", ".tiff")]
    tiles = tiles or [str(path) for path in files if path.suffix.lower() == ".vrt"]
    if not tiles:
        text = tr("The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.")
        raise OptionsError(text.format(folder))
    return tiles
