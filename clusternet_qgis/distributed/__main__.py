"""Maps a raster, or trains a model, on many processes or machines.

    python -m clusternet_qgis.distributed cluster --model M --input RASTER --output FOLDER
        [--scheduler ADDRESS | --workers N]
    torchrun --nproc-per-node N -m clusternet_qgis.distributed train --input RASTER --output MODEL

Without a scheduler, `cluster` starts workers on this machine, of one thread each; without torchrun, `train` is one
process.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from ..core.errors import ClusterNetError, DependencyError
from ..core.model.devices import usable_cores
from ..core.options import TrainOptions
from .block_rows import Job

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

_TIMEOUT = "20s"
# Dask has freed memory given back at once, and each block would ask for it anew: a third of a worker's time.
_KEEP_FREED_MEMORY = dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), "1000000000")


def main(arguments: list[str] | None = None) -> int:
    """The command; its exit code."""
    given = _parser().parse_args(arguments)
    try:
        result = {"cluster": _cluster, "train": _train}[given.command](given)
    except ClusterNetError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        _say("Stopped; what is finished is kept, and taken when the same is started again.")
        return 130
    if result:
        sys.stdout.write(json.dumps(result) + "\n")
    return 0


def _cluster(given: argparse.Namespace) -> dict[str, Any]:
    bands = tuple(given.bands or ())
    job = Job(given.input, given.model, given.output, bands, given.block_size, given.keep_flat_borders)
    with _client(given.scheduler, given.workers) as client:
        from .mapping import cluster

        _say(f"The dashboard is at {client.dashboard_link}")
        return cluster(job, client, _say)


def _train(given: argparse.Namespace) -> dict[str, Any]:
    from .joint_training import train_together

    options = TrainOptions(**{field.name: getattr(given, field.name) for field in fields(TrainOptions)})
    bands = tuple(given.bands or ())
    return train_together(given.input, bands, given.keep_flat_borders, options, given.output, _say)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m clusternet_qgis.distributed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    commands = parser.add_subparsers(dest="command", required=True)
    _ask_for_mapping(commands.add_parser("cluster", help="raster to clusters"))
    _ask_for_training(commands.add_parser("train", help="rasters to a model"))
    return parser


def _ask_for_training(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--input", required=True, nargs="+", help="rasters, by paths or URLs that all processes can read"
    )
    command.add_argument("--output", required=True, help=".cnet; written by the first process after every epoch")
    _ask_for_bands(command)
    for field in fields(TrainOptions):  # each as the algorithm `train` has it
        name = field.name.replace("_", "-")
        command.add_argument(f"--{name}", type=type(field.default), default=field.default, help="(%(default)s)")


def _ask_for_bands(command: argparse.ArgumentParser) -> None:
    command.add_argument("--bands", type=int, nargs="+", help="from 1; by default all, or those of the training")
    command.add_argument("--keep-flat-borders", action="store_true", help="flat borders are a part of the picture")


def _ask_for_mapping(command: argparse.ArgumentParser) -> None:
    command.add_argument("--model", required=True, help=".cnet or .onnx")
    command.add_argument("--input", required=True, help="raster, by a path or URL that all workers can read")
    command.add_argument("--output", required=True, help="folder for the rows of blocks and clusters.vrt")
    cluster = command.add_mutually_exclusive_group()
    cluster.add_argument("--scheduler", default="", help="address of a running scheduler, such as tcp://node1:8786")
    cluster.add_argument("--workers", type=int, default=0, help="processes on this machine; by default one a core")
    _ask_for_bands(command)
    command.add_argument("--block-size", type=int, default=1024, help="rows and columns of a block")


@contextmanager
def _client(scheduler: str, workers: int) -> Iterator[Client]:
    """Of the scheduler at an address, or of one that is started here."""
    try:
        from distributed import Client
    except ImportError as error:
        raise DependencyError(
            f"dask.distributed cannot be loaded ({error}); install it with: pip install 'clusternet-qgis[distributed]'."
        ) from error
    if scheduler:
        try:
            with Client(scheduler, timeout=_TIMEOUT) as client:
                yield client
        except OSError as error:
            raise DependencyError(f"No scheduler answers at {scheduler} ({error}); start one there first.") from error
        return
    count = workers or usable_cores()
    with local_cluster(count, "127.0.0.1:0") as cluster, Client(cluster) as client:
        yield client


def local_cluster(workers: int, dashboard_address: str | None = None) -> LocalCluster:
    """A scheduler and workers of one thread each on this machine."""
    import dask
    from distributed import LocalCluster

    for name, value in _KEEP_FREED_MEMORY.items():
        dask.config.set({f"distributed.nanny.pre-spawn-environ.{name}": value})
    return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=dashboard_address, host="127.0.0.1")


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
