"""Maps a raster on many processes or machines.

    python -m clusternet_qgis.distributed cluster --model M --input RASTER --output FOLDER
        [--scheduler ADDRESS | --workers N]

Without a scheduler, workers are started on this machine, of one thread each.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..core.cores import usable_cores
from ..core.errors import ClusterNetError, DependencyError
from .block_rows import Job

if TYPE_CHECKING:
    from distributed import Client

_TIMEOUT = "20s"


def main(arguments: list[str] | None = None) -> int:
    """The command; its exit code."""
    given = _parser().parse_args(arguments)
    job = Job(
        given.input, given.model, given.output, tuple(given.bands or ()), given.block_size, given.keep_flat_borders
    )
    try:
        with _client(given.scheduler, given.workers) as client:
            from .mapping import cluster

            _say(f"The dashboard is at {client.dashboard_link}")
            sys.stdout.write(json.dumps(cluster(job, client, _say)) + "\n")
    except ClusterNetError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        _say("Stopped; rows that are finished are kept, and taken when it is started again.")
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m clusternet_qgis.distributed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    command = parser.add_subparsers(dest="command", required=True).add_parser("cluster", help="raster to clusters")
    command.add_argument("--model", required=True, help=".cnet or .onnx")
    command.add_argument("--input", required=True, help="raster, by a path or URL that all workers can read")
    command.add_argument("--output", required=True, help="folder for the rows of blocks and clusters.vrt")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--scheduler", default="", help="address of a running scheduler, such as tcp://node1:8786")
    where.add_argument("--workers", type=int, default=0, help="processes on this machine; by default one a core")
    command.add_argument("--bands", type=int, nargs="+", help="from 1; by default those of the training")
    command.add_argument("--block-size", type=int, default=1024, help="rows and columns of a block")
    command.add_argument("--keep-flat-borders", action="store_true", help="flat borders are a part of the picture")
    return parser


@contextmanager
def _client(scheduler: str, workers: int) -> Iterator[Client]:
    """Of the scheduler at an address, or of one that is started here."""
    try:
        from distributed import Client, LocalCluster
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
    cluster = LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1")
    with cluster, Client(cluster) as client:
        yield client


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
