"""Makes the second edition of the base model: the first one is taught the public labels of many places.

    python scripts/base_model.py FOLDER build/base_first.npz
    python scripts/lessons.py FOLDER build/base_first.npz [--steps 1800] [--without SET ...] [--output FILE]

FOLDER holds the labelled sets that `labelled_sets` names. Each label system has a head of its own (cross-entropy), and
the kinds of land cover that they share have one more, with which clusters are named; beside them the network goes on
giving the features of its teacher, as that gives them of the same crop turned or flipped (squared error), also of
imagery without labels. Bands of infrared are shown in place of colours now and then. Sets are left out to judge the
result on them. 1800 steps take ten minutes on one core and 3 GB.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import numpy as np
import torch
from labelled_sets import NO_LABEL, SOURCES, UNLABELLED, LabelledSet, read, read_unlabelled
from numpy.typing import NDArray
from osgeo import gdal
from torch import Tensor, nn
from torch.nn import functional

from clusternet_qgis.core.networks import light, test_time_augmentation
from clusternet_qgis.core.networks.land_cover import LAND_COVER
from clusternet_qgis.core.networks.moments import Moments
from clusternet_qgis.core.networks.teacher import Teacher

CROP, BATCH = 192, 4
# A crop is made of so many times its rows and columns: fields at unlike resolutions look alike.
FACTORS = (0.5, 1.0, 1.0, 2.0)
MARGIN, STRIDE = light.LightNetwork.patch_margin, light.LightNetwork.output_stride
SIDE = CROP + 1 + 2 * MARGIN
RATE, BACKBONE_RATE, WEIGHT_DECAY, WARMING_STEPS = 2e-3, 3e-4, 1e-4, 30
GAIN, OFFSET, SHUFFLED, FALSE_COLOURS = 0.1, 0.15, 0.1, 0.25
COMMON_WEIGHT, TEACHER_WEIGHT, RIDGE = 0.5, 1.0, 1e-3
BUILDING = LAND_COVER.index("building")
# Large sets are not drawn as often as they have pixels, and very large ones not more often than these.
MOST_PIXELS, POWER = 8e6, 0.35
# Lessons of which moments are taken.
MOMENTS_OF = 40


class Example(NamedTuple):
    """A crop, and its labels at every fourth pixel."""

    image: Tensor
    labels: Tensor


@dataclass(frozen=True)
class Lesson:
    """What a step is about: crops, and for each the number of its set."""

    examples: Sequence[Example]
    sets: Sequence[int]


class Crops:
    """Random crops of labelled sets, scaled, turned and flipped; brightness and contrast vary."""

    def __init__(self, sets: Sequence[LabelledSet], seed: int) -> None:
        self.sets = sets
        self._generator = np.random.default_rng(seed)
        chances = np.array([min(labelled.pixels, MOST_PIXELS) ** POWER for labelled in sets])
        self._chances = chances / chances.sum()

    def lesson(self, size: int) -> Lesson:
        """Crops of sets that are drawn anew."""
        numbers = [int(number) for number in self._generator.choice(len(self.sets), size, p=self._chances)]
        return Lesson([self._crop(self.sets[number]) for number in numbers], numbers)

    def _crop(self, labelled: LabelledSet) -> Example:
        generator = self._generator
        chances = np.array([labels.size for labels in labelled.labels]) / labelled.pixels
        index = int(generator.choice(len(chances), p=chances))
        bands = self._colours(labelled)
        factor = float(generator.choice(FACTORS))
        rows, cols = (self._lines(size, int(SIDE * factor)) for size in labelled.labels[index].shape)
        image = torch.from_numpy(labelled.images[index][bands][:, rows][:, :, cols].astype(np.float32))
        labels = torch.from_numpy(labelled.labels[index][rows][:, cols].astype(np.float32))[None]
        if factor != 1:
            mode = "area" if factor > 1 else "bilinear"
            image = functional.interpolate(image[None], size=(SIDE, SIDE), mode=mode)[0]
            labels = functional.interpolate(labels[None], size=(SIDE, SIDE), mode="nearest-exact")[0]
        turns, flip = int(generator.integers(4)), bool(generator.integers(2))
        image, labels = (test_time_augmentation.turned(part, turns, flip) for part in (image, labels))
        image = image * (1 + GAIN * torch.randn(3, 1, 1)) + OFFSET * torch.randn(3, 1, 1)
        if generator.random() < SHUFFLED:
            image = image[torch.from_numpy(generator.permutation(3))]
        inside = slice(MARGIN, MARGIN + CROP + 1, STRIDE)
        return Example(image, labels[0, inside, inside].long())

    def _colours(self, labelled: LabelledSet) -> list[int]:
        """Bands that are shown as red, green and blue."""
        false_colours = labelled.source.false_colours
        if false_colours and self._generator.random() < FALSE_COLOURS:
            return list(self._generator.choice(false_colours))
        return list(labelled.source.rgb)

    def _lines(self, size: int, count: int) -> NDArray[np.int64]:
        """Rows or columns of a crop; beyond the image its content is reflected."""
        reach = max(size - count, 0)
        first = int(self._generator.integers(-(count // 8), reach + count // 8 + 1)) if reach else (size - count) // 2
        lines = np.abs(np.arange(first, first + count)) % max(2 * size - 2, 1)
        return np.where(lines >= size, 2 * (size - 1) - lines, lines)


class Heads(nn.Module):
    """What is said of a hidden vector: each set's labels, land cover, and the teacher's features."""

    def __init__(self, sets: Sequence[LabelledSet], size: int, teacher: Teacher) -> None:
        super().__init__()
        self.sets = sets
        self.of_sets = nn.ModuleList(nn.Linear(size, len(labelled.common)) for labelled in sets)
        self.land_cover = nn.Linear(size, len(LAND_COVER) + 1)  # and what is none of it
        self.teacher = nn.Linear(size, sum(block.size for block in teacher.blocks))

    @torch.no_grad()
    def start(self, network: light.LightNetwork, teacher: Teacher, crops: Crops) -> None:
        """Makes the teacher's features those of a ridge regression."""
        moments = Moments()
        for _ in range(MOMENTS_OF):
            images = _batch(crops.lesson(BATCH))
            hidden = network.hidden(images, MARGIN).movedim(1, -1)
            moments.add(torch.cat([hidden, _of_another_view(teacher, images)], -1)[:, ::2, ::2].flatten(0, 2))
        size, covariance = network.hidden_size, moments.covariance
        square, products = covariance[:size, :size].clone(), covariance[:size, size:]
        square.diagonal().add_(RIDGE * square.trace() / size)
        slopes = torch.linalg.solve(square, products).T
        self.teacher.weight.copy_(slopes)
        self.teacher.bias.copy_(moments.mean[size:] - slopes @ moments.mean[:size])

    def loss(self, hidden: Tensor, lesson: Lesson, features: Tensor) -> Tensor:
        """Cross-entropy of labels and of land cover, and the squared error of the teacher's features.

        Args:
            hidden: (crops, rows, cols, hidden_size).
            lesson: What the crops are.
            features: The teacher's (crops, rows, cols, features).
        """
        losses = [self._of_crop(*crop) for crop in zip(hidden, lesson.examples, lesson.sets)]
        error = ((self.teacher(hidden) - features) ** 2).sum(-1).mean()
        return torch.stack(losses).mean() + TEACHER_WEIGHT * error

    def _of_crop(self, hidden: Tensor, example: Example, number: int) -> Tensor:
        labelled, labels = self.sets[number], example.labels
        loss = hidden.sum() * 0
        known = labels != NO_LABEL
        if not known.any():
            return loss
        hidden, labels = hidden[known], labels[known]
        loss = functional.cross_entropy(self.of_sets[number](hidden), labels)
        logits = self.land_cover(hidden)
        common = torch.from_numpy(labelled.common)[labels]
        if (common != NO_LABEL).any():
            loss = loss + COMMON_WEIGHT * functional.cross_entropy(logits, common, ignore_index=NO_LABEL)
        if labelled.has_background and BUILDING in labelled.common and (labels == 0).any():
            building = logits[labels == 0].softmax(1)[:, BUILDING].clamp(max=0.999)
            loss = loss - COMMON_WEIGHT * torch.log1p(-building).mean()
        return loss


