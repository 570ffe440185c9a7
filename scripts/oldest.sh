#!/usr/bin/env bash
# The tests without QGIS on the oldest dependencies, those of requirements-oldest.txt, in an environment of their own.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp="$(sha256sum < requirements-oldest.txt) $PWD"
if [ "$(cat .venv-oldest/stamp 2>/dev/null || true)" != "$stamp" ]; then
    echo "Building .venv-oldest"
    rm -rf .venv-oldest
    /usr/bin/python3 -m venv --system-site-packages .venv-oldest
    .venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-oldest.txt
    echo "$stamp" > .venv-oldest/stamp
fi
# Dask and Qt 6 are newer than these, and tested beside the newest.
.venv-oldest/bin/python -m pytest tests/core tests/chain tests/worker tests/environment tests/distributed --ignore tests/distributed/test_mapping.py "$@"
