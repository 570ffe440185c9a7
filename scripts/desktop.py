"""The real QGIS with the plugin in a throw-away profile, the demo raster loaded.

desktop.py          opens it
desktop.py --tour   without a screen too: goes through dock and dialogs and looks at them, with pictures in build/tour
desktop.py --short  of that, the dock alone
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
SECONDS_FOR_TOUR = 3600
PICTURES = ROOT / "docs" / "images"
_COLOURS_OF_PICTURES = 256
TOURS = {
    "tour": ("desktop_tour.py", "tour"),
    "short": ("desktop_tour.py", "tour_short"),
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
    parser.add_argument("--tour", action="store_true", help="go through dock and dialogs, and look at them")
    parser.add_argument("--short", action="store_true", help="go through the dock, and look at it")
    parser.add_argument("--manual", action="store_true", help="follow the tutorial and take its pictures")
    parser.add_argument("--raster", type=Path, help="another raster than the demo's")
    parser.add_argument("--into", type=Path, help="another folder for what a tour writes")
    options = parser.parse_args()
    chosen = [name for name in TOURS if getattr(options, name)]
    script, folder = TOURS[chosen[0]] if chosen else ("", "desktop")
    build = (options.into or ROOT / "build" / folder).resolve()
    raster = options.raster or demo_data.fetch(ROOT / "build" / "data")[0]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    environment["CLUSTERNET_TOUR"] = str(build)
    environment["CLUSTERNET_TOUR_SHORT"] = "1" if options.short else ""
    if script:  # the parts of a tour
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT / "scripts"), os.environ.get("PYTHONPATH"))))
        if not options.into:
            shutil.rmtree(build, ignore_errors=True)
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
