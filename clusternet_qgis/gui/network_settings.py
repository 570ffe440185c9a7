"""QGIS' proxy and certificates, for the programs that install packages."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from ..environment.installation import Network
from ..qgis_objects import present

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}
_OF_THE_USER = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")


def proxy_address() -> str:
    """The proxy in QGIS' settings, with name and password; "" where there is none."""
    proxy = present(QgsNetworkAccessManager.instance()).fallbackProxy()
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""
    user = quote(proxy.user(), safe="")
    password = f":{quote(proxy.password(), safe='')}" if proxy.password() else ""
    return f"{scheme}://{user}{password}{'@' if user else ''}{proxy.hostName()}:{proxy.port()}"


def trusted_certificates() -> bytes:
    """The certificates that QGIS trusts, as PEM: those of the system, and those that the user has added.

    Empty if an environment variable tells pip which certificates to trust.
    """
    if any(os.environ.get(name) for name in _OF_THE_USER):
        return b""
    return bytes(present(QgsApplication.authManager()).trustedCaCertsPemText())


@contextmanager
def written_network(proxy: str, certificates: bytes) -> Iterator[Network]:
    """Proxy and certificates as a program reads them. The file with the certificates exists inside the `with` block."""
    if not certificates:
        yield Network(proxy)
        return
    with tempfile.TemporaryDirectory(prefix="clusternet_") as folder:
        path = Path(folder) / "certificates.pem"
        path.write_bytes(certificates)
        yield Network(proxy, str(path))
