"""Maps a raster, or trains a model, on many processes or machines.

    python -m clusternet_qgis.distributed cluster --model M --input RASTER --output FOLDER
        [--scheduler ADDRESS [--tls-ca-file PEM --tls-cert PEM --tls-key PEM] | --workers N]
    torchrun --nproc-per-node N -m clusternet_qgis.distributed train --input RASTER --output MODEL

Without a scheduler, `cluster` starts workers on this machine, of one thread each; without torchrun, `train` is one
process.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import AbstractContextManager
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from ..core.errors import ClusterNetError, OptionsError
from ..core.options import TrainOptions
from .block_rows import Job
from .connection import Certificates, client_of, client_of_new_workers

if TYPE_CHECKING:
    from distributed import Client


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
    job = Job(
        given.input, given.model, given.output, bands, given.block_size, given.keep_flat_borders, tuple(given.extra)
    )
    with _client(given) as client:
        from .mapping import cluster

        if given.dashboard or given.scheduler:
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
    command.add_argument("--extra", nargs="+", default=(), help="rasters that the model was trained with, as heights")
    command.add_argument("--output", required=True, help="folder for the rows of blocks and clusters.vrt")
    cluster = command.add_mutually_exclusive_group()
    cluster.add_argument("--scheduler", default="", help="address of a running scheduler, such as tls://node1:8786")
    cluster.add_argument("--workers", type=int, default=0, help="processes on this machine; by default one a core")
    command.add_argument("--tls-ca-file", default="", help="certificate of the scheduler's authority, for tls://")
    command.add_argument("--tls-cert", default="", help="certificate of this client")
    command.add_argument("--tls-key", default="", help="private key of this client")
    command.add_argument("--dashboard", action="store_true", help="Dask's pages, for all users of this machine")
    _ask_for_bands(command)
    command.add_argument("--block-size", type=int, default=1024, help="rows and columns of a block")


def _client(given: argparse.Namespace) -> AbstractContextManager[Client]:
    """Of the scheduler at an address, or of one that is started here."""
    certificates = Certificates(given.tls_ca_file, given.tls_cert, given.tls_key)
    if given.scheduler:
        return client_of(given.scheduler, certificates, _say)
    if certificates != Certificates():
        raise OptionsError("Certificates are for --scheduler; workers that are started here make their own.")
    return client_of_new_workers(given.workers, given.dashboard)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
