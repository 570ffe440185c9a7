"""What every network promises: to give features whose tiles join without a seam, and to be trainable if it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

from ..progress import Progress
from .block import Block


class FeatureExtractor(nn.Module):
    """Gives pixels feature vectors that depend on nothing farther away than the margin.

    A feature vector consists of blocks that count in distances by their weights. All that the features depend on is in
    the state of the module, which is what a model file keeps.

    Attributes:
        bands: Bands of the input.
        blocks: The blocks in order.
        margin: Pixels that it must see around those it gives features of, so that tiles join without a seam.
        patch_margin: A smaller margin for training patches, where seams do not matter.
        stride: Tiles must begin at multiples of it, or they differ in what lies between them.
        output_stride: It gives every so many pixels a feature vector; those between are interpolated.
        bytes_per_pixel: Memory that mapping takes for each pixel of the input.
        calibrated: Names of the buffers that `calibrate` sets. Graphs take them as inputs, so that one graph serves all
            rasters.
        traceable: Whether torch can trace it into a graph for ONNX Runtime. Otherwise it runs in `forward` only, and
            cannot be exported.
        keeps_unit_vectors: Whether it takes unit vectors as they are, instead of each of their bands normalised.
    """

    bands: int
    blocks: tuple[Block, ...]
    margin: int
    patch_margin: int
    stride: int
    output_stride: int = 1
    bytes_per_pixel: int
    calibrated: tuple[str, ...] = ()
    traceable: bool = True
    keeps_unit_vectors: bool = False

    @property
    def feature_size(self) -> int:
        """Length of a feature vector."""
        return sum(block.size for block in self.blocks)

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """Features of the centre of an image.

        Args:
            image: (batch, bands, rows + 2 margin, cols + 2 margin), rows and cols multiples of the stride.
            margin: Pixels around the centre; by default its own.

        Returns:
            (batch, feature_size, rows, cols); with an output stride s above 1, of the pixels 0, s, 2 s, ... up to and
            including rows and cols, where the next tile begins.
        """
        raise NotImplementedError

    def load_pretrained(self) -> None:
        """Takes weights that lie outside the plugin, once before training; by default there are none to take.

        Raises:
            DependencyError: They are not on this machine; the message says how to get them.
        """

    def know_data(
        self, names: Sequence[str], mean: Sequence[float], std: Sequence[float], white: float | None, progress: Progress
    ) -> None:
        """Learns what images were before they were normalised, once before training; most do not ask.

        Args:
            names: Of the bands.
            mean: Of each band, subtracted in the normalisation.
            std: Of each band, then divided by; 0 stands for 1.
            white: The largest value of their type; None if it has none.
            progress: Gets a message about what comes of it.

        Raises:
            ModelError: They are not the bands that it needs.
        """

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Takes the statistics of the data that it needs, once before training; by default none.

        Args:
            images: Some of the data, as for `forward` with the patch margin.
        """


class TrainableNetwork(FeatureExtractor):
    """A feature extractor that training changes.

    Training changes the first block; the others need no training. Its classifier of pseudo-labels, the `head`, takes
    `hidden`, from which the first block comes. There may be several sets of pseudo-labels.

    Attributes:
        label_sets: Sets of pseudo-labels that it learns at once.
        label_clusters: Pseudo-labels in each set; 0 for as many as there are clusters.
        epoch_steps: Steps of an epoch; 0 for a pass over all patches.
    """

    label_sets: int = 1
    label_clusters: int = 0
    epoch_steps: int = 0

    @property
    def hidden_size(self) -> int:
        """Length of a hidden vector."""
        return self.blocks[0].size

    def hidden(self, image: Tensor, margin: int | None = None) -> Tensor:
        """Input of the head: (batch, hidden_size, ...) as `forward`; by default the first block."""
        return self(image, margin)[:, : self.blocks[0].size]

    def teacher(self) -> FeatureExtractor | None:
        """What gives the features whose clusters are the pseudo-labels, which then never change.

        Labels that come from features that were learnt from labels are worse. None for networks that are their own
        teachers: their pseudo-labels are clusters of their own features, made anew in each epoch.
        """
        return None

    def hidden_at(self, images: Tensor, margin: int, size: Sequence[int], pixels: Tensor) -> Tensor:
        """Hidden vectors of some pixels alone (pixels, hidden_size).

        Args:
            images: As for `hidden`.
            margin: Likewise.
            size: Rows and columns, from the first, among which the pixels are.
            pixels: Numbers of the pixels, counted through all images.
        """
        return chosen_pixels(self.hidden(images, margin), size, pixels)

    def finalise(self, examples: Iterable[tuple[Tensor, Tensor]], head: nn.Module) -> None:
        """Brings up to date what depends on trained weights, before features are used; by default nothing does.

        Args:
            examples: Images as for `calibrate`, each with the features that the teacher gives of it, or of all but the
                last row and column.
            head: The classifier of pseudo-labels.
        """

    def slow_parameters(self) -> list[nn.Parameter]:
        """Parameters that were trained before, and are trained on at a fifth of the rate."""
        return []

    def estimate_batch_norms(self, images: Sequence[Tensor], margin: int) -> None:
        """Gives batch normalisations the data's statistics: batches of a few patches are no fair sample of them.

        Networks stay in evaluation mode from then on, so that pseudo-labels, training and prediction see the same
        features.
        """
        norms = [layer for layer in self.modules() if isinstance(layer, nn.BatchNorm2d)]
        for norm in norms:
            norm.train()
            norm.momentum = None  # torch's notation for a plain average of all batches
        with torch.no_grad():
            for image in images if norms else ():
                self.hidden(image, margin)
        self.eval()


def chosen_pixels(maps: Tensor, size: Sequence[int], pixels: Tensor) -> Tensor:
    """(pixels, channels) of some pixels of (batch, channels, ...); see `TrainableNetwork.hidden_at`."""
    return maps[..., : size[0], : size[1]].movedim(1, -1).flatten(0, 2)[pixels]
