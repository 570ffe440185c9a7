"""The size of tiles: the largest whose arrays fit the memory, since every tile pays for its margin."""

from __future__ import annotations

import math

from ..io.tiling import Window, round_up
from .tile_mapper import TileMapper

# What the process takes before the first tile: Python, torch, ONNX Runtime, GDAL's cache.
_BASE_MEMORY_MB = 450
_LARGEST_TILE = 4096
_SMALLEST_TILE = 64


def largest_tile_size(mapper: TileMapper, window: Window, memory_mb: int) -> int:
    """Rows and columns of the largest tile that fits the memory, and no larger than the raster asks for.

    At once there are: a tile being read and one in the network, with their margins, which `bytes_per_pixel` counts;
    what the network gives of that one and what it gave of the one that is being assigned.

    Args:
        mapper: Maps the tiles.
        window: What is to be mapped.
        memory_mb: Bound on the memory of the process.
    """
    tile_geometry, model = mapper.clusterer.tile_geometry, mapper.clusterer.model
    features_written = model.feature_size if "features" in mapper.outputs else 0
    # Values of the network for each pixel of a tile: two arrays of four bytes at the output stride.
    per_value = 2 * 4 / tile_geometry.output_stride**2
    seen = tile_geometry.bytes_per_pixel + 2 * model.bands
    core = per_value * model.clusters + 16
    if mapper.class_names:
        core += 12 * len(mapper.class_names)
    if mapper.needs_features:
        core += per_value * (model.feature_size + mapper.scores) + 8 * features_written
    available = max(memory_mb - _BASE_MEMORY_MB, 32) * 1e6
    # seen * (size + 2 margin)^2 + core * size^2 = available, solved for the size.
    margin = tile_geometry.margin
    size = (
        math.sqrt((2 * seen * margin) ** 2 - (seen + core) * (4 * seen * margin**2 - available)) - 2 * seen * margin
        if available > 4 * seen * margin**2
        else 0
    ) / (seen + core)
    largest = max(min(int(size) // tile_geometry.stride * tile_geometry.stride, _LARGEST_TILE), _SMALLEST_TILE)
    # Tiles may begin before the window, where the network's cells do.
    cells = mapper.tiles(window, tile_geometry.stride)
    longer = max(window.row_end - cells.row_starts[0], window.col_end - cells.col_starts[0])
    # As many tiles as the largest would need, but of one size: the last would otherwise be mostly empty.
    return round_up(-(-longer // -(-longer // largest)), tile_geometry.stride)
