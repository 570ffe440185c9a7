"""The zip: small, whole, the same from the same sources; QGIS' own installer installs and uninstalls it."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import package
import pytest
import translations
from checkout import ROOT

# Of code and data that is not text; the rest of what compiles, links or runs is no part of a plugin.
BINARIES = (".exe", ".dll", ".so", ".dylib", ".pyd", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".o", ".a", ".jar")

# A fresh profile, and QGIS' plugin manager with as much of a desktop as it asks for.
PROGRAM = """
import sys
from pathlib import Path
from unittest.mock import MagicMock
from qgis.core import QgsApplication, QgsSettings
application = QgsApplication([], True)
application.initQgis()
import qgis.utils
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtWidgets import QMainWindow

profile = Path(QgsApplication.qgisSettingsDirPath())
home, shipped = profile / "python" / "plugins", QgsApplication.pkgDataPath() + "/python"
qgis.utils.home_plugin_path = qgis.utils.HOME_PLUGIN_PATH = str(home)  # newer QGIS has it in capitals
qgis.utils.plugin_paths = [str(home), shipped + "/plugins"]
sys.path[:0] = [*qgis.utils.plugin_paths, shipped]
window, canvas, bar = QMainWindow(), QgsMapCanvas(), QgsMessageBar()
qgis.utils.iface = MagicMock()
qgis.utils.iface.mainWindow = lambda: window
qgis.utils.iface.mapCanvas = lambda: canvas
qgis.utils.iface.messageBar = lambda: bar
told = []
qgis.utils.iface.pluginManagerInterface().pushMessage = lambda text, level: told.append(text)
try:  # newer QGIS makes these settings with its main window
    from qgis.core import QgsSettingsEntryBool, QgsSettingsEntryString, QgsSettingsEntryStringList, QgsSettingsTree
    manager = QgsSettingsTree.node("plugin-manager") or QgsSettingsTree.treeRoot().createChildNode("plugin-manager")
    if manager.childSetting("automatically-check-for-updates") is None:
        made = [QgsSettingsEntryBool(name, manager, False) for name in
                ("automatically-check-for-updates", "allow-experimental", "allow-deprecated")]
        made += [QgsSettingsEntryString(name, manager) for name in ("last-zip-directory", "check-on-start-last-date")]
        made.append(QgsSettingsEntryStringList("seen-plugins", manager))
except (ImportError, AttributeError):
    pass
import pyplugin_installer
from pyplugin_installer.installer_data import plugins

def files():
    return sorted(str(path.relative_to(profile)) for path in profile.rglob("*") if path.is_file())

def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

registry = QgsApplication.processingRegistry()
installer = pyplugin_installer.instance()
plugins.getAllInstalled()
before = files()
for turn in ("installed", "installed again"):
    installer.installFromZipFile(sys.argv[1])
    assert "successfully" in told[-1], told
    assert "clusternet_qgis" in qgis.utils.active_plugins, turn
    wait(200)
    names = [algorithm.name() for algorithm in registry.providerById("clusternet").algorithms()]
    assert len(names) >= 13, names  # models included
    for algorithm in registry.providerById("clusternet").algorithms():
        page = QUrl(algorithm.helpUrl())
        assert page.isLocalFile() and Path(page.toLocalFile()).is_file(), algorithm.helpUrl()
        assert page.toLocalFile().startswith(str(home))
    assert sys.modules["clusternet_qgis"].__file__.startswith(str(home))
sys.modules["clusternet_qgis.settings"].KnownPythons()["/usr/bin/python3"] = "{}"
assert plugins.all()["clusternet_qgis"]["error"] == "", plugins.all()["clusternet_qgis"]

installer.uninstallPlugin("clusternet_qgis", quiet=True)
assert "uninstalled" in told[-1], told
assert registry.providerById("clusternet") is None
assert not (home / "clusternet_qgis").exists()
wait(int(sys.argv[2]) * 1000)
left = [name for name in files() if name not in before and not name.endswith((".ini", ".db"))]
assert left == [], left
keys = [key for key in QgsSettings().allKeys() if "clusternet" in key]
assert keys == [], keys
print("installed and uninstalled")
"""


@pytest.fixture(scope="module")
def built() -> Path:
    return package.build()


def test_the_zip_is_small_and_holds_one_folder_without_binaries(built: Path) -> None:
    assert built.stat().st_size < 8_000_000
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {"clusternet_qgis"}
    needed = ("metadata.txt", "LICENSE", "__init__.py", "environment/locked.txt", "core/networks/base.npz")
    assert {f"clusternet_qgis/{name}" for name in needed} <= set(names)
    assert [name for name in names if name.endswith(BINARIES) or "__pycache__" in name or "/." in name] == []
    assert sum(name.endswith(".qm") for name in names) == len(translations.LANGUAGES)


def test_the_same_sources_give_the_same_bytes(built: Path) -> None:
    first = built.read_bytes()
    for path in (ROOT / "clusternet_qgis").glob("*.py"):
        os.utime(path)
    assert package.build().read_bytes() == first


def test_the_changelog_drives_the_version(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text(
        "# Changelog\n\n## Unreleased\n\n- More\n\n## 7.2.1 - 2027-01-01\n\n- 100 % new\n\n## 7.2.0\n\n- Old\n"
    )
    monkeypatch.setattr(package, "CHANGELOG", changelog)
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read_string(package.metadata())
    assert metadata["general"]["version"] == "7.2.1"
    assert "100 % new" in metadata["general"]["changelog"]
    assert "Old" not in metadata["general"]["changelog"]
    changelog.write_text("# Changelog\n\n## Unreleased\n\n- More\n")
    assert package.release()[0] in built.name


def test_what_is_not_a_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "release", lambda: ("1.0rc1", ""))
    with pytest.raises(SystemExit, match="of numbers alone"):
        package.metadata()


def test_the_release_tool_knows_the_plugin() -> None:
    tomllib = pytest.importorskip("tomllib", reason="Python 3.11 reads pyproject.toml")
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["qgis-plugin-ci"]
    assert (ROOT / tool["plugin_path"] / "metadata.txt").is_file()
    assert (ROOT / tool["changelog_path"]).is_file()


def test_qgis_installs_and_uninstalls_it_and_nothing_is_left(built: Path, tmp_path: Path) -> None:
    from clusternet_qgis.plugin import SECONDS_UNTIL_UNINSTALLED

    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
    command = [sys.executable, "-c", PROGRAM, str(built), str(SECONDS_UNTIL_UNINSTALLED + 1)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "installed and uninstalled" in done.stdout, done.stderr
    assert done.returncode == 0, done.stderr
