"""Makes the zip that QGIS installs, byte for byte the same from the same sources.

package.py           build/clusternet_qgis-VERSION.zip
package.py --scan    also checks it the way the plugin repository does
"""

from __future__ import annotations

import argparse
import configparser
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import translations

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "clusternet_qgis"
METADATA = ROOT / PLUGIN / "metadata.txt"
CHANGELOG = ROOT / "CHANGELOG.md"
LARGEST_ZIP_BYTES = 8_000_000  # the plugin repository takes 25 MB
NEEDED = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email", "homepage", "tracker",
    "repository",
)  # fmt: skip
KINDS = {".py", ".svg", ".txt", ".html", ".qm", ".model3", ".json", ".npz"}
# The folder in the plugin that holds the manual; algorithms look for their pages there.
MANUAL = "manual"
_DATE_OF_PAGES = 315532800  # that of the zip
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def contents() -> dict[str, bytes]:
    """What the package holds, by its name in the zip."""
    translations.compile_all()
    own = sorted(
        path for path in (ROOT / PLUGIN).rglob("*") if path.suffix in KINDS and "__pycache__" not in path.parts
    )
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in own}
    said = {f"{PLUGIN}/metadata.txt": metadata().encode(), f"{PLUGIN}/LICENSE": (ROOT / "LICENSE").read_bytes()}
    return files | manual() | said


def manual() -> dict[str, bytes]:
    """The manual, which Help opens without a network, by its names in the zip; without fonts for very old browsers.

    Raises:
        SystemExit: No Python here has MkDocs and QGIS.
    """
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / MANUAL
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SOURCE_DATE_EPOCH": str(_DATE_OF_PAGES)}
        command = [_python_with_mkdocs(), "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"The manual cannot be built:\n{done.stdout}{done.stderr}")
        pages = sorted(path for path in site.rglob("*") if path.is_file() and not _is_left_out(path.relative_to(site)))
        return {f"{PLUGIN}/{MANUAL}/{page.relative_to(site).as_posix()}": page.read_bytes() for page in pages}


def _python_with_mkdocs() -> str:
    """What `setup.sh package` has made, or what tests use."""
    for python in (ROOT / ".venv-docs/bin/python", ROOT / ".venv/bin/python", Path(sys.executable)):
        if (
            python.exists()
            and not subprocess.run([python, "-c", "import mkdocs, qgis.core"], capture_output=True).returncode
        ):
            return str(python)
    raise SystemExit("No Python here has MkDocs and QGIS; run `bash scripts/setup.sh package`.")


def _is_left_out(page: Path) -> bool:
    fonts = page.parts[0] == "css" and page.suffix in (".eot", ".ttf", ".woff", ".svg")
    # Search in pages that are opened as files is nothing that browsers allow.
    return fonts or page.parts[0] in ("search", "search.html", "404.html", "sitemap.xml", "sitemap.xml.gz")


def release() -> tuple[str, str]:
    """The version that comes first in the changelog, with what it says of it; of what is not released, metadata's."""
    sections = re.split(r"(?m)^## \[?", CHANGELOG.read_text(encoding="utf-8"))[1:]
    for section in sections:
        if version := re.match(r"\d+(\.\d+)*(?=\D)", section):
            return version[0], section.partition("\n")[2].strip()
    return _read(METADATA.read_text(encoding="utf-8"))["version"], ""


def metadata() -> str:
    """metadata.txt with the version and the changes of the changelog.

    Raises:
        SystemExit: Something that the plugin repository asks for is missing.
    """
    version, changes = release()
    text = re.sub(r"(?m)^version=.*$", f"version={version}", METADATA.read_text(encoding="utf-8"))
    if changes:
        # Lines that go on are indented, and a percent sign means nothing to QGIS' parser.
        text = (
            text.rstrip("\n")
            + "\nchangelog="
            + version
            + "\n"
            + "".join(f"    {line}\n" for line in changes.splitlines() if line.strip())
        )
    found = _read(text)
    missing = [name for name in NEEDED if not found.get(name, "").strip()]
    if missing:
        raise SystemExit(f"metadata.txt lacks {', '.join(missing)}.")
    if not re.fullmatch(r"\d+(\.\d+)*", found["version"]):
        raise SystemExit(f"The version {found['version']} is not of numbers alone, as QGIS compares them.")
    return text


def _read(text: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(text)
    return parser["general"]


def build() -> Path:
    """Writes the zip."""
    output = ROOT / "build" / f"{PLUGIN}-{release()[0]}.zip"
    output.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(output, "w") as package:
        for name, content in sorted(contents().items()):
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.external_attr = 0o644 << 16
            package.writestr(info, content, zipfile.ZIP_DEFLATED)
    if output.stat().st_size > LARGEST_ZIP_BYTES:
        raise SystemExit(f"{output.name} has {output.stat().st_size} bytes, more than {LARGEST_ZIP_BYTES}.")
    return output


def scan(package: Path) -> None:
    """Runs the plugin repository's scans on what the zip holds; ends with an error if any finds something."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(package) as bundle:
            bundle.extractall(folder)
        python = [sys.executable, "-m"]
        subprocess.run([*python, "bandit", "--quiet", "--recursive", folder], check=True)
        subprocess.run(
            [*python, "flake8", "--max-line-length", "120", "--extend-ignore", "E203,W503,E704,QGS", folder], check=True
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
