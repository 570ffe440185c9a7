"""A client of a dask.distributed scheduler: of one that is started here, or of one that runs at an address.

Whoever reaches a scheduler or worker that asks for no certificate can have it run any program. So those that are
started here ask for one, even from processes of the same machine; it is made for them, and kept in memory only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.errors import DependencyError, OptionsError
from ..core.model.devices import usable_cores

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

_TIMEOUT = "20s"
_HERE = "127.0.0.1"
# Dask has freed memory given back at once, and each block would ask for it anew: a third of a worker's time.
_KEEP_FREED_MEMORY = dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), "1000000000")


@dataclass(frozen=True)
class Certificates:
    """Files in PEM format with which a client and a scheduler know each other; all three, or none.

    Attributes:
        authority: Certificate of the authority that has signed those of the scheduler, workers and client.
        certificate: That of the client.
        key: The client's private key.
    """

    authority: str = ""
    certificate: str = ""
    key: str = ""

    def check(self) -> None:
        """Raises OptionsError unless all files are there, or none is named."""
        paths = astuple(self)
        if any(paths) and not all(paths):
            raise OptionsError("A TLS connection needs --tls-ca-file, --tls-cert and --tls-key; give all three.")
        for path in filter(None, paths):
            if not Path(path).is_file():
                raise OptionsError(f"There is no certificate or key {path}; give the path of a PEM file.")


@contextmanager
def client_of(scheduler: str, certificates: Certificates, say: Callable[[str], None]) -> Iterator[Client]:
    """A client of the scheduler at an address.

    Args:
        scheduler: Its address, such as tls://node1:8786.
        certificates: For an address that begins with tls.
        say: Told when nothing protects the connection.

    Raises:
        DependencyError: Dask is not installed, no scheduler answers, or it does not accept the certificates.
        OptionsError: The certificates are not complete, or the address is for none.
    """
    certificates.check()
    security = _security(scheduler, certificates)
    if not scheduler.startswith("tls://"):
        say(
            f"The connection to {scheduler} is not protected: whoever reaches that scheduler can run programs as you. "
            "Use it in a network that you trust only, or with TLS."
        )
    try:
        client: Client = _distributed().Client(scheduler, timeout=_TIMEOUT, **security)
    except OSError as error:
        raise DependencyError(
            f"No scheduler answers at {scheduler} ({error}); start one there first"
            f"{', with certificates of the same authority' if certificates.authority else ''}."
        ) from error
    with client:
        yield client


def _security(scheduler: str, certificates: Certificates) -> dict[str, Any]:
    """The argument of a client; nothing where the certificates are those of Dask's own configuration, if any."""
    distributed = _distributed()
    if not certificates.authority:
        if scheduler.startswith("tls://") and not distributed.Security().tls_client_cert:
            raise OptionsError(
                f"The scheduler at {scheduler} asks for certificates; give --tls-ca-file, --tls-cert and --tls-key."
            )
        return {}
    if not scheduler.startswith("tls://"):
        raise OptionsError(f"Certificates are for schedulers at addresses such as tls://node1:8786, not {scheduler}.")
    security = distributed.Security(
        tls_ca_file=certificates.authority,
        tls_client_cert=certificates.certificate,
        tls_client_key=certificates.key,
        require_encryption=True,
    )
    try:
        security.get_connection_args("client")
    except (OSError, ValueError) as error:  # of the ssl library, which reads them here
        raise OptionsError(
            f"The certificates cannot be used ({error}); --tls-ca-file, --tls-cert and --tls-key take PEM files."
        ) from error
    return {"security": security}


@contextmanager
def client_of_new_workers(workers: int, dashboard: bool) -> Iterator[Client]:
    """A client of a scheduler and workers that are started on this machine, and end with the block.

    Args:
        workers: Number of processes; 0 for one a core.
        dashboard: Whether to show Dask's pages, which other users of this machine can read too.

    Raises:
        DependencyError: Dask is not installed.
    """
    with local_cluster(workers or usable_cores(), dashboard) as cluster, _distributed().Client(cluster) as client:
        yield client


def local_cluster(workers: int, dashboard: bool = False) -> LocalCluster:
    """A scheduler and workers of one thread each on this machine, with certificates that nobody else has.

    Raises:
        DependencyError: Dask is not installed.
    """
    distributed = _distributed()
    import dask

    for name, value in _KEEP_FREED_MEMORY.items():
        dask.config.set({f"distributed.nanny.pre-spawn-environ.{name}": value})
    if not dashboard:  # Dask listens all the same, and then answers that there is no such page
        dask.config.set({f"distributed.{part}.http.routes": [] for part in ("scheduler", "worker")})
    try:
        security = distributed.Security.temporary()
    except ImportError as error:
        raise _missing(error) from error
    cluster: LocalCluster = distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host=_HERE,
        dashboard_address=f"{_HERE}:0",
        scheduler_kwargs={"dashboard": dashboard},
        security=security,
    )
    return cluster


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise _missing(error) from error
    return distributed


def _missing(error: ImportError) -> DependencyError:
    return DependencyError(
        f"dask.distributed cannot be loaded ({error}); install it with: pip install 'clusternet-qgis[distributed]'."
    )
