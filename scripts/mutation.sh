#!/usr/bin/env bash
# mutation.sh [MUTANT ...]: changes tiling, raster, clustering, selection and bundle a little, a change at a time, and sees
# whether their tests notice; in build/mutation, on the files that git knows. What is done already is not done again.
# The settings are in pyproject.toml, the figures and the survivors in docs/reliability.md.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
version=3.8.1
if [ "$(cat build/mutmut.stamp 2>/dev/null || true)" != "$version" ]; then
    rm -rf build/mutmut
    python -m pip install --quiet --disable-pip-version-check --target build/mutmut "mutmut==$version"
    echo "$version" > build/mutmut.stamp
fi
mkdir -p build/mutation
git ls-files -z | tar --create --null --files-from - | tar --extract --directory build/mutation
cd build/mutation
export PYTHONPATH=$here/build/mutmut OMP_NUM_THREADS=1
python -m mutmut run --max-children "${MUTATION_PROCESSES:-2}" "$@"
python -m mutmut results
python -m mutmut export-cicd-stats
python - <<'END'
import json

found = json.load(open("mutants/mutmut-cicd-stats.json"))
noticed = found["total"] - found["survived"] - found["no_tests"]
print(f"{noticed} of {found['total']} mutants noticed: {noticed / found['total']:.1%}")
END
