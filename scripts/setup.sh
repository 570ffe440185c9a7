#!/usr/bin/env bash
# setup.sh [PART ...]: installs what parts of the work need on a Debian machine, all of it by default; free when nothing
# has changed.
#   run      QGIS, and .venv on its Python with what the worker needs: the demo, the desktop, the link into a profile
#   package  the compiler of translations and .venv-docs with MkDocs alone, for the zip
#   test     what tests, checks and the manual need, beside run and package
#   qt6      .venv-qt6, for what shows that the plugin is ready for Qt 6
#   bench    what the benchmarks compare with, beside test
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=" ${*:-run package test qt6 bench} "
needs() { [[ "$wanted" == *" $1 "* ]]; }
! needs bench || wanted="${wanted}test "
! needs test || wanted="${wanted}run package "

packages=""
! needs run || packages="$packages python3-venv qgis python3-qgis python3-gdal gdal-bin"
! needs qt6 || packages="$packages python3-venv"
! needs package || packages="$packages qttools5-dev-tools python3-venv python3-qgis python3-gdal"
! needs test || packages="$packages xvfb xauth xdotool"
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
    # shellcheck disable=SC2086 # several packages
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
fi

pip_install() { # ENVIRONMENT ARGUMENT...
    local environment=$1
    shift
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
}

# A stamp names everything that a part of the environment depends on: a change of any builds the environment anew.
declare -A requirements=(
    [run]=clusternet_qgis/environment/requirements.txt [test]=requirements-dev.txt [bench]=requirements-bench.txt
)
stamp_of() { # PART
    echo "$1 $(sha256sum < "${requirements[$1]}" | cut -d' ' -f1) $(/usr/bin/python3 --version)" \
        "$(dpkg-query -W -f '${Version}' python3-qgis) $PWD"
}
for part in run test bench; do
    stamp=.venv/stamp-$part
    [ ! -f "$stamp" ] || [ "$(cat "$stamp")" = "$(stamp_of "$part")" ] || rm -rf .venv
done
for part in run test bench; do
    if needs "$part" && [ ! -f ".venv/stamp-$part" ]; then
        echo "Building .venv on QGIS' own Python: $part"
        # The system's python3, whichever other python3 is first on PATH: it is the one that has qgis and osgeo.
        [ -x .venv/bin/python ] || /usr/bin/python3 -m venv --system-site-packages .venv
        pip_install .venv -r "${requirements[$part]}"
        stamp_of "$part" > ".venv/stamp-$part"
    fi
done

# Qt 6 apart from QGIS' own Qt.
qt6="PyQt6==6.11.0 numpy"
if needs qt6 && [ "$(cat .venv-qt6/stamp 2>/dev/null || true)" != "$qt6 $PWD" ]; then
    echo "Building .venv-qt6"
    rm -rf .venv-qt6
    /usr/bin/python3 -m venv .venv-qt6
    # shellcheck disable=SC2086 # several packages
    pip_install .venv-qt6 $qt6
    echo "$qt6 $PWD" > .venv-qt6/stamp
fi

# MkDocs apart from PyTorch, for the manual in the zip; where tests are set up, they have it already.
docs="$(grep '^mkdocs==' requirements-dev.txt)"
if needs package && [ ! -f .venv/stamp-test ] && [ "$(cat .venv-docs/stamp 2>/dev/null || true)" != "$docs $PWD" ]; then
    echo "Building .venv-docs"
    rm -rf .venv-docs
    /usr/bin/python3 -m venv --system-site-packages .venv-docs
    pip_install .venv-docs "$docs"
    echo "$docs $PWD" > .venv-docs/stamp
fi
