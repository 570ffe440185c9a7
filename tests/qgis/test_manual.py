"""The manual builds, shows what the algorithms are, and every command in it and in the README works."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
import toys
from checkout import ROOT
from headless import QgisProcess
from link import PLUGIN
from osgeo import ogr
from qgis.core import QgsApplication
from toy_embeddings import quantised, unit_vectors, write_signed

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LANGUAGES = ("sh", "python", "text")  # text is not run: what a program says, or needs another machine
_BLOCK = re.compile(r"^```(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Language and content of the fenced blocks of a page."""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield match[1].strip(), match[2]


def _export_encoder(path: Path) -> None:
    """In a process of its own: other tests say that torch is not loaded into this one."""
    program = "import sys; from toy_encoders import *; export(Path(sys.argv[1]), Convolutions(), beside={'size': 32})"
    support = ROOT / "tests" / "support"
    subprocess.run(
        [sys.executable, "-c", program, str(path)], env={**os.environ, "PYTHONPATH": str(support)}, check=True
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the manual's reader works: tiny files of the names that the manual uses, and programs."""
    folder = tmp_path_factory.mktemp("manual")
    for seed, name in enumerate(("ortho.tif", "ortho2.tif")):
        toys.write_raster(folder / name, toys.picture(seed=seed))
    (folder / "sheets").mkdir()
    picture, lower = toys.picture(), toys.TOP - (toys.SIZE - 60) * toys.PIXEL
    toys.write_raster(folder / "sheets" / "north.tif", picture[:, :60])
    toys.write_raster(folder / "sheets" / "south.tif", (0.8 * picture[:, -60:]).astype(np.uint8), top=lower)
    _export_encoder(folder / "own.onnx")
    write_signed(folder / "embedding.tif", quantised(unit_vectors(40, 48)))
    heights = np.arange(toys.SIZE)[None] * 0.05 + np.zeros((toys.SIZE, 1))
    heights[60:84, 60:84] += 6
    toys.write_raster(folder / "dsm.tif", heights[None].astype(np.float32), no_data=None)
    toys.write_raster(folder / "dsm2.tif", heights[None].astype(np.float32), no_data=None)
    toys.write_polygons(folder / "trees.gpkg", [("tree", box) for name, box in toys.quadrant_boxes() if name == "wood"])
    strokes = [(name, (left, left + 4, top - 4, top)) for name, (left, _, _, top) in toys.quadrant_boxes()]
    toys.write_polygons(folder / "strokes.gpkg", strokes, field="class")
    toys.write_polygons(folder / "parishes.gpkg", toys.quadrant_boxes(), epsg=4326, field="name")
    write_sample(folder / "sample.gpkg")
    programs = folder / "programs"
    programs.mkdir()
    found = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    (programs / "qgis_process").write_text(f'#!/bin/sh\nexec "{found}" "$@"\n')
    # What `make` does is tested elsewhere; here, that there is such a target.
    (programs / "make").write_text(f'#!/bin/sh\nexec /usr/bin/make -C "{ROOT}" -n "$@" >/dev/null\n')
    for program in programs.iterdir():
        program.chmod(0o755)
    return folder


def write_sample(path: Path) -> None:
    """Points all over the raster, each with its true class: tree, or other."""
    left, right, bottom, top = toys.EXTENT
    _, wood = next(pair for pair in toys.quadrant_boxes() if pair[0] == "wood")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("sample", toys.system(toys.EPSG), ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTString))
    for number in range(144):
        x = left + (number % 12 + 0.4) / 12 * (right - left)
        y = top - (number // 12 + 0.4) / 12 * (top - bottom)
        is_tree = wood[0] - 1 <= x <= wood[1] + 1 and wood[2] - 1 <= y <= wood[3] + 1
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
        feature.SetField("label", "tree" if is_tree else "other")
        layer.CreateFeature(feature)


@pytest.fixture(scope="module")
def environment(place: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Environment variables of the reader's shell."""
    values = QgisProcess(tmp_path_factory.mktemp("profile")).environment
    own = os.pathsep.join(filter(None, (str(ROOT), values.get("PYTHONPATH"))))
    return values | {"PATH": f"{place / 'programs'}{os.pathsep}{values['PATH']}", "PYTHONPATH": own}


def shortened(content: str) -> str:
    """A block as it is, but for trainings: a tiny network learns for an epoch; that commands work is what is tested."""
    content = re.sub(r"(run clusternet:train -- )(?!.*NETWORK=)", r"\1NETWORK=unet_same WIDTH=4 ", content)
    return re.sub(r"(run clusternet:train -- )(?!.*EPOCHS=)", r"\1EPOCHS=1 ", content)


@pytest.mark.timeout(900)  # a minute on an idle machine
# What python.md says is run without QGIS, in tests/core/test_python_api.py.
@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "python.md"], ids=lambda page: page.name)
def test_what_a_page_tells_to_run_runs(
    page: Path, place: Path, environment: dict[str, str], plugin: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    if "plugins enable" in page.read_text(encoding="utf-8"):  # which fails where it is enabled
        subprocess.run(
            [place / "programs" / "qgis_process", "plugins", "disable", PLUGIN], env=environment, capture_output=True
        )
    for language, content in ((language, shortened(content)) for language, content in blocks(page)):
        assert language in LANGUAGES, f"{page.name}: say of what language this is, one of {LANGUAGES}:\n{content}"
        if language == "python" and "import processing" in content:
            exec(compile(content, page.name, "exec"), {})
        elif language != "text":
            # Options of qgis_process that are unknown are ignored with exit code 0; so outputs are looked for below.
            command = [sys.executable, "-c", content] if language == "python" else ["bash", "-ec", content]
            done = subprocess.run(
                command, cwd=place, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            assert done.returncode == 0, f"{page.name}:\n{content}\n{done.stdout}"
        for output in named_outputs(content) if language != "text" else ():
            assert (place / output).exists(), f"{page.name}: nothing was written to {output}"


def commands(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Algorithm and names of the parameters of each command of qgis_process on a page, run here or not."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    for algorithm, rest in re.findall(r"qgis_process (?:--json )?run (clusternet:\w+) -- (.+)", text):
        words = shlex.split(rest.partition("`")[0])
        yield algorithm, [name for name, _, value in (word.partition("=") for word in words) if value]


@pytest.mark.parametrize("page", [page for page in PAGES if any(commands(page))], ids=lambda page: page.name)
def test_commands_give_what_algorithms_take(page: Path, plugin: Any) -> None:
    """Also those that are not run here: unknown names are ignored by qgis_process without a word."""
    for algorithm, names in commands(page):
        definitions = QgsApplication.processingRegistry().algorithmById(algorithm).parameterDefinitions()
        assert {*names} <= {definition.name() for definition in definitions}, algorithm
        needed = {
            definition.name()
            for definition in definitions
            if definition.defaultValue() is None and not definition.flags() & definition.Flag.FlagOptional
        }
        assert needed <= {*names}, algorithm


def named_outputs(content: str) -> list[str]:
    """Files that a block says it writes."""
    found = re.findall(r"(?:OUTPUT|REPORT|TABLE|SELECTION|POLYGONS|CONFIDENCE|NOVELTY)=([\w./-]+)", content)
    return [name for name in found if Path(name).suffix]


def test_parameters_in_the_text_are_parameters(provider: Any) -> None:
    """Names of algorithms and of their parameters in commands; qgis_process says nothing of unknown ones."""
    for page in PAGES:
        for _, content in blocks(page):
            for line in content.replace("\\\n", " ").splitlines():
                match = re.search(r"run clusternet:(\w+) -- (.*)", line)
                if match:
                    algorithm = provider.algorithm(match[1])
                    assert algorithm is not None, f"{page.name}: {match[1]}"
                    for name in re.findall(r"(?<!\S)((?:\w+:)?[A-Z_]+)=", match[2]):
                        assert algorithm.parameterDefinition(name) is not None, f"{page.name}: {match[1]} {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_in_the_text_exist(page: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make ([\w-]+)", page.read_text(encoding="utf-8")))
    assert named - targets == set()


class _Links(HTMLParser):
    """What a page loads, and where it leads."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.targets: list[str] = []
        self.text = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        loads = tag in ("img", "script", "iframe", "source") or (tag == "link" and values.get("rel") != "canonical")
        address = values.get("src") or values.get("href")
        if address:
            (self.loaded if loads else self.targets).append(address)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual, built; warnings are errors."""
    folder = tmp_path_factory.mktemp("docs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, text=True, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def test_the_manual_needs_no_network(manual: Path) -> None:
    pages = [page for page in manual.rglob("*.html") if page.name != "404.html"]  # which knows no place of its own
    assert len(pages) > 10
    for page in pages:
        for address in _Links(page).loaded:
            assert not urlsplit(address).netloc, f"{page.name} loads {address}"
            assert (page.parent / urlsplit(address).path).exists(), f"{page.name} loads {address}"
    for sheet in manual.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name


def homepage() -> str:
    """Where the manual will be."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "clusternet_qgis" / "metadata.txt", encoding="utf-8")
    return metadata["general"]["homepage"]


def test_every_algorithm_has_its_page_with_all_there_is_to_say(manual: Path, provider: Any) -> None:
    for algorithm in provider.algorithms():
        text = " ".join(_Links(manual / "reference" / f"{algorithm.name()}.html").text.split())
        told = [algorithm.displayName(), algorithm.shortDescription(), algorithm.id(), algorithm.shortHelpString()]
        for parameter in algorithm.parameterDefinitions():
            told += [parameter.name(), parameter.description(), parameter.help()]
        told += [output.name() for output in algorithm.outputDefinitions()]
        assert algorithm.helpUrl().startswith(homepage()), "a checkout has no manual"
        for words in told:
            assert " ".join(words.split()) in text, f"{algorithm.name()}: {words}"
