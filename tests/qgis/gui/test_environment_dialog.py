"""The dialog says what is missing, installs it with one click, and never blocks QGIS."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tiny_wheels
from background import wait_for
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtTest import QTest

from clusternet_qgis import settings
from clusternet_qgis.core.errors import Cancelled
from clusternet_qgis.environment import installation
from clusternet_qgis.environment.installation import Plan
from clusternet_qgis.environment.managed_environment import ManagedEnvironment, managed_environment
from clusternet_qgis.environment.platforms import Platform
from clusternet_qgis.gui import network_settings
from clusternet_qgis.gui.environment_dialog import EnvironmentDialog
from clusternet_qgis.gui.environment_tasks import remove_task
from clusternet_qgis.settings import PYTHON_SETTING


@pytest.fixture
def root(tmp_path: Path) -> Any:
    """Where environments lie in a test; settings are put back afterwards."""
    before = QgsSettings().value(PYTHON_SETTING)
    settings.set_environment_root(str(tmp_path / "environments"))
    yield tmp_path / "environments"
    settings.set_environment_root("")
    QgsSettings().setValue(PYTHON_SETTING, before)


def environment() -> ManagedEnvironment:
    """The environment that the plugin manages now."""
    return managed_environment(settings.environment_root())


@pytest.fixture
def dialog(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The dialog, whose packages are two tiny ones in a folder."""
    wheels = [tiny_wheels.wheel(tmp_path / "wheels", name) for name in ("tiny_torch", "tiny_faiss")]
    packages = tiny_wheels.packages(tmp_path / "locked.txt", *wheels)
    real = EnvironmentDialog.plan

    def plan(self: EnvironmentDialog) -> Plan:
        found = real(self)
        return replace(found, wheels=str(tmp_path / "wheels"), packages=packages, imports=("tiny_torch",))

    monkeypatch.setattr(EnvironmentDialog, "plan", plan)
    monkeypatch.setattr(Platform, "program", lambda self, name: None)
    dialog = EnvironmentDialog()
    dialog.open()
    yield dialog
    dialog.cancel()
    assert wait_for(lambda: not dialog.is_working, 10)
    dialog.close()
    dialog.deleteLater()


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_there_is_said(dialog: Any) -> None:
    assert wait_for(lambda: "Ready" in dialog.state_label.text(), 30)
    assert sys.executable in dialog.state_label.text()
    assert "PyTorch 2." in dialog.state_label.text()
    assert "GDAL" in dialog.state_label.text()


def test_one_click_installs_and_qgis_goes_on_meanwhile(dialog: Any, root: Path) -> None:
    QgsSettings().setValue(PYTHON_SETTING, "/nowhere/python")
    dialog.find_python()
    assert wait_for(lambda: "/nowhere/python does not run" in dialog.state_label.text(), 30)
    assert str(root) in dialog.consent_label.text()
    assert "MB are free there" in dialog.consent_label.text()
    assert not dialog.remove_button.isEnabled()
    ticks: list[bool] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(dialog.is_working))
    timer.start(20)
    changes: list[bool] = []
    dialog.changed.connect(lambda: changes.append(True))

    click(dialog.install_button)
    assert dialog.cancel_button.isVisible()
    assert not dialog.install_button.isEnabled()
    assert wait_for(lambda: not dialog.is_working, 60)
    timer.stop()
    assert sum(ticks) > 10, "QGIS' own timer goes on while it installs"
    assert "Training and mapping can begin" in dialog.result_label.text()
    assert environment().is_complete
    assert settings.chosen_python() == ""
    assert changes == [True]
    assert "Successfully installed" in dialog.log.toPlainText()
    assert dialog.install_button.text() == "Repair"

    click(dialog.remove_button)
    assert wait_for(lambda: not dialog.is_working, 10)
    assert not environment().exists
    assert changes == [True, True]
    assert dialog.install_button.text() == "Install"


