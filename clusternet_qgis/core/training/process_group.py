"""Several processes that train one network, as torchrun starts them; without it all this is for one process.

Every process reads the same files and draws the same random numbers. They share out the patches whose features are
computed and the patches of each batch; what must be the same everywhere, clusters and weights, is the first one's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import torch
from torch import Tensor, distributed, nn
from torch.nn.parallel import DistributedDataParallel

Value = TypeVar("Value")


def size() -> int:
    """Number of processes."""
    return distributed.get_world_size() if _together() else 1


def is_first() -> bool:
    """Whether this is the process that decides and writes."""
    return not _together() or distributed.get_rank() == 0


def share_of(count: int) -> slice:
    """Which of `count` items are this process' share; shares are as even as possible, and follow one another."""
    rank = distributed.get_rank() if _together() else 0
    return slice(count * rank // size(), count * (rank + 1) // size())


def of_first(compute: Callable[[], Value]) -> Value:
    """What the first process computes; the others wait for it."""
    if not _together():
        return compute()
    values: list[Any] = [compute() if is_first() else None]
    distributed.broadcast_object_list(values, src=0)
    value: Value = values[0]
    return value


def gathered(own: Sequence[Value]) -> list[Value]:
    """The items of all processes, in the order of `share_of`."""
    if not _together():
        return list(own)
    shares: list[Any] = [None] * size()
    distributed.all_gather_object(shares, list(own))
    return [item for share in shares for item in share]


def summed(own: Tensor) -> Tensor:
    """The sum over all processes; no gradient flows through it."""
    total = own.detach().clone()
    if _together():
        distributed.all_reduce(total)
    return total


def same_weights(network: nn.Module) -> None:
    """Gives all processes the first one's weights and buffers."""
    if _together():
        for tensor in network.state_dict().values():
            distributed.broadcast(tensor, src=0)


def parallel(module: nn.Module) -> nn.Module:
    """The module as one that averages gradients over all processes, and has the first one's weights."""
    if not _together():
        return module
    device = next(module.parameters()).device
    ids = [torch.cuda.current_device()] if device.type == "cuda" else None
    return DistributedDataParallel(module, device_ids=ids)


def _together() -> bool:
    return distributed.is_available() and distributed.is_initialized()
