"""Any network's features of the picture beside evidence of other kinds, such as heights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..progress import Progress
from .block import Block
from .contract import FeatureExtractor, TrainableNetwork
from .resampling import trimmed


def with_evidence(network: FeatureExtractor, sizes: dict[str, int]) -> FeatureExtractor:
    """A network that sees the picture's bands, with blocks of evidence behind its own.

    Args:
        network: Of the picture.
        sizes: Channels of each block by name, which follow the picture's bands in images.
    """
    blocks = tuple(Block(size, name=name) for name, size in sizes.items())
    channels = sum(sizes.values())
    if isinstance(network, TrainableNetwork):
        return TrainableWithEvidence(network, blocks, channels)
    return WithEvidence(network, blocks, channels)


class WithEvidence(FeatureExtractor):
    """See `with_evidence`.

    Args:
        network: Of the picture.
        blocks: Of the evidence; none where it is seen and gives no features.
        channels: That follow the picture's bands in images.
    """

    def __init__(self, network: FeatureExtractor, blocks: Sequence[Block], channels: int) -> None:
        super().__init__()
        self.network = network
        self.bands = network.bands + channels
        self.blocks = (*network.blocks, *blocks)
        self._channels, self._further = channels, bool(blocks)
        self._settle()
        self.calibrated = tuple(f"network.{name}" for name in network.calibrated)
        self.traceable = network.traceable
        self.keeps_unit_vectors = network.keeps_unit_vectors

    def _settle(self) -> None:
        """Takes what the contract promises from the network."""
        network, own = self.network, len(self.network.blocks)
        self.stride, self.output_stride = network.stride, network.output_stride
        # Of every so many pixels the mean of those nearest to it is taken.
        self._reach = self.output_stride // 2 if self._further else 0
        least = self._reach + 1 if self._reach else 0
        self.margin, self.patch_margin = max(network.margin, least), max(network.patch_margin, least)
        self.bytes_per_pixel = network.bytes_per_pixel + 4 * 4 * self._channels
        kept = (block._replace(weight=old.weight) for block, old in zip(network.blocks, self.blocks))
        self.blocks = (*kept, *self.blocks[own:])

    def extra_repr(self) -> str:
        """Tells networks of other blocks apart, of which graphs are kept."""
        return f"{self.bands} bands, blocks of {[block.size for block in self.blocks]}"

    def load_state_dict(self, *given: Any, **named: Any) -> Any:
        """As torch has it; some networks know what they promise when they have their weights."""
        result = super().load_state_dict(*given, **named)
        self._settle()
        return result

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        features: Tensor = self.network(self._picture(image), margin)
        return torch.cat([features, self._evidence(image, margin)], 1) if self._further else features

    def _picture(self, image: Tensor) -> Tensor:
        return image[:, : self.network.bands]

    def _evidence(self, image: Tensor, margin: int) -> Tensor:
        evidence = image[:, self.network.bands :]
        if self.output_stride == 1:
            return trimmed(evidence, margin)
        first, reach = margin - self._reach, self._reach
        last = -(margin - reach - 1) or None
        part = evidence[..., first:last, first:last]
        return functional.avg_pool2d(part, 2 * reach + 1, self.output_stride)

    def load_pretrained(self) -> None:
        """See the contract."""
        self.network.load_pretrained()
        self._settle()

    def know_data(
        self, names: Sequence[str], mean: Sequence[float], std: Sequence[float], white: float | None, progress: Progress
    ) -> None:
        """See the contract."""
        own = self.network.bands
        self.network.know_data(names[:own], mean[:own], std[:own], white, progress)

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """See the contract."""
        self.network.calibrate([self._picture(image) for image in images])
        self._settle()  # it may have found that they are unit vectors


class TrainableWithEvidence(WithEvidence, TrainableNetwork):
    """See `with_evidence`; what is learnt is learnt from the picture."""

    network: TrainableNetwork

    def __init__(self, network: TrainableNetwork, blocks: Sequence[Block], channels: int) -> None:
        super().__init__(network, blocks, channels)
        self.label_sets, self.label_clusters = network.label_sets, network.label_clusters
        self.epoch_steps = network.epoch_steps

    @property
    def hidden_size(self) -> int:
        """See the contract."""
        return self.network.hidden_size

    def hidden(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        return self.network.hidden(self._picture(image), self.margin if margin is None else margin)

    def teacher(self) -> FeatureExtractor | None:
        """See the contract: that of the picture."""
        teacher = self.network.teacher()
        return None if teacher is None else WithEvidence(teacher, (), self.bands - self.network.bands).eval()

    def hidden_at(self, images: Tensor, margin: int, size: Sequence[int], pixels: Tensor) -> Tensor:
        """See the contract."""
        return self.network.hidden_at(self._picture(images), margin, size, pixels)

    def finalise(self, examples: Iterable[tuple[Tensor, Tensor]], head: nn.Module) -> None:
        """See the contract."""
        self.network.finalise(((self._picture(image), taught) for image, taught in examples), head)

    def slow_parameters(self) -> list[nn.Parameter]:
        """See the contract."""
        return self.network.slow_parameters()