def test_cancelling_installs_nothing(dialog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    click(dialog.install_button)
    assert wait_for(lambda: dialog.log.toPlainText() != "", 10)
    click(dialog.cancel_button)
    assert wait_for(lambda: not dialog.is_working, 60)
    assert "nothing was installed" in dialog.result_label.text()
    assert not environment().exists


def test_a_failure_is_a_cause_and_a_remedy_with_a_log_to_copy(dialog: Any, tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("tiny_torch==1.0 --hash=sha256:" + "0" * 64 + "\n")
    click(dialog.install_button)
    assert wait_for(lambda: not dialog.is_working, 60)
    assert "not the one that the plugin was tested with" in dialog.result_label.text()
    assert "install from a folder of packages" in dialog.result_label.text()
    dialog.findChild(type(dialog.remove_button), "copyLog").click()
    assert "DO NOT MATCH THE HASHES" in QgsApplication.clipboard().text()


def test_numbers_are_in_the_sentence(dialog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "free_mb", lambda folder: 1)
    click(dialog.install_button)
    assert wait_for(lambda: not dialog.is_working, 10)
    assert "2 MB are needed" in dialog.result_label.text()


def test_a_bug_ends_in_the_dialog_and_not_in_qgis(dialog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any) -> None:
        raise KeyError("oh")

    monkeypatch.setattr(installation, "install", broken)
    click(dialog.install_button)
    assert wait_for(lambda: not dialog.is_working, 10)
    assert "bug" in dialog.result_label.text()
    assert "KeyError" in dialog.log.toPlainText()


def test_the_folder_is_kept(dialog: Any, tmp_path: Path) -> None:
    dialog.root.setFilePath(str(tmp_path / "elsewhere"))
    assert environment().folder.parent == tmp_path / "elsewhere"
    assert settings.environment_root() == str(tmp_path / "elsewhere")
    assert "elsewhere" in dialog.consent_label.text()


def test_closing_leaves_the_work_going_on(dialog: Any) -> None:
    click(dialog.install_button)
    dialog.close()
    assert wait_for(lambda: not dialog.is_working, 60)
    assert environment().is_complete
    dialog.open()
    assert "can begin" in dialog.result_label.text()


def test_cancelled_tasks_that_have_not_begun_end_too(root: Path) -> None:
    """QGIS calls `finished` for them without `run`."""
    task = remove_task(environment())
    heard: list[Any] = []
    task.ended.connect(heard.append)
    task.finished(False)
    assert isinstance(heard[0], Cancelled)


@pytest.fixture
def proxy() -> Any:
    """Sets QGIS' proxy, and takes it away again."""
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    yield lambda *values: manager.setFallbackProxyAndExcludes(QNetworkProxy(*values), [], [])
    manager.setFallbackProxyAndExcludes(before, [], [])


def test_the_proxy_is_that_of_qgis(proxy: Any) -> None:
    kinds = QNetworkProxy.ProxyType
    proxy(kinds.HttpProxy, "proxy.example.org", 3128, "ada", "p@ss word")
    assert network_settings.proxy_address() == "http://ada:p%40ss%20word@proxy.example.org:3128"
    proxy(kinds.Socks5Proxy, "proxy", 1080)
    assert network_settings.proxy_address() == "socks5h://proxy:1080"
    proxy(kinds.NoProxy)
    assert network_settings.proxy_address() == ""


def test_certificates_are_those_that_qgis_trusts_unless_the_user_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    certificates = network_settings.trusted_certificates()
    assert b"-----BEGIN CERTIFICATE-----" in certificates
    with network_settings.written_network("http://proxy:1", certificates) as network:
        assert Path(network.certificates).read_bytes() == certificates
    assert not Path(network.certificates).exists()
    monkeypatch.setenv("PIP_CERT", "/etc/mine.pem")
    assert network_settings.trusted_certificates() == b""
    with network_settings.written_network("", b"") as network:
        assert network.variables == {}
