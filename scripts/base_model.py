"""Makes the first edition of the base model: the light network, taught by the teacher's features of many images.

    python scripts/base_model.py FOLDER OUTPUT [--steps 1800]

FOLDER holds the folders of IMAGERY. Each raster is taken in its first three bands and in the principal colours of all
of them, and at a half and a quarter of its resolution where enough of it is left.
The network learns the teacher's features (squared error) and three sets of 512 clusters of them (cross-entropy).
`lessons.py` goes on from the result. 1800 steps take half an hour on one core and 4 GB.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.io import normalisation
from clusternet_qgis.core.io.nodata_fill import read_normalised
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.networks import test_time_augmentation
from clusternet_qgis.core.networks.colours import principal_colours, to_colours
from clusternet_qgis.core.networks.light import TEACHER_PREFIX, LightNetwork
from clusternet_qgis.core.networks.moments import Moments
from clusternet_qgis.core.networks.teacher import Teacher

IMAGERY = (
    "dubai/mosaics/*_images.vrt",
    "kampala/images/*.tif",
    "landsat5/images/*.tif",
    "naip_landcover/images*/*.tif",
    "naip_trees/images/*.tif",
    "corpus/landsat_multi/*.tif",
    "corpus/naip_california/*.tif",
    "corpus/naip_northdakota_10years/*.tif",
    "corpus/naip_other_states/*.tif",
    "corpus/sentinel2_multi/*.tif",
    "corpus/swissimage_zurich_50cm/*.tif",
)
# Of a set of many images so many that are spread over all. Large sets are not drawn as often as they have pixels.
MOST_IMAGES, POWER = 150, 0.5
FACTORS = (1, 2, 4)
SMALLEST_SIDE, SMALLEST_REDUCED_SIDE = 232, 500
SETS, LABELS = 3, 512
CROP = 224
BATCH = 6
MARGIN = LightNetwork.patch_margin
OUTPUT_STRIDE = LightNetwork.output_stride
DRAWN = 4
RATE, BACKBONE_RATE = 3e-3, 6e-4
JITTER = 0.03
SAMPLES = 200_000


@dataclass
class Picture:
    """An image in three colours (3, rows, cols), its rim repeated, and its teacher's features (h, w, features)."""

    name: str
    image: NDArray[np.float16]
    teacher_features: NDArray[np.float16]

    @property
    def pixels(self) -> int:
        """How many features there are."""
        return self.teacher_features.shape[0] * self.teacher_features.shape[1]


