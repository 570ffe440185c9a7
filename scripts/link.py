"""Links the plugin into a folder of plugins, with the licence inside it.

link.py                 the user's own QGIS profile, and the worker's Python into its settings
link.py --into FOLDER   any other folder of plugins
"""

from __future__ import annotations

import argparse
import configparser
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import translations

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "clusternet_qgis"


def link_into(plugins: Path) -> Path:
    """Makes a plugin folder of links to this checkout."""
    folder = plugins / PLUGIN
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    sources = [path for path in (ROOT / PLUGIN).iterdir() if path.name != "__pycache__"]
    for source in [*sources, ROOT / "LICENSE"]:
        (folder / source.name).symlink_to(source, target_is_directory=source.is_dir())
    return folder


def profile_folder() -> Path:
    """The default profile of the user's QGIS."""
    home = Path.home()
    base = {
        "win32": Path(os.environ.get("APPDATA", home)) / "QGIS" / "QGIS3",
        "darwin": home / "Library" / "Application Support" / "QGIS" / "QGIS3",
    }.get(sys.platform, home / ".local" / "share" / "QGIS" / "QGIS3")
    return base / "profiles" / "default"


def name_python(profile: Path, python: Path) -> None:
    """Tells the plugin, in QGIS' settings, which Python its worker runs on."""
    settings = profile / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign] - QGIS' keys have capitals
    parser.read(settings, encoding="utf-8")
    for section, key, value in (("clusternet", "python", str(python)), ("PythonPlugins", PLUGIN, "true")):
        if not parser.has_section(section):
            parser.add_section(section)
        parser.set(section, key, value)
    with settings.open("w", encoding="utf-8") as file:
        parser.write(file, space_around_delimiters=False)


def main() -> None:
    """Links."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, help="folder of plugins")
    options = parser.parse_args()
    translations.compile_all()
    if options.into:
        print(link_into(options.into))
        return
    profile = profile_folder()
    print(link_into(profile / "python" / "plugins"))
    name_python(profile, Path(sys.executable))
    print(f"Restart QGIS; the worker runs on {sys.executable}.")


if __name__ == "__main__":
    main()
