#!/bin/sh
# Compares what the stages make of every page document in this folder with the texts kept beside it.
# usage: golden_layout.sh PYKALA    With PYKALA_GOLDEN_UPDATE=1 the texts are written anew instead.
set -eu
pykala=$1
cd "$(dirname "$0")"
made=$(mktemp)
trap 'rm -f "$made"' EXIT

failed=0
compared=0
for document in *.xhtml; do
    for stage in doc pages tags; do
        kept=${document%.xhtml}.$stage
        "$pykala" typeset "$document" --emit "$stage" >"$made"
        if [ -n "${PYKALA_GOLDEN_UPDATE:-}" ]; then
            cp "$made" "$kept"
        elif ! diff -u "$kept" "$made"; then
            failed=$((failed + 1))
        fi
        compared=$((compared + 1))
    done
done
echo "$((compared - failed)) passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$compared" -gt 0 ]
