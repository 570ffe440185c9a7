"""Graphs of networks that were made before: making one takes longer than mapping a small raster."""

from __future__ import annotations

from collections.abc import Callable

from ..fingerprint import fingerprint
from ..networks.contract import FeatureExtractor


class GraphCache:
    """The last graphs that were made.

    Args:
        size: How many are kept.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._graphs: dict[tuple[str, str], bytes] = {}

    def get(self, make: Callable[[FeatureExtractor], bytes], network: FeatureExtractor) -> bytes:
        """What `make` makes of a network as it is now: the same for the same layers and weights but the calibrated.

        Args:
            make: `network_graph` or `patch_graph`.
            network: On the CPU.
        """
        calibrated = network.calibrated
        weights = {name: value.numpy() for name, value in network.state_dict().items() if name not in calibrated}
        key = f"{make.__name__} {network!r}", fingerprint(weights)
        if key not in self._graphs:
            while len(self._graphs) >= self._size:
                del self._graphs[next(iter(self._graphs))]
            self._graphs[key] = make(network)
        return self._graphs[key]