def images(folder: Path) -> Iterator[tuple[str, Tensor]]:
    """Names of sets and images (1, 3, rows, cols), normalised."""
    for pattern in IMAGERY:
        paths = sorted(folder.glob(pattern))
        for path in paths[:: -(-len(paths) // MOST_IMAGES)]:
            for image in images_of(path):
                yield pattern, image


def images_of(path: Path) -> Iterator[Tensor]:
    """A raster in several colours and at several resolutions."""
    with RasterSource(str(path)) as source:
        bands = len(source.bands)
    choices: list[tuple[int, ...]] = [(1, 2, 3), ()] if bands > 3 else [()]
    for chosen in choices:
        try:
            with RasterSource(str(path), chosen or None) as source:
                window = Window(0, 0, source.grid.height, source.grid.width)
                stats = normalisation.compute_stats([(source, window)])
                values, _ = read_normalised(source, window, stats)
        except ClusterNetError as error:
            print(path.name, error)
            continue
        image = torch.from_numpy(values)[None]
        if len(values) != 3:
            image = to_colours(image, principal_colours([image]))
        for factor in FACTORS:
            reduced = functional.avg_pool2d(image, factor)
            if min(reduced.shape[-2:]) >= (SMALLEST_SIDE if factor == 1 else SMALLEST_REDUCED_SIDE):
                yield reduced / reduced.std().clamp_min(1e-6)


def chances(sets: Sequence[str], pixels: Sequence[int]) -> NDArray[np.float64]:
    """How often each of the images is drawn.

    Args:
        sets: Name of the set of each.
        pixels: Size of each.
    """
    totals: Counter[str] = Counter()
    for name, size in zip(sets, pixels):
        totals[name] += size
    weights = np.array([size * totals[name] ** (POWER - 1) for name, size in zip(sets, pixels)])
    return weights / weights.sum()


def calibrated_teacher(named: list[tuple[str, Tensor]], generator: np.random.Generator) -> Teacher:
    """The teacher with statistics of crops of all images."""
    probabilities = chances([name for name, _ in named], [image.numel() for _, image in named])
    crops = []
    for index in generator.choice(len(named), 120, p=probabilities):
        image = named[index][1]
        row, col = (int(generator.integers(side - CROP + 1)) for side in image.shape[-2:])
        crops.append(image[..., row : row + CROP, col : col + CROP])
    teacher = Teacher(torch.eye(3)).eval()
    teacher.calibrate(crops)
    return teacher


@torch.inference_mode()
def with_teacher_features(name: str, image: Tensor, teacher: Teacher) -> Picture:
    """An image with the teacher's features of it."""
    rows, cols = (-(-side // teacher.stride) * teacher.stride for side in image.shape[-2:])
    around = (MARGIN, MARGIN + cols - image.shape[-1] + 1, MARGIN, MARGIN + rows - image.shape[-2] + 1)
    padded = functional.pad(image, around, mode="replicate")
    features = torch.empty(sum(b.size for b in teacher.blocks), rows // OUTPUT_STRIDE, cols // OUTPUT_STRIDE)
    side, context = 768, 96
    wide = functional.pad(padded, [context - MARGIN] * 4, mode="replicate")[..., :-1, :-1]
    for row in range(0, rows, side):
        for col in range(0, cols, side):
            height, width = min(side, rows - row), min(side, cols - col)
            part = wide[..., row : row + height + 2 * context, col : col + width + 2 * context]
            computed = teacher(part.contiguous(memory_format=torch.channels_last), context)[0, :, :-1, :-1]
            to_fill = features[:, row // OUTPUT_STRIDE :, col // OUTPUT_STRIDE :]
            to_fill[:, : computed.shape[1], : computed.shape[2]] = computed
    kept = features[:, : image.shape[-2] // OUTPUT_STRIDE, : image.shape[-1] // OUTPUT_STRIDE]
    return Picture(name, padded[0].numpy().astype(np.float16), kept.movedim(0, -1).numpy().astype(np.float16))


class Crops:
    """Crops of pictures with their teacher's features, and clusters of those."""

    def __init__(self, pictures: list[Picture], seed: int) -> None:
        self.pictures = pictures
        self.generator = np.random.default_rng(seed)
        self.chances = chances([picture.name for picture in pictures], [picture.pixels for picture in pictures])
        sample = self._sample()
        fits = (kmeans.fit(sample[: SAMPLES // 2], LABELS, iterations=15, seed=index) for index in range(SETS))
        self.centroids = [torch.from_numpy(fit.centroids) for fit in fits]
        shares = [np.bincount(kmeans.assign(sample, c.numpy())[0], minlength=LABELS) for c in self.centroids]
        # Halfway between all pixels and all labels counting alike.
        self.weights = [
            torch.from_numpy(np.sqrt(np.minimum(len(sample) / LABELS / np.maximum(share, 1), 20))).float()
            for share in shares
        ]

    def _sample(self) -> NDArray[np.float32]:
        parts = []
        for picture, chance in zip(self.pictures, self.chances):
            flat = picture.teacher_features.reshape(picture.pixels, -1)
            parts.append(flat[self.generator.integers(len(flat), size=int(SAMPLES * chance) + 1)])
        return self.generator.permutation(np.concatenate(parts).astype(np.float32))

    def batch(self, size: int, jitter: float = 0) -> tuple[Tensor, Tensor]:
        """Images (size, 3, ...) with the patch margin, and their teacher's features (size, features, n, n)."""
        crops = [self._crop(jitter) for _ in range(size)]
        batch = torch.stack([image for image, _ in crops]).contiguous(memory_format=torch.channels_last)
        return batch, torch.stack([target for _, target in crops])

    def _crop(self, jitter: float) -> tuple[Tensor, Tensor]:
        generator = self.generator
        picture = self.pictures[generator.choice(len(self.pictures), p=self.chances)]
        count = CROP // OUTPUT_STRIDE + 1
        row, col = (int(generator.integers((side - count) // 8 + 1)) * 8 for side in picture.teacher_features.shape[:2])
        top, left, side = OUTPUT_STRIDE * row, OUTPUT_STRIDE * col, CROP + 1 + 2 * MARGIN
        image = torch.from_numpy(picture.image[:, top : top + side, left : left + side].astype(np.float32))
        features = picture.teacher_features[row : row + count, col : col + count]
        target = torch.from_numpy(features.astype(np.float32)).movedim(-1, 0)
        turns, flip = int(generator.integers(4)), bool(generator.integers(2))
        image = image * (1 + jitter * torch.randn(3, 1, 1)) + jitter * torch.randn(3, 1, 1)
        return test_time_augmentation.turned(image, turns, flip), test_time_augmentation.turned(target, turns, flip)

    def labels(self, features: Tensor, index: int) -> Tensor:
        """Nearest centroids of a set."""
        centroids = self.centroids[index]
        return ((centroids**2).sum(1) - 2 * features @ centroids.T).argmin(1)


def pixels(features: Tensor) -> Tensor:
    """(pixels, features) of (batch, features, rows, cols)."""
    return features.movedim(1, -1).flatten(0, 2)


@torch.no_grad()
def start(network: LightNetwork, crops: Crops) -> tuple[nn.Linear, nn.Linear]:
    """Estimates the batch normalisations; a regression and a classifier that start from least squares."""
    network.estimate_batch_norms([crops.batch(2)[0] for _ in range(8)], MARGIN)
    hidden, targets = [], []
    for _ in range(40):
        image, target = crops.batch(2)
        flat = pixels(network.hidden(image, MARGIN))
        drawn = torch.randint(len(flat), (1500,))
        hidden.append(flat[drawn])
        targets.append(pixels(target)[drawn])
    x, y = torch.cat(hidden).double(), torch.cat(targets).double()
    inputs = torch.cat([x - x.mean(0), torch.ones(len(x), 1)], 1)
    square = inputs.T @ inputs
    solution = torch.linalg.solve(square + 1e-3 * square.trace() / len(square) * torch.eye(len(square)), inputs.T @ y)
    slopes, offset = solution[:-1].T, solution[-1] - solution[:-1].T @ x.mean(0)
    regression = nn.Linear(x.shape[1], y.shape[1])
    regression.weight.copy_(slopes)
    regression.bias.copy_(offset)
    classifier = nn.Linear(x.shape[1], SETS * LABELS)
    predicted = x @ slopes.T + offset
    for index in range(SETS):
        labels = crops.labels(y.float(), index)
        counts = torch.bincount(labels, minlength=LABELS).clamp_min(1)
        means = torch.zeros(LABELS, y.shape[1]).double().index_add_(0, labels, predicted) / counts[:, None]
        distance = ((predicted - means[labels]) ** 2).sum(1).mean()
        part = slice(index * LABELS, (index + 1) * LABELS)
        classifier.weight[part] = (2 * means / distance @ slopes).float()
        classifier.bias[part] = (-(means**2).sum(1) / distance + 2 * means / distance @ offset).float()
    return regression, classifier


def teach(network: LightNetwork, crops: Crops, steps: int) -> nn.Linear:
    """Trains the network; the regression of the teacher's features from its hidden ones."""
    regression, classifier = start(network, crops)
    slow = network.slow_parameters()
    slow_ids = {id(parameter) for parameter in slow}
    fast = [p for module in (network, regression, classifier) for p in module.parameters() if id(p) not in slow_ids]
    groups = [{"params": fast, "full": RATE}, {"params": slow, "full": BACKBONE_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=1e-4)
    began, errors = time.monotonic(), []
    for step in range(steps):
        factor = min(1, (step + 1) / 20) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * step / steps)))
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * factor
        image, target = crops.batch(BATCH, JITTER)
        hidden, target = pixels(network.hidden(image, MARGIN)), pixels(target)
        drawn = torch.randint(len(hidden), (len(hidden) // DRAWN,))
        hidden, target = hidden[drawn], target[drawn]
        error = ((regression(hidden) - target) ** 2).sum(1).mean()
        logits = classifier(hidden).reshape(len(hidden), SETS, LABELS)
        entropies = [
            functional.cross_entropy(logits[:, i], crops.labels(target, i), crops.weights[i]) for i in range(SETS)
        ]
        loss = error + torch.stack(entropies).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        errors.append((float(error.detach()), float(loss.detach())))
        if (step + 1) % 100 == 0:
            print(
                f"{step + 1} steps, {time.monotonic() - began:.0f} s, error and loss",
                np.mean(errors[-100:], 0),
                flush=True,
            )
    return regression


@torch.no_grad()
def finish(network: LightNetwork, crops: Crops, regression: nn.Linear) -> None:
    """Makes the features those of the regression."""
    moments = Moments()
    for _ in range(40):
        hidden = pixels(network.hidden(crops.batch(2)[0], MARGIN))[::4]
        moments.add(torch.cat([hidden, regression(hidden)], 1))
    network.set_output(moments.mean[: network.hidden_size], moments.covariance)


def write(network: LightNetwork, teacher: Teacher, path: Path) -> None:
    """The weights in half precision, with what the teacher needs beside its backbone."""
    kept = {
        f"{TEACHER_PREFIX}{name}": value
        for name, value in teacher.state_dict().items()
        if name.startswith(("tap", "seen"))
    }
    kept |= network.state_dict()
    arrays = {
        name: value.numpy().astype(np.float16 if value.dim() > 1 else np.float32)
        for name, value in kept.items()
        if not name.endswith("colours")
    }
    np.savez_compressed(path, **arrays)
    print(path, path.stat().st_size, "bytes")


def main() -> None:
    """Makes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=1800)
    options = parser.parse_args()
    torch.manual_seed(0)
    generator = np.random.default_rng(0)
    named = list(images(options.folder))
    teacher = calibrated_teacher(named, generator)
    pictures = []
    for name, image in named:
        pictures.append(with_teacher_features(name, image, teacher))
    print(len(pictures), "pictures,", sum(image.numel() for _, image in named) // 3, "pixels", flush=True)
    crops = Crops(pictures, 0)
    network = LightNetwork(3).to(memory_format=torch.channels_last)
    regression = teach(network, crops, options.steps)
    finish(network, crops, regression)
    write(network, teacher, options.output)


if __name__ == "__main__":
    main()
