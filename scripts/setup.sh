#!/usr/bin/env bash
# Installs what is missing on a Debian machine and builds .venv. Free when nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

packages="qgis python3-qgis python3-gdal gdal-bin python3-venv xvfb xauth xdotool qttools5-dev-tools"

missing=""
for package in $packages; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
if [ -n "$missing" ]; then
    sudo=""
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "Install as root first:$missing" >&2; exit 1; }
        sudo=sudo
    fi
    echo "Installing$missing"
    $sudo apt-get update -q
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
fi

# The stamp names everything the environment depends on, so that a change of any rebuilds it.
stamp=$(cat clusternet_qgis/environment/requirements.txt requirements-dev.txt scripts/setup.sh | sha256sum | cut -d' ' -f1)
stamp="$stamp $(/usr/bin/python3 --version) $(dpkg-query -W -f '${Version}' python3-qgis) $PWD"
if [ "$(cat .venv/stamp 2>/dev/null || true)" != "$stamp" ]; then
    echo "Building .venv on QGIS' own Python"
    rm -rf .venv
    # The system's python3, whichever other python3 is first on PATH: it is the one that has qgis and osgeo.
    /usr/bin/python3 -m venv --system-site-packages .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
    echo "$stamp" > .venv/stamp
fi

# Qt 6, for what shows that the plugin is ready for it: apart from QGIS' own Qt.
qt6="PyQt6==6.11.0 numpy"
if [ "$(cat .venv-qt6/stamp 2>/dev/null || true)" != "$qt6 $PWD" ]; then
    echo "Building .venv-qt6"
    rm -rf .venv-qt6
    /usr/bin/python3 -m venv .venv-qt6
    # shellcheck disable=SC2086 # several packages
    .venv-qt6/bin/python -m pip install --quiet --disable-pip-version-check $qt6
    echo "$qt6 $PWD" > .venv-qt6/stamp
fi