def teach(network: light.LightNetwork, heads: Heads, teacher: Teacher, crops: Crops, steps: int) -> None:
    """Trains network and heads; statistics of batch normalisations stay as they are."""
    heads.start(network, teacher, crops)
    slow = network.slow_parameters()
    slow_ids = {id(parameter) for parameter in slow}
    fast = [p for module in (network, heads) for p in module.parameters() if id(p) not in slow_ids]
    groups = [{"params": fast, "full": RATE}, {"params": slow, "full": BACKBONE_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY)
    began, losses = time.monotonic(), []
    for step in range(steps):
        factor = min(1, (step + 1) / WARMING_STEPS) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * step / steps)))
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * factor
        lesson = crops.lesson(BATCH)
        images = _batch(lesson)
        hidden = network.hidden(images, MARGIN).movedim(1, -1)
        loss = heads.loss(hidden, lesson, _of_another_view(teacher, images))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
        if (step + 1) % 100 == 0:
            mean = float(np.mean(losses[-100:]))
            print(f"{step + 1} steps, {time.monotonic() - began:.0f} s, loss {mean:.3f}", flush=True)


@torch.no_grad()
def _of_another_view(teacher: Teacher, images: Tensor) -> Tensor:
    """Features of images in an orientation at random, turned back: what is learnt of them is their mean."""
    turns, flip = int(torch.randint(4, ())), bool(torch.randint(2, ()))
    turned = test_time_augmentation.turned(images, turns, flip).contiguous(memory_format=torch.channels_last)
    features = teacher.of_one_orientation(turned, MARGIN)
    return test_time_augmentation.turned_back(features, turns, flip).movedim(1, -1)


