# Every command a developer needs. Each installs what it needs by itself, and no more.
SHELL := /bin/bash
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Threads that spin while they wait make torch 2 to 30 times slower beside any other busy process.
export OMP_WAIT_POLICY := PASSIVE
export PYTHONDONTWRITEBYTECODE := 1
RASTER ?=
# The trees of tests that run without QGIS.
PLAIN := tests/core tests/chain tests/worker tests/environment tests/distributed tests/qt6 tests/benchmarks tests/scripts
NO_QGIS := -p no:pytest_qgis -p no:pytest-qt
# Files side by side in two processes; `make test PARALLEL=` for one.
PARALLEL ?= -n 2 --dist loadfile

.PHONY: setup demo test test-core test-qgis matrix oldest coverage mutation endurance check format bench desktop desktop-tour link package docs clean

setup:           ## installs what is missing and builds .venv; free when done
	@bash scripts/setup.sh

setup-%:         ## one part of that: run, package, test, qt6 or bench
	@bash scripts/setup.sh $*

demo: setup-run  ## the main job on a real orthophoto into build/demo; RASTER=path for another
	python scripts/demo.py $(if $(RASTER),--raster "$(RASTER)")

test: test-core test-qgis  ## all tests

test-core: setup-test setup-qt6
	python -m pytest $(PARALLEL) $(PLAIN) $(NO_QGIS)

test-qgis: setup-test
	QT_QPA_PLATFORM=offscreen python -m pytest $(PARALLEL) tests/qgis --ignore tests/qgis/test_dialogs.py
	# What is left of QGIS' own dialogs, collected beside other tests, may end QGIS 3.22.
	QT_QPA_PLATFORM=offscreen python -m pytest tests/qgis/test_dialogs.py

matrix: setup-run ## tests/qgis on the QGIS versions of other Debian suites; root, 5 minutes and 3 GB for each at first
	bash scripts/matrix.sh

oldest: setup-run ## the tests without QGIS on the oldest torch, FAISS, ONNX and numpy that are promised to work, in .venv-oldest
	bash scripts/oldest.sh

coverage: setup-test ## which lines and branches of the core its tests reach
	python -m coverage run --branch --source clusternet_qgis/core -m pytest $(PLAIN) $(NO_QGIS)
	python -m coverage report --skip-covered --fail-under 95

mutation: setup-test ## how many small changes of five core modules the tests notice; a quarter of an hour
	bash scripts/mutation.sh

endurance: setup-test ## the long fault, fuzz and size runs, of which `make test` runs a share
	python -m pytest $(PLAIN) -m endurance --timeout 3600 $(NO_QGIS)
	QT_QPA_PLATFORM=offscreen python -m pytest tests/qgis -m endurance --timeout 3600

check: setup-test setup-qt6 ## format, lint, types, import rules, Qt 6, package scan
	ruff format --check .
	ruff check .
	mypy
	python -m pytest -q $(NO_QGIS) tests/core/test_imports.py
	.venv-qt6/bin/python scripts/qt6.py qt clusternet_qgis
	python scripts/qt6.py qgis clusternet_qgis
	python -m flake8 --select QGS --extend-ignore QGS105,QGS201,QGS202,QGS402 clusternet_qgis
	python scripts/package.py --scan

format: setup-test
	ruff format .
	ruff check --fix .

bench: setup-bench ## benchmarks, JSON lines and benchmarks/RESULTS.md
	python -m benchmarks

desktop: setup-run setup-package ## the real QGIS with the plugin in a throw-away profile, demo raster loaded
	python scripts/desktop.py

desktop-tour: setup-run setup-test ## goes through dock and dialogs on the real desktop and fails on what must not be seen; pictures in build/tour
	python scripts/desktop.py --tour

link: setup-run setup-package ## the plugin into the user's own QGIS profile
	python scripts/link.py

package: setup-package ## the zip that QGIS installs, in build/
	python3 scripts/package.py

docs: setup-test ## manual and algorithm reference into build/docs
	QT_QPA_PLATFORM=offscreen python -m mkdocs build --strict --quiet

clean:
	rm -rf build
