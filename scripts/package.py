"""Makes the zip that QGIS installs, byte for byte the same from the same sources.

package.py           build/clusternet_qgis-VERSION.zip
package.py --scan    also checks it the way the plugin repository does
"""

from __future__ import annotations

import argparse
import configparser
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import translations

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "clusternet_qgis"
BESIDE = ("metadata.txt", "LICENSE")
LARGEST_ZIP_BYTES = 25_000_000
NEEDED = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email", "homepage", "tracker",
    "repository",
)  # fmt: skip
KINDS = {".py", ".svg", ".txt", ".html", ".qm", ".model3", ".json", ".npz"}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def contents() -> dict[str, Path]:
    """Files of the package by their name in the zip."""
    translations.compile_all()
    own = sorted(
        path for path in (ROOT / PLUGIN).rglob("*") if path.suffix in KINDS and "__pycache__" not in path.parts
    )
    files = {str(path.relative_to(ROOT).as_posix()): path for path in own}
    return files | {f"{PLUGIN}/{name}": ROOT / name for name in BESIDE}


def version() -> str:
    """The version in metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    missing = [name for name in NEEDED if not metadata.get("general", name, fallback="").strip()]
    if missing:
        raise SystemExit(f"metadata.txt lacks {', '.join(missing)}.")
    return metadata["general"]["version"]


def build() -> Path:
    """Writes the zip."""
    output = ROOT / "build" / f"{PLUGIN}-{version()}.zip"
    output.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(output, "w") as package:
        for name, path in sorted(contents().items()):
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.external_attr = 0o644 << 16
            package.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    if output.stat().st_size > LARGEST_ZIP_BYTES:
        raise SystemExit(f"{output.name} has {output.stat().st_size} bytes; the plugin repository takes 25 MB.")
    return output


def scan(package: Path) -> None:
    """Runs the plugin repository's scans on what the zip holds; ends with an error if any finds something."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(package) as bundle:
            bundle.extractall(folder)
        python = [sys.executable, "-m"]
        subprocess.run([*python, "bandit", "--quiet", "--recursive", folder], check=True)
        subprocess.run(
            [*python, "flake8", "--max-line-length", "120", "--extend-ignore", "E203,W503,E704", folder], check=True
        )
        command = [*python, "detect_secrets", "scan", "--all-files", folder]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["results"]
        if found:
            raise SystemExit(f"detect-secrets found something in {', '.join(found)}.")


def main() -> None:
    """Packages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scan", action="store_true", help="check the zip the way the plugin repository does")
    package = build()
    if parser.parse_args().scan:
        scan(package)
    print(package, package.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
