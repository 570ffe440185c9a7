"""The real QGIS with the plugin in a throw-away profile, the demo raster loaded.

desktop.py          opens it
desktop.py --tour   without a screen too: trains and maps through the dialogs, screenshots into build/desktop
desktop.py --paint  without a screen too: paints strokes in the dock with a real mouse, screenshots into build/gui
desktop.py --manual without a screen too: follows the tutorial and takes the manual's pictures, into docs/images
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import demo_data
import translations
from link import link_into, name_python

ROOT = Path(__file__).resolve().parent.parent
SECONDS_FOR_TOUR = 900
PICTURES = ROOT / "docs" / "images"
_COLOURS_OF_PICTURES = 256
TOURS = {
    "tour": ("desktop_tour.py", "desktop"),
    "paint": ("desktop_strokes.py", "gui"),
    "manual": ("desktop_manual.py", "manual"),
}
_SETTINGS = """[PythonPlugins]
processing=true
[qgis]
askToSaveProjectChanges=false
checkVersion=false
"""


def profile(build: Path) -> Path:
    """A new profile with the plugin in it."""
    profiles = build / "profiles"
    shutil.rmtree(profiles, ignore_errors=True)
    folder = profiles / "profiles" / "default"
    settings = folder / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS)
    translations.compile_all()
    link_into(folder / "python" / "plugins")
    name_python(folder, Path(sys.executable))
    return profiles


def command(profiles: Path, raster: Path, code: Path | None) -> list[str]:
    """How QGIS is started."""
    program = shutil.which("qgis.bin") or shutil.which("qgis") or "qgis"
    start = [program, "--nologo", "--noversioncheck", "--profiles-path", str(profiles), "--profile", "default"]
    if code:
        start += ["--code", str(code)]
        if not os.environ.get("DISPLAY"):
            start = ["xvfb-run", "-a", "-s", "-screen 0 1500x950x24", *start]
    return [*start, str(raster)]


def publish_pictures(build: Path) -> None:
    """Puts the manual's pictures where it has them, with few colours: pages shall load quickly."""
    from PIL import Image  # which matplotlib brings along

    for path in sorted(build.glob("tutorial_*.png")):
        few = Image.open(path).convert("RGB").quantize(_COLOURS_OF_PICTURES, dither=Image.Dither.NONE)
        few.save(PICTURES / path.name, optimize=True)


def main() -> None:
    """Opens QGIS."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tour", action="store_true", help="drive the dialogs and take screenshots")
    parser.add_argument("--paint", action="store_true", help="paint in the dock and take screenshots")
    parser.add_argument("--manual", action="store_true", help="follow the tutorial and take its pictures")
    options = parser.parse_args()
    chosen = [name for name in TOURS if getattr(options, name)]
    script, folder = TOURS[chosen[0]] if chosen else ("", "desktop")
    build = ROOT / "build" / folder
    raster, _ = demo_data.fetch(ROOT / "build" / "data")
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    environment["CLUSTERNET_TOUR"] = str(build)
    code = ROOT / "scripts" / script if script else None
    finished = subprocess.run(
        command(profile(build), raster, code), env=environment, timeout=SECONDS_FOR_TOUR if code else None, check=False
    )
    log = build / "tour.log"
    if code:
        print(log.read_text() if log.exists() else "the tour did not start")
        if not log.exists() or "finished" not in log.read_text():
            sys.exit(finished.returncode or 1)
    if options.manual:
        publish_pictures(build)


if __name__ == "__main__":
    main()
