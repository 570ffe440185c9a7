#!/usr/bin/env bash
# matrix.sh [SUITE ...]: tests/qgis on the QGIS versions of other Debian suites, each in a folder of its own with its own
# Python, numpy, torch and FAISS. Builds the folders (root; five minutes and 3 GB each) unless they are there.
#   MATRIX_TESTS="tests/qgis/test_chain.py ..." runs some; MATRIX_FOLDER keeps the folders elsewhere than in build/matrix.
# matrix.sh --part: what continuous integration can do of it in its time, and a sentence that says what: all tests in the
# folders that are there, else the quick ones in a folder of the first suite, else none where none can be made.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
folder=${MATRIX_FOLDER:-$here/build/matrix}
tests=${MATRIX_TESTS:-tests/qgis}
part=""
[ "${1:-}" != --part ] || { part=yes; shift; }
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(trixie forky) # QGIS 3.40 and 3.44
quick="tests/qgis/test_chain.py tests/qgis/test_provider.py tests/qgis/test_segment.py tests/qgis/gui/test_plugin.py"
packages=qgis,python3-qgis,python3-gdal,python3-torch,python3-faiss,python3-onnx,python3-onnxruntime,python3-scipy
packages+=,python3-jinja2,python3-matplotlib,python3-pytest,python3-pytestqt,python3-pytest-timeout,python3-hypothesis
packages+=,python3-shapely,python3-yaml,python3-markdown,python3-click,python3-venv,python3-psutil,python3-packaging
packages+=,make,mount,ca-certificates,xvfb,xauth
# What Debian does not have, all of it Python alone.
wheels="pytest-qgis mkdocs mergedeep pathspec pyyaml-env-tag ghp-import mkdocs-get-deps watchdog"

cannot() { # REASON
    [ -n "$part" ] || { echo "$1" >&2; exit 1; }
    echo "Of the other QGIS versions nothing was run: $1"
    exit 0
}

[ "$(id -u)" = 0 ] || cannot "They live in folders that only root can make: run as root."
unshare -m --propagation private true 2>/dev/null || cannot "This machine lets nobody mount inside a namespace of its own."

build() { # SUITE DIR; says by its exit code whether it could, for `set -e` does not hold where that is asked
    local stamp="$1 $packages"
    [ "$(cat "$2.stamp" 2>/dev/null || true)" != "$stamp" ] || return 0
    command -v mmdebstrap >/dev/null ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends mmdebstrap; } || return 1
    for mount in src tmp proc dev; do # never remove through a mount
        ! mountpoint -q "$2/$mount" || umount "$2/$mount"
    done
    rm -rf --one-file-system "$2"
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | sort -u | head -1)
    mmdebstrap --variant=apt --mode=root --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
        --aptopt='Acquire::Check-Date "false"' --include="$packages" "$1" "$2" "deb $mirror $1 main" || return 1
    echo "$stamp" > "$2.stamp"
}

run() { # DIR COMMAND...: in the folder, with the checkout at /src; the mounts vanish with the process
    local dir=$1
    shift
    mkdir -p "$dir/src"
    unshare -m --propagation private bash -c '
        dir=$1 source=$2; shift 2
        mount --bind /proc "$dir/proc"; mount --bind /dev "$dir/dev"; mount --bind "$source" "$dir/src"
        mount -t tmpfs tmp "$dir/tmp"; mkdir -m 700 "$dir/tmp/runtime"
        exec chroot "$dir" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
            QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp/runtime OMP_WAIT_POLICY=PASSIVE PYTHONDONTWRITEBYTECODE=1 \
            "PYTHONPATH=/src/build/matrix/wheels:/src/build/matrix/wheels-${dir##*/}" \
            "$@"' _ "$dir" "$here" "$@"
}

mkdir -p "$folder" build/matrix
if [ -n "$part" ]; then
    there=()
    for suite in "${suites[@]}"; do
        [ ! -f "$folder/$suite.stamp" ] || there+=("$suite")
    done
    if [ ${#there[@]} -gt 0 ]; then
        suites=("${there[@]}")
        echo "Of the other QGIS versions those of ${suites[*]} are run, with $tests."
    else
        suites=("${suites[0]}") tests=$quick
        build "${suites[0]}" "$folder/${suites[0]}" > "$folder/build.log" 2>&1 ||
            cannot "A folder of Debian ${suites[0]} cannot be built here: $(tail -n 1 "$folder/build.log")"
        echo "Of the other QGIS versions that of ${suites[0]} is run, with $tests alone."
    fi
fi
[ -d build/matrix/wheels/pytest_qgis ] ||
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --target build/matrix/wheels $wheels ||
    cannot "The packages that Debian does not have cannot be fetched."
failed=""
for suite in "${suites[@]}"; do
    build "$suite" "$folder/$suite" || { echo "A folder of Debian $suite cannot be built." >&2; exit 1; }
    # Debian's torch, onnx and ONNX Runtime share a library, in which each registers the same schemas: that crashes.
    version=$(chroot "$folder/$suite" python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    [ -d "build/matrix/wheels-$suite" ] ||
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
            --python-version "$version" --target "build/matrix/wheels-$suite" onnx ml_dtypes protobuf typing_extensions ||
        cannot "The wheels of onnx for Debian $suite cannot be fetched."
    run "$folder/$suite" python3 -c 'from qgis.core import Qgis; import sys, numpy, torch, faiss
print("QGIS", Qgis.QGIS_VERSION, "Python", sys.version.split()[0], "numpy", numpy.__version__, "torch", torch.__version__,
      "FAISS", faiss.__version__)'
    # shellcheck disable=SC2086 # several tests
    run "$folder/$suite" sh -c "cd /src && python3 -m pytest -p no:cacheprovider $tests" || failed="$failed $suite"
done
[ -z "$failed" ] || { echo "Failed on:$failed" >&2; exit 1; }
