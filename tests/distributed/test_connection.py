"""Only those who have the certificates reach the scheduler and workers that are started here."""

from __future__ import annotations

import asyncio
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from distributed import Client, LocalCluster, Security
from distributed.core import rpc

from clusternet_qgis.core.errors import DependencyError, OptionsError
from clusternet_qgis.distributed import connection
from clusternet_qgis.distributed.__main__ import main
from clusternet_qgis.distributed.connection import Certificates, client_of, local_cluster

SILENT: Any = lambda text: None  # noqa: E731


@pytest.fixture(scope="module")
def local() -> Iterator[LocalCluster]:
    with local_cluster(1) as made:
        yield made


def listening() -> list[tuple[str, int]]:
    """Where this process and those that it has started listen."""
    me = psutil.Process()
    sockets = [entry for process in (me, *me.children(recursive=True)) for entry in process.net_connections("inet")]
    return sorted({(entry.laddr.ip, entry.laddr.port) for entry in sockets if entry.status == psutil.CONN_LISTEN})


def answers_http(port: int, path: str) -> int:
    """Status of a page; 0 where no web server answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=10) as page:
            return int(page.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def test_who_has_the_certificates_is_served(local: LocalCluster) -> None:
    with Client(local) as client:
        assert client.submit(sum, [1, 2]).result() == 3


async def identity(address: str, security: Security) -> dict[str, Any]:
    """What a scheduler, nanny or worker says of itself, before anything else can be asked of it."""
    async with rpc(address, timeout=5, connection_args=security.get_connection_args("client")) as remote:
        return await asyncio.wait_for(remote.identity(), 10)


def test_who_has_the_certificates_is_answered(local: LocalCluster) -> None:
    assert asyncio.run(identity(local.scheduler_address, local.security))["type"] == "Scheduler"


@pytest.mark.parametrize("protocol", ["tcp", "tls"])
def test_nobody_else_is_answered_at_any_port(local: LocalCluster, protocol: str) -> None:
    """Neither without certificates nor with others: not by the scheduler, the nanny or the worker."""
    security = Security.temporary() if protocol == "tls" else Security()
    ports = listening()
    assert len(ports) >= 3
    for ip, port in ports:
        assert ip == "127.0.0.1"
        with pytest.raises((OSError, asyncio.TimeoutError)):
            asyncio.run(identity(f"{protocol}://{ip}:{port}", security))


def test_no_page_is_shown_unless_asked_for(local: LocalCluster) -> None:
    for _, port in listening():
        for path in ("", "status", "info/main/workers.html", "json/identity.json", "health", "metrics", "proxy/1/a/b"):
            assert answers_http(port, path) in (0, 404), (port, path)


def test_without_cryptography_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(DependencyError, match=r"pip install 'clusternet-qgis\[distributed\]'"):
        local_cluster(1)


# --- a scheduler at an address


@pytest.fixture
def files(tmp_path: Path) -> Certificates:
    """Certificates of an agency, as files."""
    made = Security.temporary()
    parts = {"authority": made.tls_ca_file, "certificate": made.tls_client_cert, "key": made.tls_client_key}
    for name, text in parts.items():
        (tmp_path / f"{name}.pem").write_text(text)
    return Certificates(*(str(tmp_path / f"{name}.pem") for name in parts))


def agency(files: Certificates) -> LocalCluster:
    """A scheduler that runs already, with those certificates."""
    named = {"tls_ca_file": files.authority}
    for role in ("scheduler", "worker", "client"):
        named |= {f"tls_{role}_cert": files.certificate, f"tls_{role}_key": files.key}
    security = Security(require_encryption=True, **named)
    return LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None, security=security)


def test_certificates_are_taken_from_files(files: Certificates) -> None:
    with agency(files) as made, client_of(made.scheduler_address, files, SILENT) as client:
        assert client.scheduler_info()["address"].startswith("tls://")


def test_certificates_of_others_are_one_sentence(
    files: Certificates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_TIMEOUT", "2s")
    other = Security.temporary()
    (tmp_path / "other.pem").write_text(other.tls_client_cert)
    (tmp_path / "other_key.pem").write_text(other.tls_client_key)
    theirs = Certificates(files.authority, str(tmp_path / "other.pem"), str(tmp_path / "other_key.pem"))
    with (
        agency(files) as made,
        pytest.raises(DependencyError, match="with certificates of the same authority"),
        client_of(made.scheduler_address, theirs, SILENT),
    ):
        pass


@pytest.mark.parametrize(
    ("address", "changes", "sentence"),
    [
        ("tls://127.0.0.1:9", {"authority": "", "certificate": "", "key": ""}, "asks for certificates; give --tls-ca"),
        ("tls://127.0.0.1:9", {"key": ""}, "give all three"),
        ("tls://127.0.0.1:9", {"key": "/nowhere.pem"}, "There is no certificate or key /nowhere.pem"),
        ("tls://127.0.0.1:9", {"key": __file__}, "The certificates cannot be used"),
        ("tls://127.0.0.1:9", {"authority": __file__}, "The certificates cannot be used"),
        ("tcp://127.0.0.1:9", {}, "addresses such as tls://node1:8786, not tcp://127.0.0.1:9"),
    ],
)
def test_certificates_that_cannot_be_used_are_one_sentence(
    address: str, changes: dict[str, str], sentence: str, files: Certificates
) -> None:
    given = Certificates(**(vars(files) | changes))
    with pytest.raises(OptionsError, match=sentence), client_of(address, given, SILENT):
        pass


def test_certificates_without_a_scheduler_are_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cluster", "--model", "m", "--input", "a", "--output", "o", "--tls-ca-file", "ca.pem"]) == 1
    assert "Certificates are for --scheduler" in capsys.readouterr().err


def test_an_address_without_protection_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_TIMEOUT", "1s")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        said: list[str] = []
        with pytest.raises(DependencyError), client_of(address, Certificates(), said.append):
            pass
    assert "whoever reaches that scheduler can run programs as you" in said[0]
