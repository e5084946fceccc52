#!/bin/sh
# Kapok and PyPI sortition-algorithms on the same instances in one run: CPU seconds and lowest probability.
# usage: compare.sh INSTANCES [NAME...]     needs python3, network for pip once, and a `kapok` on the path (or KAPOK=...)
set -eu
instances=$1; shift
names=${*:-example_small_20 scotland150_22 sfgen250_37}
venv=${VENV:-${TMPDIR:-/tmp}/kapok-bench-sortition}
[ -x "$venv/bin/python" ] || { python3 -m venv "$venv"; "$venv/bin/pip" -q install sortition-algorithms==0.12.15; }
exec "$venv/bin/python" "$(dirname "$0")/compare.py" "${KAPOK:-kapok}" "$instances" $names