def _batch(lesson: Lesson) -> Tensor:
    images = torch.stack([example.image for example in lesson.examples])
    return images.contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def finish(network: light.LightNetwork, heads: Heads, crops: Crops) -> None:
    """Makes the network's features the principal components of the teacher's, as it gives them."""
    moments = Moments()
    for _ in range(MOMENTS_OF):
        hidden = network.hidden(_batch(crops.lesson(BATCH)), MARGIN).movedim(1, -1)[:, ::2, ::2].flatten(0, 2)
        moments.add(torch.cat([hidden, heads.teacher(hidden)], 1))
    network.set_output(moments.mean[: network.hidden_size], moments.covariance)


def teacher_of(first: Path) -> Teacher:
    """The teacher of the first edition, calibrated as it was."""
    teacher = Teacher(torch.eye(3)).eval()
    with np.load(first, allow_pickle=False) as stored:
        names = [name for name in stored.files if name.startswith(light.TEACHER_PREFIX)]
        state = {n.removeprefix(light.TEACHER_PREFIX): torch.from_numpy(stored[n].astype(np.float32)) for n in names}
    teacher.load_state_dict({**teacher.state_dict(), **state})
    return teacher


def write(network: light.LightNetwork, heads: Heads, first: Path, path: Path) -> None:
    """The weights in half precision, with what the first edition has beside those of the network."""
    with np.load(first, allow_pickle=False) as stored:
        kept = {name: stored[name] for name in stored.files if name.startswith(light.TEACHER_PREFIX)}
    state = {name: value for name, value in network.state_dict().items() if not name.endswith("colours")}
    state |= {f"{light.LAND_COVER_PREFIX}{name}": value for name, value in heads.land_cover.state_dict().items()}
    arrays = {n: v.numpy().astype(np.float16 if v.dim() > 1 else np.float32) for n, v in state.items()}
    np.savez_compressed(path, **kept, **arrays)
    print(path, path.stat().st_size, "bytes")


def main() -> None:
    """Makes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("first", type=Path, help="first edition of the base model")
    parser.add_argument("--steps", type=int, default=1800)
    parser.add_argument("--without", nargs="*", choices=[*SOURCES, "kampala"], default=[], metavar="SET")
    parser.add_argument("--output", type=Path, default=light.BASE_MODEL)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    gdal.UseExceptions()
    torch.manual_seed(options.seed)
    left_out = set(options.without)
    sets = [read(options.folder, name) for name in SOURCES if name not in left_out]
    unlabelled = [name for name, source in UNLABELLED.items() if left_out.isdisjoint(source.places_of)]
    sets += [read_unlabelled(options.folder, name) for name in unlabelled]
    crops = Crops(sets, options.seed)
    network = light.LightNetwork(3).eval().to(memory_format=torch.channels_last)
    network.load_base_model(options.first)
    teacher = teacher_of(options.first)
    heads = Heads(sets, network.hidden_size, teacher)
    teach(network, heads, teacher, crops, options.steps)
    finish(network, heads, crops)
    write(network, heads, options.first, options.output)


if __name__ == "__main__":
    main()
